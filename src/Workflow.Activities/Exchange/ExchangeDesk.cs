using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Documents.Exchange;
using Workflow.Documents.Signatures;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>Makes what goes out: packages of our documents and what we say of those of others. It saves nothing: the rows go with the act that asks.</summary>
internal sealed class ExchangeDesk(WorkflowDbContext db, SigningSettings signing)
{
    public const string NoOwnId = "Tổ chức chưa khai báo mã định danh để trao đổi văn bản. Người quản trị khai báo ở mục Quản trị, Trao đổi văn bản.";

    /// <summary>Who we are to others; null while nobody filled it in.</summary>
    public Task<OwnExchange?> Own(CancellationToken ct) => db.Set<OwnExchange>().AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>Makes a package for a copy. Throws <see cref="SignatureException"/> when it cannot be signed.</summary>
    public async Task<ExchangeMessage> Package(Dispatch copy, ExchangePartner partner, OwnExchange own, BusinessType type, string reason, int number, DateTimeOffset now, CancellationToken ct)
    {
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == copy.IssuedDocumentId, ct);
        var id = IdOf(own, issued);
        var message = Row(partner, ExchangeKind.Package, $"{id}|{(int)type}|{number}", id, Code(type), now);
        (message.DispatchId, message.Content) = (copy.Id, await PackageBytes(copy, issued, partner, own, type, reason, now, ct));
        message.Sha256 = Hash(message.Content);
        return message;
    }

    /// <summary>The bytes of a package.</summary>
    public async Task<byte[]> PackageBytes(Dispatch copy, IssuedDocument issued, ExchangePartner partner, OwnExchange own, BusinessType type, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == issued.OrganizationId, ct);
        var (number, notation) = Split(issued.NumberAndSymbol);
        List<EdocFile> files = [];
        if (type != BusinessType.Recall)
        {
            var original = await db.Set<IssuedFile>().AsNoTracking().Where(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Sealed).Select(file => file.Content).SingleAsync(ct);
            files.Add(new(issued.NumberAndSymbol.Replace('/', '-') + ".pdf", "application/pdf", original, "Bản chính có chữ ký số"));
        }

        var replaced = type == BusinessType.Replace ? await Replaced(copy, ct) : [];
        var kind = DocumentType.Of(issued.TypeKey).Name;
        var edoc = new Edoc
        {
            From = Party(own, organization),
            To = [new(partner.OrganId, partner.Name)],
            CodeNumber = number,
            CodeNotation = notation,
            Place = issued.Place,
            Date = issued.Date,
            TypeName = kind,
            Subject = issued.Subject,
            Content = Short($"{kind} {issued.Subject}", EdXml.LongestSubject),
            Signer = new(issued.Authority, issued.Position, issued.SignerName),
            ToPlaces = copy.RecipientLine.Length > 0 ? [copy.Purpose.Length > 0 ? $"{copy.RecipientLine} ({copy.Purpose})" : copy.RecipientLine] : [partner.Name],
            DocumentId = IdOf(own, issued),
            Trace = [new(own.OrganId, now)],
            Business = type,
            BusinessReason = type switch { BusinessType.New => "Văn bản mới", BusinessType.Replace => Short($"Thay thế văn bản số {string.Join(", ", replaced.Select(one => one.NumberAndSymbol))}", EdXml.LongestSubject), _ => reason },
            Replaces = [.. replaced.Select(one => IdOf(own, one))],
            Staff = new("Văn phòng", "", own.Telephone, own.Email),
            Files = files,
        };
        using var signer = Signer(now);
        return EdXmlWriter.Write(edoc, signer.Certificate);
    }

    // What the document of a copy replaces, as far as it went to the same unit by package.
    private async Task<List<IssuedDocument>> Replaced(Dispatch copy, CancellationToken ct)
    {
        var notes = db.Set<StandingNote>().AsNoTracking();
        var old = notes.Where(note => note.Kind == StandingKind.Replaced && note.ById == copy.IssuedDocumentId && !notes.Any(undo => undo.UndoesId == note.Id)).Select(note => note.IssuedDocumentId);
        return await db.Set<IssuedDocument>().AsNoTracking().Where(issued => old.Contains(issued.Id)
            && db.Set<Dispatch>().Any(one => one.IssuedDocumentId == issued.Id && one.UnitId == copy.UnitId && db.Set<ExchangeMessage>().Any(row => row.DispatchId == one.Id && row.Direction == ExchangeDirection.Out && row.Code == "0")))
            .OrderBy(issued => issued.Date).ThenBy(issued => issued.Id).ToListAsync(ct);
    }

    /// <summary>Tells the sender of a document what became of it here. Where it cannot be signed the row says so and waits for somebody.</summary>
    public async Task Tell(IncomingPaper paper, IncomingEvent step, CancellationToken ct)
    {
        if (paper.PartnerId is not { } partnerId || step.Code == "13" || await Own(ct) is not { } own)
        {
            return;
        }

        var partner = await db.Set<ExchangePartner>().SingleAsync(row => row.Id == partnerId, ct);
        var message = Row(partner, ExchangeKind.Status, $"{paper.DocumentId}|{step.Code}|{paper.Edition}.{step.Number}", paper.DocumentId, step.Code, step.At);
        message.PaperId = paper.Id;
        try
        {
            message.Content = await StatusBytes(paper, step, partner, own, ct);
            message.Sha256 = Hash(message.Content);
        }
        catch (SignatureException problem)
        {
            (message.State, message.LastError) = (ExchangeState.Failed, problem.Message);
        }

        db.Add(message);
    }

    /// <summary>The bytes of a status message.</summary>
    public async Task<byte[]> StatusBytes(IncomingPaper paper, IncomingEvent step, ExchangePartner partner, OwnExchange own, CancellationToken ct)
    {
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == paper.OrganizationId, ct);
        var words = step.Code == "03" ? string.Create(CultureInfo.InvariantCulture, $"Số đến {paper.ArrivalName} ngày {paper.RegisteredOn:dd/MM/yyyy}") : step.Note;
        using var signer = Signer(step.At);
        return EdXmlWriter.Write(
            new EdocStatus(new(partner.OrganId, paper.NumberAndSymbol, paper.Date, paper.DocumentId), Party(own, organization), step.Code, words, step.At, new("Văn phòng", step.ById is null ? "" : step.ByName, "", own.Email)), signer.Certificate);
    }

    /// <summary>Makes the bytes of a message that could not be made before. Throws <see cref="SignatureException"/>.</summary>
    public async Task<byte[]> Remake(ExchangeMessage message, ExchangePartner partner, OwnExchange own, DateTimeOffset now, CancellationToken ct)
    {
        if (message.Kind == ExchangeKind.Status)
        {
            var step = int.Parse(message.Key[(message.Key.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture);
            var paper = await db.Set<IncomingPaper>().AsNoTracking().SingleAsync(row => row.Id == message.PaperId, ct);
            return await StatusBytes(paper, await db.Set<IncomingEvent>().AsNoTracking().SingleAsync(row => row.PaperId == paper.Id && row.Number == step, ct), partner, own, ct);
        }

        var copy = await db.Set<Dispatch>().AsNoTracking().SingleAsync(row => row.Id == message.DispatchId, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == copy.IssuedDocumentId, ct);
        var type = (BusinessType)int.Parse(message.Code, CultureInfo.InvariantCulture);
        return await PackageBytes(copy, issued, partner, own, type, type == BusinessType.Recall ? await RecallReason(copy.Id, ct) : "", now, ct);
    }

    /// <summary>Why a copy is asked back.</summary>
    public async Task<string> RecallReason(Guid copyId, CancellationToken ct) =>
        await db.Set<DispatchEvent>().AsNoTracking().Where(row => row.DispatchId == copyId && row.Kind == DispatchEventKind.RecallAsked).OrderByDescending(row => row.Number).Select(row => row.Note).FirstOrDefaultAsync(ct) is { Length: > 0 } reason ? reason : "Thu hồi văn bản";

    /// <summary>The row of a package that could not be made: it says why, once, and waits for somebody.</summary>
    public static ExchangeMessage Unmade(Dispatch copy, ExchangePartner partner, string documentId, BusinessType type, int number, string problem, DateTimeOffset now)
    {
        var message = Row(partner, ExchangeKind.Package, $"{documentId}|{(int)type}|{number}", documentId, Code(type), now);
        (message.DispatchId, message.State, message.LastError) = (copy.Id, ExchangeState.Failed, Short(problem, ExchangeMessage.LongestError));
        return message;
    }

    /// <summary>The identity of a document of ours.</summary>
    public static string IdOf(OwnExchange own, IssuedDocument issued)
    {
        var (number, notation) = Split(issued.NumberAndSymbol);
        return Edoc.IdOf(own.OrganId, issued.Date, number, notation);
    }

    /// <summary>Number and symbol as people write them: a symbol with a stroke follows a hyphen ("07-NQ/ĐU"), one without follows a stroke ("12/QĐ-UBND").</summary>
    public static string Name(string number, string notation) => notation.Contains('/', StringComparison.Ordinal) ? $"{number}-{notation}" : $"{number}/{notation}";

    public static string Code(BusinessType type) => ((int)type).ToString(CultureInfo.InvariantCulture);

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Short(string words, int longest) => words.Length <= longest ? words : words[..longest];

    /// <summary>What a package is signed with. Throws <see cref="SignatureException"/>.</summary>
    private P12Signer Signer(DateTimeOffset now) => signing.Agency is { } agency ? P12Signer.Load(agency.Path, agency.Password, now)
        : throw new SignatureException("exchange.no-certificate", "Máy này chưa có chứng thư số cơ quan (mục Signing:Agency trong cấu hình) nên chưa ký được gói trao đổi.");

    private static ExchangeMessage Row(ExchangePartner partner, ExchangeKind kind, string key, string documentId, string code, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganizationId = partner.OrganizationId,
        PartnerId = partner.Id,
        Direction = ExchangeDirection.Out,
        Kind = kind,
        Key = key,
        DocumentId = documentId,
        Code = code,
        CreatedAt = now,
        State = partner.Address.Length > 0 ? ExchangeState.Waiting : ExchangeState.ByHand,
        NotBefore = now,
    };

    private static ExchangeParty Party(OwnExchange own, Organization organization) => new(own.OrganId, organization.Name) { InCharge = own.InCharge, Address = own.Address, Email = own.Email, Telephone = own.Telephone };

    private static (string Number, string Notation) Split(string numberAndSymbol) => numberAndSymbol.Split('-', 2) is [var number, var notation] ? (number, notation) : (numberAndSymbol, "");
}
