using Workflow.Documents.Import;

namespace Workflow.Documents.Checks.Structure;

/// <summary>Of the headings "I.", "II." some are in capitals and some are not.</summary>
internal sealed class HeadingCase : ICheck
{
    public string Key => "structure.heading-case";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var headings = text.Passages.Where(passage => passage.IsHeading && passage.Clause.Level == 1 && passage.Text.Length > 0).ToList();
        if (headings.Count > 0 && headings.Find(passage => Joining.IsCapitals(passage.Text) != Joining.IsCapitals(headings[0].Text)) is { } other)
        {
            yield return text.On("HEADING_CASE", Severity.Warning, other, 0, other.Text.Length, "Đề mục cùng cấp chỗ viết hoa, chỗ viết thường.", Joining.IsCapitals(headings[0].Text) ? other.Clause.FullText.ToUpperInvariant() : null) with { Quote = other.Clause.FullText };
        }
    }
}
