using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>Both signatures made outside, by the signers' own programs.</summary>
[Collection("cluster")]
public sealed class WholeFileTests(TestCluster cluster)
{
    [Fact]
    public async Task Person_and_agency_sign_outside_and_the_document_goes_its_way()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        var pinned = await world.Pin();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pinned.Content)), pinned.Sha256);
        Assert.Equal(1, pinned.Number);
        var signed = world.SignAsSecretary(pinned.Content);
        await world.Done(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed));
        var issued = await world.World.Look(db => db.Set<IssuedDocument>().SingleAsync());
        Assert.Equal((1, world.Secretary.Id, world.Hash), (issued.Number, issued.SignerId, issued.VersionHash));
        Assert.Equal(signed, await File(world, IssuedFileKind.Signed));
        Assert.NotEmpty(await File(world, IssuedFileKind.Word));

        await world.Done(world.Clerk, new PinForSealing(SigningWorld.New, world.Draft));
        var toSeal = await world.Pinned(SignaturePurpose.Agency);
        Assert.Equal(signed, toSeal.Content);
        var original = world.SignAsAgency(toSeal.Content);
        await world.Done(world.Clerk, new AcceptSealedFile(SigningWorld.New, world.Draft, toSeal.Id, original));
        Assert.Equal(original, await File(world, IssuedFileKind.Sealed));
        var report = PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow());
        Assert.Equal(Verdict.Intact, report.Verdict);
        Assert.Equal(2, report.Signatures.Count);
        var waiting = await world.World.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.TaskKey).OrderBy(key => key).ToListAsync());
        Assert.Equal(["follow-up", "receipts"], waiting);
        var acts = await world.World.Look(db => db.Set<AuditEntry>().Select(entry => entry.Act).ToListAsync());
        Assert.All(new[] { "BindCertificate", "PinForSigning", "AcceptSignedFile", "PinForSealing", "AcceptSealedFile" }, act => Assert.Contains(act, acts));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_and_nothing_is_signed()
    {
        await using var world = await SigningWorld.Create(cluster);
        Assert.Equal("pinned.no-certificate", await world.Refused(world.Secretary, new PinForSigning(SigningWorld.New, world.Draft, world.Hash)));
        await world.Bind();
        var pinned = await world.Pin();
        var signed = world.SignAsSecretary(pinned.Content);
        Task<string?> Bring(byte[] file) => world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, file));
        Assert.Equal("returned.empty", await Bring([]));
        Assert.Equal("returned.not-pdf", await Bring([1, 2, 3]));
        Assert.Equal("returned.not-signed", await Bring(pinned.Content));
        Assert.Equal("returned.two-signatures", await Bring(world.SignAsAgency(signed)));
        Assert.Equal("returned.wrong-field", await Bring(world.SignAsAgency(pinned.Content)));
        Assert.Equal("returned.changed", await Bring([.. signed, .. "\n% thêm\n"u8]));
        var flipped = (byte[])signed.Clone();
        flipped[pinned.Content.Length / 2] ^= 1;
        Assert.Equal("returned.rewritten", await Bring(flipped));
        Assert.Equal("pinned.none", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, Guid.NewGuid(), signed)));
        // Somebody else's turn, or somebody else's file.
        Assert.Equal("auth.not-allowed", await world.Refused(world.Clerk, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed)));
        Assert.NotNull(await world.Refused(world.World.People["phobithu"], new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed)));
        Assert.Equal(0, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));
        // The certificate is lost: from now on nothing signed with it is taken.
        var bound = await world.World.Look(db => db.Set<BoundCertificate>().SingleAsync(one => one.PersonId == world.Secretary.Id));
        await world.Done(world.Administrator, new EndCertificate(SigningWorld.New, bound.Id, "Đồng chí báo mất thiết bị"));
        Assert.Equal("returned.other-signer", await Bring(signed));
    }

    [Fact]
    public async Task A_retry_answers_success_and_another_file_comes_too_late()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        var pinned = await world.Pin();
        var (signed, other) = (world.SignAsSecretary(pinned.Content), world.SignAsSecretary(pinned.Content));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.World.Send(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed))));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        Assert.Equal(1, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));
        Assert.Equal(1, await world.World.Look(db => db.Set<IssuedFile>().CountAsync(file => file.Kind == IssuedFileKind.Signed)));
        if (!signed.AsSpan().SequenceEqual(other))
        {
            Assert.Equal("pinned.signed", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, other)));
        }

        Assert.Equal("process.not-waiting", await world.Refused(world.Secretary, new PinForSigning(SigningWorld.New, world.Draft, world.Hash)));
    }

    [Fact]
    public async Task The_number_stays_with_the_draft_however_it_is_signed_in_the_end()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        var first = await world.Pin();
        // Asked for again on the same day: the same bytes, another address.
        var again = await world.Pin();
        Assert.Equal((first.Id, first.Sha256), (again.Id, again.Sha256));
        Assert.NotEqual(first.Token, again.Token);
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        var issued = await world.World.Look(db => db.Set<IssuedDocument>().SingleAsync());
        Assert.Equal(first.Number, issued.Number);
        Assert.Equal(1, await world.World.Look(db => db.Set<NumberSeries>().Select(series => series.Last).SingleAsync()));
        Assert.Equal(PinnedEnd.Withdrawn, (await world.Pinned()).End);
        Assert.Equal("pinned.ended", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, first.Id, world.SignAsSecretary(first.Content))));
    }

    [Fact]
    public async Task Only_a_certificate_that_may_stand_for_a_signer_is_bound()
    {
        await using var world = await SigningWorld.Create(cluster);
        Task<string?> Bind(byte[] file, Guid? person = null) => world.Refused(world.Administrator, new BindCertificate(SigningWorld.New, person, file));
        Assert.Equal("certificate.unreadable", await Bind([]));
        Assert.Equal("certificate.unreadable", await Bind("-----BEGIN PRIVATE KEY-----"u8.ToArray()));
        Assert.Equal("certificate.untrusted", await Bind(SigningWorld.Unknown()));
        Assert.Equal("certificate.no-person", await Bind(SigningWorld.Unknown(), Guid.NewGuid()));
        await world.Bind();
        using var agency = world.Agency();
        Assert.Equal("certificate.bound", await Bind(agency.Certificate.RawData));
        var bound = await world.World.Look(db => db.Set<BoundCertificate>().FirstAsync());
        Assert.Equal("certificate.reason", await world.Refused(world.Administrator, new EndCertificate(SigningWorld.New, bound.Id, "mất")));
    }

    private static Task<byte[]> File(SigningWorld world, IssuedFileKind kind) => world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == kind).Select(file => file.Content).SingleAsync());
}
