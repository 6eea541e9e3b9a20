using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>What the office needs to send a draft to a body, or to conclude its round.</summary>
/// <param name="Step">The step, as the drawing calls it; empty when none waits for the reader.</param>
/// <param name="IsOpening">The draft is to be sent; otherwise a round is to be concluded.</param>
/// <param name="Body">The body that is asked, in words; empty when the drawing asks nobody next.</param>
/// <param name="Members">How many are asked today.</param>
/// <param name="NextSent">The "lần dự thảo" that the version becomes when it is sent; null when it was sent before.</param>
/// <param name="Blocks">What stands against sending, or against "Thống nhất".</param>
public sealed record StepView(Guid DraftId, string Title, string Step, bool IsOpening, int Round, string Hash, string Body, int Members, int? NextSent, IReadOnlyList<string> Blocks)
{
    public Guid RoundId { get; init; }

    /// <summary>The version that was asked about: "Dự thảo lần 2".</summary>
    public string Version { get; init; } = "";

    public int Asked { get; init; }

    public int Answered { get; init; }

    public int Unanswered { get; init; }
}

/// <summary>The step of a round that waits for the office; null when there is no such draft.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record ReadStep(Guid DraftId) : IQuery<StepView?>, IOfDraft;

internal sealed class ReadStepHandler(WorkflowDbContext db, TaskRights rights, CaseReader cases, ReviewSight sight, Actor actor) : IRequestHandler<ReadStep, StepView?>
{
    public async Task<StepView?> Handle(ReadStep request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        var task = await db.Set<OpenTask>().AsNoTracking().Where(row => row.SubjectId == request.DraftId && row.ClosedAt == null && (row.TaskKey == TaskKeys.RoundOpening || row.TaskKey == TaskKeys.Conclusion)).OrderBy(row => row.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        if (draft is null)
        {
            return null;
        }

        if (task is null || (await rights.Judge(task, cancellationToken, helps: true)).Refusal is not null)
        {
            return Nothing(draft);
        }

        var unanswered = await UnansweredComments.Count(db, draft.Id, [], cancellationToken);
        var notMet = await ConclusionPoints.Gate(db, draft, cancellationToken);
        IReadOnlyList<string> blocks = [.. unanswered > 0 ? [$"còn {unanswered} góp ý chưa được trả lời."] : Array.Empty<string>(), .. notMet is not null ? [notMet.Text] : Array.Empty<string>()];
        return task.TaskKey == TaskKeys.RoundOpening ? await Opening(draft, task, blocks, cancellationToken) : await Conclusion(draft, task, blocks, unanswered, cancellationToken);
    }

    private static StepView Nothing(Draft draft) => new(draft.Id, draft.Title(), "", false, draft.CurrentRound, draft.CurrentHash, "", 0, null, []);

    private async Task<StepView> Opening(Draft draft, OpenTask task, IReadOnlyList<string> blocks, CancellationToken ct)
    {
        var next = (await cases.After(task, "opened", ct)).FirstOrDefault(work => work.Key == TaskKeys.Review);
        var body = next is null ? null : CandidateWords.BodyOf(next.Whom);
        var sent = await db.Set<DraftRound>().AsNoTracking().Where(row => row.DraftId == draft.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        return new(
            draft.Id, draft.Title(), task.Name, true, draft.CurrentRound, draft.CurrentHash, body is { } kind ? ReviewWords.Of(kind) : "", body is { } asked ? (await Rolls.MembersOn(db, asked, actor.Today, ct)).Count : 0,
            sent?.VersionId == draft.CurrentVersionId ? null : (sent?.Number ?? 0) + 1, blocks);
    }

    private async Task<StepView> Conclusion(Draft draft, OpenTask task, IReadOnlyList<string> blocks, int unanswered, CancellationToken ct)
    {
        if ((await sight.Of(draft, ct)).Rounds.LastOrDefault(one => one.Round.IsOfProcess) is not { } last)
        {
            return Nothing(draft);
        }

        var round = last.Round;
        var sent = await db.Set<DraftRound>().Where(row => row.DraftId == draft.Id && row.VersionId == round.VersionId).Select(row => (int?)row.Number).FirstOrDefaultAsync(ct);
        var asked = await Missing.Asked(db, round.Id, ct);
        var answered = asked - (await Missing.Of(db, round.Id, ct)).Count;
        var stale = draft.CurrentHash == round.VersionHash ? Array.Empty<string>() : ["dự thảo đã có bản khác với bản được cho ý kiến, nên không chọn “Thống nhất” được."];
        return new(draft.Id, draft.Title(), task.Name, false, draft.CurrentRound, draft.CurrentHash, round.Body is { } body ? ReviewWords.Of(body) : "Các đồng chí được hỏi", asked, null, [.. blocks, .. stale])
        {
            RoundId = round.Id,
            Version = sent is { } number ? $"Dự thảo lần {number}" : "dự thảo",
            Asked = asked,
            Answered = answered,
            Unanswered = unanswered,
        };
    }
}
