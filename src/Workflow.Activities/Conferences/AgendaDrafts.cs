using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Puts drafts on an agenda: only such as wait for the vote of this body, frozen by the hash they have now.</summary>
internal static class AgendaDrafts
{
    /// <summary>The step at which drafts wait for a vote of the body.</summary>
    public static string TaskOf(BodyKind body) => body == BodyKind.ExecutiveCommittee ? TaskKeys.Conference : TaskKeys.Approval;

    public static async Task<(AgendaItem? Item, Refusal? Refusal)> ItemFor(WorkflowDbContext db, ProcessRunner runner, Guid conferenceId, BodyKind body, Guid draftId, int position, Actor actor, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(one => one.Id == draftId, ct);
        if (draft is null || await runner.FindTask(draftId, TaskOf(body), ct) is null)
        {
            return (null, new("conference.not-ready", $"Dự thảo “{draft?.Subject ?? draftId.ToString()}” chưa ở bước biểu quyết nên chưa đưa vào chương trình được."));
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.DraftId == draft.Id && vote.ClosedAt == null && vote.VoidedAt == null, ct))
        {
            return (null, new("conference.being-voted", $"Dự thảo “{draft.Subject}” đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước rồi mới đưa vào chương trình."));
        }

        return (new AgendaItem
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ConferenceId = conferenceId,
            DraftId = draft.Id,
            VersionId = draft.CurrentVersionId,
            VersionHash = draft.CurrentHash,
            Position = position,
            MaterialAt = await db.Set<DraftVersion>().Where(version => version.Id == draft.CurrentVersionId).Select(version => version.At).SingleAsync(ct),
        }, null);
    }
}
