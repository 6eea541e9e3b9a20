using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Copying;

/// <summary>Signs an electronic copy of a document of another body (sao lục): the file stays as it came, the agency's signature is added.</summary>
/// <param name="File">The PDF as it was received.</param>
/// <param name="Number">Its number and symbol.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Date">Its day.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Recipients">Who gets the copy, one a line.</param>
/// <param name="Compared">That it was compared with the original, where no signature of the issuer proves it.</param>
[Allow(Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record CopyReceived(Guid CommandId, byte[] File, string Number, string Issuer, DateOnly Date, string Subject, string Recipients, bool Compared) : ICommand;

internal sealed class CopyReceivedHandler(CopyMaking making, SigningSettings settings, Actor actor) : IRequestHandler<CopyReceived, Answer>
{
    public async Task<Answer> Handle(CopyReceived command, CancellationToken cancellationToken)
    {
        var (number, issuer, subject) = (command.Number.Normalize().Trim(), command.Issuer.Normalize().Trim(), command.Subject.Normalize().Trim());
        if (new[] { number, issuer }.Any(words => words.Length is 0 or > DocumentCopy.LongestWords) || subject.Length is 0 or > RegisterEntry.LongestSubject || command.Date > actor.Today || command.Date.Year < 1930)
        {
            return Answer.No("copy.fields", "Đồng chí ghi số và ký hiệu, cơ quan ban hành, ngày (không sau hôm nay) và trích yếu của văn bản được sao.");
        }

        if (!command.File.AsSpan().StartsWith("%PDF"u8))
        {
            return Answer.No("copy.no-pdf", "Đồng chí chọn tệp PDF của văn bản đã nhận. Bản giấy thì quét thành PDF trước.");
        }

        var (line, refusal) = await making.Signer(cancellationToken);
        var (_, agency, missing) = making.Certificates();
        var (recipients, nobody) = CopyMaking.Recipients(command.Recipients);
        var report = PdfVerifier.Verify(command.File, settings.TrustedRoots(), actor.Now);
        refusal ??= missing ?? nobody;
        refusal ??= report.Verdict == Verdict.Altered || (report.HoldsSignature && report.Signatures.Count == 0) ? new("copy.altered", $"Tệp đã bị sửa hoặc bị hỏng sau khi ký nên không sao: {string.Join(" ", report.Findings.Take(2))} Đồng chí xin nơi gửi tệp đúng.") : null;
        refusal ??= report.Signatures.Count == 0 && !command.Compared ? new("copy.not-compared", "Tệp không có chữ ký số nào của nơi ban hành. Nếu đã đối chiếu với bản chính, đồng chí đánh dấu xác nhận rồi ký lại.") : null;
        if (refusal is { } no)
        {
            return Answer.No(no);
        }

        var (book, entry, closed) = await making.Number(cancellationToken);
        if (book is null)
        {
            return Answer.No(closed!);
        }

        byte[] file;
        try
        {
            file = ElectronicCopy.Make(command.File, [$"{DocumentCopy.NameOf(CopyKind.Relay).ToUpperInvariant()} số {entry!.NumberAndSymbol}", book.Organization.HeaderName],
                new(ElectronicCopy.Field, book.Organization.HeaderName, DocumentCopy.NameOf(CopyKind.Relay), book.Organization.Place, actor.Now, true), (pdf, request) => making.Sign(pdf, request, agency!));
        }
        catch (SignatureException problem)
        {
            return Answer.No(problem.Code, problem.Message);
        }

        var copy = making.Keep(new()
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Kind = CopyKind.Relay,
            OriginalNumber = number,
            OriginalIssuer = issuer,
            OriginalDate = command.Date,
            OriginalSubject = subject,
            OriginalSha256 = CopyMaking.Hash(command.File),
            NumberAndSymbol = entry.NumberAndSymbol,
            Date = actor.Today,
            Recipients = string.Join('\n', recipients.Select(one => one.Name)),
            SignerId = actor.PersonId,
            SignerName = actor.Name,
            Capacity = line!.Words,
            At = actor.Now,
            Content = file,
            Sha256 = CopyMaking.Hash(file),
        }, entry);
        return Answer.Done(copy.Id, $"Đồng chí {actor.Name} đã ký bản sao số {copy.NumberAndSymbol}: {DocumentCopy.Say(CopyKind.Relay, number, command.Date, subject)} của {issuer}; {(report.Signatures.Count > 0 ? $"tệp gốc có {report.Signatures.Count} chữ ký số, không bị sửa" : "đã đối chiếu với bản chính")}; mã băm {copy.Sha256[..16]}…");
    }
}
