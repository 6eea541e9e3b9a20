using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Structure;

/// <summary>Two headings with one label under one parent; a heading that ran into a paragraph counts.</summary>
internal sealed partial class DuplicateLabels : ICheck
{
    public string Key => "structure.duplicate-labels";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var open = new List<(int Level, HashSet<string> Seen)>();
        var stray = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in text.Passages)
        {
            var clause = passage.Clause;
            if (passage.IsHeading && clause.Label.Length > 0)
            {
                open.RemoveAll(level => level.Level > clause.Level);
                if (open.Count == 0 || open[^1].Level < clause.Level)
                {
                    open.Add((clause.Level, new(StringComparer.Ordinal)));
                }

                if (clause.Level < 2)
                {
                    stray.Clear();
                }

                if (!open[^1].Seen.Add(clause.Label) || stray.Remove(clause.Label))
                {
                    var quote = passage.Text.Length > 60 ? passage.Text[..60] : passage.Text;
                    yield return text.On("HEADING_DUPLICATE_LABEL", Severity.Error, passage, 0, quote.Length, $"Nhãn “{clause.Label}” đã dùng cho một đề mục khác cùng cấp.") with { Quote = $"{clause.Label} {quote}" };
                }
            }
            else if (!passage.IsHeading)
            {
                stray.UnionWith(Embedded().Matches(passage.Text).Select(match => match.Groups["label"].Value));
            }
        }
    }

    [GeneratedRegex(@"(?<=[%\d.]\s)(?<label>\d{1,2}\.) Về \p{Ll}")]
    private static partial Regex Embedded();
}
