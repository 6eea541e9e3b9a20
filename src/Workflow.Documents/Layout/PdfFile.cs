using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workflow.Documents.Layout;

/// <summary>Writes PDF objects with a classic cross-reference table. The same objects always give the same bytes.</summary>
internal sealed class PdfFile(int first = 1)
{
    private readonly SortedDictionary<int, byte[]?> objects = [];
    private int next = first;

    public int Reserve()
    {
        objects[next] = null;
        return next++;
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

    /// <summary>A whole file.</summary>
    public byte[] Write(int root, int info, string id) => Append([], $"/Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]", null);

    /// <summary>
    /// The file before, untouched, followed by these objects as one incremental revision; a whole file when there is nothing before.
    /// </summary>
    /// <param name="before">Bytes that stay as they are.</param>
    /// <param name="trailer">Trailer keys without Size and Prev.</param>
    /// <param name="previousXref">Offset of the newest cross-reference section in <paramref name="before"/>.</param>
    public byte[] Append(ReadOnlySpan<byte> before, string trailer, long? previousXref, int size = 0)
    {
        using var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        file.Write(before);
        Say(before.IsEmpty ? "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n" : before[^1] == '\n' ? "" : "\n");
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in objects)
        {
            offsets[number] = file.Position;
            Say($"{number} 0 obj\n");
            file.Write(body ?? throw new InvalidOperationException($"object {number} was reserved and never written"));
            Say("\nendobj\n");
        }

        var xref = file.Position;
        Say("xref\n");
        if (before.IsEmpty)
        {
            Say($"0 {next}\n0000000000 65535 f \n");
        }

        foreach (var run in Runs(offsets.Keys))
        {
            Say(before.IsEmpty ? "" : $"{run[0]} {run.Count}\n");
            run.ForEach(number => Say(offsets[number].ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"));
        }

        Say($"trailer\n<< /Size {Math.Max(next, size)} {trailer}{(previousXref is { } previous ? $" /Prev {previous}" : "")} >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }

    private static List<List<int>> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<List<int>>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1][^1] == number - 1)
            {
                runs[^1].Add(number);
            }
            else
            {
                runs.Add([number]);
            }
        }

        return runs;
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
