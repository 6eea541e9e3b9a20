using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;
using static Workflow.Documents.Layout.PdfFile;

namespace Workflow.Documents.Signatures;

/// <summary>
/// How a signature looks on the page (DOMAIN §1.11): its picture where there is one, otherwise blue lines for a person, in the two thirds that the seal leaves free; a red ring
/// with name and time for the agency.
/// </summary>
internal static class SignatureAppearance
{
    private const double Curve = 0.5523;
    private const double Smallest = 4;
    private const double Leading = 1.25;

    /// <summary>Adds the picture as a form; the rectangle is left, bottom, right, top in points.</summary>
    public static int Add(PdfFile file, SignatureRequest request, double[] rectangle)
    {
        var width = rectangle[2] - rectangle[0];
        var height = rectangle[3] - rectangle[1];
        if (request.Picture is { } picture)
        {
            return picture.AddLook(file, width, height);
        }

        var fonts = new PdfFonts();
        var content = new StringBuilder();
        var time = Domain.VietnamTime.Local(request.At).ToString("dd-MM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        if (request.Words.Count > 0)
        {
            content.Append("0 g\n");
            var size = Math.Clamp(10 * width / request.Words.Max(line => TrueTypeFont.Regular.Width(line, 10)), Smallest, 10);
            Draw(content, fonts, [.. request.Words.Select(line => (line, size))], TrueTypeFont.Regular, width / 2, height / 2);
        }
        else if (request.IsAgency)
        {
            var radius = Math.Max(1, (Math.Min(width, height) / 2) - 2);
            content.Append("0.80 0.05 0.05 RG 0.80 0.05 0.05 rg\n");
            Ring(content, width / 2, height / 2, radius, 2);
            Ring(content, width / 2, height / 2, Math.Max(0.5, radius - 3.5), 0.7);
            Draw(content, fonts, Seal(request.SignerName, time, radius - 5), TrueTypeFont.Bold, width / 2, height / 2);
        }
        else
        {
            content.Append("0.07 0.18 0.55 rg\n");
            var lines = new[] { "Ký bởi: " + request.SignerName, time };
            var size = Math.Clamp(10 * (width * 2 / 3) / lines.Max(line => TrueTypeFont.Italic.Width(line, 10)), Smallest, 10);
            Draw(content, fonts, [.. lines.Select(line => (line, size))], TrueTypeFont.Italic, width * 2 / 3, height / 2);
        }

        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {Num(width)} {Num(height)}] /Resources << /Font << {fonts.Embed(file)} >> >>", Encoding.ASCII.GetBytes(content.ToString()));
    }

    // The largest type with which every line stays inside the circle.
    private static List<(string Text, double Size)> Seal(string name, string time, double radius)
    {
        for (var size = radius / 3; ; size -= 0.25)
        {
            var timeSize = size * 0.8;
            foreach (var share in new[] { 1.9, 1.7, 1.5, 1.3, 1.0 })
            {
                List<(string Text, double Size)> lines = [.. Wrap(name, TrueTypeFont.Bold, size, radius * share).Select(line => (line, size)), (time[..10], timeSize), (time[11..], timeSize)];
                if (size <= Smallest || Fits(lines, radius))
                {
                    return lines;
                }
            }
        }
    }

    private static bool Fits(List<(string Text, double Size)> lines, double radius)
    {
        var top = Height(lines) / 2;
        foreach (var (text, size) in lines)
        {
            var far = Math.Max(Math.Abs(top), Math.Abs(top - size));
            if (far >= radius || TrueTypeFont.Bold.Width(text, size) > 2 * Math.Sqrt((radius * radius) - (far * far)))
            {
                return false;
            }

            top -= size * Leading;
        }

        return true;
    }

    private static double Height(IEnumerable<(string Text, double Size)> lines) => lines.Sum(line => line.Size * Leading);

    private static void Draw(StringBuilder content, PdfFonts fonts, IReadOnlyList<(string Text, double Size)> lines, TrueTypeFont font, double x, double y)
    {
        var top = y + (Height(lines) / 2);
        foreach (var (line, size) in lines)
        {
            content.Append("BT /").Append(PdfFonts.Resource(font)).Append(' ').Append(Num(size)).Append(" Tf 1 0 0 1 ").Append(Num(x - (font.Width(line, size) / 2))).Append(' ').Append(Num(top - (size * 0.95)))
                .Append(" Tm <").Append(fonts.Encode(font, line)).Append("> Tj ET\n");
            top -= size * Leading;
        }
    }

    private static List<string> Wrap(string text, TrueTypeFont font, double size, double width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (font.Width(longer, size) > width && lines[^1].Length > 0)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return lines;
    }

    private static void Ring(StringBuilder content, double x, double y, double radius, double thickness)
    {
        var handle = radius * Curve;
        string P(double dx, double dy) => $"{Num(x + dx)} {Num(y + dy)} ";
        content.Append(Num(thickness)).Append(" w ").Append(P(radius, 0)).Append("m ")
            .Append(P(radius, handle)).Append(P(handle, radius)).Append(P(0, radius)).Append("c ")
            .Append(P(-handle, radius)).Append(P(-radius, handle)).Append(P(-radius, 0)).Append("c ")
            .Append(P(-radius, -handle)).Append(P(-handle, -radius)).Append(P(0, -radius)).Append("c ")
            .Append(P(handle, -radius)).Append(P(radius, -handle)).Append(P(radius, 0)).Append("c S\n");
    }
}
