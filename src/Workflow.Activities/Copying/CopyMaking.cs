using System.Security.Cryptography;
using Workflow.Activities.Authority;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Copying;

/// <summary>
/// What both ways of copying share: who may sign a copy, its number, its line of the register. Number, signatures and row are there together or not at all; the book of
/// copies waits while a time stamp is asked for.
/// </summary>
internal sealed class CopyMaking(WorkflowDbContext db, SigningSettings settings, MachineSigner machine, Actor actor)
{
    /// <summary>The lines under which the actor signs copies, by the table of authority of today; or why not.</summary>
    public async Task<(SigningLine? Line, Refusal? Refusal)> Signer(CancellationToken ct)
    {
        var offices = await actor.OfficesHeld(ct);
        var lines = (await AuthorityOn.Day(db, actor.Today, ct)).For(BodyKind.StandingCommittee, DocumentType.Copy.Key);
        return lines.FirstOrDefault(line => offices.Contains(line.Office)) is { } line ? (line, null) : (null, new("copy.not-the-signer", "Bảng thẩm quyền hôm nay không có dòng đề ký bản sao cho chức vụ của đồng chí. Người có thẩm quyền (thường là Chánh Văn phòng, thừa lệnh) ký bản sao."));
    }

    /// <summary>The certificates that a copy needs; or which one is missing.</summary>
    public (CertificateFile? Person, CertificateFile? Agency, Refusal? Refusal) Certificates() =>
        settings.Agency is not { } agency ? (null, null, new("copy.no-agency-certificate", "Chưa khai báo chứng thư số của cơ quan (mục Signing:Agency trong cấu hình), nên chưa ký bản sao được. Đồng chí báo người quản trị."))
        : settings.People.TryGetValue(actor.Name, out var person) ? (person, agency, null)
        : (null, null, new("copy.no-certificate", $"Chưa khai báo chứng thư số của đồng chí {actor.Name} (mục Signing:People trong cấu hình), nên chưa ký bản sao được. Đồng chí báo người quản trị."));

    /// <summary>The book of copies, held, and the next number in it.</summary>
    public async Task<(Book? Book, RegisterEntry? Entry, Refusal? Refusal)> Number(CancellationToken ct)
    {
        var numbering = new Numbering(db, actor);
        var (book, refusal) = await numbering.Hold(DocumentType.Copy, actor.Today, ct);
        return book is null ? (null, null, refusal) : (book, numbering.Take(book, DocumentType.Copy, EntryKind.Copy, actor.Today), null);
    }

    public byte[] Sign(byte[] pdf, SignatureRequest request, CertificateFile certificate) => machine.Sign(pdf, request, certificate, actor.Now).Signed;

    public DocumentCopy Keep(DocumentCopy copy, RegisterEntry entry)
    {
        db.Add(copy);
        entry.CopyOf(Short(DocumentCopy.Say(copy.Kind, copy.OriginalNumber, copy.OriginalDate, copy.OriginalSubject), RegisterEntry.LongestSubject), copy.SignerName, Short(copy.Recipients.Replace('\n', ';'), RegisterEntry.LongestSubject));
        return copy;
    }

    /// <summary>Lines under Nơi nhận as they were typed; or that there are none or too many.</summary>
    public static (IReadOnlyList<RecipientLine> Lines, Refusal? Refusal) Recipients(string typed)
    {
        RecipientLine[] lines = [.. typed.Normalize().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new RecipientLine(line.TrimStart('-', ' ').TrimEnd(';', ',', '.')))];
        return lines.Length is 0 or > 30 || typed.Length > DocumentCopy.LongestRecipients ? ([], new("copy.recipients", "Đồng chí ghi nơi nhận bản sao, mỗi nơi một dòng, nhiều nhất 30 dòng.")) : (lines, null);
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Short(string words, int longest) => words.Length > longest ? words[..(longest - 1)] + "…" : words;
}
