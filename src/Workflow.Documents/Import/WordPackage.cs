using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>
/// Opens a .docx with limits: only known XML parts are ever unpacked, each bounded in size, depth and number of nodes, without DTD.
/// Macros, embedded objects and images never leave the zip.
/// </summary>
internal sealed class WordPackage
{
    private const int MaxEntries = 2_000;
    private const long MaxPart = 30_000_000;
    private const long MaxTotal = 60_000_000;
    private const int MaxDepth = 200;
    private const int MaxNodes = 2_000_000;

    private static readonly string[] Parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];

    // Strict OOXML says the same in other namespaces.
    private static readonly (string Strict, string Transitional)[] Namespaces =
    [
        ("http://purl.oclc.org/ooxml/wordprocessingml/main", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ];

    private readonly Dictionary<string, XElement> parts = new(StringComparer.OrdinalIgnoreCase);

    private WordPackage()
    {
    }

    public List<ImportNote> Notes { get; } = [];

    public XElement Document => parts[Parts[0]];

    public XElement? Styles => parts.GetValueOrDefault(Parts[1]);

    public XElement? Numbering => parts.GetValueOrDefault(Parts[2]);

    public XElement? Footnotes => parts.GetValueOrDefault(Parts[3]);

    public static WordPackage Open(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            var package = new WordPackage();
            package.Load(zip, ct);
            return package;
        }
        catch (InvalidDataException)
        {
            throw new ImportException("CORRUPT_ZIP", "Tệp Word bị hỏng hoặc tải chưa đủ. Đồng chí mở lại bằng Word, lưu thành tệp mới rồi tải lên.");
        }
        catch (XmlException error)
        {
            throw new ImportException("BAD_XML", $"Nội dung bên trong tệp Word bị hỏng (dòng {error.LineNumber}). Đồng chí mở lại bằng Word, lưu thành tệp mới rồi tải lên.");
        }
    }

    private void Load(ZipArchive zip, CancellationToken ct)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            throw new ImportException("ZIP_BOMB", $"Tệp chứa {zip.Entries.Count} phần, vượt giới hạn {MaxEntries}; có thể là tệp phá hoại. Đồng chí lưu lại bằng Word rồi tải lên.");
        }

        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        if (names.Exists(name => name.StartsWith('/') || name.Split('/').Contains("..")))
        {
            throw new ImportException("ZIP_PATH", "Tệp có đường dẫn không an toàn bên trong nên không được nhận. Đồng chí lưu lại bằng Word rồi tải lên.");
        }

        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count)
        {
            throw new ImportException("ZIP_DUP", "Tệp có hai phần trùng tên nên không rõ đâu là nội dung thật. Đồng chí lưu lại bằng Word rồi tải lên.");
        }

        if (!names.Contains(Parts[0], StringComparer.OrdinalIgnoreCase))
        {
            throw Foreign(names, zip);
        }

        long total = 0;
        foreach (var part in Parts)
        {
            if (zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } entry)
            {
                ct.ThrowIfCancellationRequested();
                using var unpacked = Unpack(entry, ref total);
                parts[part] = Parse(unpacked);
            }
        }

        if (Document.Name.LocalName != "document" || Document.Element(Document.Name.Namespace + "body") is null)
        {
            throw new ImportException("BAD_ROOT", "Tệp không chứa văn bản Word. Đồng chí chọn tệp dự thảo (.docx).");
        }

        Dropped(names);
    }

    private static ImportException Foreign(List<string> names, ZipArchive zip) =>
        names.Contains("xl/workbook.xml") ? new("XLSX", "Đây là bảng tính Excel. Đồng chí tải lên tệp Word (.docx) của dự thảo.")
        : names.Contains("ppt/presentation.xml") ? new("PPTX", "Đây là tệp trình chiếu. Đồng chí tải lên tệp Word (.docx) của dự thảo.")
        : zip.GetEntry("mimetype") is not null ? new("ODT", "Đây là tệp OpenDocument. Đồng chí mở bằng Word hoặc LibreOffice, lưu thành .docx rồi tải lên.")
        : names.Contains("[Content_Types].xml") ? new("NO_MAIN", "Tệp thiếu phần nội dung chính của Word. Đồng chí lưu lại bằng Word rồi tải lên.")
        : new("NOT_DOCX", "Tệp nén này không phải tệp Word. Đồng chí chọn tệp .docx của dự thảo.");

    private static MemoryStream Unpack(ZipArchiveEntry entry, ref long total)
    {
        using var source = entry.Open();
        var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            total += read;
            if (unpacked.Length > MaxPart || total > MaxTotal)
            {
                throw new ImportException("ZIP_BOMB", "Tệp bung ra quá lớn (trên 30 MB), có thể là tệp phá hoại. Đồng chí lưu lại bằng Word rồi tải lên.");
            }
        }

        unpacked.Position = 0;
        return unpacked;
    }

    private static XElement Parse(MemoryStream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using (var counting = XmlReader.Create(part, settings))
        {
            for (var nodes = 0; counting.Read(); nodes += 1 + counting.AttributeCount)
            {
                if (counting.Depth > MaxDepth)
                {
                    throw new ImportException("XML_DEPTH", "Tệp Word lồng quá nhiều lớp, có thể là tệp phá hoại. Đồng chí lưu lại bằng Word rồi tải lên.");
                }

                if (nodes > MaxNodes)
                {
                    throw new ImportException("XML_NODES", "Tệp Word có quá nhiều đoạn (trên 2 triệu phần tử). Đồng chí tách thành tệp nhỏ hơn rồi tải lên.");
                }
            }
        }

        part.Position = 0;
        using var reader = XmlReader.Create(part, settings);
        var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var (strict, transitional) in Namespaces)
        {
            if (root.Name.NamespaceName == strict)
            {
                XNamespace from = strict, to = transitional;
                foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == from))
                {
                    element.Name = to + element.Name.LocalName;
                    element.ReplaceAttributes(element.Attributes().Select(one => one.Name.Namespace == from ? new XAttribute(to + one.Name.LocalName, one.Value) : one).ToList());
                }
            }
        }

        return root;
    }

    private void Dropped(List<string> names)
    {
        void Say(string code, string what, Func<string, bool> is_)
        {
            if (names.Exists(name => is_(name)))
            {
                Notes.Add(new(code, "tệp", $"Tệp có {what}; phần này không được đưa vào dự thảo."));
            }
        }

        Say("MACROS", "macro", name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        Say("OBJECTS", "đối tượng nhúng", name => name.StartsWith("word/embeddings/", StringComparison.OrdinalIgnoreCase));
        Say("IMAGES", "hình ảnh", name => name.StartsWith("word/media/", StringComparison.OrdinalIgnoreCase));
        Say("COMMENTS", "ghi chú (comment)", name => name.Equals("word/comments.xml", StringComparison.OrdinalIgnoreCase));
    }
}
