using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>An item that nothing happened on leaves the agenda. What was spoken to or voted on stays; it is postponed instead.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RemoveAgendaItem(Guid CommandId, Guid ItemId) : ICommand;

internal sealed class RemoveAgendaItemHandler(WorkflowDbContext db) : IRequestHandler<RemoveAgendaItem, Answer>
{
    public async Task<Answer> Handle(RemoveAgendaItem command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item is null)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (Sessions.MustNotBeOver(conference) is { } over)
        {
            return Answer.No(over);
        }

        var touched = item.Decision is not null || await db.Set<Vote>().AnyAsync(one => one.AgendaItemId == item.Id, cancellationToken) || await db.Set<Speech>().AnyAsync(one => one.ItemId == item.Id, cancellationToken)
            || await db.Set<Amendment>().AnyAsync(one => one.ItemId == item.Id, cancellationToken) || await db.Set<Recusal>().AnyAsync(one => one.ItemId == item.Id, cancellationToken);
        if (touched || conference.NowItemId == item.Id)
        {
            return Answer.No("agenda.in-use", "Nội dung này đã được thảo luận hoặc biểu quyết nên không bỏ khỏi chương trình được. Đồng chí kết luận “Hoãn” và ghi lý do.");
        }

        foreach (var below in await db.Set<AgendaItem>().Where(one => one.ParentId == item.Id).ToListAsync(cancellationToken))
        {
            below.ParentId = null;
            below.Position += 1_000;
        }

        db.Remove(item);
        return Answer.Done(conference.Id, "Đã bỏ một nội dung khỏi chương trình.");
    }
}
