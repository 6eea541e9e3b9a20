using System.Xml.Linq;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads the body of a .docx into blocks: labels resolved, tables with their cells, notes behind what refers to them.</summary>
internal sealed class WordReader
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] NoteKinds = ["footnote", "endnote"];

    private readonly WordPackage package;
    private readonly WordNumbering numbering;
    private readonly WordStyles styles;
    private readonly WordFonts fonts;
    private readonly WordChanges changes;
    private readonly WordComments comments;
    private readonly WordObjects objects;
    private readonly WordRuns reading;
    private readonly Dictionary<(string Kind, string Id), XElement> notesById;
    private readonly List<SourceBlock> blocks = [];
    private readonly List<TextRun> held = [];
    private int paragraphs;
    private long characters;
    private bool hasEndnotes;

    private WordReader(WordPackage package, TrackedChanges tracked)
    {
        this.package = package;
        styles = new WordStyles(package.Part("styles"));
        numbering = new WordNumbering(package.Part("numbering"), styles);
        fonts = new WordFonts(styles);
        changes = new WordChanges(tracked);
        comments = new WordComments(package, package.Notes);
        objects = new WordObjects(package.Links, package.Notes);
        reading = new WordRuns(styles, fonts, changes, comments, objects);
        notesById = NoteKinds.SelectMany(kind => (package.Part(kind + "s")?.Elements(W + kind) ?? []).Select(one => (Key: (kind, (string?)one.Attribute(W + "id") ?? ""), Note: one)))
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Note);
    }

    public static SourceDocument Read(ReadOnlyMemory<byte> file, TrackedChanges tracked, CancellationToken ct)
    {
        var package = WordPackage.Open(file, ct);
        var reader = new WordReader(package, tracked);
        reader.ReadBlocks(package.Document.Element(W + "body")!, ct);
        Limits.Check(reader.blocks);
        return reader.blocks.Any(block => !string.IsNullOrWhiteSpace(block.Text) || block.Cells is not null)
            ? new SourceDocument(reader.blocks, false) { Notes = reader.Notes(), Comments = [.. reader.comments.All(), .. reader.changes.Proposals()] }
            : throw new ImportException("EMPTY", "Tệp Word không có chữ nào. Đồng chí kiểm tra lại và chọn đúng tệp dự thảo.");
    }

    private List<ImportNote> Notes()
    {
        objects.Finish();
        package.Notes.AddRange(fonts.Notes());
        if (changes.Note() is { } note)
        {
            package.Notes.Insert(0, note);
        }

        if (hasEndnotes)
        {
            package.Notes.Add(new("ENDNOTES", "cả tệp", "Chú thích cuối văn bản được đánh số chung với chú thích cuối trang và đặt sau đoạn có dấu chú thích."));
        }

        if (reading.LeftContentsOut)
        {
            package.Notes.Add(new("CONTENTS", "cả tệp", "Mục lục tự động đã bỏ; phần mềm lập mục lục từ các đề mục."));
        }

        return package.Notes;
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
                case "bookmarkStart" or "commentRangeStart" or "commentRangeEnd":
                    reading.Paragraph = paragraphs + 1;
                    reading.Mark(node);
                    break;
                case "ins" or "moveTo" or "del" or "moveFrom" when WordChanges.Is(node) && !changes.IsShown(node):
                    changes.Count(node);
                    break;
                case "altChunk" or "subDoc":
                    objects.Drop("ALTCHUNK", "một tệp khác được nhúng vào giữa văn bản");
                    objects.Flush(paragraphs + 1, "");
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
        var boxes = reading.Boxes.ToList();
        reading.Boxes.Clear();
        foreach (var box in boxes)
        {
            ReadBlocks(box, ct);
        }
    }

    private void ReadParagraph(XElement paragraph, CancellationToken ct)
    {
        var runs = new List<TextRun>(held);
        held.Clear();
        var properties = paragraph.Element(W + "pPr");
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val");
        reading.Paragraph = paragraphs + 1;
        reading.Read(paragraph, runs, style);
        if (changes.MarkIsGone(properties))
        {
            // The paragraph mark was deleted (or its insertion refused): the text runs on into the next paragraph.
            held.AddRange(runs);
            return;
        }

        // An empty paragraph of a list takes its number too, as Word shows it.
        var label = numbering.LabelOf(properties, style);
        var notes = reading.PendingNotes.ToList();
        reading.PendingNotes.Clear();
        if (reading.Boxes.Count > 0)
        {
            ReadBoxes(ct);
        }

        if (runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text)))
        {
            objects.Flush(paragraphs + 1, "");
            return;
        }

        characters += runs.Sum(run => (long)run.Text.Length);
        Limits.Check(characters);
        paragraphs++;
        objects.Flush(paragraphs, string.Concat(runs.Take(20).Select(run => run.Text)));
        var first = new SourceBlock([], $"đoạn {paragraphs}")
        {
            Number = paragraphs,
            OutlineLevel = styles.OutlineLevel(properties, style),
            Centered = styles.Centered(properties, style),
        };
        var lines = WordLines.Split(runs);
        var id = reading.NextId;
        blocks.AddRange(lines.Select((line, index) => index == 0
            ? first with { Runs = line, AutoLabel = label, ClauseId = id }
            : first with { Runs = line, SoftBreak = true }));
        reading.NextId = null;
        foreach (var (mark, kind, noteId) in notes)
        {
            Note(mark, kind, noteId);
        }
    }

    private void Note(string mark, string kind, string id)
    {
        var runs = new List<TextRun>();
        foreach (var paragraph in notesById.GetValueOrDefault((kind, id))?.Elements(W + "p") ?? [])
        {
            if (runs.Count > 0)
            {
                runs.Add(new TextRun(" "));
            }

            reading.Read(paragraph, runs, (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"));
        }

        // A note of a note has no place of its own.
        reading.PendingNotes.Clear();
        if (runs.Exists(run => !string.IsNullOrWhiteSpace(run.Text)))
        {
            hasEndnotes |= kind == "endnote";
            blocks.Add(new SourceBlock(runs, $"chú thích {mark}") { Number = paragraphs, FootnoteMark = mark });
        }
    }

    private void ReadTable(XElement table, CancellationToken ct)
    {
        var rows = WordTables.Cells(table, changes).Select(row => row.Select(cell => cell is null ? [] : CellBlocks(cell, ct)).ToList()).ToList();
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
            // Notes of a table stand behind it.
            var place = $"bảng sau đoạn {inside[0].Number - 1}";
            blocks.Add(new SourceBlock([], place)
            {
                Number = inside[0].Number,
                Cells = [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Select(cell => (IReadOnlyList<string>)[.. cell.Where(block => block.FootnoteMark is null).SelectMany(LayoutTable.Lines)])])],
                // Its bookmark stands in the first paragraph of its cells.
                ClauseId = inside.Select(block => block.ClauseId).FirstOrDefault(id => id is not null) ?? reading.NextId,
            });
            blocks.AddRange(inside.Where(block => block.FootnoteMark is not null));
            reading.NextId = null;
            if (WordTables.IsMerged(table))
            {
                package.Notes.Add(new("MERGED_CELLS", place, "Bảng có ô gộp: chữ đứng ở ô đầu, các ô còn lại để trống. Đồng chí kiểm tra lại.") { Line = inside[0].Number, Quote = inside[0].Line is { Length: > 0 and <= 80 } words ? words : null });
            }
        }
    }

    private List<SourceBlock> CellBlocks(XElement cell, CancellationToken ct)
    {
        var before = blocks.Count;
        ReadBlocks(cell, ct);
        var inside = blocks.GetRange(before, blocks.Count - before);
        blocks.RemoveRange(before, blocks.Count - before);
        return inside;
    }

    internal static bool? Toggle(XElement? properties, string name) => properties?.Element(W + name) is { } element
        ? (string?)element.Attribute(W + "val") is not ("0" or "false" or "off")
        : null;
}
