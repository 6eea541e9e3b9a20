using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>
/// Unites the rows of home with those that come back. Ids are made by whoever makes a row and never twice, so this is a union: a row of home comes back as
/// it left but for the columns that a session may change, and new rows are added.
/// </summary>
internal sealed class TripMerge(WorkflowDbContext db, SessionTrip trip, TripContent content)
{
    /// <summary>Prepares the union in the context; the caller saves. Null, or what does not fit.</summary>
    public async Task<Refusal?> Unite(CancellationToken ct)
    {
        if (await Strangers(ct) is { } stranger)
        {
            return stranger;
        }

        foreach (var table in SessionTables.All)
        {
            if (await Unite(table, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> Unite(SessionTable table, CancellationToken ct)
    {
        var columns = RowText.Columns(db, table.Type);
        var id = columns.Single(column => column.Name == "Id");
        var home = (await table.Rows(db, trip.ConferenceId).AsTracking().ToListAsync(ct)).ToDictionary(row => (Guid)RowText.Value(id, row)!);
        foreach (var row in content.Rows[table.Type])
        {
            if (!home.Remove((Guid)RowText.Value(id, row)!, out var mine))
            {
                if (!table.MayAdd || !MayBeNew(row))
                {
                    return new("trip.not-added", $"Gói kết quả thêm “{table.Words}” mà máy mang đi không được thêm. Kết quả không được ghép.");
                }

                db.Add(row);
                continue;
            }

            if (Take(table, columns, mine, row) is { } changed)
            {
                return changed;
            }
        }

        if (home.Count > 0 && !(table.MayRemove && home.Values.All(MayGo)))
        {
            return new("trip.missing", $"Gói kết quả thiếu “{table.Words}” đã có lúc hội nghị được mang đi. Kết quả không được ghép.");
        }

        db.RemoveRange(home.Values);
        return null;
    }

    private Refusal? Take(SessionTable table, IReadOnlyList<IProperty> columns, object mine, object row)
    {
        var entry = db.Entry(mine);
        foreach (var column in columns)
        {
            var (before, after) = (RowText.Value(column, mine), RowText.Value(column, row));
            if (before is byte[] one && after is byte[] other ? one.AsSpan().SequenceEqual(other) : Equals(before, after))
            {
                continue;
            }

            if (!table.MayChange.Contains(column.Name) && table.MayChange is not ["*"])
            {
                return new("trip.fixed-changed", $"Gói kết quả đổi “{table.Words}” ở chỗ không được đổi ({column.Name}). Kết quả không được ghép.");
            }

            entry.Property(column.Name).CurrentValue = after;
        }

        return null;
    }

    // A session summons nobody on the laptop and puts no other draft to the vote; a text comes about by its amendments alone.
    private static bool MayBeNew(object row) => row switch
    {
        Attendance attendance => attendance.IsGuest,
        AgendaItem item => item.DraftId is null,
        DraftVersion version => version.Cause == VersionCause.Amendments,
        _ => true,
    };

    private static bool MayGo(object row) => row is AgendaItem { DraftId: null };

    // People and rules are those of home.
    private async Task<Refusal?> Strangers(CancellationToken ct)
    {
        var people = (await db.Set<Person>().Select(person => person.Id).ToListAsync(ct)).ToHashSet();
        var profiles = (await db.Set<RuleProfile>().Select(profile => profile.Id).ToListAsync(ct)).ToHashSet();
        foreach (var table in SessionTables.All)
        {
            foreach (var column in RowText.Columns(db, table.Type).Where(column => column.Name is "PersonId" or "MoverId" or "ChairId" or "NoteTakerId" or "AuthorId" or "DrafterId" or "ProfileId" || column.Name.EndsWith("ById", StringComparison.Ordinal)))
            {
                var known = column.Name == "ProfileId" ? profiles : people;
                if (content.Rows[table.Type].Select(row => RowText.Value(column, row) as Guid?).Any(value => value is { } id && !known.Contains(id)))
                {
                    return new("trip.stranger", $"Gói kết quả có “{table.Words}” của người (hoặc theo quy tắc) không có ở hệ thống chính. Kết quả không được ghép.");
                }
            }
        }

        return null;
    }
}
