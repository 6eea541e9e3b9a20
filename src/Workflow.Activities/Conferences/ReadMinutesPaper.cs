using MediatR;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The minutes of a conference, or the extract for one item.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadMinutesPaper(Guid ConferenceId, PaperFormat Format, Guid? ItemId = null) : IQuery<PaperFile?>;

internal sealed class ReadMinutesPaperHandler(WorkflowDbContext db) : IRequestHandler<ReadMinutesPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadMinutesPaper request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { } record)
        {
            return null;
        }

        var model = await Minutes.Of(db, record, cancellationToken);
        var layout = await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken);
        if (request.ItemId is not { } wanted)
        {
            return PaperFile.Of(MinutesPaper.Of(model), "bien-ban", request.Format, layout, cancellationToken);
        }

        var index = record.Items.ToList().FindIndex(one => one.Item.Id == wanted);
        return index < 0 ? null : PaperFile.Of(MinutesPaper.Extract(model, model.Items[index]), $"trich-bien-ban-{index + 1}", request.Format, layout, cancellationToken);
    }
}
