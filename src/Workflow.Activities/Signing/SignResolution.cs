using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Messages;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>
/// The person with the capacity signs the text that was adopted. Number and date are taken here, in the same transaction, so that
/// the paper is complete before the first signature.
/// </summary>
/// <param name="WantedNumber">A number that the paper bears already and that opens its book; once the book has a line, the next one is taken.</param>
/// <param name="WantedDate">A date of issue that the paper bears already; otherwise today.</param>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record SignResolution(Guid CommandId, Guid DraftId, string VersionHash, int? WantedNumber = null, DateOnly? WantedDate = null, string? WantedPlace = null) : ICommand;

/// <summary>The signer returns the paper to the office with a reason.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record ReturnUnsigned(Guid CommandId, Guid DraftId, string Reason) : ICommand;

/// <summary>The registry clerk checks the signed paper and seals it: the agency's signature follows.</summary>
[Allow(Office.RegistryClerk, StandsIn = true)]
public sealed record SealDocument(Guid CommandId, Guid IssuedDocumentId) : ICommand;

/// <summary>The office has mended what kept a signature from being made, and tries again.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, StandsIn = true)]
public sealed record RetrySignature(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

internal sealed class SigningHandler(WorkflowDbContext db, ProcessRunner runner, SigningOf signing, Actor actor) :
    IRequestHandler<SignResolution, Answer>, IRequestHandler<ReturnUnsigned, Answer>, IRequestHandler<SealDocument, Answer>, IRequestHandler<RetrySignature, Answer>
{
    public async Task<Answer> Handle(SignResolution command, CancellationToken cancellationToken)
    {
        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, command.VersionHash, actor.Name, [.. await actor.OfficesHeld(cancellationToken)], command.WantedDate ?? actor.Today, cancellationToken);
        return ready is null ? Answer.No(refusal!) : await signing.Sign(ready, command.WantedNumber, command.WantedDate, command.WantedPlace, cancellationToken);
    }

    public async Task<Answer> Handle(ReturnUnsigned command, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Answer.No("signing.reason", "Đồng chí ghi lý do chưa ký để Văn phòng biết cần sửa gì.");
        }

        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        var text = await DraftToChange.CurrentText(db, draft, cancellationToken);
        if ((await AuthorityOn.Day(db, actor.Today, cancellationToken)).MaySign(text, draft.CurrentHash, await Adoption.SignableHash(db, draft, cancellationToken), actor.Name, [.. await actor.OfficesHeld(cancellationToken)]) is { } refusal)
        {
            return Answer.No(refusal);
        }

        await PinnedFiles.Withdraw(db, draft.Id, actor.Now, cancellationToken);
        await TellEveryone(draft.Id, command.CommandId, cancellationToken);
        var late = await runner.Complete(draft.Id, TaskKeys.Signing, "returned", actor.PersonId, actor.Now, cancellationToken);
        return late is null ? Answer.Done(draft.Id, $"Chưa ký, trả lại Văn phòng: {command.Reason.Trim()}") : Answer.No(late);
    }

    // Whoever acted on the text before and takes messages at once; the page of the draft tells the others.
    private async Task TellEveryone(Guid draftId, Guid commandId, CancellationToken ct)
    {
        var acted = await db.Set<AuditEntry>().Where(entry => entry.SubjectId == draftId && entry.ActorId != actor.PersonId).Select(entry => entry.ActorId).Distinct().ToListAsync(ct);
        var now = actor.Now;
        foreach (var recipient in (await Recipients.Wanting(db, MessageMode.AtOnce, now, null, ct)).Where(one => one.OrganizationId == actor.OrganizationId && acted.Contains(one.PersonId)))
        {
            db.Add(new MailMessage { Id = Guid.CreateVersion7(now), OrganizationId = actor.OrganizationId, PersonId = recipient.PersonId, Kind = MailKind.Returned, Key = $"returned:{commandId}", SubjectId = draftId, CreatedAt = now, NotBefore = now });
        }
    }

    public async Task<Answer> Handle(SealDocument command, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No("issued.not-found", "Không thấy văn bản này.");
        }

        if (await StageWork.Refused(db, actor, issued.DraftId, TaskKeys.Sealing, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (!await Adoption.Holds(db, issued, cancellationToken))
        {
            return Answer.No("sealing.not-the-adopted-text", "Bản đã ký không khớp với bản hội nghị đã thông qua cùng các sửa kỹ thuật đã duyệt nên chưa đóng dấu được. Đồng chí báo người quản trị kiểm tra hồ sơ.");
        }

        if (!issued.IsNumbered)
        {
            var (entry, closed) = await SealingNumber.Take(db, actor, issued, cancellationToken);
            if (entry is null)
            {
                return Answer.No(closed!);
            }

            await SealingNumber.Give(db, issued, entry, actor.Today, actor.Now, cancellationToken);
        }

        await PinnedFiles.Withdraw(db, issued.DraftId, actor.Now, cancellationToken);
        issued.SealedById = actor.PersonId;
        issued.SealedAt = actor.Now;
        var late = await runner.Complete(issued.DraftId, TaskKeys.Sealing, "sealed", actor.PersonId, actor.Now, cancellationToken);
        return late is null ? Answer.Done(issued.DraftId, $"Đã đóng dấu văn bản số {issued.NumberAndSymbol}; hệ thống ký số cơ quan và gửi các đơn vị.") : Answer.No(late);
    }

    public async Task<Answer> Handle(RetrySignature command, CancellationToken cancellationToken)
    {
        var key = await runner.FindTask(command.DraftId, TaskKeys.SigningProblem, cancellationToken) is null ? TaskKeys.SealingProblem : TaskKeys.SigningProblem;
        if (await StageWork.Refused(db, actor, command.DraftId, key, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        var late = await runner.Complete(command.DraftId, key, "retry", actor.PersonId, actor.Now, cancellationToken);
        return late is null ? Answer.Done(command.DraftId, "Đang thử ký số lại.") : Answer.No(late);
    }
}
