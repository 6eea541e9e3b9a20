using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>What a signed paper shows beside its text: urgency, circulation, the pictures of signature and seal.</summary>
[Collection("cluster")]
public sealed class MarksAndPicturesTests(TestCluster cluster)
{
    [Fact]
    public async Task Marks_are_put_on_before_the_signature_and_printed_under_the_number()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        var office = world.World.People["vanphong"];
        SetMarks Set(PaperUrgency urgency, string circulation) => new(SigningWorld.New, world.Draft, urgency, circulation);
        Assert.Equal("marks.secret", await world.Refused(office, Set(PaperUrgency.None, "Tuyệt mật")));
        Assert.Equal("marks.secret", await world.Refused(office, Set(PaperUrgency.None, "toi mat")));
        Assert.Equal("marks.circulation", await world.Refused(office, Set(PaperUrgency.None, new string('a', 61))));
        Assert.Equal("marks.urgency", await world.Refused(office, Set((PaperUrgency)9, "")));
        Assert.Equal("auth.not-allowed", await world.Refused(world.Secretary, Set(PaperUrgency.Urgent, "")));
        await world.Done(office, Set(PaperUrgency.None, "Gửi Mặt trận Tổ quốc"));

        // Bytes that were out without the mark are no longer waited for; the number stays.
        var pinned = await world.Pin();
        await world.Done(office, Set(PaperUrgency.VeryUrgent, "Xong hội nghị trả lại"));
        Assert.Equal("pinned.ended", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, world.SignAsSecretary(pinned.Content))));
        var again = await world.Pin();
        Assert.Equal(pinned.Number, again.Number);
        Assert.Contains("THƯỢNG KHẨN", Text(again.Content), StringComparison.Ordinal);
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        Assert.Equal("marks.signed", await world.Refused(office, Set(PaperUrgency.None, "")));
        var issued = await world.World.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        Assert.Equal((PaperUrgency.VeryUrgent, "Xong hội nghị trả lại"), (issued.Urgency, issued.Circulation));
        var text = Text(await world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == IssuedFileKind.Signed).Select(file => file.Content).SingleAsync()));
        Assert.Contains("THƯỢNG KHẨN", text, StringComparison.Ordinal);
        Assert.Contains("XONG HỘI NGHỊ TRẢ LẠI", text, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.World.Look(db => db.Set<Draft>().Select(draft => draft.Circulation).ToListAsync()), one => one.Length == 0);
    }

    [Fact]
    public async Task Pictures_that_stand_are_shown_and_what_is_signed_keeps_its_own()
    {
        await using var world = await SigningWorld.Create(cluster);
        SetSignaturePicture Picture(Guid? person, byte[] file, decimal width = 36) => new(SigningWorld.New, person, file, width);
        Assert.Equal("picture.file", await world.Refused(world.Administrator, Picture(null, [1, 2, 3])));
        Assert.Equal("picture.colour", await world.Refused(world.Administrator, Picture(world.Secretary.Id, Ring(215, 20, 30))));
        Assert.Equal("picture.no-person", await world.Refused(world.Administrator, Picture(Guid.NewGuid(), Ring(20, 40, 150))));
        Assert.Equal("auth.not-allowed", await world.Refused(world.Secretary, Picture(world.Secretary.Id, Ring(20, 40, 150))));
        await world.Done(world.Administrator, Picture(world.Secretary.Id, Ring(20, 40, 150), 20));
        await world.Done(world.Administrator, Picture(null, Ring(215, 20, 30), 30));
        await world.Done(world.Administrator, Picture(null, Ring(230, 20, 30)));
        Assert.Equal(2, await world.World.Look(db => db.Set<SignaturePicture>().CountAsync(one => one.To == null)));
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        var issued = await world.World.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        await world.Done(world.Clerk, new SealDocument(SigningWorld.New, issued.Id));
        var original = await world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == IssuedFileKind.Sealed).Select(file => file.Content).SingleAsync());
        Assert.Equal(Verdict.Intact, PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow()).Verdict);
        Assert.Equal(2, System.Text.Encoding.Latin1.GetString(original).Split("/SMask").Length - 1);
        var seal = await world.World.Look(db => db.Set<SignaturePicture>().SingleAsync(one => one.PersonId == null && one.To == null));
        Assert.Equal("picture.reason", await world.Refused(world.Administrator, new EndSignaturePicture(SigningWorld.New, seal.Id, "")));
        await world.Done(world.Administrator, new EndSignaturePicture(SigningWorld.New, seal.Id, "Đổi con dấu mới"));
        Assert.Equal("picture.ended", await world.Refused(world.Administrator, new EndSignaturePicture(SigningWorld.New, seal.Id, "Đổi con dấu mới")));
    }

    private static string Text(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-l", "1", path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            return reader.StandardOutput.ReadToEnd();
        }
        finally
        {
            File.Delete(path);
        }
    }

    // A ring of one colour on nothing.
    private static byte[] Ring(byte red, byte green, byte blue)
    {
        const int size = 200;
        using var rows = new MemoryStream();
        for (var y = 0; y < size; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < size; x++)
            {
                rows.Write(Math.Sqrt(((x - 99.5) * (x - 99.5)) + ((y - 99.5) * (y - 99.5))) is > 85 and < 99 ? [red, green, blue, 255] : new byte[4]);
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows.ToArray());
        }

        byte[] head = [0, 0, 0, size, 0, 0, 0, size, 8, 6, 0, 0, 0];
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(kind), .. data];
        var crc = 0xFFFFFFFFu;
        foreach (var one in body)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        var chunk = new byte[body.Length + 8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), ~crc);
        return chunk;
    }
}
