using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Templates;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A new draft that is written on the page: its first version is a template with the organization's data in it.</summary>
/// <param name="Template">Key of the template.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record StartFromTemplate(Guid CommandId, string Template, string Subject, string DraftingBody, string Note) : ICommand;

internal sealed class StartFromTemplateHandler(WorkflowDbContext db, DraftBeginning beginning, Actor actor) : IRequestHandler<StartFromTemplate, Answer>
{
    public async Task<Answer> Handle(StartFromTemplate command, CancellationToken cancellationToken)
    {
        if (DraftTemplates.All.FirstOrDefault(one => one.Key == command.Template) is not { } template)
        {
            return Answer.No("template.not-found", "Không thấy mẫu này. Đồng chí chọn một mẫu trong danh sách.");
        }

        if (string.IsNullOrWhiteSpace(command.Subject) || command.Subject.Length > 1_500 || string.IsNullOrWhiteSpace(command.DraftingBody) || command.DraftingBody.Length > 200 || command.Note.Length > 4_000)
        {
            return Answer.No("template.fields", "Đồng chí ghi trích yếu (tối đa 1.500 chữ) và cơ quan chủ trì soạn thảo (tối đa 200 chữ), ví dụ “Về công tác dân vận năm 2027”, “Văn phòng Đảng ủy”; nội dung tờ trình tối đa 4.000 chữ.");
        }

        if ((await AuthorityOn.Day(db, actor.Today, cancellationToken)).MayIssue(template.Body, template.TypeKey) is { } unauthorized)
        {
            return Answer.No(unauthorized);
        }

        var text = DraftTemplates.Begin(template, command.Subject, await Data(cancellationToken));
        var (draft, _) = await beginning.Begin(text, command.DraftingBody.Trim(), command.Note.Trim(), VersionCause.Edit, $"Từ mẫu “{template.Name}”", ct: cancellationToken);
        return Answer.Done(draft.Id, $"Đã lập dự thảo “{draft.Title()}” từ mẫu; đồng chí soạn tiếp trên trang.");
    }

    private async Task<TemplateData> Data(CancellationToken ct)
    {
        var today = actor.Today;
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, ct);
        var term = await db.Set<Term>().AsNoTracking().Where(row => row.From <= today && (row.To == null || row.To >= today)).OrderByDescending(row => row.From).FirstOrDefaultAsync(ct);
        var secretary = await db.Set<OfficeHeld>().Where(held => held.Office == Office.Secretary && held.From <= today && (held.To == null || held.To >= today)).OrderByDescending(held => held.From)
            .Join(db.Set<Person>(), held => held.PersonId, person => person.Id, (_, person) => person.FullName).FirstOrDefaultAsync(ct);
        var commune = organization.Place.StartsWith("Xã ", StringComparison.OrdinalIgnoreCase) ? organization.Place[3..] : organization.Place;
        return new(commune, term is null ? "" : $"khóa {term.Ordinal}, nhiệm kỳ {term.Years}", secretary ?? "");
    }
}
