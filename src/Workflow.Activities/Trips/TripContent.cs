using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>The rows of a result, read and looked through: of this organization and this session, each pointing to rows that are there.</summary>
internal sealed class TripContent
{
    private TripContent(IReadOnlyDictionary<Type, IReadOnlyList<object>> rows, IReadOnlyList<AuditEntry> chapter) => (Rows, Chapter) = (rows, chapter);

    public IReadOnlyDictionary<Type, IReadOnlyList<object>> Rows { get; }

    public IReadOnlyList<AuditEntry> Chapter { get; }

    public int Count<T>() => Rows[typeof(T)].Count;

    public static (TripContent? Content, Refusal? Refusal) Read(WorkflowDbContext db, SessionPackage package, SessionTrip trip, Guid organizationId)
    {
        var expected = SessionTables.All.Select(table => table.Part).Append(SessionTables.Chapter).ToHashSet(StringComparer.Ordinal);
        if (!expected.SetEquals(package.Parts.Keys))
        {
            return (null, new("package.parts", "Gói kết quả thừa hoặc thiếu phần nên không dùng được. Đồng chí xuất lại gói từ máy đã họp; chưa có gì được ghi."));
        }

        try
        {
            var rows = SessionTables.All.ToDictionary(table => table.Type, table => RowText.Read(db, table.Type, package.Parts[table.Part]));
            var chapter = RowText.Read(db, typeof(AuditEntry), package.Parts[SessionTables.Chapter]).Cast<AuditEntry>().OrderBy(entry => entry.Position).ToList();
            return Foreign(db, rows, trip, organizationId) is { } foreign ? (null, foreign) : Broken(chapter, trip, organizationId) is { } broken ? (null, broken) : (new(rows, chapter), null);
        }
        catch (FormatException)
        {
            return (null, new("package.rows", "Gói kết quả do một phiên bản khác của chương trình ghi, hoặc có dòng không đọc được. Đồng chí cập nhật hai máy lên cùng một phiên bản rồi xuất lại gói."));
        }
    }

    // The laptop's log by itself: without a gap, each line bound to the one before, and its last line the one that sealed the session.
    private static Refusal? Broken(List<AuditEntry> chapter, SessionTrip trip, Guid organizationId)
    {
        var previous = "";
        foreach (var (entry, index) in chapter.Select((entry, index) => (entry, index)))
        {
            if (entry.Position != index + 1 || entry.OrganizationId != organizationId || entry.PreviousHash != previous || entry.Hash != entry.Recompute())
            {
                return new("trip.chapter", $"Nhật ký của máy mang đi đã bị sửa: dòng đầu tiên sai là {index + 1}. Kết quả không được ghép.");
            }

            previous = entry.Hash;
        }

        return chapter.Count > 0 && chapter[^1].Act == nameof(SealSession) && chapter[^1].SubjectId == trip.ConferenceId ? null
            : new("trip.chapter", "Nhật ký của máy mang đi không kết thúc bằng dòng khóa sổ hội nghị này. Kết quả không được ghép.");
    }

    private static Refusal? Foreign(WorkflowDbContext db, Dictionary<Type, IReadOnlyList<object>> rows, SessionTrip trip, Guid organizationId)
    {
        var ids = rows.ToDictionary(table => table.Key, table => table.Value.Select(row => (Guid)RowText.Value(RowText.Columns(db, table.Key).Single(column => column.Name == "Id"), row)!).ToList());
        if (ids.Values.Any(all => all.Distinct().Count() != all.Count) || ids[typeof(Conference)] is not [var only] || only != trip.ConferenceId)
        {
            return Wrong(typeof(Conference));
        }

        var known = ids.ToDictionary(table => table.Key, table => table.Value.ToHashSet());
        foreach (var (table, all) in rows)
        {
            foreach (var column in RowText.Columns(db, table).Where(column => column.Name == "OrganizationId" || (column.Name != "Id" && TargetOf(column.Name, table) is not null)))
            {
                var target = TargetOf(column.Name, table);
                if (all.Select(row => RowText.Value(column, row) as Guid?).Any(value => value is { } id && (target is null ? id != organizationId : !known[target].Contains(id))))
                {
                    return Wrong(table);
                }
            }
        }

        return null;
    }

    // To which table of the package a column points; what points to people or rules is looked up at home.
    private static Type? TargetOf(string column, Type table) => column switch
    {
        "ConferenceId" => typeof(Conference),
        "AgendaItemId" or "ItemId" or "ParentId" or "NowItemId" => typeof(AgendaItem),
        "VoteId" => typeof(Vote),
        "AttendanceId" => typeof(Attendance),
        "AmendmentId" => typeof(Amendment),
        "DraftId" => typeof(Domain.Drafts.Draft),
        "VersionId" or "CurrentVersionId" => typeof(Domain.Drafts.DraftVersion),
        _ => null,
    };

    private static Refusal Wrong(Type table) => new("package.foreign-rows", $"Gói kết quả có dòng “{SessionTables.NameOf(table.Name + ".json")}” không thuộc hội nghị này. Kết quả không được ghép.");
}
