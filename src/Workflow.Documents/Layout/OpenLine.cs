using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Documents.Signatures;
using static Workflow.Documents.Layout.PdfFile;

namespace Workflow.Documents.Layout;

/// <summary>A line of the header that stays open when the person signs and is filled when the agency does: number, or place and date. Points, origin at the bottom left.</summary>
/// <param name="Name">Name in the file's form.</param>
/// <param name="Page">Page, the first is 0.</param>
/// <param name="LineHeight">Height of one line in points; the field may be several lines high.</param>
/// <param name="Words">What stands there until it is filled: the line with room for what is missing.</param>
internal sealed record OpenLine(string Name, string Title, int Page, double X, double Y, double Width, double Height, TrueTypeFont Font, double Size, double LineHeight, string Words)
{
    // Type smaller than this is no longer read; a line that does not fit even so is cut by its box.
    private const double Smallest = 6;

    /// <summary>The widget's own entries; its look and place in the structure are added by who writes the file.</summary>
    public string Entries => string.Create(CultureInfo.InvariantCulture, $"/FT /Tx /Ff 1 /T {Text(Name)} /Q 1 /DA (/{PdfFonts.Resource(Font)} {Num(Size)} Tf 0 g) /WF_Line {Num(LineHeight)}");

    /// <summary>Adds the look of the field with these words, centred as the layout centres the line.</summary>
    public int AddLook(PdfFile file, string words)
    {
        var (italic, bold) = (Font == TrueTypeFont.Italic, Font == TrueTypeFont.Bold);
        var size = Size;
        var lines = LineBreaking.Lines(words, size, Width, bold, italic);
        for (var most = Math.Max(1, (int)Math.Round(Height / LineHeight)); lines.Count > most && size > Smallest; size -= 0.25)
        {
            lines = LineBreaking.Lines(words, size - 0.25, Width, bold, italic);
        }

        var fonts = new PdfFonts();
        var content = new StringBuilder("/Tx BMC\n0 g\n");
        foreach (var (index, line) in lines.Index())
        {
            var at = (Width - line.Width) / 2;
            foreach (var piece in line.Pieces)
            {
                content.Append("BT /").Append(PdfFonts.Resource(piece.Font)).Append(' ').Append(Num(piece.Size)).Append(" Tf 1 0 0 1 ").Append(Num(at)).Append(' ').Append(Num(Height - (LineHeight * (index + 0.76))))
                    .Append(" Tm <").Append(fonts.Encode(piece.Font, piece.Text + (piece.SpaceAfter ? " " : ""))).Append("> Tj ET\n");
                at += piece.Width + piece.SpaceWidth;
            }
        }

        content.Append("EMC\n");
        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {Num(Width)} {Num(Height)}] /Resources << /Font << {fonts.Embed(file)} >> >>", Encoding.ASCII.GetBytes(content.ToString()));
    }
}

/// <summary>Fills lines that were left open before the first signature.</summary>
public static partial class OpenLines
{
    private static readonly TrueTypeFont[] Fonts = [TrueTypeFont.Regular, TrueTypeFont.Italic, TrueTypeFont.Bold];

    /// <summary>The file with these lines filled, as a revision of its own, for a program outside to sign.</summary>
    /// <param name="pdf">Stays an untouched prefix of the answer.</param>
    /// <param name="lines">Words by the name of the field.</param>
    /// <exception cref="SignatureException">There is no such line, or it is filled.</exception>
    public static byte[] Fill(byte[] pdf, IReadOnlyDictionary<string, string> lines)
    {
        var structure = new PdfStructure(pdf);
        var update = new PdfFile(PdfSyntax.Int(structure.Trailer.GetValueOrDefault("Size")));
        Fill(structure, update, lines);
        return PdfRevision.Append(pdf, structure, update);
    }

    /// <summary>Whether a file waits for lines to be filled.</summary>
    public static bool AreOpen(byte[] pdf) => new PdfStructure(pdf) is var structure && Find(structure).Any(one => !one.Field.ContainsKey("V"));

    internal static void Fill(PdfStructure structure, PdfFile update, IReadOnlyDictionary<string, string> lines)
    {
        var fields = Find(structure).ToDictionary(one => one.Name);
        foreach (var (name, words) in lines)
        {
            if (!fields.TryGetValue(name, out var one))
            {
                throw new SignatureException("signature.no-line", $"Tệp PDF không có ô “{name}” để điền.");
            }

            if (one.Field.ContainsKey("V"))
            {
                throw new SignatureException("signature.line-filled", $"Ô “{name}” của tệp PDF đã được điền.");
            }

            var line = Read(structure, one.Name, one.Field) ?? throw PdfSyntax.Bad($"Ô “{name}” của tệp PDF bị hỏng.");
            var filled = new Dictionary<string, string>(one.Field, StringComparer.Ordinal) { ["V"] = Text(words), ["AP"] = $"<< /N {line.AddLook(update, words)} 0 R >>" };
            update.Set(one.Number, PdfSyntax.Write(filled));
        }
    }

    /// <summary>The lines of this program in a file, open or filled.</summary>
    internal static IEnumerable<(int Number, string Name, IReadOnlyDictionary<string, string> Field)> Find(PdfStructure structure) => structure.ObjectNumbers.Order()
        .Select(number => (Number: number, Field: structure.Dictionary(number))).Where(one => one.Field?.GetValueOrDefault("FT") == "/Tx" && one.Field.ContainsKey("T"))
        .Select(one => (one.Number, Name: PdfSyntax.Text(one.Field!["T"]), one.Field!)).Where(one => IsName(one.Name)).DistinctBy(one => one.Name);

    /// <summary>Whether a field of this name is such a line.</summary>
    internal static bool IsName(string name) => name is OfficialPdf.NumberField or OfficialPdf.DateField;

    private static OpenLine? Read(PdfStructure structure, string name, IReadOnlyDictionary<string, string> field)
    {
        var sides = structure.ResolveItems(field.GetValueOrDefault("Rect")).ConvertAll(side => Number(side));
        var style = Style().Match(field.TryGetValue("DA", out var written) ? PdfSyntax.Text(written) : "");
        return sides is [var left, var bottom, var right, var top] && right > left && top > bottom && style.Success && Array.Find(Fonts, one => PdfFonts.Resource(one) == style.Groups[1].Value) is { } font
            && Number(style.Groups[2].Value) is > 0 and < 100 and var size && Number(field.GetValueOrDefault("WF_Line")) is > 0 and var height
            ? new(name, "", 0, left, bottom, right - left, top - bottom, font, size, height, "") : null;
    }

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    [GeneratedRegex(@"^/(\w+) ([\d.]+) Tf")]
    private static partial Regex Style();
}
