using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Makes passes of guests.</summary>
internal static class GuestPasses
{
    public static GuestPass New(Attendance guest, Actor actor) => new() { Id = Guid.NewGuid(), OrganizationId = actor.OrganizationId, ConferenceId = guest.ConferenceId, AttendanceId = guest.Id, ById = actor.PersonId, At = actor.Now };
}

/// <summary>The office takes a guest's link back: it opens nothing from now on. With <paramref name="Anew"/> a new one takes its place.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RevokeGuestPass(Guid CommandId, Guid ConferenceId, Guid GuestId, bool Anew) : ICommand;

internal sealed class RevokeGuestPassHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RevokeGuestPass, Answer>
{
    public async Task<Answer> Handle(RevokeGuestPass command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        var guest = conference is null ? null : await db.Set<Attendance>().SingleOrDefaultAsync(row => row.Id == command.GuestId && row.ConferenceId == conference.Id && row.IsGuest, cancellationToken);
        if (conference is null || guest is null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : new("guest.not-found", "Không thấy khách mời này trong danh sách."));
        }

        if (command.Anew && Sessions.MustNotBeOver(conference) is { } over)
        {
            return Answer.No(over);
        }

        var valid = await db.Set<GuestPass>().Where(pass => pass.AttendanceId == guest.Id && pass.RevokedAt == null).ToListAsync(cancellationToken);
        if (valid.Count == 0 && !command.Anew)
        {
            return Answer.No("guest.no-pass", $"{guest.GuestName} không có liên kết nào đang dùng được.");
        }

        valid.ForEach(pass => pass.RevokedAt = actor.Now);
        if (command.Anew)
        {
            db.Add(GuestPasses.New(guest, actor));
        }

        return Answer.Done(conference.Id, command.Anew ? $"Đã cấp liên kết mới cho {guest.GuestName}; liên kết cũ không mở được nữa." : $"Đã thu hồi liên kết của {guest.GuestName}.");
    }
}
