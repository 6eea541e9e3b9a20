using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Makes the change of one clause.</summary>
internal static partial class ClauseChanges
{
    public static ClauseChange Inserted(Clause after) => new(ChangeKind.Inserted, null, after, Whole(DiffKind.Inserted, after), Figures(after.Text).Count > 0);

    public static ClauseChange Deleted(Clause before) => new(ChangeKind.Deleted, before, null, Whole(DiffKind.Deleted, before), Figures(before.Text).Count > 0);

    public static ClauseChange Left(Clause before, Clause after) => new(ChangeKind.Moved, before, null, Whole(DiffKind.Deleted, before), false) { Counterpart = after };

    /// <summary>Where a move came to: all new there, or word by word when it was edited on the way.</summary>
    public static ClauseChange Arrived(Clause before, Clause after) => before.FullText == after.FullText
        ? new(ChangeKind.Moved, null, after, Whole(DiffKind.Inserted, after), false) { Counterpart = before }
        : new(ChangeKind.Moved, null, after, WordDiff.Compare(before.FullText, after.FullText), FiguresDiffer(before.Text, after.Text)) { Counterpart = before };

    public static ClauseChange Pair(Clause before, Clause after)
    {
        var pieces = WordDiff.Compare(before.FullText, after.FullText);
        if (pieces.All(piece => piece.Kind == DiffKind.Same))
        {
            return new(ChangeKind.Same, before, after, pieces, false);
        }

        return Words.Key(before.Text) == Words.Key(after.Text)
            ? new(ChangeKind.Relabelled, before, after, pieces, false)
            : new(ChangeKind.Edited, before, after, pieces, FiguresDiffer(before.Text, after.Text))
            {
                OnlyTonePlacement = before.Label == after.Label && TonePlacement.Key(before.Text) == TonePlacement.Key(after.Text),
            };
    }

    public static ClauseChange Split(Clause before, IReadOnlyList<Clause> parts) => new(
        ChangeKind.Split, before, parts[0], WordDiff.Compare(before.FullText, Lines(parts)), FiguresDiffer(before.Text, Texts(parts)))
    {
        Parts = parts,
    };

    public static ClauseChange Merged(IReadOnlyList<Clause> parts, Clause after) => new(
        ChangeKind.Merged, parts[0], after, WordDiff.Compare(Lines(parts), after.FullText), FiguresDiffer(Texts(parts), after.Text))
    {
        Parts = parts,
    };

    private static string Lines(IReadOnlyList<Clause> parts) => string.Join('\n', parts.Select(part => part.FullText));

    private static string Texts(IReadOnlyList<Clause> parts) => string.Join('\n', parts.Select(part => part.Text));

    private static DiffPiece[] Whole(DiffKind kind, Clause clause) => [new DiffPiece(kind, clause.FullText)];

    // The numbers in the order they stand: two figures that changed places deserve a look as well.
    private static bool FiguresDiffer(string before, string after) => !Figures(before).Select(figure => figure.Value).SequenceEqual(Figures(after).Select(figure => figure.Value));

    private static MatchCollection Figures(string text) => Number().Matches(text);

    [GeneratedRegex(@"\d+(?:[.,/]\d+)*")]
    private static partial Regex Number();
}
