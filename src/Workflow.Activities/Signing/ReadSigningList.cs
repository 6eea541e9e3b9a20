using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>A text that waits for the reader's signature.</summary>
/// <param name="OpenedAt">When the reader first had this version open; null: not yet, and it cannot be ticked.</param>
/// <param name="Corrections">Approved technical corrections since it was adopted.</param>
/// <param name="Waiting">Technical corrections that must be decided first.</param>
/// <param name="Authority">"T/M ĐẢNG ỦY, BÍ THƯ".</param>
public sealed record SigningRow(Guid DraftId, string Title, string Hash, int Round, DateTimeOffset Since, DateTimeOffset? AdoptedAt, int Corrections, int Waiting, string Authority, DateTimeOffset? OpenedAt)
{
    /// <summary>Whether it may be ticked now.</summary>
    public bool MayBeTicked => OpenedAt is not null && Waiting == 0;
}

/// <summary>Everything that waits for the reader's signature now, longest waiting first.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record ReadSigningList : IQuery<IReadOnlyList<SigningRow>>;

internal sealed class ReadSigningListHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadSigningList, IReadOnlyList<SigningRow>>
{
    // Nobody signs more in one go; the rest follows when these are done.
    private const int Most = 50;

    public async Task<IReadOnlyList<SigningRow>> Handle(ReadSigningList request, CancellationToken cancellationToken)
    {
        Office[] offices = [.. await actor.OfficesHeld(cancellationToken)];
        var waiting = await db.Set<OpenTask>().AsNoTracking().Where(task => task.TaskKey == TaskKeys.Signing && task.ClosedAt == null)
            .Join(db.Set<Draft>().AsNoTracking(), task => task.SubjectId, draft => draft.Id, (task, draft) => new { draft, task.OpenedAt }).OrderBy(one => one.OpenedAt).ThenBy(one => one.draft.Id).ToListAsync(cancellationToken);
        var authority = await AuthorityOn.Day(db, actor.Today, cancellationToken);
        var rows = new List<SigningRow>();
        foreach (var (draft, since) in waiting.Select(one => (one.draft, one.OpenedAt)))
        {
            if (rows.Count == Most)
            {
                break;
            }

            var text = await DraftToChange.CurrentText(db, draft, cancellationToken);
            if (authority.MaySign(text, draft.CurrentHash, await Adoption.SignableHash(db, draft, cancellationToken), actor.Name, offices) is not null)
            {
                continue;
            }

            var vote = await Adoption.VoteOn(db, draft.Id, draft.AdoptedHash, cancellationToken);
            var corrections = await Adoption.Corrections(db, vote!).AsNoTracking().Select(one => one.Approved).ToListAsync(cancellationToken);
            var lines = authority.Of(text)!;
            rows.Add(new(draft.Id, draft.Title(), draft.CurrentHash, draft.CurrentRound, since, draft.AdoptedAt, corrections.Count(one => one == true), corrections.Count(one => one is null), $"{lines.Authority}, {lines.Position}",
                await SignListedHandler.Opened(db, actor, draft).Select(mark => (DateTimeOffset?)mark.At).FirstOrDefaultAsync(cancellationToken)));
        }

        return rows;
    }
}
