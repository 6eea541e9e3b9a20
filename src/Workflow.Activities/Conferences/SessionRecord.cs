using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Everything that is on record of one session, read in a fixed number of statements.</summary>
internal sealed class SessionRecord
{
    private SessionRecord()
    {
    }

    public required Conference Conference { get; init; }
    public required Body Body { get; init; }
    public required RuleProfile Rules { get; init; }
    public required IReadOnlyList<Attendance> Attendance { get; init; }
    public required IReadOnlyList<Movement> Movements { get; init; }

    /// <summary>Items as they stand in the agenda, with their number ("2.1") and name.</summary>
    public required IReadOnlyList<(AgendaItem Item, string Number, string Title)> Items { get; init; }
    public required ILookup<Guid, Vote> Votes { get; init; }

    /// <summary>Ballots printed, by vote.</summary>
    public required ILookup<Guid, BallotBatch> Batches { get; init; }
    public required ILookup<Guid, Speech> Speeches { get; init; }
    public required ILookup<Guid, Amendment> Amendments { get; init; }
    public required ILookup<Guid, Guid> Seconders { get; init; }
    public required ILookup<Guid, Recusal> Recusals { get; init; }
    public required ILookup<Guid, ReservedOpinion> Reserved { get; init; }
    public required IReadOnlyList<MinutesSignature> Signatures { get; init; }
    public required IReadOnlyDictionary<Guid, Draft> Drafts { get; init; }

    private IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>"Hội nghị lần thứ 4 Ban Chấp hành Đảng bộ xã".</summary>
    public string Name => $"Hội nghị {(Conference.Kind == SessionKind.Extraordinary ? "bất thường " : "")}lần thứ {Conference.Ordinal} {Body.Name}";

    public IEnumerable<Attendance> Members => Attendance.Where(row => !row.IsGuest);

    public int Present => Members.Count(row => row.IsPresent);

    public int QuorumRequired => Voting.QuorumRequired(Rules, Members.Count());

    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "") : "";

    public string NameOf(Attendance row) => row.IsGuest ? row.GuestName : NameOf(row.PersonId);

    public static async Task<SessionRecord?> Of(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Set<Conference>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } conference)
        {
            return null;
        }

        var items = await db.Set<AgendaItem>().AsNoTracking().Where(row => row.ConferenceId == id).ToListAsync(ct);
        var itemIds = items.ConvertAll(item => item.Id);
        var draftIds = items.Where(item => item.DraftId is not null).Select(item => item.DraftId!.Value).ToList();
        var drafts = await db.Set<Draft>().AsNoTracking().Where(draft => draftIds.Contains(draft.Id)).ToDictionaryAsync(draft => draft.Id, ct);
        return new SessionRecord
        {
            Conference = conference,
            Body = await db.Set<Body>().AsNoTracking().SingleAsync(row => row.Id == conference.BodyId, ct),
            Rules = await Rolls.ProfileOn(db, VietnamTime.DayOf(conference.OpenedAt ?? conference.StartsAt), ct),
            // In the order of the roll; rows made by one act have no order among themselves.
            Attendance = [.. (await db.Set<Attendance>().AsNoTracking().Where(row => row.ConferenceId == id).ToListAsync(ct)).OrderBy(row => row.IsGuest).ThenBy(row => row.IsGuest ? row.Id : row.PersonId)],
            Movements = await db.Set<Movement>().AsNoTracking().Where(row => row.ConferenceId == id).OrderBy(row => row.Number).ToListAsync(ct),
            Items = Numbered(items, drafts),
            Votes = (await db.Set<Vote>().AsNoTracking().Where(row => row.ConferenceId == id).OrderBy(row => row.Number).ToListAsync(ct)).ToLookup(row => row.AgendaItemId),
            Batches = (await db.Set<BallotBatch>().AsNoTracking().Where(row => db.Set<Vote>().Any(vote => vote.Id == row.VoteId && vote.ConferenceId == id)).OrderBy(row => row.Number).ToListAsync(ct)).ToLookup(row => row.VoteId),
            Speeches = (await db.Set<Speech>().AsNoTracking().Where(row => itemIds.Contains(row.ItemId)).OrderBy(row => row.Number).ToListAsync(ct)).ToLookup(row => row.ItemId),
            Amendments = (await db.Set<Amendment>().AsNoTracking().Where(row => itemIds.Contains(row.ItemId)).OrderBy(row => row.Number).ToListAsync(ct)).ToLookup(row => row.ItemId),
            Seconders = (await db.Set<Seconder>().AsNoTracking().Where(row => db.Set<Amendment>().Any(one => one.Id == row.AmendmentId && itemIds.Contains(one.ItemId))).OrderBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.AmendmentId, row => row.PersonId),
            Recusals = (await db.Set<Recusal>().AsNoTracking().Where(row => itemIds.Contains(row.ItemId)).OrderBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.ItemId),
            Reserved = (await db.Set<ReservedOpinion>().AsNoTracking().Where(row => itemIds.Contains(row.ItemId)).OrderBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.ItemId),
            Signatures = await db.Set<MinutesSignature>().AsNoTracking().Where(row => row.ConferenceId == id).OrderBy(row => row.At).ToListAsync(ct),
            Drafts = drafts,
            Names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, ct),
        };
    }

    /// <summary>Items of the first level in order, each followed by those under it.</summary>
    private static List<(AgendaItem, string, string)> Numbered(List<AgendaItem> items, Dictionary<Guid, Draft> drafts)
    {
        string Title(AgendaItem item) => item.DraftId is { } id ? drafts[id].Title() : item.Title;
        var under = items.Where(item => item.ParentId is not null).OrderBy(item => item.Position).ToLookup(item => item.ParentId!.Value);
        var all = new List<(AgendaItem, string, string)>();
        foreach (var (item, number) in items.Where(item => item.ParentId is null).OrderBy(item => item.Position).Select((item, index) => (item, index + 1)))
        {
            all.Add((item, $"{number}", Title(item)));
            all.AddRange(under[item.Id].Select((below, index) => (below, $"{number}.{index + 1}", Title(below))));
        }

        return all;
    }
}
