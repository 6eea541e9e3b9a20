using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What a guest's link opens, judged at every request: a pass that is not taken back, of a session that is not over.</summary>
internal static class GuestAccess
{
    /// <summary>Passes of a session that open something now.</summary>
    public static async Task<List<GuestPass>> Valid(WorkflowDbContext db, Guid conferenceId, CancellationToken ct) => await db.Set<GuestPass>().AsNoTracking()
        .Where(pass => pass.ConferenceId == conferenceId && pass.RevokedAt == null && db.Set<Conference>().Any(one => one.Id == conferenceId && one.ClosedAt == null && one.CancelledAt == null)).OrderBy(pass => pass.At).ThenBy(pass => pass.Id).ToListAsync(ct);

    /// <summary>The pass that a link names, while it is good; from here on the scope is that organization's. Null for anything else, whatever the reason.</summary>
    public static async Task<(GuestPass Pass, SessionRecord Record, Attendance Guest)?> Of(WorkflowDbContext db, CurrentOrganization organization, GuestLinks links, string token, CancellationToken ct)
    {
        if (links.Read(token) is not { } id || await db.Set<GuestPass>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.RevokedAt == null, ct) is not { } pass)
        {
            return null;
        }

        organization.Id = pass.OrganizationId;
        return await SessionRecord.Of(db, pass.ConferenceId, ct) is { Conference.IsOver: false } record && record.Attendance.FirstOrDefault(row => row.Id == pass.AttendanceId && row.IsGuest) is { } guest ? (pass, record, guest) : null;
    }
}
