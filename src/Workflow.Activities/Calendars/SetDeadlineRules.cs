using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>
/// Rules on hours, reminders, digest and silence from a day on. Never from today: what was begun this morning would be judged by other rules in the evening.
/// Rounds that are open keep what was printed on them.
/// </summary>
/// <param name="Reminders">Minutes before the close, each once.</param>
[Allow(Office.ChiefOfOffice, Office.Administrator)]
public sealed record SetDeadlineRules(
    Guid CommandId, DateOnly From, DayKind Saturday, TimeOnly WorkBegins, TimeOnly WorkEnds, TimeOnly HalfDayEnds, IReadOnlyList<int> Reminders, int EscalateAfterMinutes, TimeOnly DigestAt, string DeadlineSource,
    bool SilenceApproves, bool PartialAgreementApproves, string CirculationSource) : ICommand;

internal sealed class SetDeadlineRulesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetDeadlineRules, Answer>
{
    public async Task<Answer> Handle(SetDeadlineRules command, CancellationToken cancellationToken)
    {
        if (command.From <= actor.Today || command.From > actor.Today.AddYears(2))
        {
            return Answer.No("rules.day", $"Quy tắc mới có hiệu lực sớm nhất từ ngày mai ({CalendarWords.Of(actor.Today.AddDays(1))}) và trong vòng hai năm: việc đã làm hôm nay theo quy tắc của hôm nay.");
        }

        var all = await db.Set<RuleProfile>().ToListAsync(cancellationToken);
        var rules = all.Find(profile => profile.ValidFrom == command.From);
        var before = RuleProfile.InForce(all.Where(profile => profile != rules), command.From);
        if (rules is null)
        {
            if (before is null)
            {
                return Answer.No("rules.none-before", "Chưa có bộ quy tắc nào trước ngày này. Đồng chí chọn ngày khác.");
            }

            rules = before.From(command.From, Guid.CreateVersion7(actor.Now), $"Quy tắc từ {CalendarWords.Of(command.From)}");
            db.Add(rules);
        }

        (rules.Saturday, rules.WorkBegins, rules.WorkEnds, rules.HalfDayEnds) = (command.Saturday, command.WorkBegins, command.WorkEnds, command.HalfDayEnds);
        (rules.Reminders, rules.EscalateAfterMinutes, rules.DigestAt, rules.DeadlineSource) = (string.Join(',', command.Reminders.OrderDescending()), command.EscalateAfterMinutes, command.DigestAt, command.DeadlineSource.Trim());
        (rules.SilenceApproves, rules.PartialAgreementApproves, rules.CirculationSource) = (command.SilenceApproves, command.PartialAgreementApproves, command.CirculationSource.Trim());
        return rules.DeadlinesRefused() is { } refusal ? Answer.No(refusal) : Answer.Done(rules.Id, $"Đã đặt quy tắc từ {CalendarWords.Of(command.From)}: {RuleWords.Of(rules)}");
    }
}
