using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>The ways in which a PDF may keep its cross-references.</summary>
public enum XrefKind
{
    Table,
    Stream,
    StreamWithPredictor,
    Hybrid,
}

/// <summary>A small PDF of two pages, written by hand for the tests: nothing of the product helps to write it.</summary>
internal static class TestPdf
{
    public const string Person = "ChuKyCaNhan";
    public const string Agency = "ChuKyCoQuan";
    public const int FirstPage = 3;
    public const int FirstContent = 4;

    /// <summary>Objects 1 catalog, 2 pages, 3 and 5 pages with contents 4 and 6, 10 and up the fields; 20 and 21 hold lists kept apart.</summary>
    public static SortedDictionary<int, string> Objects(bool apart, params string[] fields)
    {
        var numbers = fields.Select((_, index) => $"{10 + index} 0 R");
        var list = $"[{string.Join(' ', numbers)}]";
        var form = $"<< /SigFlags 3 /Fields {(apart ? "21 0 R" : list)} >>";
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<< /Type /Catalog /Pages 2 0 R{(fields.Length == 0 && !apart ? "" : $" /AcroForm {(apart ? "22 0 R" : form)}")} >>",
            [2] = "<< /Type /Pages /Count 2 /Kids [3 0 R 5 0 R] >>",
            [FirstPage] = $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R{(fields.Length == 0 && !apart ? "" : $" /Annots {(apart ? "20 0 R" : list)}")} >>",
            [FirstContent] = Stream("", "0 0 m 100 100 l S"u8.ToArray()),
            [5] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 6 0 R >>",
            [6] = Stream("", "0 0 m 200 200 l S"u8.ToArray()),
            [7] = "<< /Title (Th\\355 nghi\\(e\\)m) >> % a comment\n",
        };
        for (var index = 0; index < fields.Length; index++)
        {
            objects[10 + index] = $"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({fields[index]}) /F 132 /P 3 0 R /Rect [{300 - (index * 60)} 100 {460 - (index * 60)} 170] >>";
        }

        if (apart)
        {
            objects[20] = list;
            objects[21] = list;
            objects[22] = form;
        }

        return objects;
    }

    public static byte[] Write(XrefKind kind = XrefKind.Table, bool apart = false) => Write(kind, Objects(apart, Person, Agency));

    public static byte[] Write(XrefKind kind, SortedDictionary<int, string> objects)
    {
        var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Say("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        // Everything but streams is packed where the kind allows it; a hybrid packs only the information object.
        bool Packs(int number) => kind != XrefKind.Table && !objects[number].Contains("stream\n", StringComparison.Ordinal) && (kind != XrefKind.Hybrid || number == 7);
        var packed = objects.Keys.Where(Packs).ToList();
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in objects.Where(pair => !packed.Contains(pair.Key)))
        {
            offsets[number] = file.Position;
            Say($"{number} 0 obj\n{body}\nendobj\n");
        }

        const int container = 30, xref = 31;
        if (packed.Count > 0)
        {
            var content = string.Concat(packed.Select(number => objects[number] + "\n"));
            var head = new StringBuilder();
            var at = 0;
            foreach (var number in packed)
            {
                head.Append(CultureInfo.InvariantCulture, $"{number} {at} ");
                at += objects[number].Length + 1;
            }

            offsets[container] = file.Position;
            Say($"{container} 0 obj\n{Stream($"/Type /ObjStm /N {packed.Count} /First {head.Length}", Encoding.Latin1.GetBytes(head + content), true)}\nendobj\n");
        }

        var start = file.Position;
        if (kind is XrefKind.Table or XrefKind.Hybrid)
        {
            if (kind == XrefKind.Hybrid)
            {
                Say(XrefStream(new() { [7] = (2, container, packed.IndexOf(7)) }, false, ""));
            }

            var table = file.Position;
            Say($"xref\n0 {xref + 1}\n0000000000 65535 f \n");
            for (var number = 1; number <= xref; number++)
            {
                Say(offsets.TryGetValue(number, out var offset) ? $"{offset:0000000000} 00000 n \n" : "0000000000 00000 f \n");
            }

            Say($"trailer\n<< /Size {xref + 1} /Root 1 0 R /Info 7 0 R /ID [<00><00>]{(kind == XrefKind.Hybrid ? $" /XRefStm {start}" : "")} >>\nstartxref\n{table}\n%%EOF\n");
            return file.ToArray();
        }

        var entries = offsets.ToDictionary(pair => pair.Key, pair => (1, (int)pair.Value, 0));
        packed.ForEach(number => entries[number] = (2, container, packed.IndexOf(number)));
        entries[xref] = (1, (int)start, 0);
        Say(XrefStream(new(entries), kind == XrefKind.StreamWithPredictor, "/Root 1 0 R /Info 7 0 R /ID [<00><00>]"));
        Say($"startxref\n{start}\n%%EOF\n");
        return file.ToArray();

        string XrefStream(SortedDictionary<int, (int Kind, int Second, int Third)> rows, bool predict, string more)
        {
            using var content = new MemoryStream();
            var before = new byte[7];
            foreach (var (type, second, third) in rows.Values)
            {
                var row = new byte[7];
                row[0] = (byte)type;
                BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(1), second);
                BinaryPrimitives.WriteInt16BigEndian(row.AsSpan(5), (short)third);
                content.Write(predict ? [2, .. row.Zip(before, (now, up) => (byte)(now - up))] : row);
                before = row;
            }

            var parameters = predict ? " /DecodeParms << /Predictor 12 /Columns 7 >>" : "";
            var index = string.Join(' ', rows.Keys.Select(number => $"{number} 1"));
            return $"{xref} 0 obj\n{Stream($"/Type /XRef /Size {xref + 1} /W [1 4 2] /Index [{index}]{parameters} {more}", content.ToArray(), true)}\nendobj\n";
        }
    }

    /// <summary>Appends a revision by hand: objects, freed numbers, a table.</summary>
    public static byte[] Append(byte[] before, IReadOnlyDictionary<int, string> objects, IEnumerable<int>? freed = null, string root = "1 0 R", string more = "/Info 7 0 R", long? previous = null)
    {
        var file = new MemoryStream();
        file.Write(before);
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        var entries = new SortedDictionary<int, string>((freed ?? []).ToDictionary(number => number, _ => "0000000000 00001 f \n"));
        foreach (var (number, body) in objects)
        {
            entries[number] = $"{file.Position:0000000000} 00000 n \n";
            Say($"{number} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Position;
        Say("xref\n");
        foreach (var (number, entry) in entries)
        {
            Say($"{number} 1\n{entry}");
        }

        Say($"trailer\n<< /Size 200 /Root {root} {more} /Prev {previous ?? Start(before)} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Offset of the newest cross-reference section.</summary>
    public static long Start(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.LastIndexOf("startxref", StringComparison.Ordinal) + 10;
        return long.Parse(text[at..text.IndexOf('\n', at)], CultureInfo.InvariantCulture);
    }

    public static string Stream(string dictionary, byte[] content, bool packed = false)
    {
        if (packed)
        {
            using var deflated = new MemoryStream();
            using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, true))
            {
                zlib.Write(content);
            }

            content = deflated.ToArray();
        }

        return $"<< {dictionary}{(packed ? " /Filter /FlateDecode" : "")} /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";
    }
}
