namespace Workflow.Documents.Checks.Structure;

/// <summary>"1 Mục tiêu" beside "2. Chỉ tiêu": a number without its dot.</summary>
internal sealed class LabelForm : ICheck
{
    public string Key => "structure.label-form";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var labels = text.Passages.Where(passage => passage.IsHeading && passage.Clause.Label.Length > 0 && char.IsAsciiDigit(passage.Clause.Label[0])).ToList();
        var levels = labels.Where(passage => !char.IsAsciiDigit(passage.Clause.Label[^1])).GroupBy(passage => passage.Clause.Level).ToDictionary(group => group.Key, group => group.First().Clause.Label[^1]);
        foreach (var passage in labels.Where(passage => char.IsAsciiDigit(passage.Clause.Label[^1]) && levels.ContainsKey(passage.Clause.Level)))
        {
            var right = passage.Clause.Label + levels[passage.Clause.Level];
            yield return text.On("HEADING_LABEL_FORMAT", Severity.Warning, passage, 0, passage.Text.Length, $"Nhãn “{passage.Clause.Label}” thiếu dấu, các đề mục cùng cấp viết “{right}”.", $"{right} {passage.Text}") with { Quote = passage.Clause.FullText };
        }
    }
}
