using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The session begins: the quorum is judged now. Without it a written reason is needed, which stands in the minutes.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record OpenConference(Guid CommandId, Guid ConferenceId, string WithoutQuorum = "") : ICommand;

internal sealed class OpenConferenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<OpenConference, Answer>
{
    public async Task<Answer> Handle(OpenConference command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        if (await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if (command.WithoutQuorum.Length > Conference.LongestReason)
        {
            return Answer.No("conference.reason-long", "Lý do dài quá 1.000 chữ. Đồng chí viết gọn lại.");
        }

        var members = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id && !row.IsGuest).Select(row => row.Presence).ToListAsync(cancellationToken);
        var rules = await Rolls.ProfileOn(db, VietnamTime.DayOf(actor.Now), cancellationToken);
        var (present, needed) = (members.Count(one => one == Presence.Present), Voting.QuorumRequired(rules, members.Count));
        return conference.Open(present, needed, command.WithoutQuorum, actor.Now) is { } refusal
            ? Answer.No(refusal)
            : Answer.Done(conference.Id, $"Đã khai mạc: có mặt {present}/{members.Count} đồng chí, cần ít nhất {needed}." + (conference.OpenedWithoutQuorum.Length > 0 ? $" Chưa đủ điều kiện, lý do vẫn tiến hành: {conference.OpenedWithoutQuorum}" : ""));
    }
}
