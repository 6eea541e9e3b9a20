using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Documents.Exchange;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>
/// Takes what others send. A package counts only when a partner that stands here signed it as a whole with a certificate that was bound to it, when it is meant
/// for us, and once.
/// </summary>
internal sealed partial class PackageIntake(WorkflowDbContext db, ExchangeDesk desk, Copies copies, SigningSettings signing, Actor actor)
{
    /// <summary>Looks at it; changes nothing.</summary>
    /// <param name="caller">The partner whose key let it in; null when a person brings the file.</param>
    public async Task<Judged> Judge(byte[] file, Guid? caller, CancellationToken ct)
    {
        var read = EdXmlReader.Read(file, ct);
        if (read.Problem is { } problem)
        {
            return No(read, null, problem.Code, problem.Sentence);
        }

        if (await desk.Own(ct) is not { } own)
        {
            return No(read, null, "exchange.no-own-id", ExchangeDesk.NoOwnId);
        }

        var from = read.Package?.From ?? read.Status!.From;
        var partner = await db.Set<ExchangePartner>().AsNoTracking().SingleOrDefaultAsync(row => row.OrganId == from.OrganId && row.EndedAt == null, ct);
        if (partner is null)
        {
            return No(read, null, "exchange.unknown-partner", $"Nơi gửi “{from.OrganName}” (mã {from.OrganId}) chưa được khai báo là nơi trao đổi văn bản. Người quản trị khai báo ở mục Quản trị, Trao đổi văn bản.");
        }

        if (caller is { } who && who != partner.Id)
        {
            return No(read, partner, "exchange.other-partner", $"Gói mang mã nơi gửi {from.OrganId}, không phải của hệ thống đang gửi.");
        }

        if (await Signed(read.Signature, partner, ct) is { } unsigned)
        {
            return new(read, partner, [], unsigned);
        }

        var forUs = read.Package is { } package ? package.To.Any(one => one.OrganId == own.OrganId) : read.Status!.ResponseFor.OrganId == own.OrganId || (read.Status.Code == "13" && read.Status.ResponseFor.OrganId == partner.OrganId);
        return forUs ? new(read, partner, [.. (read.Package?.Files ?? []).Select(Look)], null)
            : No(read, partner, "exchange.not-for-us", $"Gói này không gửi cho tổ chức của đồng chí (mã {own.OrganId}).");
    }

    /// <summary>Takes it, or says why not. The same again gets the same answer.</summary>
    /// <param name="how">How it came, for the story.</param>
    public async Task<Answer> Take(byte[] file, Guid? caller, string how, CancellationToken ct)
    {
        var judged = await Judge(file, caller, ct);
        return judged switch
        {
            { Refusal: { } refusal } => Answer.No(refusal),
            { Read.Status: { } status } => await TakeStatus(file, status, judged.Partner!, ct),
            { Read.Package.Business: BusinessType.Recall } => await TakeRecall(file, judged.Read.Package!.DocumentId, judged.Read.Package.BusinessReason, judged.Partner!, ExchangeKind.Package, ct),
            _ => await TakePackage(file, judged, how, ct),
        };
    }

