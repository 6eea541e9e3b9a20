using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The office records that invitation and papers went out, which the days before the session are counted from. The sending itself is the office's.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record SendInvitations(Guid CommandId, Guid ConferenceId) : ICommand;

internal sealed class SendInvitationsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SendInvitations, Answer>
{
    public async Task<Answer> Handle(SendInvitations command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        if (!await db.Set<AgendaItem>().AnyAsync(one => one.ConferenceId == conference.Id, cancellationToken))
        {
            return Answer.No("conference.no-agenda", "Chương trình chưa có nội dung nào. Đồng chí thêm ít nhất một nội dung rồi gửi giấy mời và ghi lại ở đây.");
        }

        conference.InvitedAt ??= actor.Now;
        var summoned = await db.Set<Attendance>().CountAsync(row => row.ConferenceId == conference.Id, cancellationToken);
        return Answer.Done(conference.Id, $"Đã ghi: giấy mời và tài liệu đã gửi tới {summoned} đồng chí.");
    }
}
