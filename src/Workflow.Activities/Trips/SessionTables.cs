using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>A table whose rows belong to a session, and what the laptop may do with them.</summary>
/// <param name="Words">What people call it.</param>
/// <param name="MayChange">Columns of a row of home that may come back changed; "*" is every one but its key. What is not here must come back as it left.</param>
/// <param name="MayAdd">Whether the laptop adds rows.</param>
/// <param name="MayRemove">Whether it may take rows of home away.</param>
internal sealed record SessionTable(Type Type, string Words, Func<WorkflowDbContext, Guid, IQueryable<object>> Rows, string[] MayChange, bool MayAdd = true, bool MayRemove = false)
{
    public string Part => Type.Name + ".json";
}

/// <summary>What a session consists of, in an order in which rows can be written: a row after those that it points to.</summary>
internal static class SessionTables
{
    private static readonly string[] Nothing = [], Anything = ["*"];

    public static IReadOnlyList<SessionTable> All { get; } =
    [
        new(typeof(Draft), "dự thảo", (db, id) => Drafts(db, id), [nameof(Draft.CurrentRound), nameof(Draft.CurrentVersionId), nameof(Draft.CurrentHash), nameof(Draft.Subject), nameof(Draft.SearchText), nameof(Draft.AdoptedHash), nameof(Draft.AdoptedAt)], MayAdd: false),
        new(typeof(DraftVersion), "bản dự thảo", (db, id) => db.Set<DraftVersion>().Where(row => Drafts(db, id).Any(draft => draft.Id == row.DraftId)), Nothing),
        new(typeof(DraftFile), "tệp của bản biểu quyết", (db, id) => db.Set<DraftFile>().Where(row => Items(db, id).Any(item => item.VersionId == row.VersionId)), Nothing, MayAdd: false),
        new(typeof(Conference), "hội nghị", (db, id) => db.Set<Conference>().Where(row => row.Id == id), [nameof(Conference.OpenedAt), nameof(Conference.OpenedWithoutQuorum), nameof(Conference.NowItemId), nameof(Conference.Discussion), nameof(Conference.InvitedAt), nameof(Conference.ClosedAt), nameof(Conference.Conclusion)], MayAdd: false),
        new(typeof(AgendaItem), "chương trình", (db, id) => Items(db, id), [nameof(AgendaItem.ParentId), nameof(AgendaItem.Position), nameof(AgendaItem.Presenter), nameof(AgendaItem.Minutes), nameof(AgendaItem.GuestsStay), nameof(AgendaItem.MaterialAt), nameof(AgendaItem.Decision), nameof(AgendaItem.DecisionReason), nameof(AgendaItem.DecidedAt), nameof(AgendaItem.FinalHash), nameof(AgendaItem.FinalConfirmedById)], MayRemove: true),
        new(typeof(Attendance), "danh sách triệu tập", (db, id) => db.Set<Attendance>().Where(row => row.ConferenceId == id), [nameof(Attendance.Presence), nameof(Attendance.Reason)]),
        new(typeof(Movement), "điểm danh", (db, id) => db.Set<Movement>().Where(row => row.ConferenceId == id), Nothing),
        new(typeof(Speech), "phát biểu", (db, id) => db.Set<Speech>().Where(row => Items(db, id).Any(item => item.Id == row.ItemId)), Anything),
        new(typeof(Recusal), "không tham gia biểu quyết", (db, id) => db.Set<Recusal>().Where(row => Items(db, id).Any(item => item.Id == row.ItemId)), Nothing),
        new(typeof(Amendment), "đề nghị sửa đổi", (db, id) => Amendments(db, id), Anything),
        new(typeof(Seconder), "người cùng đề nghị", (db, id) => db.Set<Seconder>().Where(row => Amendments(db, id).Any(one => one.Id == row.AmendmentId)), Nothing),
        new(typeof(Vote), "biểu quyết", (db, id) => Votes(db, id), Anything),
        new(typeof(BallotBatch), "phiếu giấy đã in", (db, id) => db.Set<BallotBatch>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Nothing),
        new(typeof(VoteMember), "danh sách biểu quyết", (db, id) => db.Set<VoteMember>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Anything),
        new(typeof(Ballot), "phiếu ghi tên", (db, id) => db.Set<Ballot>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Nothing),
        new(typeof(SecretBallot), "phiếu kín", (db, id) => db.Set<SecretBallot>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Nothing),
        new(typeof(Counter), "ban kiểm phiếu", (db, id) => db.Set<Counter>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Nothing),
        new(typeof(CountEntry), "kết quả kiểm đếm", (db, id) => db.Set<CountEntry>().Where(row => Votes(db, id).Any(vote => vote.Id == row.VoteId)), Nothing),
        new(typeof(ReservedOpinion), "ý kiến bảo lưu", (db, id) => db.Set<ReservedOpinion>().Where(row => Items(db, id).Any(item => item.Id == row.ItemId)), Nothing),
        new(typeof(MinutesSignature), "chữ ký biên bản", (db, id) => db.Set<MinutesSignature>().Where(row => row.ConferenceId == id), Nothing),
    ];

    /// <summary>The part with the laptop's log.</summary>
    public const string Chapter = "AuditEntry.json";

    /// <summary>What people call a part.</summary>
    public static string NameOf(string part) => part == Chapter ? "nhật ký của máy mang đi" : All.FirstOrDefault(table => table.Part == part)?.Words ?? part;

    /// <summary>All rows of a session as parts.</summary>
    public static async Task<List<(string Name, byte[] Bytes)>> Write(WorkflowDbContext db, Guid conferenceId, CancellationToken ct)
    {
        var parts = new List<(string, byte[])>();
        foreach (var table in All)
        {
            parts.Add((table.Part, RowText.Write(db, table.Type, await table.Rows(db, conferenceId).AsNoTracking().ToListAsync(ct))));
        }

        return parts;
    }

    /// <summary>Hashes of parts, one a line, as a trip keeps them.</summary>
    public static string Lines(IEnumerable<(string Name, byte[] Bytes)> parts) => string.Join('\n', parts.Select(part => $"{part.Name}:{SessionPackage.Hash(part.Bytes)}"));

    /// <summary>One hash of such lines.</summary>
    public static string HashOf(string lines) => SessionPackage.Hash(System.Text.Encoding.UTF8.GetBytes(lines));

    private static IQueryable<AgendaItem> Items(WorkflowDbContext db, Guid id) => db.Set<AgendaItem>().Where(row => row.ConferenceId == id);

    private static IQueryable<Draft> Drafts(WorkflowDbContext db, Guid id) => db.Set<Draft>().Where(draft => db.Set<AgendaItem>().Any(item => item.ConferenceId == id && item.DraftId == draft.Id));

    private static IQueryable<Amendment> Amendments(WorkflowDbContext db, Guid id) => db.Set<Amendment>().Where(row => Items(db, id).Any(item => item.Id == row.ItemId));

    private static IQueryable<Vote> Votes(WorkflowDbContext db, Guid id) => db.Set<Vote>().Where(row => row.ConferenceId == id);
}
