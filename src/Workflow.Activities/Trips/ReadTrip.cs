using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>Where a session is, and what may be done about it, for the office.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadTrip(Guid ConferenceId) : IQuery<TripView?>;

/// <summary>A trip of a session.</summary>
public sealed record TripRow(SessionTrip Trip, string OutBy, string EndedBy);

/// <summary>Somebody who enters on the laptop.</summary>
/// <param name="EnteredAt">When a code of theirs was last used; null: not yet.</param>
public sealed record EntryRow(Guid PersonId, string Name, DateTimeOffset? EnteredAt);

/// <summary>The page of a session's trips.</summary>
/// <param name="IsLaptop">Whether this installation is the one that holds the session.</param>
/// <param name="Fingerprint">Of this installation's key, in groups of four.</param>
/// <param name="Drafts">How many drafts go along.</param>
public sealed record TripView(Guid ConferenceId, string Name, string Place, DateTimeOffset StartsAt, bool IsOpened, bool IsClosed, bool IsLaptop, string Fingerprint, int Drafts, IReadOnlyList<TripRow> Trips, IReadOnlyList<EntryRow> Entries)
{
    /// <summary>The trip that is under way, or the last one.</summary>
    public TripRow? Last => Trips.Count == 0 ? null : Trips[^1];

    public bool IsAway => Last is { Trip: { Side: TripSide.Home, IsOpen: true } };
}

internal sealed class ReadTripHandler(WorkflowDbContext db, InstallationKey key) : IRequestHandler<ReadTrip, TripView?>
{
    public async Task<TripView?> Handle(ReadTrip request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { } record)
        {
            return null;
        }

        var trips = await db.Set<SessionTrip>().AsNoTracking().Where(row => row.ConferenceId == request.ConferenceId).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var codes = await db.Set<EntryCode>().AsNoTracking().ToListAsync(cancellationToken);
        return new(
            record.Conference.Id, record.Name, record.Conference.Place, record.Conference.StartsAt, record.Conference.OpenedAt is not null, record.Conference.ClosedAt is not null, trips.Exists(trip => trip.Side == TripSide.Away), InstallationKey.Grouped(key.Fingerprint), record.Drafts.Count,
            [.. trips.Select(trip => new TripRow(trip, record.NameOf(trip.OutById), record.NameOf(trip.EndedById)))],
            [.. codes.GroupBy(row => row.PersonId).Select(group => new EntryRow(group.Key, record.NameOf(group.Key), group.Where(row => row.IsUsed).Max(row => row.SpentAt))).OrderBy(row => row.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>What everybody who opens a session is told of where it is; null: it is here, as always.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadTripNotice(Guid ConferenceId) : IQuery<TripNotice?>;

/// <summary>Where a session is.</summary>
/// <param name="IsOffice">Whether the reader may do something about it.</param>
/// <param name="MayGo">Whether it might be taken along.</param>
public sealed record TripNotice(string Sentence, bool IsWarning, bool IsOffice, bool MayGo);

internal sealed class ReadTripNoticeHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadTripNotice, TripNotice?>
{
    public async Task<TripNotice?> Handle(ReadTripNotice request, CancellationToken cancellationToken)
    {
        var trip = await db.Set<SessionTrip>().AsNoTracking().Where(row => row.ConferenceId == request.ConferenceId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        var isOffice = await Sessions.IsDesk(actor, cancellationToken);
        var mayGo = trip is not { IsOpen: true } and not { Side: TripSide.Away } && isOffice && await db.Set<Conference>().AnyAsync(row => row.Id == request.ConferenceId && row.OpenedAt == null, cancellationToken);
        return trip switch
        {
            { Side: TripSide.Home, IsOpen: true } => new($"Hội nghị đã được mang đi máy khác từ {TripWords.Moment(trip.OutAt)}; ở đây không ghi thêm được cho đến khi nhận kết quả.", true, isOffice, false),
            { Side: TripSide.Home, ResultHash.Length: > 0 } => new($"Hội nghị đã họp trên máy mang đi; kết quả được nhận lúc {TripWords.Moment(trip.EndedAt!.Value)} và tính lại đều khớp.", false, isOffice, false),
            { Side: TripSide.Away, IsOpen: true } => new("Hội nghị đang họp trên máy mang đi, không dùng mạng Internet.", false, isOffice, false),
            { Side: TripSide.Away } => new("Sổ hội nghị trên máy này đã khóa; kết quả được nhận ở hệ thống chính.", true, isOffice, false),
            _ => isOffice && mayGo ? new("", false, true, true) : null,
        };
    }
}
