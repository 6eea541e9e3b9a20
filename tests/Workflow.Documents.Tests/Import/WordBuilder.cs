using System.IO.Compression;
using System.Text;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Tests.Import;

/// <summary>Makes Word files by hand, as simple or as strange as a test needs them.</summary>
internal sealed class WordBuilder
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Spaces = $"xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private readonly List<(string Name, byte[] Content)> parts = [];
    private readonly StringBuilder links = new();
    private readonly StringBuilder body = new(P("NGHỊ QUYẾT") + P("Về nhiệm vụ năm 2027"));
    private int linkCount;

    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>XML behind the title.</summary>
    public WordBuilder Body(params string[] pieces)
    {
        body.AppendJoin("", pieces);
        return this;
    }

    /// <summary>A part under word/ whose root bears its name.</summary>
    public WordBuilder Part(string name, string content) => Raw($"word/{name}.xml", Encoding.UTF8.GetBytes($"<w:{name} {Spaces}>{content}</w:{name}>"));

    public WordBuilder Raw(string name, params byte[] content)
    {
        parts.Add((name, content));
        return this;
    }

    /// <summary>A relationship of the main part: rId1, rId2 …</summary>
    public WordBuilder Link(string kind, string target, bool external = false)
    {
        links.Append(System.Globalization.CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{++linkCount}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    public byte[] File(string main = "word/document.xml", Func<string, string>? change = null)
    {
        var document = $"<w:document {Spaces}><w:body>{body}</w:body></w:document>";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
            Write(zip, "_rels/.rels", Encoding.UTF8.GetBytes($"{relations}<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"/{main}\"/></Relationships>"));
            Write(zip, main, Encoding.UTF8.GetBytes(change?.Invoke(document) ?? document));
            if (linkCount > 0)
            {
                Write(zip, main.Replace("word/", "word/_rels/", StringComparison.Ordinal) + ".rels", Encoding.UTF8.GetBytes($"{relations}{links}</Relationships>"));
            }

            parts.ForEach(part => Write(zip, part.Name, change is null || !part.Name.EndsWith(".xml", StringComparison.Ordinal) ? part.Content : Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(part.Content)))));
        }

        return file.ToArray();
    }

    public ImportResult Result(TrackedChanges tracked = TrackedChanges.Accept) => DraftImporter.Read("a.docx", File(), tracked);

    public ImportedDraft Read(TrackedChanges tracked = TrackedChanges.Accept) => Result(tracked) is { Draft: { } draft } ? draft : throw new InvalidOperationException(Result(tracked).Problem!.Text);

    /// <summary>Paragraphs of the body as one reads them.</summary>
    public string[] Lines(TrackedChanges tracked = TrackedChanges.Accept) => [.. Read(tracked).Text.Clauses.Select(clause => clause.FullText)];

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }
}
