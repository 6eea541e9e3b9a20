using Workflow.Documents.Signatures;

namespace Workflow.Documents.Auditing;

/// <summary>
/// Reads where the text of any PDF stands. Limits: 1,000 pages, 200 MB of unpacked content, 20 million tokens, 3 million letters, forms
/// nested 8 deep; what goes beyond them or is not understood is a <see cref="MeasureException"/>, never a hang.
/// </summary>
internal static class PdfMeasure
{
    public const int MostPages = 1_000;
    private const double MillimetresPerPoint = 25.4 / 72;

    public static MeasuredFile Read(byte[] bytes, CancellationToken ct)
    {
        try
        {
            var file = new PdfStructure(bytes);
            var numbers = file.Pages();
            if (numbers.Count > MostPages)
            {
                throw new MeasureException("TOO_LONG", $"Tệp PDF có {numbers.Count} trang, vượt giới hạn {MostPages} trang. Đồng chí tách phụ lục ra tệp riêng.");
            }

            var limits = new PdfReadLimits(ct);
            var fonts = new Dictionary<string, PdfTextFont>(StringComparer.Ordinal);
            return new([.. numbers.Select((number, index) => Page(bytes, file, number, index + 1, limits, fonts))], null);
        }
        catch (SignatureException problem)
        {
            throw new MeasureException("BAD_PDF", problem.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or IndexOutOfRangeException or OverflowException or InvalidCastException or KeyNotFoundException)
        {
            // A file made to break readers; nothing of it is trusted.
            throw new MeasureException("BAD_PDF", "Tệp PDF bị hỏng nên không đo được. Đồng chí xuất lại tệp từ phần mềm soạn thảo.");
        }
    }

    private static MeasuredPage Page(byte[] bytes, PdfStructure file, int number, int index, PdfReadLimits limits, Dictionary<string, PdfTextFont> fonts)
    {
        var chain = Chain(file, number);
        string? Inherited(string key) => chain.Select(node => node.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
        var box = Box(file, Inherited("CropBox")) ?? Box(file, Inherited("MediaBox")) ?? [0, 0, 595.3, 841.9];
        var turned = int.TryParse(Inherited("Rotate"), out var angle) ? ((angle % 360) + 360) % 360 : 0;
        var reader = new PdfTextReader(bytes, file, limits, fonts);
        var contents = chain[0].GetValueOrDefault("Contents");
        var parts = PdfSyntax.Reference(contents) is { } one && file.Object(one) is { IsStream: true } ? [contents!] : file.ResolveItems(contents);
        // Parts are one stream: an operator may stand in the next.
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            all.Write(reader.Stream(part) ?? []);
            all.WriteByte((byte)'\n');
        }

        reader.Run(all.ToArray(), file.Resolve(Inherited("Resources")), PdfMatrix.Identity, 0);
        var (width, height) = (box[2] - box[0], box[3] - box[1]);
        // Seen as it is shown: turned, and measured from the top left.
        (double X, double Y) Seen(double x, double y) => turned switch
        {
            90 => (y - box[1], x - box[0]),
            180 => (box[2] - x, y - box[1]),
            270 => (box[3] - y, box[2] - x),
            _ => (x - box[0], box[3] - y),
        };
        var words = reader.Words.Select(word =>
        {
            var (left, right) = (Seen(word.X, word.Y), Seen(word.EndX, word.EndY));
            return new MeasuredWord(word.Text, Math.Min(left.X, right.X) * MillimetresPerPoint, Math.Max(left.X, right.X) * MillimetresPerPoint, left.Y * MillimetresPerPoint, word.SizePt, word.Font);
        });
        var rules = reader.Rules.Select(rule => (From: Seen(rule.X, rule.Y), To: Seen(rule.EndX, rule.Y)))
            .Select(rule => new MeasuredRule(Math.Min(rule.From.X, rule.To.X) * MillimetresPerPoint, Math.Max(rule.From.X, rule.To.X) * MillimetresPerPoint, rule.From.Y * MillimetresPerPoint));
        (width, height) = turned is 90 or 270 ? (height, width) : (width, height);
        return new(index, width * MillimetresPerPoint, height * MillimetresPerPoint, PdfLines.Of(index, [.. words]), [.. rules]);
    }

    private static List<IReadOnlyDictionary<string, string>> Chain(PdfStructure file, int number)
    {
        var chain = new List<IReadOnlyDictionary<string, string>>();
        for (var node = file.Dictionary(number); node is not null && chain.Count < 40; node = file.Resolve(node.GetValueOrDefault("Parent")))
        {
            chain.Add(node);
        }

        return chain;
    }

    private static double[]? Box(PdfStructure file, string? raw)
    {
        var sides = file.ResolveItems(raw).Select(side => double.TryParse(side, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 100_000 ? value : double.NaN).ToArray();
        return sides.Length == 4 && !sides.Any(double.IsNaN) && sides[0] != sides[2] && sides[1] != sides[3]
            ? [Math.Min(sides[0], sides[2]), Math.Min(sides[1], sides[3]), Math.Max(sides[0], sides[2]), Math.Max(sides[1], sides[3])]
            : null;
    }
}

/// <summary>What one file may cost.</summary>
internal sealed class PdfReadLimits(CancellationToken ct)
{
    private long unpacked = 200_000_000;
    private int tokens = 20_000_000;
    private int letters = 3_000_000;
    private int forms = 20_000;

    public void Unpack(int bytes) => Check((unpacked -= bytes) >= 0);

    public void Letters(int count) => Check((letters -= count) >= 0);

    public void Form() => Check(--forms >= 0);

    public void Token()
    {
        Check(--tokens >= 0);
        if ((tokens & 0xFFF) == 0)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new MeasureException("TOO_MUCH", "Tệp PDF chứa quá nhiều nội dung so với một văn bản, có thể là tệp phá hoại. Đồng chí xuất lại tệp từ phần mềm soạn thảo.");
        }
    }
}

/// <summary>A transformation of the plane (ISO 32000-1, 8.3.4).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>This one first, then the other.</summary>
    public PdfMatrix Then(PdfMatrix other) => new(
        (A * other.A) + (B * other.C), (A * other.B) + (B * other.D), (C * other.A) + (D * other.C), (C * other.B) + (D * other.D), (E * other.A) + (F * other.C) + other.E, (E * other.B) + (F * other.D) + other.F);

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);
}
