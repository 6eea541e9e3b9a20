using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Drafting;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Documents.Appraisals;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>A point to judge.</summary>
/// <param name="Proposed">What the machine says; empty when nothing.</param>
/// <param name="ProposesNotMet">It proposes "Chưa đạt".</param>
/// <param name="Before">What the last appraisal asked here, and what became of it; empty when nothing.</param>
/// <param name="Judgement">What is filled in: kept from before, or the machine's proposal.</param>
/// <param name="IsProposal">What is filled in is the machine's, and nobody has touched it.</param>
public sealed record PointForm(Guid ItemId, int Ordinal, AppraisalPart Part, string Words, string Proposed, bool ProposesNotMet, string Before, PointJudgement? Judgement, string Note, string Place, bool IsProposal);

/// <summary>The page of an appraisal that is being made.</summary>
/// <param name="Asks">The body that is asked right after, in words; empty when none is.</param>
/// <param name="BeforeElse">What the last appraisal asked under points that the list has no more.</param>
/// <param name="KeptAt">When it was saved last; null when nothing is kept.</param>
/// <param name="KeptBy">Whose unfinished appraisal is shown; empty when it is the reader's own.</param>
public sealed record AppraisalForm(
    Guid DraftId, string Title, int Round, string Hash, string Source, IReadOnlyList<PointForm> Points, IReadOnlyList<string> BeforeElse, IReadOnlyList<string> Places,
    string Note, string Reason, string Asks, DateTimeOffset? KeptAt, string KeptBy);

/// <summary>What to fill in for an appraisal.</summary>
internal sealed class AppraisalForms(WorkflowDbContext db, TaskRights rights, CaseReader cases, Actor actor)
{
    /// <summary>The form of the appraisal that waits; null when none waits, or not for the reader.</summary>
    public async Task<AppraisalForm?> Of(Draft draft, CancellationToken cancellationToken)
    {
        var task = await db.Set<OpenTask>().AsNoTracking().SingleOrDefaultAsync(row => row.SubjectId == draft.Id && row.TaskKey == TaskKeys.Appraisal && row.ClosedAt == null, cancellationToken);
        if (task is null || (await rights.Judge(task, cancellationToken, helps: true)).Refusal is not null)
        {
            return null;
        }

        var text = await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, cancellationToken);
        var (list, items) = await Checklists.InForce(db, actor.Today, cancellationToken);
        var proposals = AppraisalProposals.Of(text, await ChecksInForce.Off(db, actor.Now, cancellationToken), actor.Today, await OrganizationContext.Read(db, actor, draft.Id, cancellationToken));
        var before = await EarlierAppraisal.Asked(db, draft, null, (draft.CurrentVersionId, draft.CurrentHash), cancellationToken);

        // One's own first; otherwise what a colleague left, to go on from.
        var sheets = await db.Set<AppraisalSheet>().AsNoTracking().Where(row => row.DraftId == draft.Id).ToListAsync(cancellationToken);
        var kept = sheets.Find(row => row.PersonId == actor.PersonId) ?? sheets.MaxBy(row => row.SavedAt);
        var entry = kept is null ? null : AppraisalEntry.FromJson(kept.Content);
        var keptBy = kept is null || kept.PersonId == actor.PersonId ? "" : await db.Set<Person>().Where(person => person.Id == kept.PersonId).Select(person => person.FullName).SingleAsync(cancellationToken);
        var next = (await cases.After(task, "appraised", cancellationToken)).FirstOrDefault(work => work.Key == TaskKeys.Review);
        return new(
            draft.Id, draft.Title(), draft.CurrentRound, draft.CurrentHash, list?.Source ?? "",
            [.. items.Select(item => Point(item, proposals.GetValueOrDefault(item.Topic), before.FirstOrDefault(one => IsSame(one.Point, item)), entry, text))],
            [.. before.Where(one => !items.Any(item => IsSame(one.Point, item))).Select(one => $"{one.Point.Words}: {Said(one)}")],
            AppraisalPlaces.Of(text),
            entry?.Note ?? "", entry?.Reason ?? "", next is null ? "" : CandidateWords.BodyOf(next.Whom) is { } body ? ReviewWords.Of(body) : next.Name, kept?.SavedAt, keptBy);
    }

    /// <summary>A point of an earlier appraisal and one of today's list: the same, or the same words in another list.</summary>
    internal static bool IsSame(AppraisalPoint point, AppraisalItem item) => point.ItemId == item.Id || point.Words == item.Words;

    private static PointForm Point(AppraisalItem item, AppraisalProposal? proposal, AskedBefore? before, AppraisalEntry? entry, DraftText text)
    {
        var kept = entry?.Points.FirstOrDefault(point => point.ItemId == item.Id);

        // What was typed goes before what is proposed; a point that nobody touched bears the proposal, marked as such.
        var isProposal = proposal is { IsNotMet: true } && (kept is null || (kept.Judgement == PointJudgement.NotMet && kept.Note.Trim() == proposal.Note));
        var place = kept?.Place ?? (proposal is { IsNotMet: true } ? AppraisalPlaces.Of(text, proposal.ClauseId) : "");
        return new(
            item.Id, item.Ordinal, item.Part, item.Words, proposal?.Note ?? "", proposal?.IsNotMet ?? false, before is null ? "" : Said(before),
            kept is null ? isProposal ? PointJudgement.NotMet : null : kept.Judgement, kept?.Note ?? (isProposal ? proposal!.Note : ""), place, isProposal);
    }

    private static string Said(AskedBefore one) => $"{(one.Point.ClauseTitle.Length > 0 ? one.Point.ClauseTitle + ": " : "")}{one.Point.Note.TrimEnd('.')} ({AppraisalWords.Of(one.Since)}).";
}
