using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Every round begins so: with the rules of its day printed on it, and a sheet for each who is asked.</summary>
internal static class RoundOpening
{
    /// <summary>
    /// Opens it. A closing time on a day off is moved to the next working day; what falls due until then is planned in the same save. Read the closing time from the round.
    /// </summary>
    public static async Task<ReviewRound> Open(
        WorkflowDbContext db, Actor actor, Draft draft, RoundPurpose purpose, BodyKind? body, bool isOfProcess, IReadOnlyCollection<Guid> people, string question, DateTimeOffset closesAt, AnswersShown shown, RuleProfile rules, CancellationToken ct)
    {
        var calendar = await OfficeCalendar.Read(db, ct);
        // Whatever became of the step of an earlier round, what opens now must not wake it.
        if (isOfProcess)
        {
            foreach (var before in await db.Set<ReviewRound>().Where(one => one.DraftId == draft.Id && one.IsOfProcess && one.ClosedAt == null).ToListAsync(ct))
            {
                before.Close(actor.Now);
            }
        }

        var round = new ReviewRound
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            Number = await db.Set<ReviewRound>().CountAsync(one => one.DraftId == draft.Id, ct) + 1,
            VersionId = draft.CurrentVersionId,
            VersionHash = draft.CurrentHash,
            Question = question,
            OpenedAt = actor.Now,
            OpenedById = actor.PersonId,
            ClosesAt = OfficeCalendar.Deadline(calendar, closesAt),
            Purpose = purpose,
            Body = body,
            IsOfProcess = isOfProcess,
            SilenceCounts = purpose == RoundPurpose.Decision && rules.SilenceApproves,
            SilenceRule = purpose == RoundPurpose.Decision ? rules.SilenceRule : "Đồng chí không trả lời trước khi hết hạn được ghi là “Không trả lời”; không ai trả lời thay.",
        };
        round.Show(shown);
        db.Add(round);
        foreach (var person in people)
        {
            db.Add(new OpinionSheet { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, RoundId = round.Id, PersonId = person });
        }

        RoundDeadlines.Plan(db, round, rules, calendar);
        return round;
    }

    /// <summary>Of these, who may be asked: members of a body today.</summary>
    public static async Task<List<Guid>> Members(WorkflowDbContext db, IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken ct) => await db.Set<Membership>()
        .Where(member => people.Contains(member.PersonId) && member.From <= day && (member.To == null || member.To >= day))
        .Join(db.Set<Body>().Where(body => body.Kind == BodyKind.ExecutiveCommittee || body.Kind == BodyKind.StandingCommittee), member => member.BodyId, body => body.Id, (member, _) => member.PersonId)
        .Distinct().OrderBy(person => person).ToListAsync(ct);
}
