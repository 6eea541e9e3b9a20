using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What one writes on the page beside a newer version of the draft and the version that the writing began from.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record ReadTextDraftComparison(Guid DraftId) : IQuery<TextDraftComparison?>, IOfDraft;

/// <summary>A place where either differs from the version that the writing began from.</summary>
public sealed record WrittenPlace(string Verdict, bool IsConflict, string Base, IReadOnlyList<IReadOnlyList<ChangePiece>> Theirs, IReadOnlyList<IReadOnlyList<ChangePiece>> Mine);

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

        var (edited, unreadable) = EditedText.Parse(mine.Content);
        var (text, wrong) = edited is null ? (null, unreadable) : EditedTextRules.Over(edited, from.Text, await TextDrafts.UsedIds(db, draft.Id, cancellationToken));
        var rows = text is null ? [] : ThreeWay.Compare(from.Text, await DraftToChange.CurrentText(db, draft, cancellationToken), text);
        return new(draft.Id, mine.Revision, from.Round, draft.CurrentRound, draft.CurrentHash, wrong?.Text, [.. rows.Select(row => new WrittenPlace(Verdict(row.Kind), row.Kind == ThreeWayKind.Conflict, row.Base?.FullText ?? "", Pieces(row.First), Pieces(row.Second)))]);
    }

    private static string Verdict(ThreeWayKind kind) => kind switch
    {
        ThreeWayKind.First => "Chỉ bản mới sửa",
        ThreeWayKind.Second => "Chỉ đồng chí sửa",
        ThreeWayKind.Same => "Hai bên sửa giống nhau",
        ThreeWayKind.Conflict => "Hai bên sửa khác nhau",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IReadOnlyList<ChangePiece>[] Pieces(IReadOnlyList<ClauseChange> changes) => [.. changes.Select(change => (IReadOnlyList<ChangePiece>)[.. change.Pieces.SelectMany(ChangePieces.Of)])];
}
