using System.IO.Compression;
using System.Security;
using System.Text;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>Writes a .docx: WordprocessingML by hand, exact line heights and fixed tables, so that Word has little freedom.</summary>
internal sealed class WordFile(LayoutProfile profile, bool landscape = false)
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly StringBuilder body = new();
    private readonly List<string> footnotes = [];
    private readonly WordRemarks remarks = new();
    private int sections;

    public static int Twips(double points) => (int)Math.Round(points * 20);

    public static int TwipsOfMm(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    /// <summary>Points of a length, on Word's grid of twentieths, so that both papers measure alike.</summary>
    public static double PointsOfMm(double millimetres) => TwipsOfMm(millimetres) / 20.0;

    private (int Width, int Height) Sheet => landscape ? (TwipsOfMm(profile.HeightMm), TwipsOfMm(profile.WidthMm)) : (TwipsOfMm(profile.WidthMm), TwipsOfMm(profile.HeightMm));

    /// <summary>Text width in twips.</summary>
    public int Width => Sheet.Width - TwipsOfMm(profile.LeftMm) - TwipsOfMm(profile.RightMm);

    /// <summary>Text for XML: breaks become spaces, what XML cannot hold goes.</summary>
    public static string Escape(string text) => SecurityElement.Escape(Plain(text));

    /// <summary>The same, not yet escaped.</summary>
    public static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value is '\t' or '\n' or '\r' ? " " : rune.Value is < ' ' or 0xFFFE or 0xFFFF ? "" : rune.ToString()));

    public static string Run(string text, double size, bool bold = false, bool italic = false, string? extra = null, bool superscript = false, bool strike = false) =>
        $"<w:r><w:rPr>{(bold ? "<w:b/>" : "")}{(italic ? "<w:i/>" : "")}{(strike ? "<w:strike/>" : "")}{Size(size)}{extra}{(superscript ? "<w:vertAlign w:val=\"superscript\"/>" : "")}</w:rPr><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r>";

    public static string Runs(IEnumerable<TextRun> runs, double size, bool bold = false) =>
        string.Concat(runs.Select(run => Run(run.Text, size, run.Bold || bold, run.Italic, superscript: run.Superscript)));

    /// <summary>A paragraph; spacing in points, indent in millimetres.</summary>
    public static string Paragraph(
        string runs, string align = "both", double before = 0, double line = 18, double indentMm = 0, bool keepNext = false, string? mark = null, int? outline = null, bool exact = true) =>
        $"<w:p><w:pPr>{(keepNext ? "<w:keepNext/>" : "")}<w:widowControl/><w:spacing w:before=\"{Twips(before)}\" w:after=\"0\" w:line=\"{Twips(line)}\" w:lineRule=\"{(exact ? "exact" : "atLeast")}\"/>"
        + $"{(indentMm > 0 ? $"<w:ind w:firstLine=\"{TwipsOfMm(indentMm)}\"/>" : "")}<w:jc w:val=\"{align}\"/>{(outline is { } level ? $"<w:outlineLvl w:val=\"{level}\"/>" : "")}{mark}</w:pPr>{runs}</w:p>";

    /// <summary>
    /// A table with fixed column widths in twips. With borders its cells have the inner margins of <see cref="TableColumns"/>, without
    /// they have none; <paramref name="gutter"/> is the room kept free at the right of the first column.
    /// </summary>
    public static string Table(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<string>> rows, bool borders, bool headerRow = false, int gutter = 0)
    {
        var edge = borders ? "single" : "nil";
        var pad = borders ? Twips(TableColumns.Pad) : 0;
        var table = new StringBuilder($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblInd w:w=\"{pad}\" w:type=\"dxa\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            table.Append("<w:" + side + " w:val=\"" + edge + "\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }

        var (above, below) = borders ? (Twips(TableColumns.Above), Twips(TableColumns.Below)) : (0, 0);
        table.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
        foreach (var (side, room) in new[] { ("top", above), ("left", pad), ("bottom", below), ("right", pad) })
        {
            table.Append("<w:" + side + " w:w=\"").Append(room).Append("\" w:type=\"dxa\"/>");
        }

        table.Append("</w:tblCellMar></w:tblPr><w:tblGrid>").AppendJoin("", widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>")).Append("</w:tblGrid>");
        var first = true;
        foreach (var row in rows)
        {
            table.Append("<w:tr><w:trPr><w:cantSplit/>").Append(headerRow && first ? "<w:tblHeader/>" : "").Append("</w:trPr>");
            for (var column = 0; column < widths.Count; column++)
            {
                table.Append("<w:tc><w:tcPr><w:tcW w:w=\"").Append(widths[column]).Append("\" w:type=\"dxa\"/>")
                    .Append(column == 0 && gutter > 0 ? $"<w:tcMar><w:right w:w=\"{gutter}\" w:type=\"dxa\"/></w:tcMar>" : "").Append("</w:tcPr>").Append(column < row.Count && row[column].Length > 0 ? row[column] : Paragraph("")).Append("</w:tc>");
            }

            table.Append("</w:tr>");
            first = false;
        }

        return table.Append("</w:tbl>").ToString();
    }

    private static string Size(double size) => $"<w:sz w:val=\"{(int)(size * 2)}\"/><w:szCs w:val=\"{(int)(size * 2)}\"/>";

    public void Add(string xml) => body.Append(xml);

    /// <summary>A reference to a new footnote.</summary>
    public string Footnote(string runs)
    {
        footnotes.Add(runs);
        return $"<w:r><w:rPr>{Size(profile.BodyPt)}<w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{footnotes.Count + 1}\"/></w:r>";
    }

    /// <summary>A comment beside the text; its number. <see cref="WordRemarks"/> writes the marks that put it somewhere.</summary>
    public int Comment(string author, DateTimeOffset at, string text, bool done = false, int? answerTo = null) => remarks.Add(author, at, text, done, answerTo);

    /// <summary>Ends what was written so far as a section of its own: what follows begins on a new page and is counted from 1, and its first page bears no number.</summary>
    public void NewSection() => body.Append("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>").Append(Section()).Append("</w:pPr></w:p>");

    private string Section()
    {
        var (width, height) = Sheet;
        return $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{(landscape ? " w:orient=\"landscape\"" : "")}/><w:pgMar w:top=\"{TwipsOfMm(profile.TopMm)}\" w:right=\"{TwipsOfMm(profile.RightMm)}\" w:bottom=\"{TwipsOfMm(profile.BottomMm)}\" w:left=\"{TwipsOfMm(profile.LeftMm)}\" w:header=\"{TwipsOfMm(profile.PageNumberTopMm)}\" w:footer=\"{TwipsOfMm(10)}\" w:gutter=\"0\"/>{(sections++ > 0 ? "<w:pgNumType w:start=\"1\"/>" : "")}<w:titlePg/></w:sectPr>";
    }

    public byte[] Save(string title)
    {
        var section = Section();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                var entry = zip.CreateEntry(name);
                // One fixed time, so that the same paper gives the same bytes.
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
            }

            const string office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
            const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            var notes = footnotes.Count > 0;
            Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{office}document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{office}styles+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"{office}header+xml\"/>{(notes ? $"<Override PartName=\"/word/footnotes.xml\" ContentType=\"{office}footnotes+xml\"/>" : "")}{(remarks.Any ? WordRemarks.Types : "")}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
            Part("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{Escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>");
            Part("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{relations}/header\" Target=\"header1.xml\"/>{(notes ? $"<Relationship Id=\"rId3\" Type=\"{relations}/footnotes\" Target=\"footnotes.xml\"/>" : "")}{(remarks.Any ? WordRemarks.Relations : "")}</Relationships>");
            Part("word/styles.xml", $"<w:styles xmlns:w=\"{Main}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{profile.FontName}\" w:hAnsi=\"{profile.FontName}\" w:eastAsia=\"{profile.FontName}\" w:cs=\"{profile.FontName}\"/><w:sz w:val=\"{(int)(profile.BodyPt * 2)}\"/><w:szCs w:val=\"{(int)(profile.BodyPt * 2)}\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{(notes ? NoteStyles() : "")}</w:styles>");
            Part("word/header1.xml", $"<w:hdr xmlns:w=\"{Main}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{PageNumber()}</w:p></w:hdr>");
            if (notes)
            {
                Part("word/footnotes.xml", $"<w:footnotes xmlns:w=\"{Main}\">{Note("w:type=\"separator\" w:id=\"0\"", "<w:r><w:separator/></w:r>", 8)}{Note("w:type=\"continuationSeparator\" w:id=\"1\"", "<w:r><w:continuationSeparator/></w:r>", 8)}{string.Concat(footnotes.Select((runs, index) => Note($"w:id=\"{index + 2}\"", $"<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/>{Size(profile.FootnotePt)}<w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>{runs}", profile.FootnoteLinePt)))}</w:footnotes>");
            }

            if (remarks.Any)
            {
                Part("word/comments.xml", remarks.Comments());
                Part("word/commentsExtended.xml", remarks.Threads());
            }

            Part("word/document.xml", $"<w:document xmlns:w=\"{Main}\" xmlns:r=\"{relations}\"><w:body>{body}{section}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static string Note(string attributes, string runs, double line) => $"<w:footnote {attributes}>{Paragraph(runs, line: line).Replace("<w:pPr>", "<w:pPr><w:pStyle w:val=\"FootnoteText\"/>", StringComparison.Ordinal)}</w:footnote>";

    // Some programs set the mark of a note in the type of its paragraph, whatever its own run says.
    private string NoteStyles() =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\"><w:name w:val=\"footnote text\"/><w:basedOn w:val=\"Normal\"/><w:rPr>{Size(profile.FootnotePt)}</w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";

    private string PageNumber()
    {
        string Part(string content) => $"<w:r><w:rPr>{Size(profile.PageNumberPt)}</w:rPr>{content}</w:r>";
        return Part("<w:fldChar w:fldCharType=\"begin\"/>") + Part("<w:instrText>PAGE</w:instrText>") + Part("<w:fldChar w:fldCharType=\"separate\"/>") + Part("<w:t>2</w:t>") + Part("<w:fldChar w:fldCharType=\"end\"/>");
    }
}
