using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>What became of a clause.</summary>
public enum ChangeKind
{
    Same, Edited, Inserted, Deleted, Moved, Relabelled,
}

/// <summary>One clause's fate. <paramref name="Pieces"/> covers label and text. A move stands twice: where it left and where it came.</summary>
/// <param name="FiguresChanged">A number, date or sum differs: it deserves a second look.</param>
public sealed record ClauseChange(ChangeKind Kind, Clause? Before, Clause? After, IReadOnlyList<DiffPiece> Pieces, bool FiguresChanged);

/// <summary>The whole comparison, in reading order.</summary>
public sealed record Comparison(IReadOnlyList<ClauseChange> Changes)
{
    /// <summary>Clauses that differ.</summary>
    public IEnumerable<ClauseChange> Different => Changes.Where(change => change.Kind is not ChangeKind.Same);

    /// <summary>"4 chỗ sửa, 1 mục mới, 1 mục bỏ."</summary>
    public string Sentence
    {
        get
        {
            (ChangeKind Kind, string Words)[] words = [(ChangeKind.Edited, "chỗ sửa"), (ChangeKind.Inserted, "mục mới"), (ChangeKind.Deleted, "mục bỏ"), (ChangeKind.Moved, "mục chuyển chỗ"), (ChangeKind.Relabelled, "mục đánh số lại")];
            var parts = words.Select(one => (Count: Changes.Count(change => change.Kind == one.Kind && (one.Kind != ChangeKind.Moved || change.After is not null)), one.Words)).Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Words}").ToList();
            return parts.Count == 0 ? "Không có thay đổi nào." : string.Join(", ", parts) + ".";
        }
    }
}

/// <summary>Compares two texts, title, recipients and signature included.</summary>
public static partial class TextComparison
{
    /// <summary>Compares.</summary>
    public static Comparison Compare(DraftText before, DraftText after)
    {
        var left = Flat(before);
        var right = Flat(after);
        var (pairs, moves) = Alignment.Of(left, right);
        var byAfter = pairs.ToDictionary(pair => pair.After, pair => pair.Before);
        var pairedBefore = pairs.Select(pair => pair.Before).ToHashSet();
        var movedTo = moves.ToDictionary(move => move.After, move => move.Before);
        var movedFrom = moves.Select(move => move.Before).ToHashSet();
        var changes = new List<ClauseChange>();
        var next = 0;
        for (var y = 0; y < right.Count; y++)
        {
            if (byAfter.TryGetValue(y, out var x))
            {
                Gone(changes, left, ref next, x, pairedBefore, movedFrom);
                changes.Add(Pair(left[x], right[y]));
                next = x + 1;
            }
            else if (movedTo.ContainsKey(y))
            {
                changes.Add(new ClauseChange(ChangeKind.Moved, null, right[y], [new DiffPiece(DiffKind.Inserted, right[y].FullText)], false));
            }
            else
            {
                changes.Add(new ClauseChange(ChangeKind.Inserted, null, right[y], [new DiffPiece(DiffKind.Inserted, right[y].FullText)], Figures().IsMatch(right[y].Text)));
            }
        }

        Gone(changes, left, ref next, left.Count, pairedBefore, movedFrom);
        return new Comparison(changes);
    }

    /// <summary>Everything that is voted on, as clauses: title, subject, body, recipients, authority.</summary>
    internal static List<Clause> Flat(DraftText text)
    {
        static Clause Line(string id, string line) => new(id, ClauseKind.Paragraph, 0, "", [new TextRun(line)]);
        return
        [
            Line("title", $"{text.Type.Name.ToUpperInvariant()} {text.TitleTail}".Trim()),
            Line("subject", text.Subject),
            .. text.Clauses,
            .. text.Recipients.Count == 0 ? Array.Empty<Clause>() : [Line("recipients", "Nơi nhận:")],
            .. text.Recipients.Select((line, index) => Line($"recipient-{index + 1}", $"- {line.Name}{(line.Purpose is { } purpose ? $" ({purpose})" : "")}")),
            .. new[] { ("authority", text.Signature.Authority), ("position", text.Signature.Position), ("signer", text.Signature.Name) }
                .Where(line => line.Item2.Length > 0).Select(line => Line(line.Item1, line.Item2)),
        ];
    }

    private static ClauseChange Pair(Clause before, Clause after)
    {
        if (before.Text.Normalize() == after.Text.Normalize())
        {
            var kind = before.Label == after.Label ? ChangeKind.Same : ChangeKind.Relabelled;
            return new ClauseChange(kind, before, after, WordDiff.Compare(before.FullText, after.FullText), false);
        }

        var pieces = WordDiff.Compare(before.FullText, after.FullText);
        return pieces.All(piece => piece.Kind == DiffKind.Same)
            ? new ClauseChange(ChangeKind.Same, before, after, pieces, false)
            : new ClauseChange(ChangeKind.Edited, before, after, pieces, pieces.Any(piece => piece.Kind != DiffKind.Same && Figures().IsMatch(piece.Text)));
    }

    private static void Gone(List<ClauseChange> changes, List<Clause> left, ref int next, int until, HashSet<int> paired, HashSet<int> moved)
    {
        for (; next < until; next++)
        {
            if (moved.Contains(next))
            {
                changes.Add(new ClauseChange(ChangeKind.Moved, left[next], null, [new DiffPiece(DiffKind.Deleted, left[next].FullText)], false));
            }
            else if (!paired.Contains(next))
            {
                changes.Add(new ClauseChange(ChangeKind.Deleted, left[next], null, [new DiffPiece(DiffKind.Deleted, left[next].FullText)], Figures().IsMatch(left[next].Text)));
            }
        }
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex Figures();
}
