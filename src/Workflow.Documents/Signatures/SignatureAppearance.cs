using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;
using static Workflow.Documents.Layout.PdfFile;

namespace Workflow.Documents.Signatures;

/// <summary>How a signature looks on the page: blue lines for a person, a red ring with name and time for the agency (DOMAIN §1.11).</summary>
internal static class SignatureAppearance
{
    private const double Curve = 0.5523;

    public static int Add(PdfFile file, SignatureRequest request, double[] rectangle)
    {
        var width = rectangle[2] - rectangle[0];
        var height = rectangle[3] - rectangle[1];
        var fonts = new PdfFonts();
        var content = new StringBuilder();
        var time = Domain.VietnamTime.Local(request.At).ToString("dd-MM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        if (request.IsAgency)
        {
            var radius = (Math.Min(width, height) / 2) - 2;
            content.Append("0.80 0.05 0.05 RG 0.80 0.05 0.05 rg\n");
            Ring(content, width / 2, height / 2, radius, 2);
            Ring(content, width / 2, height / 2, radius - 4, 0.7);
            var lines = Wrap(request.SignerName, TrueTypeFont.Bold, 8, radius * 1.5).Concat([time[..10], time[11..]]).ToList();
            Lines(content, fonts, lines, width, height, TrueTypeFont.Bold, 8, 10);
        }
        else
        {
            content.Append("0.07 0.18 0.55 rg\n");
            Lines(content, fonts, ["Ký bởi: " + request.SignerName, time], width, height, TrueTypeFont.Italic, 10, 13);
        }

        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {Num(width)} {Num(height)}] /Resources << /Font << {fonts.Embed(file)} >> >>", Encoding.ASCII.GetBytes(content.ToString()));
    }

    private static void Lines(StringBuilder content, PdfFonts fonts, IReadOnlyList<string> lines, double width, double height, TrueTypeFont font, double size, double leading)
    {
        var y = (height / 2) + (leading * (lines.Count - 1) / 2) - (size * 0.3);
        foreach (var line in lines)
        {
            content.Append("BT /").Append(PdfFonts.Resource(font)).Append(' ').Append(Num(size)).Append(" Tf 1 0 0 1 ").Append(Num((width - font.Width(line, size)) / 2)).Append(' ').Append(Num(y))
                .Append(" Tm <").Append(fonts.Encode(font, line)).Append("> Tj ET\n");
            y -= leading;
        }
    }

    private static List<string> Wrap(string text, TrueTypeFont font, double size, double width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
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
