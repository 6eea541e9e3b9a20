using System.Globalization;
using Workflow.Documents.Redline;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Anchoring;

/// <summary>Carries clause ids from version to version, so that comments stay where they belong.</summary>
public static class ClauseIds
{
    private const double Alike = 0.5;

    /// <summary>The imported text with the ids of the clauses that it continues; new clauses get numbers never used before.</summary>
    /// <param name="before">The version that the import continues.</param>
    /// <param name="imported">The import; its ids are taken for nothing.</param>
    /// <param name="carried">Ids of <paramref name="imported"/> that the file itself carried in hidden bookmarks: where one exists in
    /// <paramref name="before"/> it names the clause, unless equal text stands elsewhere (somebody typed over a paragraph). A file most of whose
    /// bookmarks stand at unlike text is another draft's (last year's, taken as a pattern), and its bookmarks count for nothing.</param>
    /// <param name="retired">Ids of earlier versions that must not come back for another clause.</param>
    public static DraftText Inherit(DraftText before, DraftText imported, IReadOnlySet<string>? carried = null, IEnumerable<string>? retired = null)
    {
        var alignment = Alignment.Of(before.Clauses, imported.Clauses, idsCount: false, Named(before, imported, carried));
        var inherited = alignment.Pairs.Concat(alignment.Moves).ToDictionary(pair => pair.After, pair => before.Clauses[pair.Before].Id);
        var next = before.Clauses.Select(clause => clause.Id).Concat(retired ?? []).Select(Number).Append(before.Clauses.Count).Max() + 1;
        return imported with
        {
            Clauses = [.. imported.Clauses.Select((clause, index) => clause with { Id = inherited.TryGetValue(index, out var id) ? id : $"c{next++}" })],
        };
    }

    // Old and new index of the clauses that a bookmark names.
    private static Dictionary<int, int>? Named(DraftText before, DraftText imported, IReadOnlySet<string>? carried)
    {
        if (carried is not { Count: > 0 })
        {
            return null;
        }

        static bool SameFamily(ClauseKind one, ClauseKind other) => one == other || (one is ClauseKind.Heading or ClauseKind.Paragraph && other is ClauseKind.Heading or ClauseKind.Paragraph);
        var places = before.Clauses.Select((clause, index) => (clause.Id, index)).ToDictionary(one => one.Id, one => one.index, StringComparer.Ordinal);
        var textsBefore = before.Clauses.Select(clause => clause.Text).ToHashSet(StringComparer.Ordinal);
        var textsAfter = imported.Clauses.Select(clause => clause.Text).ToHashSet(StringComparer.Ordinal);
        var named = new Dictionary<int, int>();
        var (words, alike, all) = (new Words(), 0, 0);
        for (var y = 0; y < imported.Clauses.Count; y++)
        {
            var clause = imported.Clauses[y];
            if (!carried.Contains(clause.Id) || !places.TryGetValue(clause.Id, out var x))
            {
                continue;
            }

            all++;
            alike += WordBag.Of(before.Clauses[x].Text, words).Likeness(WordBag.Of(clause.Text, words)) >= Alike ? 1 : 0;
            if (SameFamily(before.Clauses[x].Kind, clause.Kind) && (before.Clauses[x].Text == clause.Text || (!textsAfter.Contains(before.Clauses[x].Text) && !textsBefore.Contains(clause.Text))))
            {
                named.TryAdd(x, y);
            }
        }

        return 2 * alike >= all ? named : null;
    }

    private static int Number(string id) => id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
