using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>What became of a number.</summary>
public enum EntryKind
{
    /// <summary>A document signed and issued here.</summary>
    Issued,

    /// <summary>Held for a document that is signed on paper.</summary>
    Reserved,

    /// <summary>A document signed on paper, written in by the office.</summary>
    Paper,

    /// <summary>Given and not used; it stays, with its reason.</summary>
    Void,

    /// <summary>A secret document: nothing of it is kept here but that the number is its.</summary>
    KeptOutside,

    /// <summary>Taken over from an older book.</summary>
    Imported,

    /// <summary>Not in the older book that was taken over.</summary>
    Missing,

    /// <summary>A copy made here: sao y, sao lục or trích sao.</summary>
    Copy,
}

/// <summary>
/// A line of the outgoing register (sổ văn bản đi). Every number from the first to the last of its series has exactly one; a line is never
/// deleted and its number never given again.
/// </summary>
public sealed class RegisterEntry : IOfOrganization
{
    public const int LongestSubject = 2_000;
    public const int LongestWords = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid SeriesId { get; init; }

    /// <summary>The kind of document; of a void or missing number the one it was meant for.</summary>
    public required string TypeKey { get; init; }
    public required int Number { get; init; }

    /// <summary>"07-NQ/ĐU".</summary>
    public required string NumberAndSymbol { get; init; }
    public required EntryKind Kind { get; set; }

    /// <summary>Day of the document; of a number that has none yet, the day on which it was given.</summary>
    public required DateOnly Date { get; set; }
    public string Subject { get; set; } = "";
    public string SignerName { get; set; } = "";
    public string Recipients { get; set; } = "";

    /// <summary>Why it is held or void, how secret it is, or which file it comes from.</summary>
    public string Note { get; set; } = "";

    /// <summary>The draft that a number is held for while it waits for its signature; null otherwise.</summary>
    public Guid? DraftId { get; init; }
    public Guid? IssuedDocumentId { get; private set; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required Guid RecordedById { get; init; }

    /// <summary>What it is found by, without diacritics.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>A paper signed by hand gets the number that was held for it.</summary>
    public Refusal? Fill(DateOnly day, string subject, string signer, string recipients, DateOnly today)
    {
        if (Kind != EntryKind.Reserved || DraftId is not null)
        {
            return new("register.not-held", DraftId is null ? $"Số {NumberAndSymbol} không còn là số đang giữ. Đồng chí tải lại trang." : $"Số {NumberAndSymbol} giữ cho dự thảo đang trình ký; văn bản vào sổ khi được ký.");
        }

        if (Wrong(day, subject, signer, recipients, today) is { } wrong)
        {
            return wrong;
        }

        (Kind, Date, Subject, SignerName, Recipients) = (EntryKind.Paper, day, subject, signer, recipients);
        SearchText = Find(NumberAndSymbol, TypeKey, subject, signer);
        return null;
    }

    /// <summary>The document that the number was taken for is signed.</summary>
    public void Issue(IssuedDocument document, string recipients)
    {
        (Kind, IssuedDocumentId, Date, Subject, SignerName, Recipients, Note) = (EntryKind.Issued, document.Id, document.Date, document.Subject, document.SignerName, recipients, "");
        SearchText = Find(NumberAndSymbol, TypeKey, document.Subject, document.SignerName);
    }

    /// <summary>The copy that the number was taken for.</summary>
    public void CopyOf(string what, string signer, string recipients)
    {
        (Kind, Subject, SignerName, Recipients, Note) = (EntryKind.Copy, what, signer, recipients, "");
        SearchText = Find(NumberAndSymbol, TypeKey, what, signer);
    }

    /// <summary>The number is not used. It stays in the book with its reason.</summary>
    public Refusal? Cancel(string reason)
    {
        if (Kind is not (EntryKind.Reserved or EntryKind.Paper))
        {
            return new("register.not-to-void", $"Chỉ hủy được số đang giữ hoặc số ghi cho bản giấy. Số {NumberAndSymbol} đã ban hành thì phải thu hồi hoặc thay thế văn bản, không hủy số.");
        }

        if (reason.Length is 0 or > LongestWords)
        {
            return new("register.reason", $"Đồng chí ghi lý do hủy số (tối đa {LongestWords} chữ); lý do nằm lại trong sổ.");
        }

        (Kind, Note) = (EntryKind.Void, reason);
        return null;
    }

    /// <summary>Why a line cannot be written so, or null.</summary>
    public static Refusal? Wrong(DateOnly day, string subject, string signer, string recipients, DateOnly today) =>
        subject.Length is 0 or > LongestSubject ? new("register.subject", "Đồng chí ghi trích yếu của văn bản (tối đa 2.000 chữ).")
        : signer.Length is 0 or > LongestWords ? new("register.signer", "Đồng chí ghi họ tên người ký (tối đa 300 chữ).")
        : recipients.Length > LongestSubject ? new("register.recipients", "Nơi nhận dài quá 2.000 chữ. Đồng chí ghi gọn lại.")
        : day > today ? new("register.future", "Ngày của văn bản không được sau hôm nay.")
        : null;

    /// <summary>The words a line is found by.</summary>
    public static string Find(string numberAndSymbol, string typeKey, string subject, string signer)
    {
        var all = Folding.Fold($"{numberAndSymbol} {DocumentType.Of(typeKey).Titled(subject)} {signer}");
        return all.Length > LongestSubject ? all[..LongestSubject] : all;
    }
}
