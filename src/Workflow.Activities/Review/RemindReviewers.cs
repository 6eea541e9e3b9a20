using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// Reminds at the moment that a process has chosen. What the round's own plan holds for now is carried out with it, so that nobody is reminded twice; a round that began before
/// rounds had plans is reminded here.
/// </summary>
internal sealed class RemindReviewers(WorkflowDbContext db) : IActivity
{
    public string Key => ActivityKeys.RemindReviewers;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        if (await db.Set<ReviewRound>().Where(one => one.DraftId == run.SubjectId).OrderByDescending(one => one.Number).Select(one => one.Id).FirstOrDefaultAsync(ct) is var id && id == Guid.Empty)
        {
            return ActivityResult.Done("Chưa có đợt lấy ý kiến nào để nhắc.");
        }

        if (await RoundDeadlines.Held(db, id, run.Now, ct) is { } held)
        {
            return ActivityResult.Done(string.Join(' ', await RoundDeadlines.Carry(db, held, run.Now, ct)) is { Length: > 0 } said ? said : "Các lần nhắc của đợt lấy ý kiến này đi theo lịch của đợt.");
        }

        var round = await db.Set<ReviewRound>().SingleAsync(one => one.Id == id, ct);
        return ActivityResult.Done(await RoundDeadlines.Remind(db, round, $"process:{run.MessageId:N}", run.Now, ct));
    }
}
