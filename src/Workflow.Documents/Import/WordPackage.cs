using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>
/// The sanitizer: opens a .docx with limits and unpacks only the XML parts that it knows, each bounded in size, depth and number of nodes.
/// Macros, embedded objects and images never leave the zip; they are only named.
/// </summary>
internal sealed class WordPackage
{
    public const int MaxEntries = 2_000;
    public const long MaxPart = 30_000_000;
    public const long MaxTotal = 60_000_000;

    private readonly Dictionary<string, XElement> parts = new(StringComparer.Ordinal);

    private WordPackage()
    {
    }

    /// <summary>What the file as a whole holds that is not taken in.</summary>
    public List<ImportNote> Notes { get; } = [];

    /// <summary>Relationships of the main part, by id.</summary>
    public IReadOnlyDictionary<string, WordLink> Links { get; private set; } = new Dictionary<string, WordLink>();

    public XElement Document => parts["document"];

    /// <summary>A part by its kind ("styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended"), or null.</summary>
    public XElement? Part(string kind) => parts.GetValueOrDefault(kind);

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

        long total = 0;
        XElement? Take(string name)
        {
            ct.ThrowIfCancellationRequested();
            if (zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            {
                return null;
            }

            using var unpacked = Unpack(entry, ref total);
            return WordXml.Parse(unpacked);
        }

        if (WordParts.Main(WordParts.Links(Take("_rels/.rels")), names) is not { } main)
        {
            throw Foreign(names, zip);
        }

        Links = WordParts.Links(Take(WordParts.LinksOf(main)));
        parts["document"] = Take(main)!;
        if (Document.Name != WordReader.W + "document" || Document.Element(WordReader.W + "body") is null)
        {
            throw new ImportException("BAD_ROOT", "Tệp không chứa văn bản Word. Đồng chí chọn tệp dự thảo (.docx).");
        }

        foreach (var (kind, name) in WordParts.Of(Links, names))
        {
            parts[kind] = Take(name)!;
        }

        DroppedParts.Name(names, Links, Notes);
    }

    private static ImportException Foreign(List<string> names, ZipArchive zip) =>
        names.Contains("xl/workbook.xml") ? new("XLSX", "Đây là bảng tính Excel. Đồng chí tải lên tệp Word (.docx) của dự thảo.")
        : names.Contains("ppt/presentation.xml") ? new("PPTX", "Đây là tệp trình chiếu. Đồng chí tải lên tệp Word (.docx) của dự thảo.")
        : zip.GetEntry("mimetype") is not null ? new("ODT", "Đây là tệp OpenDocument. Đồng chí mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi tải lên.")
        : names.Contains("[Content_Types].xml") ? new("NO_MAIN", "Tệp thiếu phần nội dung chính của Word. Đồng chí lưu lại bằng Word rồi tải lên.")
        : new("NOT_DOCX", "Tệp nén này không phải tệp Word. Đồng chí chọn tệp .docx của dự thảo.");

    // The sizes that a zip announces may lie: what counts is what comes out.
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
}
