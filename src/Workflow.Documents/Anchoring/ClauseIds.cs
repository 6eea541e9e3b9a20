using System.Globalization;
using Workflow.Documents.Redline;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Anchoring;

/// <summary>Carries clause ids from version to version, so that comments stay where they belong.</summary>
public static class ClauseIds
{
    /// <summary>The imported text with the ids of the clauses that it continues; new clauses get numbers never used before.</summary>
    public static DraftText Inherit(DraftText before, DraftText imported)
    {
        var (pairs, moves) = Alignment.Of(before.Clauses, imported.Clauses);
        var inherited = pairs.Concat(moves).ToDictionary(pair => pair.After, pair => before.Clauses[pair.Before].Id);
        var next = before.Clauses.Select(clause => Number(clause.Id)).Append(before.Clauses.Count).Max() + 1;
        return imported with
        {
            Clauses = [.. imported.Clauses.Select((clause, index) => clause with { Id = inherited.TryGetValue(index, out var id) ? id : $"c{next++}" })],
        };
    }

    private static int Number(string id) => id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
