using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The office has received the material of an item that is no draft: the first time counts.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RecordMaterial(Guid CommandId, Guid ItemId) : ICommand;

internal sealed class RecordMaterialHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordMaterial, Answer>
{
    public async Task<Answer> Handle(RecordMaterial command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null || item is null ? Sessions.NoItem : Sessions.MustNotBeOver(conference)!);
        }

        if (item.DraftId is not null || item.MaterialAt is not null)
        {
            return Answer.No("material.there", "Tài liệu của nội dung này đã có ở Văn phòng.");
        }

        item.MaterialAt = actor.Now;
        var record = (await SessionRecord.Of(db, conference.Id, cancellationToken))!;
        return Answer.Done(conference.Id, $"Đã ghi: tài liệu “{item.Title}” về Văn phòng hôm nay{(actor.Today > SessionCalling.Materials(record).By ? $", muộn hơn hạn {SessionCalling.Materials(record).By:dd/MM/yyyy}" : "")}.");
    }
}
