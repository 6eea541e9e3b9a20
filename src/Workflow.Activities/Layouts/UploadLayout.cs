using Workflow.Documents.Auditing;
using Workflow.Domain;
using Workflow.Domain.Layouts;

namespace Workflow.Activities.Layouts;

/// <summary>Something in a file that is not as the layout says.</summary>
public sealed record LayoutRemark(string Text, string? Place);

/// <summary>A file that is sent for a draft, measured. What is missing is said by the checks of the text; what no program can measure is not judged.</summary>
internal static class UploadLayout
{
    // A file set altogether otherwise is not named line by line.
    private const int MostSaid = 40;

    public static IReadOnlyList<LayoutRemark> Of(byte[] file, LayoutProfile layout, CancellationToken ct)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return [];
        }

        try
        {
            return [.. LayoutAudit.Of(file, layout, ct).Deviations.Where(one => !one.Code.EndsWith(".missing", StringComparison.Ordinal)).Take(MostSaid).Select(one => new LayoutRemark(one.Text, one.Place))];
        }
        catch (MeasureException)
        {
            return [];
        }
    }

    /// <summary>Why the file is not taken, where the organization wants files refused that deviate.</summary>
    public static Refusal? Refused(byte[] file, LayoutProfile layout, CancellationToken ct) => layout.Blocks && Of(file, layout, ct) is { Count: > 0 } remarks
        ? new("layout.deviates", $"Tệp chưa đúng thể thức “{layout.Name}” nên chưa được nhận: {string.Join(" ", remarks.Take(3).Select(one => one.Text))}{(remarks.Count > 3 ? $" Còn {remarks.Count - 3} chỗ khác." : "")} Đồng chí sửa trong Word rồi chọn lại tệp.")
        : null;
}
