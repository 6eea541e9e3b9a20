using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Recognises the line that names the kind of a document, in the ways it is written: capitals, spaced letters, a lost mark.</summary>
internal static partial class TypeLine
{
    private const int LongestHeadline = 250;

    /// <summary>The kind and what follows it on the line, or null.</summary>
    public static (DocumentType Type, string After)? Read(string text)
    {
        var line = Draft().Replace(Spaces().Replace(text, " ").Trim(), "").Trim();
        var tight = Spaced().IsMatch(line) ? line.Replace(" ", "", StringComparison.Ordinal) : null;
        foreach (var type in DocumentType.All.OrderByDescending(type => type.Name.Length))
        {
            var name = type.Name.ToUpperInvariant();
            if (line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || line[name.Length] is ' ' or ':' or '*' or '.'))
            {
                return (type, line[name.Length..].Trim(' ', ':', '*', '.'));
            }

            if (tight == name.Replace(" ", "", StringComparison.Ordinal) || (Joining.IsCapitals(line) && Folding.Fold(line) == Folding.Fold(name)))
            {
                return (type, "");
            }
        }

        return DocumentType.Named(line.TrimEnd(':', '.', '*')) is { } named ? (named, "") : null;
    }

    /// <summary>The kind in a headline of a web page: "Báo cáo tổng kết công tác năm 2025".</summary>
    public static (DocumentType Type, string After)? InHeadline(string text)
    {
        var line = Spaces().Replace(text, " ").Trim();
        var type = DocumentType.All.OrderByDescending(type => type.Name.Length).FirstOrDefault(type => line.StartsWith(type.Name + " ", StringComparison.Ordinal));
        return type is null || line.Length > LongestHeadline || line[^1] is '.' or ';' or ':' || Cited().IsMatch(line[type.Name.Length..]) ? null : (type, line[type.Name.Length..].Trim());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:\p{Lu}\s+){4,}\p{Lu}$")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^\s+(?:này|số|của|trên)\b")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^\(?(?:DỰ THẢO|Dự thảo)(?:\s*\d{0,2}|\s+lần\s+(?:thứ\s+)?\w+)\)?\s*[-:.]?\s*(?=\p{Lu})")]
    private static partial Regex Draft();
}
