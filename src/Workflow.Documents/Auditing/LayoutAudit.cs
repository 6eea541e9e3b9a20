using Workflow.Domain.Layouts;

namespace Workflow.Documents.Auditing;

/// <summary>
/// Measures any PDF or Word file against a layout and names each deviation with its place: what was measured and what should be. It reads
/// only; hostile files end in a <see cref="MeasureException"/>.
/// </summary>
public static class LayoutAudit
{
    /// <summary>Audits a file by its content: a PDF by where its letters stand, a Word file by what it sets.</summary>
    /// <exception cref="MeasureException">The file is neither, is broken, or is larger than what is measured.</exception>
    public static LayoutReport Of(byte[] bytes, LayoutProfile layout, CancellationToken ct = default)
    {
        var isPdf = bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0;
        if (!isPdf && !bytes.AsSpan().StartsWith("PK"u8))
        {
            throw new MeasureException("NOT_MEASURABLE", "Chỉ đo được thể thức của tệp PDF và tệp Word (.docx). Đồng chí lưu tệp thành một trong hai loại này.");
        }

        var file = isPdf ? PdfMeasure.Read(bytes, ct) : WordMeasure.Read(bytes, ct);
        var lines = file.Pages.Sum(page => page.Lines.Count);
        if (lines == 0)
        {
            throw new MeasureException("NO_TEXT", isPdf ? "Tệp PDF không có chữ để đo, có thể là bản chụp. Đồng chí dùng tệp xuất từ phần mềm soạn thảo." : "Tệp Word không có chữ nào. Đồng chí kiểm tra lại tệp.");
        }

        var found = Components.Of(file, layout);
        var notes = new LayoutNotes(layout);
        PageRules.Look(file, found, layout, notes);
        TypeRules.Look(file, found, layout, notes);
        PlaceRules.Look(file, found, layout, notes);
        return new(isPdf ? file.Pages.Count : 0, notes.Deviations, notes.Measured);
    }
}
