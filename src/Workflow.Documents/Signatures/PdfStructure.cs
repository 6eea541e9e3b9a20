using static Workflow.Documents.Signatures.PdfSyntax;

namespace Workflow.Documents.Signatures;

/// <summary>An object as it is written, in the file itself or inside an object stream.</summary>
internal sealed class PdfObject(byte[] source, int start, int end, bool isStream)
{
    public ReadOnlySpan<byte> Raw => source.AsSpan(start, end - start);

    public int End => end;

    public bool IsStream => isStream;

    /// <summary>Its dictionary; null when it is another kind of value.</summary>
    public IReadOnlyDictionary<string, string>? Entries => field ??= Starts(Raw, 0, "<<"u8) ? Dictionary(Raw, 0) : null;
}

/// <summary>
/// Reads the bones of a PDF: cross-reference sections and objects, as raw text. Limits: 100 MB, 200 sections, a million entries,
/// 200 MB of parsed text. Anything beyond them or not understood is a <see cref="SignatureException"/>, never a hang.
/// </summary>
internal sealed class PdfStructure
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 100_000_000;

    private const int MaxSections = 200;
    private const int MaxEntries = 1_000_000;
    private const int MaxPages = 20_000;
    private readonly byte[] bytes;
    private readonly int length;
    private readonly Dictionary<int, XrefEntry> table = [];
    private readonly Dictionary<int, PdfObject?> read = [];
    private readonly Dictionary<int, (byte[] Content, List<(int Number, int Offset)> Objects)> containers = [];
    // Objects that overlap could make every read as long as the file; the sum of all reads is bounded instead.
    private long work = 200_000_000;

    /// <summary>Reads the first <paramref name="length"/> bytes of a file: the document as it was when they were all of it.</summary>
    public PdfStructure(byte[] bytes, int? length = null)
    {
        this.bytes = bytes;
        this.length = length ?? bytes.Length;
        if (this.length > MaxBytes || Data[..Math.Min(1024, this.length)].IndexOf("%PDF-"u8) < 0)
        {
            throw Bad(this.length > MaxBytes ? "Tệp PDF lớn quá 100 MB." : "Tệp không phải PDF.");
        }

        var position = Data.LastIndexOf("startxref"u8) + 9;
        long? offset = position < 9 ? throw Bad("Không thấy bảng tham chiếu của tệp PDF.") : Number(Data, ref position);
        var seen = new HashSet<long>();
        var budget = MaxEntries;
        while (offset is { } at)
        {
            if (!seen.Add(at) || Sections.Count >= MaxSections)
            {
                throw Bad("Bảng tham chiếu của tệp PDF lặp vòng.");
            }

            var section = XrefSection.Read(Data, at, ref budget);
            Sections.Add(section);
            offset = section.Trailer.TryGetValue("Prev", out var previous) ? Int(previous) : null;
        }

        foreach (var (number, entry) in Sections.AsEnumerable().Reverse().SelectMany(section => section.Objects))
        {
            table[number] = entry;
        }

        if (Sections.Exists(section => section.Trailer.ContainsKey("Encrypt")))
        {
            throw new SignatureException("signature.encrypted", "Tệp PDF có đặt mật khẩu nên không kiểm tra và không ký được. Đồng chí bỏ mật khẩu rồi thử lại.");
        }
    }

    /// <summary>Newest first.</summary>
    public List<XrefSection> Sections { get; } = [];

    public IReadOnlyDictionary<string, string> Trailer => Sections[0].Trailer;

    /// <summary>Numbers of all objects that stand in this revision.</summary>
    public IEnumerable<int> ObjectNumbers => table.Where(pair => pair.Key > 0 && !pair.Value.IsFree).Select(pair => pair.Key);

    public int CatalogNumber => Reference(Trailer.GetValueOrDefault("Root")) ?? throw Bad("Tệp PDF không có gốc.");

    private ReadOnlySpan<byte> Data => bytes.AsSpan(0, length);

    public bool Contains(int number) => table.TryGetValue(number, out var entry) && !entry.IsFree;

    public IReadOnlyDictionary<string, string>? Dictionary(int number) => Object(number)?.Entries;

    /// <summary>A dictionary that is written in place or by reference.</summary>
    public IReadOnlyDictionary<string, string>? Resolve(string? raw) =>
        raw is null ? null : Reference(raw) is { } number ? Dictionary(number) : PdfSyntax.Dictionary(raw);

    /// <summary>An array that is written in place or by reference.</summary>
    public List<string> ResolveItems(string? raw) =>
        Reference(raw) is { } number ? Items(Object(number) is { } found ? System.Text.Encoding.Latin1.GetString(found.Raw) : null) : Items(raw);

    /// <summary>An object of this revision; null when there is none.</summary>
    public PdfObject? Object(int number)
    {
        if (!read.TryGetValue(number, out var found))
        {
            read[number] = found = table.TryGetValue(number, out var entry) && !entry.IsFree ? entry.Container > 0 ? Packed(number, entry) : InFile(number, entry.Offset) : null;
        }

        return found;
    }

    /// <summary>Objects of earlier revisions in whose place another stands now, or none.</summary>
    public IEnumerable<(int Number, PdfObject Object)> Superseded()
    {
        var newest = new HashSet<int>();
        foreach (var (number, entry) in Sections.SelectMany(section => section.Objects))
        {
            if (!newest.Add(number) && !entry.IsFree && entry != table[number])
            {
                yield return (number, entry.Container > 0 ? Packed(number, entry) : InFile(number, entry.Offset));
            }
        }
    }

    /// <summary>Object numbers of the pages, first to last.</summary>
    public List<int> Pages()
    {
        var pages = new List<int>();
        var seen = new HashSet<int>();
        var waiting = new Stack<string?>([Dictionary(CatalogNumber)?.GetValueOrDefault("Pages")]);
        while (waiting.TryPop(out var raw))
        {
            if (Reference(raw) is not { } number || !seen.Add(number) || seen.Count > MaxPages || Dictionary(number) is not { } node)
            {
                throw Bad("Danh sách trang của tệp PDF bị hỏng.");
            }

            if (node.TryGetValue("Kids", out var kids))
            {
                foreach (var kid in ResolveItems(kids).AsEnumerable().Reverse())
                {
                    waiting.Push(kid);
                }
            }
            else
            {
                pages.Add(number);
            }
        }

        return pages;
    }

    /// <summary>Signature fields: object number and dictionary, by object number.</summary>
    public IEnumerable<(int Number, IReadOnlyDictionary<string, string> Field)> SignatureFields() => ObjectNumbers.Order()
        .Select(number => (number, field: Dictionary(number)))
        .Where(one => one.field is not null && (one.field.ContainsKey("T") || one.field.ContainsKey("V")) && FieldType(one.field) == "/Sig")
        .Select(one => (one.number, one.field!));

    /// <summary>Kind of a field, its own or inherited.</summary>
    public string? FieldType(IReadOnlyDictionary<string, string> field)
    {
        for (var step = 0; step < 20; step++)
        {
            if (field.TryGetValue("FT", out var type))
            {
                return type;
            }

            if (Resolve(field.GetValueOrDefault("Parent")) is not { } parent)
            {
                return null;
            }

            field = parent;
        }

        return null;
    }

    private PdfObject InFile(int number, long offset)
    {
        if (offset >= length)
        {
            throw Bad("Bảng tham chiếu của tệp PDF trỏ ra ngoài tệp.");
        }

        var position = (int)offset;
        var found = Number(Data, ref position);
        _ = Number(Data, ref position);
        position = White(Data, position);
        if (found != number || !Starts(Data, position, "obj"u8))
        {
            throw Bad($"Đối tượng {number} không nằm đúng chỗ.");
        }

        var start = White(Data, position + 3);
        var end = End(Data, start);
        return new(bytes, start, end, Starts(Data, White(Data, end), "stream"u8));
    }

    private PdfObject Packed(int number, XrefEntry entry)
    {
        if (!containers.TryGetValue(entry.Container, out var container))
        {
            containers[entry.Container] = container = Container(entry.Container);
        }

        if (entry.Index >= container.Objects.Count || container.Objects[entry.Index].Number != number)
        {
            throw Bad($"Đối tượng {number} không nằm đúng chỗ.");
        }

        var start = White(container.Content, container.Objects[entry.Index].Offset);
        return new(container.Content, start, End(container.Content, start), false);
    }

    private (byte[] Content, List<(int Number, int Offset)> Objects) Container(int number)
    {
        if (!table.TryGetValue(number, out var entry) || entry.IsFree || entry.Container > 0 || Object(number) is not { Entries: { } entries } found || entries.GetValueOrDefault("Type") != "/ObjStm")
        {
            throw Bad("Một luồng đối tượng của tệp PDF bị hỏng.");
        }

        var packed = entries.GetValueOrDefault("Length");
        if (Reference(packed) is { } length)
        {
            packed = table.TryGetValue(length, out var plain) && plain.Container == 0 && Object(length) is { } value ? System.Text.Encoding.Latin1.GetString(value.Raw) : null;
        }

        var content = PdfStreams.Unpack(Data, found.End, Int(packed), entries);
        Spend(content.Length);
        var (count, first) = (Int(entries.GetValueOrDefault("N")), Int(entries.GetValueOrDefault("First")));
        var objects = new List<(int, int)>();
        for (int i = 0, position = 0; i < count; i++)
        {
            objects.Add(((int)Math.Min(int.MaxValue, Number(content, ref position)), (int)Math.Min(content.Length, first + Number(content, ref position))));
        }

        return (content, objects);
    }

    private int End(ReadOnlySpan<byte> data, int start)
    {
        var end = ValueEnd(data, start, 0);
        Spend(end - start);
        return end;
    }

    private void Spend(int amount)
    {
        work -= amount;
        if (work < 0)
        {
            throw Bad("Tệp PDF có cấu trúc quá lớn.");
        }
    }
}
