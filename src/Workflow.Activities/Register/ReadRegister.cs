using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Papers;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A line of the register.</summary>
/// <param name="DocumentId">The issued document; null of a line that has none here.</param>
public sealed record RegisterRow(Guid Id, Guid? DocumentId, string Number, DateOnly Date, EntryKind Kind, string Title, string Signer, string Recipients, int Sent, int Acknowledged);

/// <summary>Sổ văn bản đi, newest first; found with or without diacritics.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadRegister(string Search, int Page) : IQuery<Paged<RegisterRow>>;

/// <summary>The same register as a spreadsheet, up to 10,000 lines.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadRegisterSheet(string Search) : IQuery<PaperFile>;

internal sealed class ReadRegisterHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadRegister, Paged<RegisterRow>>, IRequestHandler<ReadRegisterSheet, PaperFile>
{
    private const int MostLines = 10_000;

    public async Task<Paged<RegisterRow>> Handle(ReadRegister request, CancellationToken cancellationToken)
    {
        var page = await Found(request.Search).ToPage(request.Page, cancellationToken);
        return page with { Rows = await Lines(page.Rows, cancellationToken) };
    }

    public async Task<PaperFile> Handle(ReadRegisterSheet request, CancellationToken cancellationToken)
    {
        var lines = await Lines(await Found(request.Search).Take(MostLines).ToListAsync(cancellationToken), cancellationToken);
        return new($"so-van-ban-di-{actor.Today:yyyy-MM-dd}.xlsx", Spreadsheet.ContentType, Spreadsheet.Render(
            "Sổ văn bản đi",
            [new("Số, ký hiệu", 16), new("Ngày", 12), new("Trích yếu", 70), new("Người ký", 24), new("Nơi nhận", 40), new("Ghi chú", 20), new("Đã gửi", 10), new("Đã nhận", 10)],
            lines.Select(line => (IReadOnlyList<object>)[line.Number, line.Date, line.Title, line.Signer, line.Recipients, line.Kind == EntryKind.Issued ? "" : RegisterWords.Of(line.Kind), line.Sent, line.Acknowledged])));
    }

    private IQueryable<RegisterRow> Found(string search)
    {
        var wanted = Folding.Fold(search);
        return db.Set<RegisterEntry>().AsNoTracking()
            .Where(entry => wanted == "" || entry.SearchText.Contains(wanted) || entry.NumberAndSymbol.Contains(search) || db.Set<IssuedDocument>().Any(document => document.Id == entry.IssuedDocumentId && document.SearchText.Contains(wanted)))
            .OrderByDescending(entry => entry.Date).ThenByDescending(entry => entry.RecordedAt).ThenByDescending(entry => entry.Number).ThenBy(entry => entry.Id)
            .Select(entry => new RegisterRow(entry.Id, entry.IssuedDocumentId, entry.NumberAndSymbol, entry.Date, entry.Kind, RegisterWords.Title(entry.Kind, entry.TypeKey, entry.Subject, entry.Note), entry.SignerName, entry.Recipients, 0, 0));
    }

    // How far the copies came: one more query for all lines.
    private async Task<IReadOnlyList<RegisterRow>> Lines(IReadOnlyList<RegisterRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.DocumentId).OfType<Guid>().ToList();
        var copies = await db.Set<Dispatch>().AsNoTracking().Where(dispatch => ids.Contains(dispatch.IssuedDocumentId)).GroupBy(dispatch => dispatch.IssuedDocumentId)
            .Select(group => new { group.Key, Sent = group.Count(), Received = group.Count(dispatch => dispatch.ReceivedAt != null) }).ToDictionaryAsync(group => group.Key, ct);
        return [.. rows.Select(row => row.DocumentId is { } document && copies.GetValueOrDefault(document) is { } sent ? row with { Sent = sent.Sent, Acknowledged = sent.Received } : row)];
    }
}
