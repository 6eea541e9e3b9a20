using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Layouts;

/// <summary>Puts a copy of a layout into force from a day on, with changes. Papers of earlier days keep theirs.</summary>
/// <param name="CopyOf">Key of the layout it begins with.</param>
/// <param name="Values">Every field as it was typed.</param>
[Allow(Office.Administrator)]
public sealed record AddLayout(Guid CommandId, string CopyOf, DateOnly From, string Name, string Source, IReadOnlyDictionary<string, string?> Values) : ICommand;

internal sealed class AddLayoutHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<AddLayout, Answer>
{
    // A receipt that names more changes than these is no longer read.
    private const int MostNamed = 12;

    public async Task<Answer> Handle(AddLayout command, CancellationToken cancellationToken)
    {
        var all = (await db.Set<OrganizationLayout>().AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Profile).Concat(ShippedLayouts.All);
        if (all.FirstOrDefault(one => one.Key == command.CopyOf) is not { } origin)
        {
            return Answer.No("layout.no-origin", "Không có thể thức được chọn để sao. Đồng chí tải lại trang rồi chọn lại.");
        }

        if (command.From <= actor.Today || command.From > actor.Today.AddYears(2))
        {
            return Answer.No("layout.day", $"Thể thức mới có hiệu lực sớm nhất từ ngày mai ({CalendarWords.Of(actor.Today.AddDays(1))}) và trong vòng hai năm, vì văn bản đã ban hành giữ thể thức của ngày ban hành. Đồng chí chọn lại ngày.");
        }

        var (name, source) = (command.Name.Normalize().Trim(), command.Source.Normalize().Trim());
        if (name.Length is < 5 or > 120 || source.Length is < 5 or > 300)
        {
            return Answer.No("layout.name", "Đồng chí ghi tên thể thức (từ 5 đến 120 chữ) và căn cứ (từ 5 đến 300 chữ): người sau cần biết vì sao văn bản từ ngày ấy trình bày khác.");
        }

        var (values, refused) = LayoutRules.Read(command.Values);
        if (values is null)
        {
            return Answer.No(refused[0].Code, string.Join(' ', refused.Take(5).Select(one => one.Text)) + (refused.Count > 5 ? $" Còn {refused.Count - 5} giá trị khác chưa đúng." : ""));
        }

        var layout = new LayoutProfile("", name, source, command.From, values);
        var changes = origin.Differences(layout);
        var row = new OrganizationLayout
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Name = name,
            Source = source,
            CopiedFrom = origin.Name,
            ValidFrom = command.From,
            Values = layout.ToJson(),
            ById = actor.PersonId,
            At = actor.Now,
        };
        db.Add(row);
        var said = changes.Count == 0 ? "giữ nguyên mọi giá trị" : string.Join("; ", changes.Take(MostNamed).Select(one => $"{one.Field.Part}, {one.Field.Name}: {one.Field.Say(one.Before)} → {one.Field.Say(one.After)}")) + (changes.Count > MostNamed ? $"; và {changes.Count - MostNamed} giá trị khác" : "");
        return Answer.Done(row.Id, $"Đã đặt thể thức “{name}” từ ngày {CalendarWords.Of(command.From)}, sao từ “{origin.Name}”: {said}. Căn cứ: {source}");
    }
}
