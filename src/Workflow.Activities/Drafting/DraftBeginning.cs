using Workflow.Activities.Pipeline;
using Workflow.Activities.Routes;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Every draft begins so, whether its first text came in a file or from a template.</summary>
internal sealed class DraftBeginning(WorkflowDbContext db, ProcessRunner runner, DraftRoutes routes, Actor actor)
{
    public async Task<(Draft Draft, DraftVersion Version)> Begin(
        DraftText text, string draftingBody, string submission, VersionCause cause, string note, string facts = "{}", string? fileName = null, byte[]? file = null, CancellationToken ct = default)
    {
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            TypeKey = text.TypeKey,
            IssuingBody = text.IssuingBody,
            Subject = text.Subject,
            DraftingBody = draftingBody,
            DrafterId = actor.PersonId,
            SubmissionNote = submission,
            CreatedAt = actor.Now,
        };
        db.Add(draft);
        var version = NewVersion.Add(db, draft, text, cause, actor, note, facts, fileName, file);
        draft.ProcessInstanceId = (await runner.Start(await routes.ProcessOf(draft.IssuingBody, actor.Now, ct), actor.OrganizationId, draft.Id, actor.PersonId, actor.Now, ct)).Id;
        return (draft, version);
    }
}
