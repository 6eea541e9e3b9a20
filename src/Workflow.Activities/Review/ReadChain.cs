using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Where a stage of the chain stands.</summary>
public enum StageState
{
    /// <summary>Behind the draft.</summary>
    Done,

    /// <summary>The draft is here.</summary>
    Now,

    /// <summary>Still to come.</summary>
    Ahead,
}

/// <summary>A stage of the chain as the drawing has it: a body that is asked, or where it is decided.</summary>
public sealed record ChainStage(string Name, StageState State);

/// <summary>A round that was held, or is.</summary>
/// <param name="Who">The body, or "các đồng chí được chọn".</param>
/// <param name="Version">"Dự thảo lần 2 (bản 4)".</param>
/// <param name="Answered">How many answered: said of every round to everyone who sees the draft.</param>
/// <param name="Concluded">"Tiếp thu rồi trình tiếp"; empty without a conclusion.</param>
/// <param name="Conclusion">"Kết luận của Ban Thường vụ ngày …"; empty without one.</param>
public sealed record ChainRound(
    Guid Id, int Number, string Who, bool IsOfProcess, RoundPurpose Purpose, string Version, DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, DateTimeOffset? ClosedAt, bool IsOpen, int Asked, int Answered, string Concluded, string Conclusion, int Points, int Met);

/// <summary>The chain of a draft: its stages, its rounds, and how often it was sent.</summary>
/// <param name="Sent">The last "lần dự thảo"; 0 before the first.</param>
public sealed record ChainView(IReadOnlyList<ChainStage> Stages, IReadOnlyList<ChainRound> Rounds, int Sent);

/// <summary>Which bodies were asked about a draft, about which version, what each concluded, and what is still to come.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadChain(Guid DraftId) : IQuery<ChainView?>, IOfDraft;

internal sealed class ReadChainHandler(WorkflowDbContext db, CaseReader cases, ReviewSight sight) : IRequestHandler<ReadChain, ChainView?>
{
    private static readonly HashSet<string> Stations = new(StringComparer.Ordinal) { TaskKeys.Review, TaskKeys.Conference, TaskKeys.Approval };

    public async Task<ChainView?> Handle(ReadChain request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var seen = await sight.Of(draft, cancellationToken);
        var sent = await db.Set<DraftRound>().AsNoTracking().Where(row => row.DraftId == draft.Id).ToListAsync(cancellationToken);
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(row => row.DraftId == draft.Id).Select(row => new { row.Id, row.Round }).ToDictionaryAsync(row => row.Id, row => row.Round, cancellationToken);
        var conclusions = await db.Set<Conclusion>().AsNoTracking().Where(row => row.DraftId == draft.Id && row.WithdrawnAt == null && row.RoundId != null).OrderBy(row => row.At).ToListAsync(cancellationToken);
        var points = (await ConclusionPoints.Of(db, draft, cancellationToken)).ToLookup(state => state.Point.ConclusionId);
        var rounds = new List<ChainRound>();
        foreach (var one in seen.Rounds)
        {
            var round = one.Round;
            var asked = await Missing.Asked(db, round.Id, cancellationToken);
            var concluded = conclusions.LastOrDefault(row => row.RoundId == round.Id);
            var name = $"bản {versions.GetValueOrDefault(round.VersionId)}";
            rounds.Add(new(
                round.Id, round.Number, round.Body is { } body ? ReviewWords.Of(body) : "Các đồng chí được chọn", round.IsOfProcess, round.Purpose,
                sent.Find(row => row.VersionId == round.VersionId) is { } times ? $"Dự thảo lần {times.Number} ({name})" : char.ToUpperInvariant(name[0]) + name[1..],
                round.OpenedAt, round.ClosesAt, round.ClosedAt, one.IsOpen, asked, asked - await seen.Missing(one, cancellationToken),
                concluded?.Outcome is { } outcome ? ConclusionWords.Of(outcome) : "", concluded is null ? "" : ConclusionWords.Name(concluded),
                concluded is null ? 0 : points[concluded.Id].Count(), concluded is null ? 0 : points[concluded.Id].Count(state => state.IsMet)));
        }

        return new(await Stages(draft, cancellationToken), rounds, sent.Select(row => row.Number).DefaultIfEmpty().Max());
    }

    // At a station, or at the conclusion on it, the draft is there; otherwise it is on its way to the station that it can come to first.
    private async Task<IReadOnlyList<ChainStage>> Stages(Draft draft, CancellationToken ct)
    {
        var way = await cases.OnTheWay(draft.ProcessInstanceId, ct);
        var stations = way.Where(IsStation).ToList();
        var open = await db.Set<OpenTask>().AsNoTracking().Where(task => task.InstanceId == draft.ProcessInstanceId && task.ClosedAt == null).OrderBy(task => task.OpenedAt).FirstOrDefaultAsync(ct);
        if (draft.AdoptedHash.Length > 0 || open is null)
        {
            // A case that was stopped came as far as its rounds show; nothing of it is still to come.
            return [.. stations.Select(one => new ChainStage(one.Name, draft.AdoptedHash.Length > 0 ? StageState.Done : StageState.Ahead))];
        }

        var place = way.Index().Where(one => one.Item.ElementId == open.ElementId).Select(one => one.Index).DefaultIfEmpty(0).First();
        var isHere = Stations.Contains(open.TaskKey) || open.TaskKey == TaskKeys.Conclusion;
        var next = isHere ? way.Take(place + 1).LastOrDefault(IsStation) : (await cases.OnTheWay(open, ct)).FirstOrDefault(IsStation);
        var at = next is null ? stations.Count : stations.FindIndex(one => one.ElementId == next.ElementId);
        return [.. stations.Select((one, index) => new ChainStage(one.Name, index < at ? StageState.Done : index == at && isHere ? StageState.Now : StageState.Ahead))];
    }

    private static bool IsStation(DescribedWork work) => work.Kind == WorkOf.Person && Stations.Contains(work.Key);
}
