using Workflow.Documents.Redline;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Anchoring;

/// <summary>Finds the place of a comment in a later version, whose clauses took over the ids of those they continue.</summary>
public static class CommentAnchor
{
    private const double Survival = 0.5;
    private const double TakenIn = 0.8;
    private const double Margin = 0.1;
    private const int FewestWords = 3;
    private const int EnoughWords = 5;
    private const int EnoughAround = 10;

    /// <summary>The place of a comment on <paramref name="clauseId"/> of <paramref name="before"/>, which quotes some of its words or none.</summary>
    /// <param name="start">Where its words stood in that clause, when they stood there more than once; -1 when that is not known.</param>
    public static AnchorPlacement Carry(string clauseId, string? quote, DraftText before, DraftText after, int start = -1)
    {
        var was = before.Clauses.FirstOrDefault(clause => clause.Id == clauseId);
        var now = after.Clauses.FirstOrDefault(clause => clause.Id == clauseId);
        var words = Plain(quote ?? "");
        start += start < 0 ? 0 : words.Length - words.TrimStart().Length;
        words = words.Trim();
        if (words.Length == 0)
        {
            return now is not null ? new(AnchorKind.Exact, now.Id, 0, 0) : was is null ? Lost(null) : TakenInBy(was, before, after);
        }

        return (now is null ? null : InClause(words, was, now, start)) ?? (was is null || now is null ? null : Mapped(words, was, now, start)) ?? Elsewhere(words, clauseId, before, after) ?? Lost(now?.Id);
    }

    private static AnchorPlacement Lost(string? clauseId) => new(AnchorKind.Lost, clauseId, 0, 0);

    // The words as they are: where the comparison of the clause says that they went; else at the place whose neighbourhood is the most like the old one, if
    // it is like it at all. A short quote that was taken out must not fall upon the same words further on.
    private static AnchorPlacement? InClause(string words, Clause? was, Clause now, int start)
    {
        var text = Plain(now.Text);
        var places = Places(text, words).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var before = was is null ? "" : Plain(was.Text);
        var old = was is null ? -1 : Stood(before, words, start);
        if (old < 0 || before == text)
        {
            return new(AnchorKind.Exact, now.Id, old < 0 ? places[0] : old, words.Length);
        }

        var mapped = Survivors(before, text, old, words.Length);
        if (mapped.First >= 0 && places.Contains(mapped.First) && mapped.Kept == WordCount(words))
        {
            return new(AnchorKind.Exact, now.Id, mapped.First, words.Length);
        }

        var best = places.MaxBy(at => Around(text, at, words.Length, before, old));
        return WordCount(words) >= EnoughWords || Around(text, best, words.Length, before, old) >= EnoughAround ? new(AnchorKind.Exact, now.Id, best, words.Length) : null;
    }

    // Elsewhere only where they did not stand before: what was always said there too is not what was spoken of.
    private static AnchorPlacement? Elsewhere(string words, string clauseId, DraftText before, DraftText after)
    {
        if (WordCount(words) < FewestWords)
        {
            return null;
        }

        var old = before.Clauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        var found = after.Clauses.Where(clause => clause.Id != clauseId).Select(clause => (clause.Id, Places: Places(Plain(clause.Text), words).ToList())).Where(one => one.Places.Count > 0)
            .Where(one => !old.TryGetValue(one.Id, out var same) || Places(Plain(same.Text), words).Count() < one.Places.Count).Take(2).ToList();
        return found is [{ Places: [var at] } one] ? new(AnchorKind.Moved, one.Id, at, words.Length) : null;
    }

    // Where the words stood: where it was said, if they do stand there, else at their first place.
    private static int Stood(string text, string words, int start) =>
        start >= 0 && start + words.Length <= text.Length && text.AsSpan(start).StartsWith(words, StringComparison.Ordinal) ? start : text.IndexOf(words, StringComparison.Ordinal);

    // The quoted stretch carried through the comparison of the clause: what is left of it, when enough is.
    private static AnchorPlacement? Mapped(string words, Clause was, Clause now, int start)
    {
        var from = Stood(Plain(was.Text), words, start);
        if (from < 0)
        {
            return null;
        }

        var text = Plain(now.Text);
        var (first, last, kept) = Survivors(Plain(was.Text), text, from, words.Length);
        return kept > 0 && kept >= Survival * WordCount(words) ? new(AnchorKind.Fuzzy, now.Id, first, last - first) : null;
    }

    // What is left of a stretch: from its first word to its last, and how many of its words.
    private static (int First, int Last, int Kept) Survivors(string before, string text, int from, int length)
    {
        int old = 0, fresh = 0, first = -1, last = -1, kept = 0;
        foreach (var piece in WordDiff.Compare(before, text))
        {
            var (begin, end) = (Math.Max(old, from), Math.Min(old + piece.Text.Length, from + length));
            if (piece.Kind == DiffKind.Same && begin < end)
            {
                first = first < 0 ? fresh + begin - old : first;
                last = fresh + end - old;
                kept += WordCount(piece.Text[(begin - old)..(end - old)]);
            }

            old += piece.Kind == DiffKind.Inserted ? 0 : piece.Text.Length;
            fresh += piece.Kind == DiffKind.Deleted ? 0 : piece.Text.Length;
        }

        while (first < last && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        return (first, last, kept);
    }

    // A clause that is gone may stand in a larger one now: the one that holds most of its words and did not hold them before.
    private static AnchorPlacement TakenInBy(Clause was, DraftText before, DraftText after)
    {
        var words = new Words();
        var bag = WordBag.Of(was.Text, words);
        if (bag.Count < FewestWords)
        {
            return Lost(null);
        }

        var old = before.Clauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        double Share(Clause clause) => old.TryGetValue(clause.Id, out var same) && bag.ShareIn(WordBag.Of(same.Text, words)) >= TakenIn ? 0 : bag.ShareIn(WordBag.Of(clause.Text, words));
        var best = after.Clauses.Where(clause => clause.Kind is not ClauseKind.Table).Select(clause => (clause.Id, Share: Share(clause))).OrderByDescending(one => one.Share).Take(2).ToList();
        return best.Count > 0 && best[0].Share >= TakenIn && (best.Count == 1 || best[0].Share >= best[1].Share + Margin) ? new(AnchorKind.Fuzzy, best[0].Id, 0, 0) : Lost(null);
    }

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            // Words, not the middle of one.
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0]))
                && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]) || !char.IsLetterOrDigit(words[^1])))
            {
                yield return at;
            }
        }
    }

    // Equal letters before and after, up to 40 on either side.
    private static int Around(string text, int at, int length, string other, int otherAt)
    {
        var same = 0;
        for (var i = 1; i <= 40 && at - i >= 0 && otherAt - i >= 0 && text[at - i] == other[otherAt - i]; i++)
        {
            same++;
        }

        for (var i = 0; i < 40 && at + length + i < text.Length && otherAt + length + i < other.Length && text[at + length + i] == other[otherAt + length + i]; i++)
        {
            same++;
        }

        return same;
    }

    private static int WordCount(string text) => Words.Of(text).Count(word => word.Text.Length > 0 && char.IsLetterOrDigit(word.Text[0]));

    // Letter for letter, so that places stay: NFC and one way of typing dashes, quotes and spaces.
    private static string Plain(string text) => string.Create(text.Normalize().Length, text.Normalize(), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Words.Folded(source[i]);
        }
    });
}
