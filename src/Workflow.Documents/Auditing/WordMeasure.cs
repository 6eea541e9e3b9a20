using System.Globalization;
using System.Xml.Linq;
using Workflow.Documents.Import;

namespace Workflow.Documents.Auditing;

/// <summary>Reads from a Word file what it sets: page, margins, and of each paragraph the type, the spacing and the place. The limits are those of the import.</summary>
internal sealed class WordMeasure
{
    private const int LongestChain = 20;
    private const int MostParagraphs = 60_000;
    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<string, XElement> styles;
    private readonly XElement? defaultRun;
    private readonly XElement? defaultParagraph;
    private readonly string? usual;
    private readonly List<MeasuredLine> lines = [];
    private readonly Dictionary<(string, bool, bool), MeasuredFont> fonts = [];
    private int paragraphs;

    private WordMeasure(XElement? part)
    {
        styles = (part?.Elements(W + "style") ?? []).GroupBy(style => (string?)style.Attribute(W + "styleId") ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        defaultRun = part?.Element(W + "docDefaults")?.Element(W + "rPrDefault")?.Element(W + "rPr");
        defaultParagraph = part?.Element(W + "docDefaults")?.Element(W + "pPrDefault")?.Element(W + "pPr");
        usual = (string?)styles.Values.FirstOrDefault(style => (string?)style.Attribute(W + "type") == "paragraph" && (string?)style.Attribute(W + "default") is "1" or "true")?.Attribute(W + "styleId");
    }

    public static MeasuredFile Read(byte[] bytes, CancellationToken ct)
    {
        try
        {
            var package = WordPackage.Open(bytes, ct);
            var reader = new WordMeasure(package.Part("styles"));
            var body = package.Document.Element(W + "body") ?? throw new MeasureException("BAD_WORD", "Tệp Word không có nội dung. Đồng chí kiểm tra lại tệp.");
            reader.Blocks(body, 0, false, ct);
            var sections = body.Descendants(W + "sectPr").ToList();
            var first = sections.FirstOrDefault();
            double Mm(XElement? element, string name, double otherwise) => Real((string?)element?.Attribute(W + name)) is { } twips ? twips / 1440 * 25.4 : otherwise;
            var (size, margins) = (first?.Element(W + "pgSz"), first?.Element(W + "pgMar"));
            return new(
                [new(1, Mm(size, "w", 215.9), Mm(size, "h", 279.4), reader.lines, [])],
                new(Mm(margins, "top", 25.4), Mm(margins, "bottom", 25.4), Mm(margins, "left", 31.8) + Mm(margins, "gutter", 0), Mm(margins, "right", 31.8), Mm(margins, "header", 12.7)));
        }
        catch (ImportException problem)
        {
            throw new MeasureException(problem.Problem.Code, problem.Problem.Text);
        }
    }

    private void Blocks(XElement parent, int cell, bool bordered, CancellationToken ct)
    {
        foreach (var node in parent.Elements())
        {
            ct.ThrowIfCancellationRequested();
            if (node.Name == W + "p")
            {
                Paragraph(node, cell, bordered);
            }
            else if (node.Name == W + "tbl")
            {
                // The two tables that hold header and signatures have no lines; a table of the text has.
                var borders = node.Element(W + "tblPr")?.Element(W + "tblBorders") ?? Chain((string?)node.Element(W + "tblPr")?.Element(W + "tblStyle")?.Attribute(W + "val")).Select(style => style.Element(W + "tblPr")?.Element(W + "tblBorders")).FirstOrDefault(one => one is not null);
                var lined = borders?.Elements().Any(side => (string?)side.Attribute(W + "val") is { } kind && kind is not ("nil" or "none")) == true;
                foreach (var row in node.Elements(W + "tr"))
                {
                    foreach (var (index, column) in row.Elements(W + "tc").Index())
                    {
                        Blocks(column, index + 1, lined || bordered, ct);
                    }
                }
            }
            else if (node.Name == W + "sdt" && node.Element(W + "sdtContent") is { } content)
            {
                Blocks(content, cell, bordered, ct);
            }
            else if (node.Name.LocalName is "ins" or "customXml" or "smartTag")
            {
                Blocks(node, cell, bordered, ct);
            }
        }
    }

    private void Paragraph(XElement node, int cell, bool bordered)
    {
        if (++paragraphs > MostParagraphs)
        {
            throw new MeasureException("TOO_LONG", $"Tệp Word có hơn {MostParagraphs} đoạn nên không đo được. Đồng chí tách phụ lục ra tệp riêng.");
        }

        var own = node.Element(W + "pPr");
        var style = (string?)own?.Element(W + "pStyle")?.Attribute(W + "val") ?? usual;
        var ofParagraph = new[] { own }.Concat(Chain(style).Select(one => one.Element(W + "pPr"))).Append(defaultParagraph).ToList();
        string? Attribute(string element, string name) => ofParagraph.Select(one => (string?)one?.Element(W + element)?.Attribute(W + name)).FirstOrDefault(value => value is not null);
        var words = new List<MeasuredWord>();
        foreach (var run in node.Descendants(W + "r").Where(run => run.Ancestors(W + "del").FirstOrDefault() is null && run.Ancestors(W + "txbxContent").FirstOrDefault() is null))
        {
            var text = string.Concat(run.Elements().Select(part => part.Name.LocalName switch { "t" => part.Value, "tab" or "br" or "cr" => " ", "noBreakHyphen" => "-", _ => "" }));
            if (string.IsNullOrWhiteSpace(text))
            {
                if (text.Length > 0 && words.Count > 0)
                {
                    words[^1] = words[^1] with { Text = words[^1].Text + " " };
                }

                continue;
            }

            var properties = run.Element(W + "rPr");
            List<XElement?> ofRun = [properties, .. Chain((string?)properties?.Element(W + "rStyle")?.Attribute(W + "val")).Select(one => one.Element(W + "rPr")), .. Chain(style).Select(one => one.Element(W + "rPr")), defaultRun];
            var size = ofRun.Select(one => Real((string?)one?.Element(W + "sz")?.Attribute(W + "val"))).FirstOrDefault(value => value is not null) ?? 20;
            bool Has(string name) => ofRun.Select(one => WordReader.Toggle(one, name)).FirstOrDefault(value => value is not null) ?? false;
            var font = ofRun.Select(one => WordFonts.Name(one?.Element(W + "rFonts"))).FirstOrDefault(value => value is not null) ?? "Times New Roman";
            var key = (font, Has("b"), Has("i"));
            if (!fonts.TryGetValue(key, out var known))
            {
                fonts[key] = known = new(font, key.Item2, key.Item3);
            }

            // A mark of a note is small and raised; it is not the size of the line.
            var raised = (string?)properties?.Element(W + "vertAlign")?.Attribute(W + "val") is "superscript" or "subscript";
            var shown = Has("caps") ? text.ToUpperInvariant() : text;
            if (words.Count > 0 && words[^1].Font == known && words[^1].SizePt == size / 2 && !raised)
            {
                words[^1] = words[^1] with { Text = words[^1].Text + shown };
            }
            else
            {
                words.Add(new(shown, double.NaN, double.NaN, double.NaN, raised ? size / 3 : size / 2, known));
            }
        }

        if (words.Count == 0)
        {
            return;
        }

        var rule = Attribute("spacing", "lineRule");
        var measured = new MeasuredParagraph(
            Attribute("jc", "val") ?? "left", Real(Attribute("spacing", "line")) is { } line ? rule is "exact" or "atLeast" ? line / 20 : line / 240 * words.Max(word => word.SizePt) * 1.149 : null, rule == "exact",
            (Real(Attribute("spacing", "before")) ?? 0) / 20, (Real(Attribute("ind", "firstLine")) ?? 0) / 1440 * 25.4, cell, bordered);
        // Words of several styles are kept apart, but read as one: the spaces between them are in the text.
        lines.Add(new(0, paragraphs, words.ConvertAll(word => word with { Text = string.Join(' ', word.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) }).FindAll(word => word.Text.Length > 0)) { Paragraph = measured });
    }

    private IEnumerable<XElement> Chain(string? style)
    {
        for (var depth = 0; style is not null && depth < LongestChain && styles.TryGetValue(style, out var element); depth++)
        {
            yield return element;
            style = (string?)element.Element(W + "basedOn")?.Attribute(W + "val");
        }
    }

    private static double? Real(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 100_000 ? value : null;
}
