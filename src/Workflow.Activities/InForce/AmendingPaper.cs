using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>The document by which another one is changed, as the clerk wrote it down.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="Issuer">The superior body by name; not asked of our own.</param>
public sealed record AmendingForm(AmendingBody By, string Symbol, DateOnly? Date, string Issuer);

/// <summary>The same after it was looked up: nobody's word alone makes a document of ours.</summary>
/// <param name="Name">"Nghị quyết số 12-NQ/ĐU ngày 01/12/2026 của Ban Chấp hành".</param>
/// <param name="Issued">The document, where it was signed here.</param>
internal sealed record AmendingPaper(string Symbol, DateOnly Date, string Name, string TypeKey, IssuedDocument? Issued)
{
    /// <summary>Looks up a letter of ours: whichever body of the committee signs it, it owns up to a slip of the committee and decides nothing.</summary>
    public static Task<(AmendingPaper? Paper, Refusal? Refusal)> FindLetter(WorkflowDbContext db, IssuedDocument target, string symbol, DateOnly? date, DateOnly today, CancellationToken ct) =>
        Find(db, target, new(AmendingBody.ExecutiveCommittee, symbol, date, ""), today, ct, decides: false);

    /// <summary>Looks it up: in our register when it is ours, by its issuer's name when it is not.</summary>
    public static async Task<(AmendingPaper? Paper, Refusal? Refusal)> Find(WorkflowDbContext db, IssuedDocument target, AmendingForm form, DateOnly today, CancellationToken ct, bool decides = true)
    {
        if (!Enum.IsDefined(form.By) || ListedDocument.SymbolOf(form.Symbol.Normalize()) is not { } symbol)
        {
            return (null, new("standing.symbol", "Đồng chí ghi số và ký hiệu đầy đủ của văn bản làm căn cứ, ví dụ 12-NQ/ĐU."));
        }

        if (form.Date is not { } date || date > today)
        {
            return (null, new("standing.date", "Đồng chí ghi ngày của văn bản làm căn cứ; ngày ấy không được sau hôm nay."));
        }

        if (date < target.Date)
        {
            return (null, new("standing.earlier", $"Văn bản {symbol} ngày {StandingWords.Day(date)} có trước văn bản này (ngày {StandingWords.Day(target.Date)}) nên không thể sửa đổi, thay thế văn bản này. Đồng chí xem lại số và ngày."));
        }

        var issuer = string.Join(' ', form.Issuer.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (form.By is AmendingBody.Superior or AmendingBody.Other)
        {
            if (issuer.Length is 0 or > 100)
            {
                return (null, new("standing.issuer", "Đồng chí ghi tên cơ quan cấp trên đã ban hành văn bản làm căn cứ (đến 100 chữ)."));
            }

            return AmendingAuthority.Wrong(target.IssuingBody, form.By, issuer) is { } wrong ? (null, wrong) : (new(symbol, date, $"{TypeName(symbol)} số {symbol} ngày {StandingWords.Day(date)} của {issuer}", "", null), null);
        }

        return await Own(db, target, symbol, date, form.By, decides, ct);
    }

    private static async Task<(AmendingPaper?, Refusal?)> Own(WorkflowDbContext db, IssuedDocument target, string symbol, DateOnly date, AmendingBody by, bool decides, CancellationToken ct)
    {
        if (await db.Set<IssuedDocument>().AsNoTracking().Where(row => row.NumberAndSymbol == symbol && row.Date == date).FirstOrDefaultAsync(ct) is { } issued)
        {
            return issued.Id == target.Id ? (null, new("standing.itself", "Văn bản không thể sửa đổi, thay thế chính nó. Đồng chí ghi số của văn bản khác."))
                : decides && AmendingAuthority.Wrong(target.IssuingBody, BodyOf(issued.IssuingBody), "") is { } wrong ? (null, wrong)
                : (new(symbol, date, $"{DocumentType.Of(issued.TypeKey).Name} số {symbol} ngày {StandingWords.Day(date)} của {AmendingAuthority.NameOf(issued.IssuingBody)}", issued.TypeKey, issued), null);
        }

        // Signed on paper, or taken over from an older book: the register knows number and day, the clerk says whose it is.
        var entry = await db.Set<RegisterEntry>().AsNoTracking().FirstOrDefaultAsync(row => row.NumberAndSymbol == symbol && row.Date == date && (row.Kind == EntryKind.Paper || row.Kind == EntryKind.Imported), ct);
        return entry is null ? (null, new("standing.not-in-register", $"Sổ văn bản đi không có văn bản {symbol} ngày {StandingWords.Day(date)}. Đồng chí vào sổ văn bản ấy trước, hoặc xem lại số, ngày và cơ quan ban hành."))
            : decides && AmendingAuthority.Wrong(target.IssuingBody, by, "") is { } refused ? (null, refused)
            : (new(symbol, date, $"{DocumentType.Of(entry.TypeKey).Name} số {symbol} ngày {StandingWords.Day(date)} của {AmendingAuthority.NameOf(by)}", entry.TypeKey, null), null);
    }

    private static AmendingBody BodyOf(BodyKind body) => body switch { BodyKind.ExecutiveCommittee => AmendingBody.ExecutiveCommittee, BodyKind.StandingCommittee => AmendingBody.StandingCommittee, _ => AmendingBody.StandingBoard };

    // "QĐ" is two kinds; where the abbreviation does not tell, the word is neutral.
    private static string TypeName(string symbol) => DocumentType.All.Where(type => symbol.Split('-', '/').Contains(type.Abbreviation)).Select(type => type.Name).ToList() is [var only] ? only : "Văn bản";
}