    private async Task<Answer> TakePackage(byte[] file, Judged judged, string how, CancellationToken ct)
    {
        var (edoc, partner) = (judged.Read.Package!, judged.Partner!);
        var content = ContentOf(edoc);
        var editions = await db.Set<IncomingPaper>().Where(row => row.PartnerId == partner.Id && row.DocumentId == edoc.DocumentId).OrderBy(row => row.Edition).ToListAsync(ct);
        var replaced = await db.Set<IncomingPaper>().Where(row => row.PartnerId == partner.Id && edoc.Replaces.Contains(row.DocumentId)).ToListAsync(ct);
        if (editions.Find(row => row.ContentHash == content) is { } known)
        {
            // That it replaces others may be said after it was sent.
            replaced.ForEach(row => row.Replace(edoc.DocumentId));
            return Arrived(known);
        }

        if (editions.Count > 0 && edoc.Business != BusinessType.Update)
        {
            return Answer.No("exchange.other-content", $"Văn bản {editions[^1].NumberAndSymbol} đã nhận từ trước với nội dung khác. Nơi gửi muốn sửa thì gửi gói cập nhật hoặc thay thế.");
        }

        if (editions.Count == 0 && edoc.Business == BusinessType.Update)
        {
            return Answer.No("exchange.unknown-document", $"Gói cập nhật nói về văn bản {ExchangeDesk.Name(edoc.CodeNumber, edoc.CodeNotation)} mà ở đây chưa nhận. Nơi gửi gửi lại bản đầy đủ.");
        }

        var paper = Paper(edoc, judged, (editions.Count == 0 ? 0 : editions[^1].Edition) + 1, content);
        db.Add(paper);
        db.AddRange(judged.Files.Select((one, index) => new IncomingFile
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = paper.OrganizationId,
            PaperId = paper.Id,
            Number = index + 1,
            Name = one.File.Name,
            ContentType = one.File.ContentType,
            Content = one.File.Content,
            Size = one.File.Content.Length,
            Sha256 = ExchangeDesk.Hash(one.File.Content),
            Verdict = one.Verdict,
            Findings = one.Findings,
        }));
        editions.ForEach(row => row.Replace(edoc.DocumentId));
        replaced.ForEach(row => row.Replace(edoc.DocumentId));
        var step = paper.Arrive(how);
        db.Add(step);
        Keep(partner, ExchangeKind.Package, $"{edoc.DocumentId}|{ExchangeDesk.Code(edoc.Business)}|{paper.Edition}", edoc.DocumentId, ExchangeDesk.Code(edoc.Business), file).PaperId = paper.Id;
        await desk.Tell(paper, step, ct);
        return Arrived(paper);
    }

    private async Task<Answer> TakeRecall(byte[] file, string documentId, string reason, ExchangePartner partner, ExchangeKind kind, CancellationToken ct)
    {
        var paper = await db.Set<IncomingPaper>().Where(row => row.PartnerId == partner.Id && row.DocumentId == documentId).OrderByDescending(row => row.Edition).FirstOrDefaultAsync(ct);
        if (paper is null)
        {
            return Answer.No("exchange.unknown-document", $"Yêu cầu lấy lại nói về văn bản “{documentId}” mà ở đây chưa nhận.");
        }

        var key = $"{documentId}|13|{ExchangeDesk.Hash(file)[..16]}";
        if (!await Known(partner, key, ct))
        {
            if (paper.AskBack(ExchangeDesk.Short(reason, IncomingPaper.LongestSubject), partner.Name, actor.Now) is { } step)
            {
                db.Add(step);
            }

            Keep(partner, kind, key, documentId, "13", file).PaperId = paper.Id;
        }

        return Answer.Done(paper.Id, $"{partner.Name} yêu cầu lấy lại văn bản {paper.NumberAndSymbol}: {reason}");
    }

    private async Task<Answer> TakeStatus(byte[] file, EdocStatus status, ExchangePartner partner, CancellationToken ct)
    {
        var about = status.ResponseFor;
        if (status.Code == "13")
        {
            return about.OrganId == partner.OrganId ? await TakeRecall(file, about.DocumentId, status.Description, partner, ExchangeKind.Status, ct)
                : Answer.No("exchange.status", "Nơi nhận không yêu cầu lấy lại được văn bản của nơi gửi.");
        }

        var sent = await db.Set<ExchangeMessage>().Where(row => row.PartnerId == partner.Id && row.Direction == ExchangeDirection.Out && row.Kind == ExchangeKind.Package && row.DocumentId == about.DocumentId)
            .Select(row => row.DispatchId).FirstOrDefaultAsync(ct);
        if (sent is not { } dispatchId)
        {
            return Answer.No("exchange.unknown-document", $"Trạng thái nói về văn bản “{about.DocumentId}” mà tổ chức của đồng chí không gửi cho {partner.Name}.");
        }

        var issuedId = await db.Set<Dispatch>().Where(row => row.Id == dispatchId).Select(row => row.IssuedDocumentId).SingleAsync(ct);
        await copies.Hold(issuedId, ct);
        var copy = await db.Set<Dispatch>().SingleAsync(row => row.Id == dispatchId, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == issuedId, ct);
        var said = Answer.Done(issued.DraftId, $"{partner.Name} báo văn bản số {issued.NumberAndSymbol} {EdocStatus.Codes[status.Code]}{(status.Description.Length > 0 ? $": {ExchangeDesk.Short(status.Description, 500)}" : "")}.");
        var key = $"{about.DocumentId}|{status.Code}|{status.At.ToUnixTimeSeconds()}";
        if (await Known(partner, key, ct))
        {
            return said;
        }

        if ((await copies.Record(copy, News(status, partner), Guid.Empty, ct)).Refusal is { } refusal)
        {
            return Answer.No(refusal);
        }

        Keep(partner, ExchangeKind.Status, key, about.DocumentId, status.Code, file).DispatchId = dispatchId;
        return said;
    }

    private DispatchNews News(EdocStatus status, ExchangePartner partner) => new(
        status.Code switch
        {
            "01" => DispatchEventKind.Arrived,
            "02" => DispatchEventKind.Refused,
            "03" => DispatchEventKind.Booked,
            "04" => DispatchEventKind.Assigned,
            "05" => DispatchEventKind.Processing,
            "06" => DispatchEventKind.CarriedOut,
            "15" => DispatchEventKind.RecallAgreed,
            _ => DispatchEventKind.RecallRefused,
        },
        actor.Now,
        DispatchWay.Exchange)
    {
        ByName = ExchangeDesk.Short(status.Staff.Staff.Length > 0 ? status.Staff.Staff : partner.Name, DispatchEvent.LongestName),
        Note = ExchangeDesk.Short(status.Description, DispatchEvent.LongestNote),
        ArrivalNumber = status.Code == "03" ? ArrivalNumber().Match(status.Description).Groups[1].Value : "",
        Day = status.Code == "03" ? VietnamTime.DayOf(status.At) : null,
    };

    private async Task<Refusal?> Signed(PackageSignature? signature, ExchangePartner partner, CancellationToken ct)
    {
        if (signature is null)
        {
            return new("exchange.unsigned", "Gói không có chữ ký số của nơi gửi nên không được nhận.");
        }

        if (!signature.Holds)
        {
            return new("exchange.tampered", "Gói đã bị sửa sau khi ký: chữ ký số không khớp với nội dung. Không nhận gì từ gói này.");
        }

        var today = actor.Today;
        var standing = await db.Set<PartnerCertificate>().AsNoTracking().Where(row => row.PartnerId == partner.Id && row.Sha256 == signature.Sha256).ToListAsync(ct);
        return !standing.Any(row => row.StandsOn(today)) ? new("exchange.wrong-signer", $"Gói do “{ExchangeDesk.Short(signature.Signer, 100)}” ký bằng chứng thư số chưa được ghi nhận là của {partner.Name}.")
            : actor.Now < signature.NotBefore || actor.Now > signature.NotAfter ? new("exchange.expired", $"Chứng thư số mà {partner.Name} dùng để ký gói đã hết hạn hoặc chưa đến hạn dùng.")
            : null;
    }

    private JudgedFile Look(EdocFile file)
    {
        if (file.Content.AsSpan(0, Math.Min(1_024, file.Content.Length)).IndexOf("%PDF-"u8) < 0)
        {
            return new(file, null, "");
        }

        var report = PdfVerifier.Verify(file.Content, signing.TrustedRoots(), actor.Now);
        var words = new StringBuilder(string.Join(" ", report.Signatures.Where(one => one.Signer.Length > 0).Select(one => $"{(one.Valid ? "Chữ ký đúng" : "Chữ ký sai")}: {one.Signer}.")));
        report.Findings.ToList().ForEach(finding => words.Append(' ').Append(finding));
        return new(file, report.Verdict switch { Verdict.Intact => IncomingVerdict.Intact, Verdict.Altered => IncomingVerdict.Altered, _ => IncomingVerdict.Unknown }, ExchangeDesk.Short(words.ToString().Trim(), 4_000));
    }

    private IncomingPaper Paper(Edoc edoc, Judged judged, int edition, string content)
    {
        var name = ExchangeDesk.Name(edoc.CodeNumber, edoc.CodeNotation);
        return new()
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PartnerId = judged.Partner!.Id,
            SourceId = judged.Partner.Id,
            SenderName = judged.Partner.Name,
            DocumentId = edoc.DocumentId,
            Edition = edition,
            ContentHash = content,
            NumberAndSymbol = name,
            TypeName = edoc.TypeName,
            Date = edoc.Date,
            Subject = edoc.Subject,
            SignerName = edoc.Signer.FullName,
            Priority = edoc.Priority,
            DueDate = edoc.DueDate,
            ArrivedAt = actor.Now,
            Verdict = judged.Verdict,
            PackageSigner = ExchangeDesk.Short(judged.Read.Signature!.Signer, 400),
            SearchText = IncomingPaper.Find(name, judged.Partner.Name, edoc.TypeName, edoc.Subject),
        };
    }

    private ExchangeMessage Keep(ExchangePartner partner, ExchangeKind kind, string key, string documentId, string code, byte[] file)
    {
        var message = new ExchangeMessage
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = partner.OrganizationId,
            PartnerId = partner.Id,
            Direction = ExchangeDirection.In,
            Kind = kind,
            Key = key,
            DocumentId = documentId,
            Code = code,
            CreatedAt = actor.Now,
            NotBefore = actor.Now,
            State = ExchangeState.Taken,
            SettledAt = actor.Now,
            Content = file,
            Sha256 = ExchangeDesk.Hash(file),
        };
        db.Add(message);
        return message;
    }

    private Task<bool> Known(ExchangePartner partner, string key, CancellationToken ct) => db.Set<ExchangeMessage>().AnyAsync(row => row.PartnerId == partner.Id && row.Direction == ExchangeDirection.In && row.Key == key, ct);

    private static Answer Arrived(IncomingPaper paper) => Answer.Done(paper.Id, $"Văn bản {paper.NumberAndSymbol} của {paper.SenderName} đã đến lúc {VietnamTime.Local(paper.ArrivedAt):HH:mm dd/MM/yyyy}, chờ Văn thư tiếp nhận.");

    // What is said and what lies in it: a package that was made anew for the same document is the same, one with other words or files is not.
    private static string ContentOf(Edoc edoc) => ExchangeDesk.Hash(Encoding.UTF8.GetBytes(string.Join('\n', [edoc.Subject, .. edoc.Files.Select(one => $"{one.Name}|{ExchangeDesk.Hash(one.Content)}")])));

    private static Judged No(EdXmlFile read, ExchangePartner? partner, string code, string text) => new(read, partner, [], new(code, text));

    [GeneratedRegex(@"^Số đến ([0-9A-Za-z/.\-]{1,40})")]
    private static partial Regex ArrivalNumber();
}
