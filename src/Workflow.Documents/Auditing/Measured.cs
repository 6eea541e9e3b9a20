namespace Workflow.Documents.Auditing;

/// <summary>Letters of one style that stand together. Millimetres from the left and top edges of the page; type in points.</summary>
internal readonly record struct MeasuredWord(string Text, double LeftMm, double RightMm, double BaselineMm, double SizePt, MeasuredFont Font)
{
    public double CentreMm => (LeftMm + RightMm) / 2;
}

/// <summary>A font as a file names it.</summary>
internal sealed record MeasuredFont(string Name, bool Bold, bool Italic)
{
    /// <summary>Times New Roman, or a font made to its measures.</summary>
    public bool IsTimes => Name.Contains("Times", StringComparison.OrdinalIgnoreCase) || Name.Contains("LiberationSerif", StringComparison.OrdinalIgnoreCase) || Name.Contains("Liberation Serif", StringComparison.OrdinalIgnoreCase)
        || Name.Contains("Tinos", StringComparison.OrdinalIgnoreCase) || Name.Contains("Nimbus Roman", StringComparison.OrdinalIgnoreCase) || Name.Contains("NimbusRoman", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Words on one line. A Word file says no positions: there a line is a paragraph, and its millimetres are not numbers.</summary>
internal sealed class MeasuredLine(int page, int number, IReadOnlyList<MeasuredWord> words)
{
    /// <summary>Page, the first is 1; 0 in a Word file.</summary>
    public int Page => page;

    /// <summary>Place in the page, or of the paragraph in the file; the first is 1.</summary>
    public int Number => number;

    public IReadOnlyList<MeasuredWord> Words => words;

    public string Text { get; } = string.Join(' ', words.Select(word => word.Text));

    public double LeftMm => words[0].LeftMm;

    public double RightMm => words[^1].RightMm;

    public double CentreMm => (LeftMm + RightMm) / 2;

    public double BaselineMm { get; } = words.GroupBy(word => word.BaselineMm).MaxBy(group => group.Sum(word => word.Text.Length))!.Key;

    /// <summary>Size of most of its letters.</summary>
    public double SizePt { get; } = words.GroupBy(word => Math.Round(word.SizePt, 2)).MaxBy(group => group.Sum(word => word.Text.Length))!.Key;

    public bool Bold { get; } = words.Where(word => word.Font.Bold).Sum(word => word.Text.Length) * 2 > words.Sum(word => word.Text.Length);

    public bool Italic { get; } = words.Where(word => word.Font.Italic).Sum(word => word.Text.Length) * 2 > words.Sum(word => word.Text.Length);

    /// <summary>What a Word file says of the paragraph; null in a PDF.</summary>
    public MeasuredParagraph? Paragraph { get; init; }

    /// <summary>Where it stands, for a person.</summary>
    public string Place => page > 0 ? $"trang {page}, dòng {number}, cách mép trên {Say.Number(BaselineMm)} mm" : $"đoạn {number}";

    /// <summary>The parts between gaps wider than words leave, left to right: the columns of a header.</summary>
    public IEnumerable<MeasuredLine> Columns()
    {
        var part = new List<MeasuredWord>();
        foreach (var word in words)
        {
            // The room for a number or a day to be written by hand parts nothing.
            if (part.Count > 0 && part[^1].Text is not ("ngày" or "tháng" or "năm" or "Số" or "Số:") && word.LeftMm - part[^1].RightMm > Math.Max(word.SizePt, 9) * 0.75 * 25.4 / 72)
            {
                yield return new(page, number, part);
                part = [];
            }

            part.Add(word);
        }

        yield return new(page, number, part) { Paragraph = Paragraph };
    }
}

/// <summary>What a Word file says of a paragraph: points and millimetres, null where it says nothing.</summary>
internal sealed record MeasuredParagraph(string Alignment, double? LinePt, bool IsExact, double BeforePt, double FirstLineMm, int Cell, bool IsInBorderedTable);

/// <summary>A drawn line, level with the text. Millimetres.</summary>
internal readonly record struct MeasuredRule(double LeftMm, double RightMm, double TopMm);

/// <summary>A page with its lines from top to bottom.</summary>
internal sealed record MeasuredPage(int Number, double WidthMm, double HeightMm, IReadOnlyList<MeasuredLine> Lines, IReadOnlyList<MeasuredRule> Rules);

/// <summary>Margins as a Word file sets them, millimetres.</summary>
internal sealed record MeasuredMargins(double TopMm, double BottomMm, double LeftMm, double RightMm, double HeaderMm);

/// <summary>A file, measured.</summary>
/// <param name="Margins">Set by a Word file; null in a PDF, where they are read off the page.</param>
internal sealed record MeasuredFile(IReadOnlyList<MeasuredPage> Pages, MeasuredMargins? Margins);

/// <summary>How figures are said.</summary>
internal static class Say
{
    public static string Number(double value) => Math.Round(value, 1).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
}

/// <summary>A file is not measured: what is wrong with it, in Vietnamese.</summary>
public sealed class MeasureException(string code, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code => code;
}
