namespace Workflow.Documents.Checks.Layout;

/// <summary>"Số 07 -NQ/ĐU" is not "Số 07-NQ/ĐU".</summary>
internal sealed class NumberForm : ICheck
{
    public string Key => "layout.number";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (text.File is { Facts.Number: { } number, Header.Number: { } raw } && raw != $"Số {number}")
        {
            yield return text.Outside("NUMBER_FORMAT", Severity.Warning, raw, "Số và ký hiệu chưa viết đúng mẫu.", $"Số {number}");
        }
    }
}
