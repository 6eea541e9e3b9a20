using System.Buffers.Binary;
using System.IO.Compression;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Papers;
using Workflow.Domain.Layouts;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Pictures of signatures and seals: what is taken, what is refused, and where they stand on the page.</summary>
public sealed class SignatureImageTests
{
    private static readonly byte[] Signature = TestPng.Signature();
    private static readonly byte[] Seal = TestPng.Seal();

    [Fact]
    public void A_blue_signature_and_a_red_seal_are_taken()
    {
        var (signature, refused) = SignatureImage.Read(Signature, false, 40);
        Assert.Null(refused);
        Assert.Equal((300, 120, 16.0), (signature!.Width, signature.Height, signature.HeightMm));
        Assert.Null(SignatureImage.Read(Seal, true, 36).Refusal);
    }

    [Theory]
    [InlineData("signature as seal", "picture.shape")]
    [InlineData("seal as signature", "picture.colour")]
    [InlineData("opaque", "picture.opaque")]
    [InlineData("empty", "picture.empty")]
    [InlineData("tiny", "picture.shape")]
    [InlineData("not a picture", "picture.file")]
    [InlineData("interlaced", "picture.file")]
    [InlineData("sixteen bits", "picture.file")]
    [InlineData("too many points", "picture.file")]
    [InlineData("bomb", "picture.file")]
    [InlineData("too narrow", "picture.size")]
    public void Anything_else_gets_its_sentence(string what, string code)
    {
        var (_, refusal) = what switch
        {
            "signature as seal" => SignatureImage.Read(Signature, true, 36),
            "seal as signature" => SignatureImage.Read(Seal, false, 36),
            "opaque" => SignatureImage.Read(TestPng.Write(200, 200, (_, _) => (220, 20, 20, 255)), true, 36),
            "empty" => SignatureImage.Read(TestPng.Write(200, 200, (_, _) => (220, 20, 20, 0)), true, 36),
            "tiny" => SignatureImage.Read(TestPng.Write(20, 20, (x, _) => (220, 20, 20, (byte)(x < 10 ? 0 : 255))), true, 36),
            "not a picture" => SignatureImage.Read("GIF89a"u8.ToArray(), true, 36),
            "interlaced" => SignatureImage.Read(TestPng.Write(200, 200, (_, _) => (0, 0, 0, 0), interlace: 1), true, 36),
            "sixteen bits" => SignatureImage.Read(TestPng.Write(200, 200, (_, _) => (0, 0, 0, 0), depth: 16), true, 36),
            "too many points" => SignatureImage.Read(TestPng.Write(60_000, 60_000, null), true, 36),
            "bomb" => SignatureImage.Read(TestPng.Write(int.MaxValue, 1, null), true, 36),
            _ => SignatureImage.Read(Seal, true, 3),
        };
        Assert.Equal(code, refusal?.Code);
        Assert.EndsWith(".", refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_is_refused_and_never_thrown()
    {
        var random = new Random(8);
        for (var round = 0; round < 400; round++)
        {
            var bad = (byte[])Seal.Clone();
            for (var flip = random.Next(1, 6); flip > 0; flip--)
            {
                bad[random.Next(bad.Length)] ^= (byte)random.Next(1, 256);
            }

            _ = SignatureImage.Read(round % 3 == 0 ? bad[..random.Next(bad.Length)] : bad, true, 36);
        }
    }

    [Fact]
    public void A_palette_with_holes_reads_as_the_colours_it_names()
    {
        var read = Png.Read(TestPng.Palette());
        Assert.Equal("", read.Problem);
        Assert.Equal([0, 255, 128, 255], read.Alpha);
        Assert.Equal([0, 0, 0, 200, 10, 10, 0, 0, 200, 200, 10, 10], read.Colours);
    }

    [Fact]
    public void The_signature_stands_between_position_and_name_and_the_seal_over_its_left_third() => Tools.InFolder(folder =>
    {
        var (signature, seal) = (SignatureImage.Read(Signature, false, 40).Image!, SignatureImage.Read(Seal, true, 36).Image!);
        var text = ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;
        var paper = new OfficialPaper(text, "ĐẢNG BỘ TỈNH PHÚ THỌ", "ĐẢNG ỦY XÃ THANH SƠN", "07-NQ/ĐU", "NQ/ĐU", "Thanh Sơn", new DateOnly(2026, 2, 5), null) { Pictures = new(signature.WidthMm, signature.HeightMm, seal.WidthMm, seal.HeightMm) };
        var rendered = OfficialPdf.Render(paper, LayoutProfile.Hd36);
        using var person = Person;
        using var agency = Agency;
        var signed = PdfSigner.Sign(rendered.Bytes, PersonRequest with { Picture = signature }, person);
        var original = PdfSigner.Sign(signed, AgencyRequest with { Picture = seal }, agency);
        Assert.Equal(Verdict.Intact, Verify(original).Verdict);
        Assert.Equal([], ArchiveRules.Broken(original));
        var path = Path.Combine(folder, "a.pdf");
        File.WriteAllBytes(path, original);
        Assert.EndsWith("exit 0", Tools.Run("qpdf", "--check", path), StringComparison.Ordinal);
        var page = rendered.Fields[0].Page + 1;
        Tools.Run("pdftoppm", "-r", "254", "-f", page.ToString(System.Globalization.CultureInfo.InvariantCulture), "-l", page.ToString(System.Globalization.CultureInfo.InvariantCulture), path, Path.Combine(folder, "p"));
        var (blue, red) = (Ink(Directory.GetFiles(folder, "p*.ppm").Single(), (r, _, b) => b > r + 60), Ink(Directory.GetFiles(folder, "p*.ppm").Single(), (r, g, _) => r > g + 60));

        // 254 dpi: ten points a millimetre. Real sizes, to half a millimetre.
        Assert.InRange(red.Right - red.Left, 355, 365);
        Assert.InRange(red.Bottom - red.Top, 355, 365);
        Assert.InRange(blue.Right - red.Left, 0, 2_000);
        var (left, third) = (red.Right - 133, red.Right);
        Assert.InRange(rendered.Fields[0].X + (rendered.Fields[0].Width / 2), (left + 200) * 72 / 254.0 - 2, (left + 200) * 72 / 254.0 + 2);
        Assert.InRange(blue.Right, third + 250, third + 275);
        if (Environment.GetEnvironmentVariable("WORKFLOW_KEEP") is { Length: > 0 } kept)
        {
            File.WriteAllBytes(Path.Combine(kept, "pictures.pdf"), original);
        }

        return 0;
    });

    // Smallest box around points of a colour.
    private static (int Left, int Top, int Right, int Bottom) Ink(string ppm, Func<int, int, int, bool> isInk)
    {
        var bytes = File.ReadAllBytes(ppm);
        var lines = 0;
        var start = 0;
        for (; lines < 3; start++)
        {
            lines += bytes[start] == '\n' ? 1 : 0;
        }

        var size = System.Text.Encoding.ASCII.GetString(bytes[..start]).Split('\n')[1].Split(' ').Select(one => int.Parse(one, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var y = 0; y < size[1]; y++)
        {
            for (var x = 0; x < size[0]; x++)
            {
                var at = start + (3 * ((y * size[0]) + x));
                if (isInk(bytes[at], bytes[at + 1], bytes[at + 2]))
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
                }
            }
        }

        return (left, top, right, bottom);
    }
}

/// <summary>Writes small PNG files for the tests: nothing of the product helps to write them.</summary>
internal static class TestPng
{
    /// <summary>Blue strokes on nothing, 300 by 120; ink reaches all four edges.</summary>
    public static byte[] Signature() => Write(300, 120, (x, y) => Math.Abs(y - 60 - (59 * Math.Sin(x / 25.0))) < 4 || x is 0 or 299 && y > 50 && y < 70 ? ((byte)20, (byte)40, (byte)150, (byte)255) : ((byte)0, (byte)0, (byte)0, (byte)0));

    /// <summary>A red ring, 300 by 300, to its edges.</summary>
    public static byte[] Seal() => Write(300, 300, (x, y) => Math.Sqrt(((x - 149.5) * (x - 149.5)) + ((y - 149.5) * (y - 149.5))) is > 138 and <= 150 ? ((byte)215, (byte)20, (byte)30, (byte)255) : ((byte)0, (byte)0, (byte)0, (byte)0));

    public static byte[] Write(int width, int height, Func<int, int, (byte, byte, byte, byte)>? point, int depth = 8, int interlace = 0)
    {
        using var rows = new MemoryStream();
        for (var y = 0; point is not null && y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                var (r, g, b, a) = point(x, y);
                rows.Write([r, g, b, a]);
            }
        }

        return File(width, height, 6, depth, interlace, [], [], rows.ToArray());
    }

    /// <summary>Two by two points out of three colours, two bits each: a hole, red; half a blue, red.</summary>
    public static byte[] Palette() => File(2, 2, 3, 2, 0, [9, 9, 9, 200, 10, 10, 0, 0, 200], [0, 255, 128], [0, 0b00_01_0000, 0, 0b10_01_0000]);

    private static byte[] File(int width, int height, int kind, int depth, int interlace, byte[] palette, byte[] holes, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)depth, (byte)kind, (byte)interlace);
        byte[] mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        return [.. mark, .. Chunk("IHDR", head), .. palette.Length > 0 ? Chunk("PLTE", palette) : [], .. holes.Length > 0 ? Chunk("tRNS", holes) : [], .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(kind), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
