using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Lays out the signed document and adds the signer's signature. Run again, it finds its file and changes nothing.</summary>
internal sealed class RenderAndSign(WorkflowDbContext db, SigningSettings settings, MachineSigner machine) : IActivity
{
    public string Key => ActivityKeys.RenderAndSign;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        var issued = await db.Set<IssuedDocument>().SingleAsync(row => row.DraftId == run.SubjectId, ct);
        if (await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Signed, ct))
        {
            return ActivityResult.Done($"Văn bản số {issued.NumberAndSymbol} đã có chữ ký số cá nhân.");
        }

        if (!await Adoption.Holds(db, issued, ct))
        {
            return ActivityResult.Failed("not-the-adopted-text", "Bản đã ký không khớp với bản hội nghị đã thông qua cùng các sửa kỹ thuật đã duyệt.");
        }

        if (!settings.People.TryGetValue(issued.SignerName, out var certificate))
        {
            return ActivityResult.Failed("no-certificate", $"Chưa khai báo chứng thư số của đồng chí {issued.SignerName} (mục Signing:People trong cấu hình).");
        }

        try
        {
            var (paper, profile) = await OfficialPaperOf.Issued(db, issued, ct);
            var rendered = OfficialPdf.Render(paper with { Pictures = await SignaturePictures.Sizes(db, issued.SignerId, ct) }, profile, ct);
            var (signed, note) = machine.Sign(rendered.Bytes, new(OfficialPdf.PersonalField, issued.SignerName, "Ký ban hành", issued.Place, issued.SignedAt, false) { Picture = await SignaturePictures.Of(db, issued.SignerId, ct) }, certificate, run.Now);
            db.Add(IssuedFiles.Of(issued, IssuedFileKind.Signed, signed, run.Now));
            if (issued.IsNumbered)
            {
                db.Add(IssuedFiles.Of(issued, IssuedFileKind.Word, OfficialDocx.Render(paper, profile), run.Now));
            }

            return ActivityResult.Done($"Đã tạo văn bản số {issued.NumberAndSymbol} và ký số cá nhân của đồng chí {issued.SignerName}.{note}");
        }
        catch (SignatureException problem)
        {
            return ActivityResult.Failed(problem.Code, problem.Message);
        }
    }
}

/// <summary>Adds the agency's signature as a further revision: the result is the original.</summary>
internal sealed class ApplyAgencySignature(WorkflowDbContext db, SigningSettings settings, MachineSigner machine) : IActivity
{
    public string Key => ActivityKeys.ApplyAgencySignature;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        var issued = await db.Set<IssuedDocument>().SingleAsync(row => row.DraftId == run.SubjectId, ct);
        if (await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Sealed, ct))
        {
            return ActivityResult.Done($"Văn bản số {issued.NumberAndSymbol} đã có chữ ký số cơ quan.");
        }

        if (!await Adoption.Holds(db, issued, ct))
        {
            return ActivityResult.Failed("not-the-adopted-text", "Bản đã ký không khớp với bản hội nghị đã thông qua cùng các sửa kỹ thuật đã duyệt.");
        }

        if (settings.Agency is not { } certificate)
        {
            return ActivityResult.Failed("no-certificate", "Chưa khai báo chứng thư số của cơ quan (mục Signing:Agency trong cấu hình).");
        }

        try
        {
            var organization = await db.Set<Organization>().SingleAsync(one => one.Id == issued.OrganizationId, ct);
            var signed = await db.Set<IssuedFile>().AsNoTracking().SingleAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Signed, ct);
            var lines = await SealedLines.Of(db, issued, signed.Content, run.Now, ct);
            var (sealedBytes, note) = machine.Sign(signed.Content, new(OfficialPdf.AgencyField, organization.HeaderName, "Đóng dấu phát hành", issued.Place, issued.SealedAt ?? run.Now, true) { Picture = await SignaturePictures.Of(db, null, ct) }, certificate, run.Now, lines);
            db.Add(IssuedFiles.Of(issued, IssuedFileKind.Sealed, sealedBytes, run.Now));
            return ActivityResult.Done($"Đã ký số cơ quan văn bản số {issued.NumberAndSymbol}.{note}");
        }
        catch (SignatureException problem)
        {
            return ActivityResult.Failed(problem.Code, problem.Message);
        }
    }
}

/// <summary>What the agency's signature covers beside itself, where number and date were open.</summary>
internal static class SealedLines
{
    /// <summary>Words of the open lines, null when there are none; the Word copy, which waited for them, is written too.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> Of(WorkflowDbContext db, IssuedDocument issued, byte[] signed, DateTimeOffset now, CancellationToken ct)
    {
        if (!OpenLines.AreOpen(signed))
        {
            return null;
        }

        var (paper, profile) = await OfficialPaperOf.Issued(db, issued, ct);
        db.Add(IssuedFiles.Of(issued, IssuedFileKind.Word, OfficialDocx.Render(paper, profile), now));
        return paper.Lines(profile);
    }
}

/// <summary>Makes file rows.</summary>
internal static class IssuedFiles
{
    public static IssuedFile Of(IssuedDocument issued, IssuedFileKind kind, byte[] content, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OrganizationId = issued.OrganizationId,
        IssuedDocumentId = issued.Id,
        Kind = kind,
        Content = content,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        At = at,
    };
}
