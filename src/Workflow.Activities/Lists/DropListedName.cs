using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>Takes a name from the list, also one that came with the program; it can be written down again.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record DropListedName(Guid CommandId, string Name) : ICommand;

internal sealed class DropListedNameHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<DropListedName, Answer>
{
    public async Task<Answer> Handle(DropListedName command, CancellationToken cancellationToken)
    {
        var listed = OrganizationContext.Names(await db.Set<ListedName>().AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault(name => name.Name == command.Name);
        if (listed is null)
        {
            return Answer.No("lists.not-there", "Danh mục không còn dòng này. Đồng chí tải lại trang.");
        }

        db.Add(new ListedName
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Kind = listed.Kind,
            Name = listed.Name,
            Aliases = string.Join('\n', listed.Aliases),
            To = listed.To,
            Successor = listed.Successor ?? "",
            Source = listed.Source,
            IsDropped = true,
            At = actor.Now,
            ById = actor.PersonId,
        });
        return Answer.Done(actor.OrganizationId, $"Đã bỏ tên “{listed.Name}” khỏi danh mục kiểm tra.");
    }
}
