namespace Workflow.Documents.Checks.Style;

/// <summary>"./." ends papers of the state; documents of the Party end with a full stop (05-HD/VPTW; DOMAIN §2.5).</summary>
internal sealed class EndSign : ICheck
{
    public string Key => "style.end-sign";

    public IEnumerable<Finding> Look(CheckedText text) => text.Passages.Where(passage => passage.Text.EndsWith("./.", StringComparison.Ordinal)).TakeLast(1)
        .Select(passage => text.On("STATE_END_SIGN", Severity.Info, passage, passage.Text.Length - 3, 3, "“./.” là cách kết thúc văn bản của cơ quan nhà nước; văn bản của Đảng kết thúc bằng một dấu chấm.", "."));
}
