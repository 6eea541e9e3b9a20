using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;

namespace Workflow.Runtime.Storage;

/// <summary>Keeps organizations apart: every query on a row of an organization asks for the current one.</summary>
internal static class OrganizationFilter
{
    public static void Apply(ModelBuilder builder, Type entity, WorkflowDbContext context)
    {
        var row = Expression.Parameter(entity, "row");
        var same = Expression.Equal(
            Expression.Property(row, nameof(IOfOrganization.OrganizationId)),
            Expression.Property(Expression.Constant(context, typeof(WorkflowDbContext)), nameof(WorkflowDbContext.CurrentOrganizationId)));
        builder.Entity(entity).HasQueryFilter(Expression.Lambda(same, row));
    }
}
