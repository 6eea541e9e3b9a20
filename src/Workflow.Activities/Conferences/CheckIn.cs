using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member checks in at the door, with the code that hangs there; guests are recorded by the office.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CheckIn(Guid CommandId, Guid ConferenceId, string Code) : ICommand;

internal sealed class CheckInHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<CheckIn, Answer>
{
    public async Task<Answer> Handle(CheckIn command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        var row = conference is null ? null : await db.Set<Attendance>().SingleOrDefaultAsync(one => one.ConferenceId == conference.Id && one.PersonId == actor.PersonId, cancellationToken);
        if (conference is null || row is null)
        {
            return Answer.No("conference.not-found", "Đồng chí không có tên trong danh sách triệu tập hoặc khách mời của hội nghị này.");
        }

        if (Sessions.MustNotBeOver(conference) is { } over)
        {
            return Answer.No(over);
        }

        // Long before the session nobody stands at the door.
        if (conference.OpenedAt is null && actor.Now < conference.StartsAt.AddHours(-3))
        {
            return Answer.No("conference.too-early", "Chưa đến giờ điểm danh: mở trước giờ họp 3 tiếng.");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(conference.DoorCode), Encoding.UTF8.GetBytes(command.Code.Trim())))
        {
            return Answer.No("conference.door-code", "Mã điểm danh không đúng. Đồng chí xem lại 6 chữ số ở cửa phòng họp, hoặc nhờ Văn phòng điểm danh giúp.");
        }

        var was = row.IsPresent;
        if (row.Mark(Presence.Present, "") is { } refusal)
        {
            return Answer.No(refusal);
        }

        await new Movements(db, conference.Id, actor).Note(row, was, cancellationToken);
        var running = !was && !row.IsGuest && await db.Set<Vote>().AnyAsync(vote => vote.ConferenceId == conference.Id && vote.ClosedAt == null && vote.VoidedAt == null, cancellationToken);
        return Answer.Done(conference.Id, was ? "Đồng chí đã được điểm danh từ trước." : $"Đã điểm danh: đồng chí {actor.Name} có mặt." + (running ? " Đang có biểu quyết mở từ trước khi đồng chí đến; đồng chí biểu quyết từ lần sau." : ""));
    }
}
