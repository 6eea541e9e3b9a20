using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Register;
using Workflow.Activities.Signing;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>An office where the registry clerk numbers what has been signed: the person signs with both open, the number is taken in the act that seals.</summary>
[Collection("cluster")]
public sealed class NumberAtSealingTests(TestCluster cluster)
{
    private static DateOnly Today => VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task The_machine_fills_number_and_date_in_the_revision_that_the_agency_signs()
    {
        await using var world = await SigningWorld.Create(cluster);
        Assert.Equal("auth.not-allowed", await world.Refused(world.Clerk, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "Quy chế văn thư")));
        Assert.Equal("numbering.day", await world.Refused(world.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today.AddDays(-1), "Quy chế văn thư")));
        Assert.Equal("numbering.source", await world.Refused(world.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "ừ")));
        await world.Done(world.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "Quy chế văn thư của Đảng ủy"));
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        var issued = await Issued(world);
        Assert.Equal((0, "…-NQ/ĐU"), (issued.Number, issued.NumberAndSymbol));
        Assert.Equal(0, await world.World.Look(db => db.Set<RegisterEntry>().CountAsync()));
        var signed = (await File(world, IssuedFileKind.Signed))!;
        Assert.True(OpenLines.AreOpen(signed));
        Assert.Null(await File(world, IssuedFileKind.Word));

        // The same form twice at once: one number.
        var seal = new SealDocument(SigningWorld.New, issued.Id);
        Assert.All(await Task.WhenAll(world.World.Send(world.Clerk, seal), world.World.Send(world.Clerk, seal)), answer => Assert.Null(answer.Refusal));
        issued = await Issued(world);
        Assert.Equal((1, "01-NQ/ĐU", Today), (issued.Number, issued.NumberAndSymbol, issued.Date));
        Assert.NotNull(issued.NumberedAt);
        var line = await world.World.Look(db => db.Set<RegisterEntry>().SingleAsync());
        Assert.Equal((EntryKind.Issued, issued.Id, 1), (line.Kind, line.IssuedDocumentId, line.Number));
        var original = (await File(world, IssuedFileKind.Sealed))!;
        Assert.True(original.AsSpan().StartsWith(signed));
        var report = PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow());
        Assert.Equal((Verdict.Intact, 2, 2), (report.Verdict, report.Signatures.Count, report.Notes.Count));
        Assert.Contains(report.Notes, note => note.Contains("01-NQ/ĐU", StringComparison.Ordinal));
        Assert.NotNull(await File(world, IssuedFileKind.Word));
    }

    [Fact]
    public async Task Outside_the_clerk_s_program_signs_the_numbered_file_and_a_void_number_is_replaced()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        await world.Done(world.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "Quy chế văn thư của Đảng ủy"));
        var pinned = await world.Pin();
        Assert.Equal((0, "…-NQ/ĐU"), (pinned.Number, pinned.NumberAndSymbol));
        Assert.Equal(pinned.Id, (await world.Pin()).Id);
        await world.Done(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, world.SignAsSecretary(pinned.Content)));
        await world.Done(world.Clerk, new PinForSealing(SigningWorld.New, world.Draft));
        var first = await world.Pinned(SignaturePurpose.Agency);
        Assert.Equal(1, first.Number);
        Assert.False(OpenLines.AreOpen(first.Content));
        await world.Done(world.Clerk, new PinForSealing(SigningWorld.New, world.Draft));
        Assert.Equal(first.Id, (await world.Pinned(SignaturePurpose.Agency)).Id);

        // The book says the number is void: what bears it is not taken, the next file bears the next.
        var held = await world.World.Look(db => db.Set<RegisterEntry>().SingleAsync());
        await world.Done(world.Clerk, new VoidNumber(SigningWorld.New, held.Id, "Ghi nhầm ngày"));
        Assert.Equal("pinned.number-void", await world.Refused(world.Clerk, new AcceptSealedFile(SigningWorld.New, world.Draft, first.Id, world.SignAsAgency(first.Content))));
        Assert.False((await Issued(world)).IsNumbered);
        await world.Done(world.Clerk, new PinForSealing(SigningWorld.New, world.Draft));
        var second = await world.Pinned(SignaturePurpose.Agency);
        Assert.Equal(2, second.Number);
        var original = world.SignAsAgency(second.Content);
        await world.Done(world.Clerk, new AcceptSealedFile(SigningWorld.New, world.Draft, second.Id, original));
        Assert.Equal("02-NQ/ĐU", (await Issued(world)).NumberAndSymbol);
        Assert.Equal((Verdict.Intact, 2), PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow()) is var report ? (report.Verdict, report.Notes.Count) : default);
        Assert.NotNull(await File(world, IssuedFileKind.Word));
        Assert.Equal([(1, EntryKind.Void), (2, EntryKind.Issued)], (await world.World.Look(db => db.Set<RegisterEntry>().OrderBy(entry => entry.Number).ToListAsync())).Select(entry => (entry.Number, entry.Kind)));
    }

    [Fact]
    public async Task A_draft_that_bears_a_number_already_keeps_it_and_paper_is_numbered_before_it_is_printed()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        await world.Pin();
        await world.Done(world.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "Quy chế văn thư của Đảng ủy"));
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        Assert.Equal("01-NQ/ĐU", (await Issued(world)).NumberAndSymbol);

        await using var paper = await SigningWorld.Create(cluster);
        await paper.Done(paper.Administrator, new SetNumbering(SigningWorld.New, NumberMoment.AtSealing, Today, "Quy chế văn thư của Đảng ủy"));
        await paper.Done(paper.World.People["vanphong"], new PinForPaper(SigningWorld.New, paper.Draft, paper.Hash));
        Assert.Equal(1, (await paper.Pinned()).Number);
    }

    private static Task<IssuedDocument> Issued(SigningWorld world) => world.World.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());

    private static Task<byte[]?> File(SigningWorld world, IssuedFileKind kind) => world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == kind).Select(file => (byte[]?)file.Content).SingleOrDefaultAsync());
}
