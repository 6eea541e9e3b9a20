using System.Globalization;
using Workflow.Domain.Texts;

namespace Workflow.Activities.Appraisals;

/// <summary>
/// Places in a text as one types or chooses them beside a point: "12. Phấn đấu …". One list serves all points: a list of every clause beside each of ten
/// points would weigh more than the page.
/// </summary>
internal static class AppraisalPlaces
{
    private const int Shown = 70;

    /// <summary>Every place that may be named, in reading order.</summary>
    public static IReadOnlyList<string> Of(DraftText text) => [.. Clauses(text).Index().Select(one => Name(one.Index, one.Item))];

    /// <summary>How a clause is named; empty for none.</summary>
    public static string Of(DraftText text, string clauseId) => Clauses(text).Index().Where(one => one.Item.Id == clauseId).Select(one => Name(one.Index, one.Item)).FirstOrDefault() ?? "";

    /// <summary>The clause that was meant, by its number before the words or by its id; null when there is none such.</summary>
    public static Clause? Find(DraftText text, string place)
    {
        var clauses = Clauses(text).ToList();
        return clauses.Find(clause => clause.Id == place)
            ?? (int.TryParse(place.Trim().Split('.', ' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= clauses.Count ? clauses[number - 1] : null);
    }

    private static IEnumerable<Clause> Clauses(DraftText text) => text.Clauses.Where(clause => clause.FullText.Length > 0);

    private static string Name(int index, Clause clause)
    {
        var words = clause.FullText.ReplaceLineEndings(" ");
        return $"{index + 1}. {(words.Length <= Shown ? words : words[..Shown].TrimEnd() + "…")}";
    }
}
