using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>A point of a list as it is set.</summary>
public sealed record ItemSet(string Words, AppraisalPart Part, AppraisalTopic Topic);

/// <summary>From a day on the office appraises by these points. Lists before stay for the days before; recorded appraisals keep their words.</summary>
/// <param name="Source">Where the points come from, as printed on the report.</param>
/// <param name="Items">Lines without words are left out.</param>
[Allow(Office.Administrator, Office.ChiefOfOffice)]
public sealed record SetAppraisalChecklist(Guid CommandId, DateOnly ValidFrom, string Source, IReadOnlyList<ItemSet> Items) : ICommand;

internal sealed class SetAppraisalChecklistHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetAppraisalChecklist, Answer>
{
    public Task<Answer> Handle(SetAppraisalChecklist command, CancellationToken cancellationToken)
    {
        var items = command.Items.Select(item => item with { Words = item.Words.Trim().Normalize() }).Where(item => item.Words.Length > 0).ToList();
        var source = command.Source.Trim().Normalize();
        var refused = items.Count is 0 or > AppraisalChecklist.MostItems ? Answer.No("checklist.items", $"Danh mục có từ 1 đến {AppraisalChecklist.MostItems} nội dung; ở đây có {items.Count}.")
            : items.Find(item => item.Words.Length > AppraisalChecklist.LongestWords) is { } tooLong ? Answer.No("checklist.long-item", $"Nội dung “{tooLong.Words[..40]}…” dài quá {AppraisalChecklist.LongestWords} ký tự.")
            : items.Exists(item => !Enum.IsDefined(item.Part) || !Enum.IsDefined(item.Topic)) ? Answer.No("checklist.form", "Biểu mẫu thiếu lựa chọn. Đồng chí tải lại trang rồi gửi lại.")
            : items.GroupBy(item => item.Words, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice ? Answer.No("checklist.twice", $"Nội dung “{twice.Key}” ghi hai lần.")
            : source.Length is < 5 or > 500 ? Answer.No("checklist.source", "Đồng chí ghi căn cứ của danh mục (từ 5 đến 500 ký tự), ví dụ “Quy trình thẩm định số 05-QTr/VPĐU ngày 12/01/2026”.")
            : command.ValidFrom < actor.Today || command.ValidFrom > actor.Today.AddYears(2) ? Answer.No("checklist.day", "Danh mục có hiệu lực từ hôm nay hoặc một ngày sau đó, trong vòng hai năm: những lần thẩm định đã qua không đổi danh mục.")
            : null;
        if (refused is not null)
        {
            return Task.FromResult(refused);
        }

        var list = new AppraisalChecklist { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ValidFrom = command.ValidFrom, Source = source, ById = actor.PersonId, At = actor.Now };
        db.Add(list);
        foreach (var (index, item) in items.Index())
        {
            db.Add(new AppraisalItem { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ChecklistId = list.Id, Ordinal = index + 1, Part = item.Part, Topic = item.Topic, Words = item.Words });
        }

        return Task.FromResult(Answer.Done(actor.OrganizationId, $"Từ ngày {command.ValidFrom:dd/MM/yyyy} thẩm định theo danh mục {items.Count} nội dung ({source})."));
    }
}
