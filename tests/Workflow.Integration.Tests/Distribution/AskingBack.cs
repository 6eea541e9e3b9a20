using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Integration.Tests.Distribution;

internal static class AskingBack
{
    /// <summary>As an act that recalls a document does it.</summary>
    public static async Task<int> AskBack(this CopiesWorld world, IssuedDocument issued, string reason)
    {
        await using var scope = world.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.World.OrganizationId;
        var asked = await scope.ServiceProvider.GetRequiredService<Copies>().AskBack(issued, reason, world.Clerk.Id, world.Clerk.FullName, world.Office.Clock.Now, default);
        await CommitSave.Run(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), world.World.OrganizationId, new AuditNote(world.Clerk.Id, world.Clerk.FullName, "Recall", issued.DraftId, reason), world.Office.Clock.Now, default);
        return asked;
    }
}
