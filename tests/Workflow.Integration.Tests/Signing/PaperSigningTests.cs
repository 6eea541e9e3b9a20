using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>The equal way for who signs by hand: the office certifies that the scan is the text, the agency signs the scan.</summary>
[Collection("cluster")]
public sealed class PaperSigningTests(TestCluster cluster)
{
    [Fact]
    public async Task A_paper_signed_by_hand_is_compared_page_by_page_and_sealed_as_a_scan()
    {
        await using var world = await SigningWorld.Create(cluster);
        var office = world.World.People["vanphong"];
        await world.Done(office, new PinForPaper(SigningWorld.New, world.Draft, world.Hash));
        var pinned = await world.Pinned();
        Assert.Equal((PinnedWay.Paper, world.Secretary.Id), (pinned.Way, pinned.SignerId));
        var pages = Scan(pinned.Content);
        Assert.Equal(pinned.Pages, pages.Count);
        Task<string?> Bring(params byte[][] files) => world.Refused(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, files));
        Assert.Equal("scan.count", await Bring());
        Assert.Equal("scan.unreadable", await Bring("không phải ảnh"u8.ToArray()));
        Assert.Equal("scan.unreadable", await Bring(pinned.Content));
        Assert.Equal("scan.picture", await Bring([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9]));
        Assert.Equal("scan.pages", await Bring([.. pages, pages[0]]));

        // First the pages one by one, then the same as a scanner's PDF: the later one counts.
        await world.Done(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, pages));
        var hash = await Hash(world, office);
        await world.Done(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, [ScannedPages.Pdf([.. pages.AsEnumerable().Reverse()], "quét")]));
        Task<string?> Certify(string shown, params int[] compared) => world.Refused(office, new CertifyScan(SigningWorld.New, world.Draft, pinned.Id, shown, compared));
        int[] all = [.. Enumerable.Range(1, pages.Count)];
        if (pages.Count > 1)
        {
            Assert.Equal("scan.changed", await Certify(hash, all));
        }

        await world.Done(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, [ScannedPages.Pdf(pages, "quét")]));
        Assert.Equal(hash, await Hash(world, office));
        Assert.Equal("scan.not-compared", await Certify(hash, all[1..]));
        Assert.Equal("auth.not-allowed", await world.Refused(world.Clerk, new CertifyScan(SigningWorld.New, world.Draft, pinned.Id, hash, all)));
        Assert.Equal(0, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));
        await world.Done(office, new CertifyScan(SigningWorld.New, world.Draft, pinned.Id, hash, all));
        Assert.Equal("paper.none", await Certify(hash, all));

        var issued = await world.World.Look(db => db.Set<IssuedDocument>().SingleAsync());
        Assert.Equal((pinned.Number, world.Secretary.Id), (issued.Number, issued.SignerId));
        await world.Done(world.Clerk, new SealDocument(SigningWorld.New, issued.Id));
        var original = await world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == IssuedFileKind.Sealed).Select(file => file.Content).SingleAsync());
        var report = PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow());
        Assert.Equal(Verdict.Intact, report.Verdict);
        Assert.Single(report.Signatures);
        Assert.Equal(["follow-up", "receipts"], await world.World.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.TaskKey).OrderBy(key => key).ToListAsync()));
    }

    [Fact]
    public async Task Each_page_is_shown_beside_ours()
    {
        await using var world = await SigningWorld.Create(cluster);
        var office = world.World.People["vanphong"];
        await world.Done(office, new PinForPaper(SigningWorld.New, world.Draft, world.Hash));
        var pinned = await world.Pinned();
        var pages = Scan(pinned.Content);
        await world.Done(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, pages));
        Assert.Equal(pinned.Content, (await world.World.Ask(office, new ReadPaperPart(world.Draft, PaperPart.Print, 0)))?.Content);
        for (var number = 1; number <= pages.Count; number++)
        {
            Assert.Equal(pages[number - 1], (await world.World.Ask(office, new ReadPaperPart(world.Draft, PaperPart.Scan, number)))?.Content);
            Assert.InRange((await world.World.Ask(office, new ReadPaperPart(world.Draft, PaperPart.OurPage, number)))!.Content.Length, 3_000, 500_000);
        }

        Assert.Null(await world.World.Ask(office, new ReadPaperPart(world.Draft, PaperPart.OurPage, pages.Count + 1)));
        // Signed by the machine after all: the print is waited for no longer.
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        Assert.Equal("paper.none", await world.Refused(office, new BringScan(SigningWorld.New, world.Draft, pinned.Id, pages)));
    }

    private static async Task<string> Hash(SigningWorld world, Person office) => (await world.World.Ask(office, new ReadPaperSigning(world.Draft)))!.Paper!.ScanHash;

    // What a scanner makes of the print.
    private static List<byte[]> Scan(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-scan-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
            using var scanner = Process.Start("pdftoppm", ["-jpeg", "-r", "110", Path.Combine(folder, "a.pdf"), Path.Combine(folder, "trang")]);
            scanner.WaitForExit();
            return [.. Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
