using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>Takes a document from the list, also one that came with the program; it can be written down again.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record DropListedDocument(Guid CommandId, string Symbol) : ICommand;

internal sealed class DropListedDocumentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<DropListedDocument, Answer>
{
    public async Task<Answer> Handle(DropListedDocument command, CancellationToken cancellationToken)
    {
        var listed = OrganizationContext.Documents(await db.Set<ListedDocument>().AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault(known => known.Symbol == command.Symbol);
        if (listed is null)
        {
            return Answer.No("lists.not-there", "Danh mục không còn dòng này. Đồng chí tải lại trang.");
        }

        db.Add(new ListedDocument
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Symbol = listed.Symbol,
            Title = listed.Title,
            Issuer = listed.Issuer ?? "",
            Issued = listed.Issued,
            EndsOn = listed.EndsOn,
            ReplacedBy = listed.ReplacedBy ?? "",
            Source = listed.Source,
            IsDropped = true,
            At = actor.Now,
            ById = actor.PersonId,
        });
        return Answer.Done(actor.OrganizationId, $"Đã bỏ văn bản {listed.Symbol} khỏi danh mục kiểm tra.");
    }
}
