using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>Writes a document into the list of those that texts cite, or what has become of it; what was there before stays in the history.</summary>
/// <param name="Issued">Day or year of issue, or empty.</param>
/// <param name="EndsOn">First day on which it no longer applies, or null.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record RecordListedDocument(Guid CommandId, string Symbol, string Title, string Issuer, string Issued, DateOnly? EndsOn, string ReplacedBy, string Source) : ICommand;

internal sealed class RecordListedDocumentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordListedDocument, Answer>
{
    public Task<Answer> Handle(RecordListedDocument command, CancellationToken cancellationToken) => Task.FromResult(Record(command));

    private Answer Record(RecordListedDocument command)
    {
        var (title, issuer, replaced, source) = (Plain(command.Title), Plain(command.Issuer), Plain(command.ReplacedBy), Plain(command.Source));
        if (ListedDocument.SymbolOf(command.Symbol.Normalize()) is not { } symbol)
        {
            return Answer.No("lists.symbol", "Đồng chí ghi số và ký hiệu đầy đủ, ví dụ 66-QĐ/TW hoặc 30/2020/NĐ-CP.");
        }

        if (ListedDocument.IssuedOf(command.Issued) is not { } issued)
        {
            return Answer.No("lists.issued", "Ngày ban hành ghi dạng 26/05/2025, hoặc chỉ năm (2017), hoặc để trống.");
        }

        if (title.Length == 0 || source.Length == 0)
        {
            return Answer.No("lists.source", "Đồng chí ghi tên văn bản và nguồn (văn bản nào, quyết định nào): người sau cần biết căn cứ.");
        }

        if (title.Length > ListedDocument.LongestWords || replaced.Length > ListedDocument.LongestWords || source.Length > ListedDocument.LongestWords || issuer.Length > ListedName.LongestName)
        {
            return Answer.No("lists.too-long", $"Mỗi ô không quá {ListedDocument.LongestWords} ký tự (cơ quan ban hành: {ListedName.LongestName}). Đồng chí rút gọn lại.");
        }

        if (replaced.Length > 0 && command.EndsOn is null)
        {
            return Answer.No("lists.end-day", "Đã ghi văn bản thay thế thì cần ngày hết hiệu lực. Đồng chí ghi ngày đó.");
        }

        db.Add(new ListedDocument
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Symbol = symbol,
            Title = title,
            Issuer = issuer,
            Issued = issued,
            EndsOn = command.EndsOn,
            ReplacedBy = replaced,
            Source = source,
            IsDropped = false,
            At = actor.Now,
            ById = actor.PersonId,
        });
        return Answer.Done(actor.OrganizationId, $"Đã ghi văn bản {symbol} vào danh mục{(command.EndsOn is { } end ? $", hết hiệu lực từ ngày {end.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)}" : ", còn hiệu lực")}; nguồn: {source}.");
    }

    private static string Plain(string words) => string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
