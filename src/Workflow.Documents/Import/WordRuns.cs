using System.Globalization;
using System.Xml.Linq;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads what a paragraph holds: runs with their styles, fields as their result, tracked changes as asked, marks of notes and comments.</summary>
internal sealed class WordRuns(WordStyles styles, WordFonts fonts, WordChanges changes, WordComments comments, WordObjects objects)
{
    private static readonly XNamespace W = WordReader.W;
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    // Fields that are open, the outermost first: in its code, or in its result; and whether the result is a table of contents.
    private readonly Stack<(bool InCode, bool IsContents)> fields = new();
    private int notes;
    private int letters;

    /// <summary>Notes referred to since they were last taken: mark, kind ("footnote", "endnote") and id.</summary>
    public List<(string Mark, string Kind, string Id)> PendingNotes { get; } = [];

    /// <summary>Text boxes that hang on what was read.</summary>
    public List<XElement> Boxes { get; } = [];

    /// <summary>Number of the paragraph being read.</summary>
    public int Paragraph { get; set; }

    /// <summary>The clause id that a bookmark of one of our own files carries for the next block.</summary>
    public string? NextId { get; set; }

    /// <summary>Whether any part of the text was left out because it belongs to a table of contents.</summary>
    public bool LeftContentsOut { get; private set; }

    public void Read(XElement paragraph, List<TextRun> runs, string? style)
    {
        letters = runs.Sum(run => run.Text.Length);
        Inside(paragraph, runs, new(styles.Bold(style), styles.Italic(style), styles.Capitals(style), style));
    }

    /// <summary>Takes note of a bookmark or of a mark of a comment, wherever it stands.</summary>
    public void Mark(XElement node)
    {
        const string prefix = "_vb_";
        if (node.Name.LocalName == "bookmarkStart")
        {
            if ((string?)node.Attribute(W + "name") is { } name && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                NextId = name[prefix.Length..];
            }
        }
        else
        {
            comments.Mark(node, Paragraph);
        }
    }

    private void Inside(XElement parent, List<TextRun> runs, Looks looks)
    {
        foreach (var node in parent.Elements())
        {
            switch (node.Name.LocalName)
            {
                case "r" when node.Name.Namespace == W:
                    Run(node, runs, looks);
                    break;
                case "bookmarkStart" or "commentRangeStart" or "commentRangeEnd":
                    Mark(node);
                    break;
                case "ins" or "moveTo" or "del" or "moveFrom" when WordChanges.Is(node):
                    Change(node, runs, looks);
                    break;
                case "sdt":
                    Inside(node.Element(W + "sdtContent") ?? new XElement("none"), runs, looks);
                    break;
                case "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo":
                    Inside(node, runs, looks);
                    break;
                case "oMath" or "oMathPara" when node.Name.Namespace == Math:
                    Add(runs, new TextRun(string.Concat(node.Descendants(Math + "t").Select(piece => piece.Value)), looks.Bold, looks.Italic));
                    objects.Drop("FORMULA", "công thức");
                    break;
                default:
                    break;
            }
        }
    }

