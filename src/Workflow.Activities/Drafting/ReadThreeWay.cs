using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Two versions beside the one that both began from.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadThreeWay(Guid DraftId, int Origin, int First, int Second, int Page = 1) : IQuery<ThreeWayView?>, IOfDraft;

/// <summary>A place of the base with what each version made of it, in pieces; an empty list where it changed nothing.</summary>
public sealed record ThreeWayPlace(int Number, string Verdict, bool IsConflict, string Base, IReadOnlyList<IReadOnlyList<ChangePiece>> First, IReadOnlyList<IReadOnlyList<ChangePiece>> Second);

/// <summary>The places where either differs, a page of them.</summary>
public sealed record ThreeWayView(string Title, IReadOnlyList<VersionChoice> Versions, string Sentence, Paged<ThreeWayPlace> Places);

internal sealed class ReadThreeWayHandler(WorkflowDbContext db) : IRequestHandler<ReadThreeWay, ThreeWayView?>
{
    public async Task<ThreeWayView?> Handle(ReadThreeWay request, CancellationToken cancellationToken)
    {
        if (await Versions.Of(db, request.DraftId, cancellationToken) is not { } versions || versions.Has(request.Origin) is null || versions.Has(request.First) is null || versions.Has(request.Second) is null)
        {
            return null;
        }

        var rows = ThreeWay.Compare(await versions.Text(request.Origin, cancellationToken), await versions.Text(request.First, cancellationToken), await versions.Text(request.Second, cancellationToken));
        var pages = Math.Max(1, (rows.Count + ReadComparisonHandler.PageSize - 1) / ReadComparisonHandler.PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        var skipped = (page - 1) * ReadComparisonHandler.PageSize;
        var conflicts = rows.Count(row => row.Kind == ThreeWayKind.Conflict);
        return new(
            versions.Draft.Title(), versions.Choices,
            $"So với {versions.Name(request.Origin)}: {rows.Count} chỗ khác{(conflicts > 0 ? $", trong đó {conflicts} chỗ hai bản sửa khác nhau, cần thống nhất" : "")}.",
            new([.. rows.Skip(skipped).Take(ReadComparisonHandler.PageSize).Select((row, index) => new ThreeWayPlace(
                skipped + index + 1, Verdict(row.Kind, request), row.Kind == ThreeWayKind.Conflict, row.Base?.FullText ?? "", Pieces(row.First), Pieces(row.Second)))], page, pages));
    }

    private static string Verdict(ThreeWayKind kind, ReadThreeWay request) => kind switch
    {
        ThreeWayKind.First => $"Chỉ bản {request.First} sửa",
        ThreeWayKind.Second => $"Chỉ bản {request.Second} sửa",
        ThreeWayKind.Same => "Hai bản sửa giống nhau",
        ThreeWayKind.Conflict => "Hai bản sửa khác nhau",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IReadOnlyList<ChangePiece>[] Pieces(IReadOnlyList<ClauseChange> changes) => [.. changes.Select(change => (IReadOnlyList<ChangePiece>)[.. change.Pieces.SelectMany(ChangePieces.Of)])];
}
