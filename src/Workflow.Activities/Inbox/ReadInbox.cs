using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Inbox;

/// <summary>Something that waits for me.</summary>
public sealed record InboxItem(string What, string Title, string Link, DateTimeOffset Since, string From, DateTimeOffset? Until);

/// <summary>What waits for me, most urgent first; nothing else.</summary>
[Allow(Everyone = true)]
public sealed record ReadInbox : IQuery<IReadOnlyList<InboxItem>>;

internal sealed class ReadInboxHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadInbox, IReadOnlyList<InboxItem>>
{
    private const int Most = 100;

    public async Task<IReadOnlyList<InboxItem>> Handle(ReadInbox request, CancellationToken cancellationToken)
    {
        var offices = await actor.OfficesHeld(cancellationToken);
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        string Name(Guid id) => names.GetValueOrDefault(id, "Hệ thống");
        var rows = await db.Set<OpenTask>().AsNoTracking().Where(task => task.ClosedAt == null)
            .Join(db.Set<Draft>(), task => task.SubjectId, draft => draft.Id, (task, draft) => new { task, draft }).OrderBy(row => row.task.OpenedAt).Take(500).ToListAsync(cancellationToken);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().Where(one => rows.Select(row => row.draft.Id).Contains(one.DraftId)).ToDictionaryAsync(one => one.DraftId, one => one.Id, cancellationToken);
        var isOffice = Offices.OfDesk.Any(offices.Contains);
        var asked = await db.Set<OpinionSheet>().AsNoTracking().Where(sheet => sheet.PersonId == actor.PersonId && sheet.Answer == null)
            .Join(db.Set<ReviewRound>().Where(round => round.ClosedAt == null), sheet => sheet.RoundId, round => round.Id, (_, round) => new { round.DraftId, round.ClosesAt }).ToListAsync(cancellationToken);
        var items = new List<InboxItem>();
        foreach (var row in rows)
        {
            var review = asked.Find(one => one.DraftId == row.draft.Id);
            var mine = row.task.Candidates switch
            {
                "drafter" => row.draft.DrafterId == actor.PersonId,
                "role:office" => isOffice,
                "role:registry-clerk" => offices.Contains(Office.RegistryClerk),
                "body:standing-committee" => review is not null,
                "signer" => await IsSigner(row.draft, offices, cancellationToken),
                _ => false,
            };
            if (mine)
            {
                var link = row.task.TaskKey == TaskKeys.FollowUp && issued.TryGetValue(row.draft.Id, out var id) ? $"/van-ban/{id}"
                    : row.task.TaskKey is TaskKeys.Conference or TaskKeys.Approval ? "/hoi-nghi" : $"/du-thao/{row.draft.Id}";
                items.Add(new(row.task.Name, DocumentType.Of(row.draft.TypeKey).Titled(row.draft.Subject), link, row.task.OpenedAt, Name(row.task.OpenedById), review?.ClosesAt ?? row.task.DueAt));
            }
        }

        items.AddRange(await Votes(cancellationToken));
        items.AddRange(await Incoming(cancellationToken));
        return [.. items.OrderBy(item => item.Until ?? DateTimeOffset.MaxValue).ThenBy(item => item.Since).Take(Most)];
    }

    private async Task<bool> IsSigner(Draft draft, IReadOnlySet<Office> offices, CancellationToken ct)
    {
        if (!offices.Overlaps([Office.Secretary, Office.DeputySecretary, Office.StandingDeputySecretary]))
        {
            return false;
        }

        var text = await DraftToChange.CurrentText(db, draft, ct);
        return SigningAuthority.MaySign(text, draft.CurrentHash, draft.CurrentHash, actor.Name, [.. offices]) is null;
    }

    private async Task<List<InboxItem>> Votes(CancellationToken ct) => [.. (await db.Set<Vote>().AsNoTracking()
        .Where(vote => vote.ClosedAt == null && vote.Mode == VoteMode.Devices && !db.Set<Ballot>().Any(ballot => ballot.VoteId == vote.Id && ballot.PersonId == actor.PersonId))
        .Join(db.Set<AgendaItem>(), vote => vote.AgendaItemId, item => item.Id, (vote, item) => new { vote, item })
        .Where(row => db.Set<Attendance>().Any(presence => presence.ConferenceId == row.item.ConferenceId && presence.PersonId == actor.PersonId && presence.Presence == Presence.Present))
        .Join(db.Set<Draft>(), row => row.vote.DraftId, draft => draft.Id, (row, draft) => new { row.vote, row.item.ConferenceId, draft.Subject }).ToListAsync(ct))
        .Select(row => new InboxItem("Biểu quyết", row.Subject, $"/hoi-nghi/{row.ConferenceId}", row.vote.OpenedAt, "Hội nghị", row.vote.OpenedAt))];

    private async Task<List<InboxItem>> Incoming(CancellationToken ct)
    {
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(ct);
        return unit is null ? [] : [.. (await db.Set<Dispatch>().AsNoTracking().Where(dispatch => dispatch.UnitId == unit && dispatch.Status != DispatchStatus.Acknowledged).OrderBy(dispatch => dispatch.SentAt).Take(Most)
            .Join(db.Set<IssuedDocument>(), dispatch => dispatch.IssuedDocumentId, document => document.Id, (dispatch, document) => new { dispatch, document.NumberAndSymbol, document.Subject }).ToListAsync(ct))
            .Select(row => new InboxItem("Văn bản đến, chưa xác nhận", $"{row.NumberAndSymbol} {row.Subject}", $"/van-ban-den/{row.dispatch.Id}", row.dispatch.SentAt, "Văn phòng Đảng ủy", null))];
    }
}
