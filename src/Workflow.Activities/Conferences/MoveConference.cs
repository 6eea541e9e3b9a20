using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A session that did not begin gets another time or place; who was invited is told in the same act. Its roll is that of its new day when the next invitations go out.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record MoveConference(Guid CommandId, Guid ConferenceId, DateOnly Day, TimeOnly Time, string Place, string Reason) : ICommand;

internal sealed class MoveConferenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<MoveConference, Answer>
{
    public async Task<Answer> Handle(MoveConference command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        var (starts, place) = (VietnamTime.At(command.Day, command.Time), command.Place.Trim());
        if (Refused(command, conference, starts, place) is { } refusal)
        {
            return Answer.No(refusal);
        }

        (conference.StartsAt, conference.Place) = (starts, place);
        var record = (await SessionRecord.Of(db, conference.Id, cancellationToken))!;

        // The record was read before the act is saved: it hears of the new time here.
        (record.Conference.StartsAt, record.Conference.Place) = (starts, place);
        var told = await Letters.Told(db, conference.Id, cancellationToken);
        var words = $"Đã đổi cuộc họp sang {VietnamTime.Local(starts):HH:mm dd/MM/yyyy}, {place}.";
        if (told.Count == 0)
        {
            return Answer.Done(conference.Id, words + " Chưa gửi giấy mời nên không phải báo lại.");
        }

        var (sent, not) = await new Letters(db, actor).Send(
            conference, LetterKind.Moved, SessionPaperModels.ToldHash(record), command.Reason.Trim(), [.. record.Attendance.Select(row => (row, told.Contains(row.Id) ? LetterKind.Moved : LetterKind.Invitation))], cancellationToken);
        return not is not null ? Answer.No(not) : Answer.Done(conference.Id, $"{words} Báo cho {record.Attendance.Count} người: {sent!.Sentence}");
    }

    private Refusal? Refused(MoveConference command, Conference conference, DateTimeOffset starts, string place) =>
        conference.OpenedAt is not null ? new("conference.opened", "Hội nghị đã khai mạc nên không đổi thời gian, địa điểm được.")
        : place.Length is 0 or > 200 ? new("conference.no-place", "Đồng chí ghi địa điểm họp (tối đa 200 chữ).")
        : VietnamTime.DayOf(starts) < actor.Today ? new("conference.past", "Ngày họp mới đã qua. Đồng chí chọn từ hôm nay trở đi.")
        : starts == conference.StartsAt && place == conference.Place ? new("conference.same", "Thời gian và địa điểm vẫn như cũ nên không có gì để đổi.")
        : string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > Conference.LongestReason ? new("conference.move-reason", "Đồng chí ghi lý do đổi (tối đa 1.000 chữ); lý do được báo cho mọi người đã mời.")
        : null;
}
