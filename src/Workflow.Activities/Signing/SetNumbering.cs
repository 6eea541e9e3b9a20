using MediatR;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Says from which day on documents are numbered before the first signature, or when the agency signs.</summary>
[Allow(Office.Administrator)]
public sealed record SetNumbering(Guid CommandId, NumberMoment Moment, DateOnly From, string Source) : ICommand;

internal sealed class SetNumberingHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetNumbering, Answer>
{
    public Task<Answer> Handle(SetNumbering command, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(command.Moment))
        {
            return Task.FromResult(Answer.No("numbering.moment", "Đồng chí chọn lúc ghi số và ngày vào văn bản."));
        }

        if (command.From < actor.Today || command.From > actor.Today.AddYears(2))
        {
            return Task.FromResult(Answer.No("numbering.day", "Cách lấy số mới có hiệu lực sớm nhất từ hôm nay và trong vòng hai năm: văn bản đã ký giữ cách đã ký. Đồng chí chọn lại ngày."));
        }

        var source = command.Source.Normalize().Trim();
        if (source.Length is < 5 or > 300)
        {
            return Task.FromResult(Answer.No("numbering.source", "Đồng chí ghi căn cứ (từ 5 đến 300 chữ), ví dụ quy chế văn thư của cơ quan: người sau cần biết vì sao văn bản từ ngày ấy lấy số khác."));
        }

        var row = new SigningRule { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Numbering = command.Moment, ValidFrom = command.From, Source = source, ById = actor.PersonId, At = actor.Now };
        db.Add(row);
        return Task.FromResult(Answer.Done(row.Id, $"Từ ngày {CalendarWords.Of(command.From)}: {NumberMomentWords.Of(command.Moment)}. Căn cứ: {source}"));
    }
}
