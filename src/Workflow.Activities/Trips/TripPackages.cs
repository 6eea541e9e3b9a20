using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>The signed package of a session that is under way: at home what goes out, on the laptop what goes back. It may be asked for as often as one likes.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadTripPackage(Guid ConferenceId) : IQuery<PaperFile?>;

internal sealed class ReadTripPackageHandler(WorkflowDbContext db, InstallationKey key) : IRequestHandler<ReadTripPackage, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadTripPackage request, CancellationToken cancellationToken)
    {
        // One moment for all parts: what somebody writes meanwhile is in all of them or in none.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var trip = await db.Set<SessionTrip>().AsNoTracking().Where(row => row.ConferenceId == request.ConferenceId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        return trip switch
        {
            { Side: TripSide.Home, IsOpen: true } => new($"mang-di-chuyen-{trip.Number}.hoinghi", "application/octet-stream", await TripPackages.Out(db, key, trip, cancellationToken)),
            { Side: TripSide.Away, IsOpen: false } => new($"ket-qua-chuyen-{trip.Number}.hoinghi", "application/octet-stream", await TripPackages.Result(db, key, trip, cancellationToken)),
            _ => null,
        };
    }
}

/// <summary>Writes packages.</summary>
internal static class TripPackages
{
    public static async Task<byte[]> Out(WorkflowDbContext db, InstallationKey key, SessionTrip trip, CancellationToken ct)
    {
        var conference = await db.Set<Conference>().AsNoTracking().SingleAsync(row => row.Id == trip.ConferenceId, ct);
        return SessionPackage.Write(await Manifest(db, trip, PackageKind.Out, ct), [.. await HouseTables.Write(db, conference, trip.OutAt, ct), .. await SessionTables.Write(db, trip.ConferenceId, ct)], key);
    }

    public static async Task<byte[]> Result(WorkflowDbContext db, InstallationKey key, SessionTrip trip, CancellationToken ct) =>
        SessionPackage.Write(await Manifest(db, trip, PackageKind.Result, ct), [.. await SessionTables.Write(db, trip.ConferenceId, ct), (SessionTables.Chapter, await Chapter(db, ct))], key);

    // Up to the line that sealed it; who merely looks in afterwards writes lines that belong to no session.
    private static async Task<byte[]> Chapter(WorkflowDbContext db, CancellationToken ct)
    {
        var end = await db.Set<AuditEntry>().Where(entry => entry.Act == nameof(SealSession)).MaxAsync(entry => entry.Position, ct);
        return RowText.Write(db, typeof(AuditEntry), await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Position <= end).ToListAsync(ct));
    }

    private static async Task<PackageManifest> Manifest(WorkflowDbContext db, SessionTrip trip, PackageKind kind, CancellationToken ct) => new(
        PackageManifest.CurrentFormat, kind, trip.Id, trip.Number, trip.OrganizationId, (await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == trip.OrganizationId, ct)).Name,
        trip.ConferenceId, (await SessionRecord.Of(db, trip.ConferenceId, ct))!.Name, trip.OutAt, trip.OutById, trip.BaseHash, []);
}