    private void Change(XElement node, List<TextRun> runs, Looks looks)
    {
        changes.Count(node);
        changes.Propose(node, Paragraph, string.Concat(runs.TakeLast(4).Select(run => run.Text)), letters);
        if (changes.IsShown(node))
        {
            Inside(node, runs, looks);
            return;
        }

        // A comment may end, or be tied to the text, inside what is left out.
        foreach (var mark in node.Descendants().Where(one => one.Name.Namespace == W && one.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference"))
        {
            Mark(mark);
        }
    }

    private void Run(XElement run, List<TextRun> runs, Looks looks)
    {
        var properties = run.Element(W + "rPr");
        if (WordReader.Toggle(properties, "vanish") == true)
        {
            return;
        }

        var style = (string?)properties?.Element(W + "rStyle")?.Attribute(W + "val");
        var bold = WordReader.Toggle(properties, "b") ?? styles.OfCharacters(style, "b") ?? looks.Bold;
        var italic = WordReader.Toggle(properties, "i") ?? styles.OfCharacters(style, "i") ?? looks.Italic;
        var capitals = WordReader.Toggle(properties, "caps") ?? styles.OfCharacters(style, "caps") ?? looks.Capitals;
        var superscript = (string?)properties?.Element(W + "vertAlign")?.Attribute(W + "val") == "superscript";
        foreach (var node in run.Elements())
        {
            switch (node.Name.LocalName)
            {
                case "fldChar":
                    Field((string?)node.Attribute(W + "fldCharType"));
                    break;
                case "instrText" when fields.Count > 0 && fields.Peek() is { InCode: true } field && node.Value.TrimStart().StartsWith("TOC ", StringComparison.OrdinalIgnoreCase):
                    fields.Pop();
                    fields.Push(field with { IsContents = true });
                    break;
                case "t" or "delText":
                    var text = Letters.Clean(fonts.Read(node.Value, properties, style, looks.Style));
                    Add(runs, new TextRun(capitals ? text.ToUpperInvariant() : text, bold, italic, superscript));
                    break;
                case "tab" or "ptab":
                    Add(runs, new TextRun("\t", bold, italic));
                    break;
                case "br" or "cr":
                    Add(runs, new TextRun((string?)node.Attribute(W + "type") is null or "textWrapping" ? "\n" : " ", bold, italic));
                    break;
                case "noBreakHyphen":
                    Add(runs, new TextRun("-", bold, italic));
                    break;
                case "sym":
                    Add(runs, new TextRun(Sign(node), bold, italic));
                    break;
                case "footnoteReference" or "endnoteReference":
                    var mark = Raised(++notes);
                    Add(runs, new TextRun(mark, bold, italic));
                    PendingNotes.Add((mark, node.Name.LocalName[..^"Reference".Length], (string?)node.Attribute(W + "id") ?? ""));
                    break;
                case "commentReference":
                    Mark(node);
                    break;
                case "AlternateContent" or "pict" or "drawing" or "object":
                    Hanging(node);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(List<TextRun> runs, TextRun run)
    {
        var left = fields.Count > 0 && fields.Any(field => field.InCode || field.IsContents);
        LeftContentsOut |= left && fields.Any(field => field is { InCode: false, IsContents: true });
        if (!left && run.Text.Length > 0)
        {
            runs.Add(run);
            letters += run.Text.Length;
            comments.Hear(run.Text, Paragraph);
        }
    }

    private void Field(string? kind)
    {
        switch (kind)
        {
            case "begin":
                fields.Push((true, false));
                break;
            case "separate" when fields.Count > 0:
                fields.Push(fields.Pop() with { InCode = false });
                break;
            case "end" when fields.Count > 0:
                fields.Pop();
                break;
            default:
                break;
        }
    }

    // A text box is written twice, for new and for old programs: one of them counts.
    private void Hanging(XElement node)
    {
        var fallback = node.Element(Mc + "Fallback");
        var chosen = fallback?.Descendants(W + "txbxContent").Any() == true ? fallback : node.Element(Mc + "Choice") ?? node;
        var found = chosen.Descendants(W + "txbxContent").Where(box => !box.Ancestors(W + "txbxContent").Any(outer => outer.Ancestors().Contains(node))).ToList();
        Boxes.AddRange(found);
        if (found.Count > 0)
        {
            objects.Drop("TEXT_BOX", "khung chữ");
        }

        objects.Take(chosen == fallback ? node : chosen, found.Count > 0);
    }

    // Signs of the symbol fonts that offices use; what is none of them is shown as a box and named.
    private string Sign(XElement node)
    {
        var sign = int.TryParse((string?)node.Attribute(W + "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? code & 0xFF : 0;
        var font = (string?)node.Attribute(W + "font") ?? "";
        var known = (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase), sign) switch
        {
            (true, 0xA7) => "▪",
            (true, 0x6C or 0x9F) => "●",
            (true, 0xA8 or 0x6F) => "□",
            (true, 0xFC or 0xFE) => "✓",
            (true, 0xD8) => "➢",
            (true, 0xE0 or 0xE8) => "→",
            (false, 0xB7) => "•",
            (false, 0x2D) => "-",
            (false, 0xB1) => "±",
            (false, 0xB3) => "≥",
            (false, 0xA3) => "≤",
            (false, 0xB0) => "°",
            (false, 0xB4) => "×",
            _ => null,
        };
        if (known is null)
        {
            objects.Drop("SYMBOL", $"ký hiệu lạ (phông {font})");
        }

        return known ?? "□";
    }

    // One way of writing marks, whichever file they come from: ¹ ² ³ … as text.
    private static string Raised(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private sealed record Looks(bool Bold, bool Italic, bool Capitals, string? Style);
}
