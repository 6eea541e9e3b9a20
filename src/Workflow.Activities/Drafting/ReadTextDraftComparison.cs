using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What one writes on the page beside a newer version of the draft and the version that the writing began from.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record ReadTextDraftComparison(Guid DraftId) : IQuery<TextDraftComparison?>, IOfDraft;

/// <summary>A place where either differs from the version that the writing began from.</summary>
/// <param name="Key">What the writer's choice names it by.</param>
/// <param name="IsConflict">Both changed it, and otherwise: the writer is asked.</param>
/// <param name="Theirs">What the newer version made of it; empty when nothing.</param>
public sealed record WrittenPlace(string Key, string Verdict, bool IsConflict, string Base, IReadOnlyList<ChangePiece> Theirs, IReadOnlyList<ChangePiece> Mine);

/// <summary>The comparison; <paramref name="Problem"/> says why there is none.</summary>
public sealed record TextDraftComparison(Guid DraftId, int Revision, int BaseRound, int CurrentRound, string CurrentHash, string? Problem, IReadOnlyList<WrittenPlace> Places);

internal sealed class ReadTextDraftComparisonHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadTextDraftComparison, TextDraftComparison?>
{
    public async Task<TextDraftComparison?> Handle(ReadTextDraftComparison request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        var mine = draft is null ? null : await TextDrafts.Mine(db, actor, draft.Id, cancellationToken);
        if (mine is null || await TextDrafts.Version(db, draft!.Id, mine.BaseHash, cancellationToken) is not { } from)
        {
            return null;
        }

        var (merge, wrong) = await TextDrafts.Merge(db, draft, mine, cancellationToken);
        return new(draft.Id, mine.Revision, from.Round, draft.CurrentRound, draft.CurrentHash, wrong?.Text, [.. (merge?.Places ?? []).Select(place => new WrittenPlace(
            place.Key, Verdict(place.Kind), place.Kind == ThreeWayKind.Conflict, place.Key == DraftMerge.Order ? "Thứ tự các đoạn: mỗi bên xếp lại một cách." : place.Base?.FullText ?? "", Pieces(place.Theirs), Pieces(place.Mine)))]);
    }

    private static string Verdict(ThreeWayKind kind) => kind switch
    {
        ThreeWayKind.First => "Chỉ bản mới sửa: tự đưa vào",
        ThreeWayKind.Second => "Chỉ đồng chí sửa: giữ nguyên",
        ThreeWayKind.Same => "Hai bên sửa giống nhau",
        ThreeWayKind.Conflict => "Hai bên sửa khác nhau: đồng chí chọn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static List<ChangePiece> Pieces(ClauseChange? change) => [.. (change?.Pieces ?? []).SelectMany(ChangePieces.Of)];
}
