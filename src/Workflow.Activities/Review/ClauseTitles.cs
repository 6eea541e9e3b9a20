using Workflow.Domain.Texts;

namespace Workflow.Activities.Review;

/// <summary>"II. MỤC TIÊU › 2. Các chỉ tiêu …": where a reader finds a clause, without counting.</summary>
internal static class ClauseTitles
{
    public static string Of(DraftText text, Clause clause)
    {
        var heading = text.Clauses.TakeWhile(one => one.Id != clause.Id).LastOrDefault(one => one.Kind == ClauseKind.Heading);
        static string Short(string words) => words.Length <= 80 ? words : words[..80].TrimEnd() + "…";
        return clause.Kind == ClauseKind.Heading || heading is null ? Short(clause.FullText) : $"{Short(heading.FullText)} › {Short(clause.FullText)}";
    }
}
