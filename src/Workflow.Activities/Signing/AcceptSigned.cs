using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The signer brings the signed file back. Taken: the document is signed, in the same save as its bytes and the log.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record AcceptSignedFile(Guid CommandId, Guid DraftId, Guid PinnedId, byte[] File) : ICommand, IOfDraft;

/// <summary>The registry clerk brings the file back with the agency's signature.</summary>
[Allow(Office.RegistryClerk, StandsIn = true)]
public sealed record AcceptSealedFile(Guid CommandId, Guid DraftId, Guid PinnedId, byte[] File) : ICommand, IOfDraft;

internal sealed class AcceptSignedHandler(WorkflowDbContext db, ProcessRunner runner, SigningSettings settings, Actor actor) : IRequestHandler<AcceptSignedFile, Answer>, IRequestHandler<AcceptSealedFile, Answer>
{
    public async Task<Answer> Handle(AcceptSignedFile command, CancellationToken cancellationToken)
    {
        var (pinned, again) = await Find(command.DraftId, command.PinnedId, SignaturePurpose.Personal, command.File, cancellationToken);
        if (pinned is null || again is not null)
        {
            return again!;
        }

        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, pinned.VersionHash, actor.Name, [.. await actor.OfficesHeld(cancellationToken)], pinned.Date, cancellationToken);
        refusal ??= pinned.SignerId == actor.PersonId ? null : new("pinned.other-signer", $"Tệp này được chốt để đồng chí {pinned.SignerName} ký. Đồng chí chốt tệp của mình rồi ký.");
        refusal ??= ReturnedFile.Judge(pinned.Content, command.File, new(OfficialPdf.PersonalField, $"đồng chí {pinned.SignerName}", await ExpectedSigner.Of(db, pinned.SignerId, actor.Today, cancellationToken)), settings.TrustedRoots(), actor.Now);
        refusal ??= await runner.Complete(command.DraftId, TaskKeys.Signing, "signed", actor.PersonId, actor.Now, cancellationToken);
        if (ready is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        (var issued, refusal) = await PinnedFiles.Issue(db, pinned, ready, actor.Now, cancellationToken);
        if (issued is null)
        {
            return Answer.No(refusal!);
        }

        if (issued.IsNumbered)
        {
            var (paper, profile) = await OfficialPaperOf.Issued(db, issued, cancellationToken);
            db.Add(IssuedFiles.Of(issued, IssuedFileKind.Word, OfficialDocx.Render(paper, profile), actor.Now));
        }

        var file = IssuedFiles.Of(issued, IssuedFileKind.Signed, command.File, actor.Now);
        db.Add(file);
        pinned.Close(PinnedEnd.Signed, actor.Now, file.Sha256);
        return Answer.Done(command.DraftId, $"Đồng chí {actor.Name} đã ký {ready.Text.Type.Name} số {issued.NumberAndSymbol} bằng phần mềm ký ở máy của mình; tệp nhận về có mã băm {file.Sha256[..16]}…");
    }

    public async Task<Answer> Handle(AcceptSealedFile command, CancellationToken cancellationToken)
    {
        var (pinned, again) = await Find(command.DraftId, command.PinnedId, SignaturePurpose.Agency, command.File, cancellationToken);
        if (pinned is null || again is not null)
        {
            return again!;
        }

        var issued = await db.Set<IssuedDocument>().SingleAsync(row => row.DraftId == command.DraftId, cancellationToken);
        var refusal = await StageWork.Refused(db, actor, command.DraftId, TaskKeys.Sealing, completes: true, cancellationToken);
        refusal ??= await Adoption.Holds(db, issued, cancellationToken) ? null : new("sealing.not-the-adopted-text", "Bản đã ký không khớp với bản hội nghị đã thông qua cùng các sửa kỹ thuật đã duyệt nên chưa đóng dấu được. Đồng chí báo người quản trị kiểm tra hồ sơ.");
        refusal ??= ReturnedFile.Judge(pinned.Content, command.File, new(OfficialPdf.AgencyField, "cơ quan", await ExpectedSigner.Of(db, null, actor.Today, cancellationToken)), settings.TrustedRoots(), actor.Now);
        var entry = issued.IsNumbered ? null : await PinnedFiles.Held(db, pinned, cancellationToken);
        refusal ??= issued.IsNumbered || entry is not null ? null : new("pinned.number-void", $"Số {pinned.NumberAndSymbol} không còn được giữ cho văn bản này trong sổ. Đồng chí chốt lại tệp để lấy số mới, rồi ký tệp mới.");
        refusal ??= await runner.Complete(command.DraftId, TaskKeys.Sealing, "sealed", actor.PersonId, actor.Now, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (entry is not null)
        {
            await SealingNumber.Give(db, issued, entry, pinned.Date, actor.Now, cancellationToken);
            var (paper, profile) = await OfficialPaperOf.Issued(db, issued, cancellationToken);
            db.Add(IssuedFiles.Of(issued, IssuedFileKind.Word, OfficialDocx.Render(paper, profile), actor.Now));
        }

        (issued.SealedById, issued.SealedAt) = (actor.PersonId, actor.Now);
        var file = IssuedFiles.Of(issued, IssuedFileKind.Sealed, command.File, actor.Now);
        db.Add(file);
        pinned.Close(PinnedEnd.Signed, actor.Now, file.Sha256);
        return Answer.Done(command.DraftId, $"Đã ký số cơ quan văn bản số {issued.NumberAndSymbol} bằng phần mềm ký ở máy Văn thư và gửi các đơn vị; tệp nhận về có mã băm {file.Sha256[..16]}…");
    }

    // What was given out. The same file once more is no second signature: whoever did not see the answer gets it now.
    private async Task<(PinnedFile? Pinned, Answer? Again)> Find(Guid draftId, Guid pinnedId, SignaturePurpose purpose, byte[] returned, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<Domain.Drafts.Draft>().Where(row => row.Id == draftId), row => row.AdoptedAt, ct);
        var pinned = await db.Set<PinnedFile>().SingleOrDefaultAsync(file => file.Id == pinnedId && file.DraftId == draftId && file.Purpose == purpose && file.Way == PinnedWay.WholeFile, ct);
        return pinned switch
        {
            null => (null, Answer.No("pinned.none", "Chưa chốt tệp để ký, hoặc tệp không thuộc văn bản này. Đồng chí bấm “Chốt tệp để ký” trước.")),
            { End: PinnedEnd.Signed } when pinned.ReturnedSha256 == Convert.ToHexStringLower(SHA256.HashData(returned)) => (pinned, Answer.Done(draftId, $"Tệp đã ký của văn bản số {pinned.NumberAndSymbol} đã được nhận từ trước; không ký thêm lần nào.")),
            { End: PinnedEnd.Signed } => (pinned, Answer.No("pinned.signed", $"Văn bản số {pinned.NumberAndSymbol} đã nhận tệp ký từ trước, nên tệp này không được nhận nữa.")),
            { EndedAt: not null } => (pinned, Answer.No("pinned.ended", "Tệp này đã được thay bằng bản chốt khác hoặc đã thôi ký. Đồng chí tải lại trang, lấy tệp mới và ký tệp đó.")),
            _ => (pinned, null),
        };
    }
}
