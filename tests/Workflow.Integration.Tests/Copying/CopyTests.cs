using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Copying;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Signing;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Copying;

/// <summary>Copies with their own number, block and signatures; a file of another body stays byte for byte.</summary>
[Collection("another cluster")]
public sealed class CopyTests(TestCluster cluster)
{
    [Fact]
    public async Task A_document_is_copied_whole_in_part_and_a_received_one_is_passed_on()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        var (secretary, staff) = (world.People["bithu"], world.People["vanphong"]);
        var issued = await world.Look(db => db.Set<IssuedDocument>().SingleAsync());
        var original = await world.Look(db => db.Set<IssuedFile>().SingleAsync(file => file.Kind == IssuedFileKind.Sealed));
        var roots = new[] { System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Path.Combine(world.CertificateFolder, "demo-ca.pem"))) };
        var parts = await world.Ask(secretary, new ReadCopyable(issued.Id));

        Task<string?> Refused(Domain.Organizations.Person person, Workflow.Activities.Pipeline.ICommand command) => Code(world, person, command);
        Assert.Equal("auth.not-allowed", await Refused(staff, new CopyIssued(SigningWorld.New, issued.Id, null, "Lưu")));

        // The deputy head of the office signs by order, too; what this one lacks is a certificate.
        await world.Look(async db =>
        {
            db.Add(new OfficeHeld { Id = Guid.CreateVersion7(), OrganizationId = staff.OrganizationId, PersonId = staff.Id, Office = Office.DeputyChiefOfOffice, From = issued.Date });
            return await db.SaveChangesAsync();
        });
        Assert.Equal("copy.no-certificate", await Refused(staff, new CopyIssued(SigningWorld.New, issued.Id, null, "Lưu")));
        Assert.Equal("copy.recipients", await Refused(secretary, new CopyIssued(SigningWorld.New, issued.Id, null, " \n ")));
        Assert.Equal("copy.parts", await Refused(secretary, new CopyIssued(SigningWorld.New, issued.Id, ["không có"], "Lưu")));
        Assert.Equal("copy.parts", await Refused(secretary, new CopyIssued(SigningWorld.New, issued.Id, [.. parts!.Parts.Select(part => part.Id)], "Lưu")));
        Assert.Equal("copy.not-sealed", await Refused(secretary, new CopyIssued(SigningWorld.New, Guid.NewGuid(), null, "Lưu")));
        Assert.Equal(0, await world.Look(db => db.Set<RegisterEntry>().CountAsync(entry => entry.Kind == EntryKind.Copy)));

        var key = SigningWorld.New;
        Assert.Null(await Refused(secretary, new CopyIssued(key, issued.Id, null, "Các chi bộ\nLưu Văn phòng")));
        Assert.Null(await Refused(secretary, new CopyIssued(key, issued.Id, null, "Các chi bộ\nLưu Văn phòng")));
        var chosen = parts.Parts.First(part => part.Title.StartsWith("I. ", StringComparison.Ordinal));
        Assert.Null(await Refused(secretary, new CopyIssued(SigningWorld.New, issued.Id, [chosen.Id], "Lưu Văn phòng")));

        CopyReceived Relay(byte[] file, bool compared = false) => new(SigningWorld.New, file, "12-CT/TU", "Ban Thường vụ Tỉnh ủy", new(2026, 3, 2), "về một việc", "Lưu Văn phòng", compared);
        Assert.Equal("copy.no-pdf", await Refused(secretary, Relay("rác"u8.ToArray())));
        Assert.Equal("copy.altered", await Refused(secretary, Relay(Flipped(original.Content))));
        Assert.Null(await Refused(secretary, Relay(original.Content)));

        var copies = await world.Look(db => db.Set<DocumentCopy>().OrderBy(copy => copy.At).ToListAsync());
        Assert.Equal([CopyKind.Whole, CopyKind.Extract, CopyKind.Relay], copies.Select(copy => copy.Kind));
        Assert.Equal(["01-BS/ĐU", "02-BS/ĐU", "03-BS/ĐU"], copies.Select(copy => copy.NumberAndSymbol));
        Assert.Equal(["Các chi bộ\nLưu Văn phòng", "Lưu Văn phòng", "Lưu Văn phòng"], copies.Select(copy => copy.Recipients));
        Assert.Equal(3, await world.Look(db => db.Set<RegisterEntry>().CountAsync(entry => entry.Kind == EntryKind.Copy)));
        Assert.All(copies, copy => Assert.Equal(Verdict.Intact, PdfVerifier.Verify(copy.Content, roots, TimeProvider.System.GetUtcNow()).Verdict));
        Assert.Equal(chosen.Title, copies[1].Parts);
        Assert.Equal([2, 2, 3], copies.Select(copy => PdfVerifier.Verify(copy.Content, roots, TimeProvider.System.GetUtcNow()).Signatures.Count));
        Assert.True(copies[2].Content.AsSpan().StartsWith(original.Content));
        Assert.Equal(3, await world.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "CopyIssued" || entry.Act == "CopyReceived")));
    }

    private static byte[] Flipped(byte[] file)
    {
        var copy = file.ToArray();
        copy[file.Length / 3] ^= 1;
        return copy;
    }

    private static async Task<string?> Code(DemoWorld world, Domain.Organizations.Person person, Workflow.Activities.Pipeline.ICommand command) => (await world.Send(person, command)).Refusal?.Code;
}
