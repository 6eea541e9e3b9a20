using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workflow.Documents.Layout;

/// <summary>Writes PDF objects with a classic cross-reference table. The same objects always give the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [null];

    public int Reserve()
    {
        objects.Add(null);
        return objects.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number] = Encoding.Latin1.GetBytes(body);

    public int AddStream(string dictionary, byte[] content, bool compress = true)
    {
        var number = Reserve();
        var bytes = compress ? Deflate(content) : content;
        using var body = new MemoryStream();
        body.Write(Encoding.Latin1.GetBytes($"<< {dictionary}{(compress ? " /Filter /FlateDecode" : "")} /Length {bytes.Length} >>\nstream\n"));
        body.Write(bytes);
        body.Write("\nendstream"u8);
        objects[number] = body.ToArray();
        return number;
    }

    /// <summary>A text string in UTF-16, as hexadecimal.</summary>
    public static string Text(string value) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value)) + ">";

    public static string Num(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    public byte[] Write(int root, int info, string id)
    {
        using var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Say("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new long[objects.Count];
        for (var number = 1; number < objects.Count; number++)
        {
            offsets[number] = file.Position;
            Say($"{number} 0 obj\n");
            file.Write(objects[number] ?? throw new InvalidOperationException($"object {number} was reserved and never written"));
            Say("\nendobj\n");
        }

        var xref = file.Position;
        Say($"xref\n0 {objects.Count}\n0000000000 65535 f \n");
        for (var number = 1; number < objects.Count; number++)
        {
            Say(offsets[number].ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        }

        Say($"trailer\n<< /Size {objects.Count} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }
}
