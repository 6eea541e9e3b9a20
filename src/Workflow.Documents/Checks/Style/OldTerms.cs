using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Style;

/// <summary>Terms that regulations have replaced.</summary>
internal sealed partial class OldTerms : ICheck
{
    public string Key => "style.old-terms";

    public IEnumerable<Finding> Look(CheckedText text) => text.Matches(Levels()).Select(pair =>
        text.On("OBSOLETE_TERM", Severity.Info, pair.Passage, pair.Match, "Dịch vụ công trực tuyến nay chia thành toàn trình và một phần, không còn theo mức độ.", "dịch vụ công trực tuyến toàn trình, một phần"));

    [GeneratedRegex(@"dịch vụ công(?: trực tuyến)? mức độ [1-4](?:\s?(?:,|và|-)\s?[1-4])*")]
    private static partial Regex Levels();
}
