using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A message in the list.</summary>
public sealed record MessageRow(Guid Id, string Partner, ExchangeDirection Direction, ExchangeKind Kind, string DocumentId, string Code, ExchangeState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? SettledAt, DateTimeOffset NotBefore, string LastError, bool HasContent);

/// <summary>Messages that went out and came in, newest first; those that wait for somebody before them.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadMessages(int Page, Guid? DispatchOf = null) : IQuery<Paged<MessageRow>>;

/// <summary>The bytes of a message, to take along as a file.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadMessageFile(Guid Id) : IQuery<Register.PaperFile?>;

internal sealed class ReadMessagesHandler(WorkflowDbContext db) : IRequestHandler<ReadMessages, Paged<MessageRow>>, IRequestHandler<ReadMessageFile, Register.PaperFile?>
{
    public Task<Paged<MessageRow>> Handle(ReadMessages request, CancellationToken cancellationToken) =>
        db.Set<ExchangeMessage>().AsNoTracking()
            .Where(row => request.DispatchOf == null || db.Set<Domain.Distribution.Dispatch>().Any(copy => copy.Id == row.DispatchId && copy.IssuedDocumentId == request.DispatchOf))
            .OrderBy(row => row.State == ExchangeState.Failed ? 0 : 1).ThenByDescending(row => row.CreatedAt).ThenBy(row => row.Id)
            .Join(db.Set<ExchangePartner>(), row => row.PartnerId, partner => partner.Id, (row, partner) => new { row, partner.Name })
            .Select(one => new MessageRow(
                one.row.Id, one.Name, one.row.Direction, one.row.Kind, one.row.DocumentId, one.row.Code, one.row.State, one.row.Attempts, one.row.CreatedAt, one.row.SettledAt, one.row.NotBefore, one.row.LastError, one.row.Sha256 != ""))
            .ToPage(request.Page, cancellationToken);

    public async Task<Register.PaperFile?> Handle(ReadMessageFile request, CancellationToken cancellationToken)
    {
        var found = await db.Set<ExchangeMessage>().AsNoTracking().Where(row => row.Id == request.Id && row.Sha256 != "").Select(row => new { row.Content, row.DocumentId, row.Code, row.Kind }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(FileName(found.DocumentId, found.Kind, found.Code), Documents.Exchange.EdXml.ContentType, found.Content);
    }

    private static string FileName(string documentId, ExchangeKind kind, string code) =>
        string.Concat(documentId.Select(one => char.IsLetterOrDigit(one) || one is '.' or '-' ? one : '-')) + (kind == ExchangeKind.Status ? $"-trang-thai-{code}" : code == "0" ? "" : $"-loai-{code}") + ".edxml";
}
