using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Documents.Auditing;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Reading;
using Workflow.Documents.Tests.Signatures;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Auditing;

/// <summary>Programs that know nothing of ours measure the same: poppler says where words stand and which fonts there are, LibreOffice breaks lines and pages alike, qpdf finds nothing.</summary>
public sealed partial class IndependentMeasureTests
{
    private const double MillimetresPerPoint = 25.4 / 72;

    public static TheoryData<string> Names => [.. AuditedPapers.Files().Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Margins_and_words_stand_where_poppler_finds_them(string name)
    {
        var layout = LayoutProfile.Hd36;
        var bytes = OfficialPdf.Render(Paper(name), layout).Bytes;
        var theirs = Boxes(bytes);
        var ours = PdfMeasure.Read(bytes, CancellationToken.None);
        Assert.Equal(theirs.Max(word => word.Page), ours.Pages.Count);
        foreach (var page in ours.Pages)
        {
            var words = page.Lines.SelectMany(line => line.Words).OrderBy(word => word.LeftMm).ThenBy(word => word.BaselineMm).ToList();
            var boxes = theirs.Where(word => word.Page == page.Number).ToList();
            // Each of ours is found by poppler within half a millimetre; poppler may join or cut words elsewhere.
            Assert.All(words, word => Assert.Contains(boxes, box => Math.Abs(box.Left - word.LeftMm) < 0.5 && box.Top < word.BaselineMm && box.Bottom > word.BaselineMm - 0.1));
            Assert.All(boxes, box => Assert.True(box.Left > layout.LeftMm - 0.5 && box.Right < layout.WidthMm - layout.RightMm + 0.5, $"{box}"));
        }

        // Lines of the text begin and end at the margins, to half a millimetre.
        Assert.InRange(theirs.Min(word => word.Left), layout.LeftMm - 0.5, layout.LeftMm + 0.5);
        if (theirs.Count > 600)
        {
            Assert.InRange(theirs.Max(word => word.Right), layout.WidthMm - layout.RightMm - 0.5, layout.WidthMm - layout.RightMm + 0.5);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sizes_are_those_that_poppler_reads(string name)
    {
        foreach (var layout in ShippedLayouts.All)
        {
            var bytes = OfficialPdf.Render(Paper(name), layout).Bytes;
            var sizes = Sizes(bytes);
            double[] wanted = [layout.PartyTitlePt, layout.OrganizationPt, layout.TypePt, layout.SubjectPt, layout.BodyPt, layout.NamePt, layout.RecipientPt];
            Assert.All(wanted, size => Assert.Contains(sizes, one => Math.Abs(one - size) < 0.1));
            // And ours are those: the audit and poppler agree on every size in the file.
            var measured = PdfMeasure.Read(bytes, CancellationToken.None).Pages.SelectMany(page => page.Lines).SelectMany(line => line.Words).Select(word => word.SizePt).Distinct();
            Assert.All(measured, size => Assert.Contains(sizes, one => Math.Abs(one - size) < 0.1));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fonts_are_embedded_subsets_that_read_back_and_the_file_is_clean(string name) => Tools.InFolder(folder =>
    {
        var pdf = Path.Combine(folder, "a.pdf");
        File.WriteAllBytes(pdf, OfficialPdf.Render(Paper(name), LayoutProfile.Hd05).Bytes);
        var fonts = Tools.Run("pdffonts", pdf).Split('\n').Where(line => line.Contains("LiberationSerif", StringComparison.Ordinal)).ToList();
        Assert.True(fonts.Count >= 3, string.Join('\n', fonts));
        // Embedded, a subset, with its letters; the last two columns number the object.
        Assert.All(fonts, line => Assert.Equal(["yes", "yes", "yes"], line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5..^2]));
        var told = Tools.Run("qpdf", "--check", pdf);
        Assert.EndsWith("exit 0", told, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", told, StringComparison.Ordinal);
        return 0;
    });

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void LibreOffice_puts_the_lines_of_our_Word_file_on_the_same_pages(string name)
    {
        var paper = Paper(name);
        var ours = Lines(OfficialPdf.Render(paper, LayoutProfile.Hd36).Bytes);
        var theirs = Lines(Office.Convert(OfficialDocx.Render(paper, LayoutProfile.Hd36), "docx", "pdf")).GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        var same = ours.GroupBy(line => line).Sum(group => Math.Min(group.Count(), theirs.GetValueOrDefault(group.Key)));
        Assert.True(same >= 0.99 * ours.Count, $"{same} of {ours.Count} lines on the same page; first of the others: {string.Join(" | ", ours.Where(line => !theirs.ContainsKey(line)).Take(5))}");
    }

    private static OfficialPaper Paper(string name) => AuditedPapers.Paper(AuditedPapers.Files().Single(file => Path.GetFileName(file) == name));

    // Lines with their page, read by poppler; the columns of header and tail are lines of their own.
    private static List<(int Page, string Text)> Lines(byte[] pdf) => [.. Boxes(pdf).GroupBy(word => (word.Page, word.Line)).Select(group => (group.Key.Page, Plain(string.Concat(group.Select(word => word.Text)))))];

    // A mark that the text writes as a raised digit is a real footnote in Word.
    private static string Plain(string text) => text.Replace('¹', '1').Replace('²', '2').Replace('³', '3');

    private static List<(int Page, int Line, double Left, double Right, double Top, double Bottom, string Text)> Boxes(byte[] pdf) => Tools.InFolder(folder =>
    {
        var path = Path.Combine(folder, "a.pdf");
        File.WriteAllBytes(path, pdf);
        var told = Tools.Run("pdftotext", "-bbox-layout", path, "-");
        var (page, line) = (0, 0);
        var boxes = new List<(int, int, double, double, double, double, string)>();
        foreach (var text in told.Split('\n'))
        {
            page += text.Contains("<page ", StringComparison.Ordinal) ? 1 : 0;
            line += text.Contains("<line ", StringComparison.Ordinal) ? 1 : 0;
            if (Word().Match(text) is { Success: true } word)
            {
                double Mm(int group) => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture) * MillimetresPerPoint;
                boxes.Add((page, line, Mm(1), Mm(3), Mm(2), Mm(4), System.Net.WebUtility.HtmlDecode(word.Groups[5].Value)));
            }
        }

        return boxes;
    });

    // Poppler's boxes are as high as the font reaches: 0.891 above and 0.216 below the line, in parts of the size.
    private static List<double> Sizes(byte[] pdf) => [.. Boxes(pdf).Select(box => Math.Round((box.Bottom - box.Top) / MillimetresPerPoint / (0.891 + 0.216), 2)).Distinct()];

    [GeneratedRegex("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*?)</word>")]
    private static partial Regex Word();
}
