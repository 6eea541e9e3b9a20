using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Workflow.Runtime.Storage;

/// <summary>
/// A compiled query for the hot path. EF binds one to the model that it first meets, and a process may know several (both databases,
/// or several hosts in a test); so there is one for each.
/// </summary>
public sealed class PerModel<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    /// <summary>The query for this context's model.</summary>
    public TQuery For(WorkflowDbContext db) => compiled.GetValue(db.Model, _ => compile());
}
