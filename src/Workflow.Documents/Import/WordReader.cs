using System.Xml.Linq;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads the body of a .docx into blocks: labels resolved, fields as their result, tracked changes taken or refused.</summary>
internal sealed class WordReader
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly WordPackage package;
    private readonly TrackedChanges tracked;
    private readonly WordNumbering numbering;
    private readonly WordStyles styles;
    private readonly Dictionary<string, XElement> notesById;
    private readonly List<SourceBlock> blocks = [];
    private readonly List<(string Mark, string Id)> pendingNotes = [];
    private readonly List<TextRun> held = [];
    private readonly List<XElement> boxes = [];
    private bool inFieldCode;
    private int fieldDepth;
    private int footnotes;
    private int paragraphs;
    private long characters;
    private string? nextId;

    private WordReader(WordPackage package, TrackedChanges tracked)
    {
        this.package = package;
        this.tracked = tracked;
        styles = new WordStyles(package.Styles);
        numbering = new WordNumbering(package.Numbering, styles);
        notesById = (package.Footnotes?.Elements(W + "footnote") ?? []).GroupBy(one => (string?)one.Attribute(W + "id") ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public static SourceDocument Read(ReadOnlyMemory<byte> file, TrackedChanges tracked, CancellationToken ct)
    {
        var package = WordPackage.Open(file, ct);
        try
        {
            var reader = new WordReader(package, tracked);
            reader.ReadBlocks(package.Document.Element(W + "body")!, ct);
            Limits.Check(reader.blocks);
            var notes = package.Notes;
            return reader.blocks.Any(block => !string.IsNullOrWhiteSpace(block.Text) || block.Cells is not null)
                ? new SourceDocument(reader.blocks, false) { Notes = notes }
                : throw new ImportException("EMPTY", "Tệp Word không có chữ nào. Đồng chí kiểm tra lại và chọn đúng tệp dự thảo.");
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw new ImportException("BAD_WORD", "Tệp Word có cấu trúc lạ, không đọc được. Đồng chí mở lại bằng Word, lưu thành tệp mới rồi tải lên.");
        }
    }

    private void ReadBlocks(XElement parent, CancellationToken ct)
    {
        foreach (var node in parent.Elements())
        {
            ct.ThrowIfCancellationRequested();
            switch (node.Name.LocalName)
            {
                case "p" when node.Name.Namespace == W:
                    ReadParagraph(node, ct);
                    break;
                case "tbl" when node.Name.Namespace == W:
                    ReadTable(node, ct);
                    break;
                case "bookmarkStart":
                    Bookmark(node);
                    break;
                case "del" or "moveFrom" when tracked == TrackedChanges.Accept:
                case "ins" or "moveTo" when tracked == TrackedChanges.Reject:
                    break;
                case "sdt":
                    ReadBlocks(node.Element(W + "sdtContent") ?? new XElement("none"), ct);
                    break;
                case "ins" or "moveTo" or "del" or "moveFrom" or "customXml" or "smartTag":
                    ReadBlocks(node, ct);
                    break;
                default:
                    break;
            }
        }
    }

    // Text boxes hang on a paragraph; what they hold stands before it.
    private void ReadBoxes(CancellationToken ct)
    {
        foreach (var box in boxes.ToList())
        {
            boxes.Remove(box);
            ReadBlocks(box, ct);
        }
    }

    private void ReadParagraph(XElement paragraph, CancellationToken ct)
    {
        var runs = new List<TextRun>(held);
        held.Clear();
        var properties = paragraph.Element(W + "pPr");
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val");
        ReadRuns(paragraph, runs, styles.Bold(style), styles.Italic(style));
        if (MarkIsGone(properties))
        {
            // The paragraph mark was deleted (or its insertion refused): the text runs on into the next paragraph.
            held.AddRange(runs);
            return;
        }

        // An empty paragraph of a list takes its number too, as Word shows it.
        var label = numbering.LabelOf(properties, style);
        ReadBoxes(ct);
        if (runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text)))
        {
            return;
        }

        characters += runs.Sum(run => (long)run.Text.Length);
        Limits.Check(characters);
        paragraphs++;
        var first = new SourceBlock([], $"đoạn {paragraphs}")
        {
            Number = paragraphs,
            OutlineLevel = styles.OutlineLevel(properties, style),
            Centered = styles.Centered(properties, style),
        };
        var lines = WordLines.Split(runs);
        blocks.AddRange(lines.Select((line, index) => index == 0
            ? first with { Runs = line, AutoLabel = label, ClauseId = nextId }
            : first with { Runs = line, SoftBreak = true }));
        nextId = null;
        foreach (var (mark, id) in pendingNotes)
        {
            Footnote(mark, id);
        }

        pendingNotes.Clear();
    }

    private bool MarkIsGone(XElement? properties)
    {
        var mark = properties?.Element(W + "rPr");
        return mark is not null && (tracked == TrackedChanges.Accept
            ? mark.Element(W + "del") is not null || mark.Element(W + "moveFrom") is not null
            : mark.Element(W + "ins") is not null || mark.Element(W + "moveTo") is not null);
    }

    private void ReadRuns(XElement parent, List<TextRun> runs, bool bold, bool italic)
    {
        foreach (var node in parent.Elements())
        {
            switch (node.Name.LocalName)
            {
                case "r" when node.Name.Namespace == W:
                    ReadRun(node, runs, bold, italic);
                    break;
                case "bookmarkStart":
                    Bookmark(node);
                    break;
                case "del" or "moveFrom" when tracked == TrackedChanges.Accept:
                case "ins" or "moveTo" when tracked == TrackedChanges.Reject:
                case "pPr":
                    break;
                case "sdt":
                    ReadRuns(node.Element(W + "sdtContent") ?? new XElement("none"), runs, bold, italic);
                    break;
                case "ins" or "moveTo" or "del" or "moveFrom" or "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo":
                    ReadRuns(node, runs, bold, italic);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRun(XElement run, List<TextRun> runs, bool bold, bool italic)
    {
        var properties = run.Element(W + "rPr");
        bold = Toggle(properties, "b") ?? bold;
        italic = Toggle(properties, "i") ?? italic;
        if (Toggle(properties, "vanish") == true)
        {
            return;
        }

        var superscript = (string?)properties?.Element(W + "vertAlign")?.Attribute(W + "val") == "superscript";
        foreach (var node in run.Elements())
        {
            switch (node.Name.LocalName)
            {
                case "fldChar":
                    var kind = (string?)node.Attribute(W + "fldCharType");
                    (inFieldCode, fieldDepth) = kind switch
                    {
                        "begin" => (true, fieldDepth + 1),
                        "separate" => (false, fieldDepth),
                        _ => (false, Math.Max(0, fieldDepth - 1)),
                    };
                    break;
                case "t" or "delText" when !inFieldCode:
                    runs.Add(new TextRun(Letters.Clean(node.Value), bold, italic, superscript));
                    break;
                case "tab" or "ptab" when !inFieldCode:
                    runs.Add(new TextRun("\t", bold, italic));
                    break;
                case "br" or "cr" when !inFieldCode:
                    runs.Add(new TextRun((string?)node.Attribute(W + "type") is null or "textWrapping" ? "\n" : " ", bold, italic));
                    break;
                case "noBreakHyphen":
                    runs.Add(new TextRun("-", bold, italic));
                    break;
                case "footnoteReference":
                    var mark = Raised(++footnotes);
                    runs.Add(new TextRun(mark, bold, italic));
                    pendingNotes.Add((mark, (string?)node.Attribute(W + "id") ?? ""));
                    break;
                case "AlternateContent" or "pict" or "drawing":
                    // A text box is written twice, for new and for old programs: one of them counts.
                    var fallback = node.Element(Mc + "Fallback");
                    boxes.AddRange((fallback?.Descendants(W + "txbxContent").Any() == true ? fallback : node.Element(Mc + "Choice") ?? node)
                        .Descendants(W + "txbxContent").Where(box => !box.Ancestors(W + "txbxContent").Any(outer => outer.Ancestors().Contains(node))));
                    break;
                default:
                    break;
            }
        }
    }

    private void Footnote(string mark, string id)
    {
        var note = notesById.GetValueOrDefault(id);
        var runs = new List<TextRun>();
        foreach (var paragraph in note?.Elements(W + "p") ?? [])
        {
            ReadRuns(paragraph, runs, false, false);
        }

        if (runs.Count > 0)
        {
            blocks.Add(new SourceBlock(runs, $"chú thích {mark}") { Number = paragraphs, FootnoteMark = mark });
        }
    }

    private void ReadTable(XElement table, CancellationToken ct)
    {
        var rows = table.Elements(W + "tr").Where(row => !RowIsGone(row)).Select(row => row.Elements(W + "tc").Select(cell => CellBlocks(cell, ct)).ToList()).ToList();
        var inside = rows.SelectMany(row => row).SelectMany(cell => cell).ToList();
        if (LayoutTable.Is(rows, blocks.Count))
        {
            // Header and signature stand in tables for looks only: their cells are read one after the other, by column.
            var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
            for (var column = 0; column < columns; column++)
            {
                blocks.AddRange(rows.Where(row => column < row.Count).SelectMany(row => row[column]));
            }
        }
        else if (inside.Count > 0)
        {
            blocks.Add(new SourceBlock([], $"bảng sau đoạn {inside[0].Number - 1}")
            {
                Number = inside[0].Number,
                Cells = [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Select(cell => (IReadOnlyList<string>)[.. cell.SelectMany(LayoutTable.Lines)])])],
                ClauseId = nextId,
            });
            nextId = null;
        }
    }

    private bool RowIsGone(XElement row) => row.Element(W + "trPr") is { } properties
        && (tracked == TrackedChanges.Accept ? properties.Element(W + "del") is not null : properties.Element(W + "ins") is not null);

    private List<SourceBlock> CellBlocks(XElement cell, CancellationToken ct)
    {
        var before = blocks.Count;
        ReadBlocks(cell, ct);
        var inside = blocks.GetRange(before, blocks.Count - before);
        blocks.RemoveRange(before, blocks.Count - before);
        return inside;
    }

    private void Bookmark(XElement node)
    {
        const string prefix = "_vb_";
        if ((string?)node.Attribute(W + "name") is { } name && name.StartsWith(prefix, StringComparison.Ordinal))
        {
            nextId = name[prefix.Length..];
        }
    }

    // One way of writing marks, whichever file they come from: ¹ ² ³ … as text.
    private static string Raised(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    internal static bool? Toggle(XElement? properties, string name) => properties?.Element(W + name) is { } element
        ? (string?)element.Attribute(W + "val") is not ("0" or "false" or "off")
        : null;
}
