using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Publishing;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>What the office says of one finding.</summary>
public sealed record FindingAnswer(PublicationAnswer? Answer, string? Reason);

/// <summary>The office puts a document on the public page, after it has answered everything that was found in it.</summary>
/// <param name="FindingsHash">What was shown: answers to anything else do not count.</param>
/// <param name="Answers">One for each finding, in order.</param>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record ReleaseToPortal(Guid CommandId, Guid IssuedDocumentId, string FindingsHash, IReadOnlyList<FindingAnswer> Answers) : ICommand;

internal sealed class ReleaseToPortalHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReleaseToPortal, Answer>
{
    private const int ShortestReason = 5;

    public async Task<Answer> Handle(ReleaseToPortal command, CancellationToken cancellationToken)
    {
        // Two who release at once, or one who releases while another takes back: one after the other.
        await CommitSave.LockRow(db, db.Set<IssuedDocument>().Where(row => row.Id == command.IssuedDocumentId), row => row.ReleasedAt, cancellationToken);
        var issued = await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        var isSealed = issued is not null && await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Sealed, cancellationToken);
        var findings = issued is null ? [] : await ReleaseCheck.Of(db, issued, cancellationToken);
        if (ReleaseCheck.Bar(issued, await PortalState.IsOn(db, cancellationToken), isSealed, findings) is { } bar)
        {
            return Answer.No(bar);
        }

        var hash = PublicationCheck.Hash(findings);
        if (command.FindingsHash != hash)
        {
            return Answer.No("portal.other-findings", "Kết quả rà soát đã khác với lúc đồng chí mở trang. Đồng chí xem lại danh sách dưới đây rồi trả lời.");
        }

        if (Wrong(findings, command.Answers) is { } wrong)
        {
            return Answer.No(wrong);
        }

        var release = new PortalRelease
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            IssuedDocumentId = issued!.Id,
            At = actor.Now,
            ById = actor.PersonId,
            VersionHash = issued.VersionHash,
            FindingsHash = hash,
        };
        db.Add(release);
        db.AddRange(findings.Select((one, index) => new ReleaseFinding
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ReleaseId = release.Id,
            Ordinal = index,
            Matter = one.Matter,
            Place = one.Place,
            Quote = one.Quote.Length > ReleaseFinding.LongestQuote ? one.Quote[..ReleaseFinding.LongestQuote] : one.Quote,
            Answer = command.Answers[index].Answer!.Value,
            Reason = Plain(command.Answers[index].Reason),
        }));
        issued.ReleasedAt = actor.Now;
        var kept = command.Answers.Take(findings.Count).Count(one => one.Answer == PublicationAnswer.MayPublish);
        return Answer.Done(issued.DraftId, $"Đã đăng văn bản số {issued.NumberAndSymbol} lên cổng thông tin điện tử. " + (findings.Count == 0
            ? "Rà soát trước khi đăng không thấy chỗ nào phải trả lời."
            : $"Đã trả lời cả {findings.Count} chỗ rà soát nêu ra: {findings.Count - kept} chỗ nhận nhầm, {kept} chỗ được công khai có lý do."));
    }

    // Every finding is named until every one is answered: nobody publishes by pressing once.
    private static Refusal? Wrong(IReadOnlyList<PublicationFinding> findings, IReadOnlyList<FindingAnswer> answers)
    {
        for (var index = 0; index < findings.Count; index++)
        {
            var (finding, answer) = (findings[index], index < answers.Count ? answers[index] : new(null, null));
            var where = $"Chỗ {index + 1} ({finding.Name.ToLowerInvariant()}: “{finding.Words}”)";
            if (answer.Answer is not { } said || !Enum.IsDefined(said))
            {
                return new("portal.unanswered", $"{where} chưa được trả lời nên văn bản chưa được đăng. Đồng chí chọn một trong hai câu trả lời.");
            }

            if (Plain(answer.Reason) is var reason && (reason.Length > PortalRelease.LongestReason || (said == PublicationAnswer.MayPublish && reason.Length < ShortestReason)))
            {
                return new("portal.why", $"{where}: đồng chí ghi vì sao được công khai (từ {ShortestReason} đến {PortalRelease.LongestReason} chữ), ví dụ: cá nhân đã đồng ý bằng văn bản ngày nào.");
            }
        }

        return null;
    }

    private static string Plain(string? words) => (words ?? "").Normalize().Trim();
}
