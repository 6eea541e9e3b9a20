using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>An item is added to the agenda, at its end.</summary>
/// <param name="DraftId">For a draft; other items have a title.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record AddAgendaItem(Guid CommandId, Guid ConferenceId, AgendaKind Kind, string Title, Guid? DraftId = null, string Presenter = "", int Minutes = 0, bool GuestsStay = false) : ICommand;

internal sealed class AddAgendaItemHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<AddAgendaItem, Answer>
{
    public async Task<Answer> Handle(AddAgendaItem command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        if (AgendaRules.Refused(command.Kind, command.Title, command.Presenter, command.Minutes) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var items = await db.Set<AgendaItem>().Where(one => one.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        if (items.Count >= AgendaItem.Most)
        {
            return Answer.No("agenda.full", $"Chương trình có nhiều nhất {AgendaItem.Most} nội dung.");
        }

        var position = items.Where(one => one.ParentId is null).Select(one => one.Position).DefaultIfEmpty().Max() + 1;
        AgendaItem item;
        if (command.Kind == AgendaKind.Draft)
        {
            if (items.Exists(one => one.DraftId == command.DraftId))
            {
                return Answer.No("agenda.twice", "Dự thảo này đã có trong chương trình.");
            }

            var body = await db.Set<Body>().Where(one => one.Id == conference.BodyId).Select(one => one.Kind).SingleAsync(cancellationToken);
            var (draft, not) = await AgendaDrafts.ItemFor(db, runner, conference.Id, body, command.DraftId ?? Guid.Empty, position, actor, cancellationToken);
            if (not is not null)
            {
                return Answer.No(not);
            }

            item = draft!;
        }
        else
        {
            item = new AgendaItem { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, Position = position, Kind = command.Kind, Title = command.Title.Trim() };
        }

        (item.Presenter, item.Minutes, item.GuestsStay) = (command.Presenter.Trim(), command.Minutes, command.GuestsStay);
        db.Add(item);
        return Answer.Done(conference.Id, $"Đã thêm nội dung thứ {position} vào chương trình.");
    }
}

/// <summary>What may stand in an agenda.</summary>
internal static class AgendaRules
{
    public static Refusal? Refused(AgendaKind kind, string title, string presenter, int minutes) =>
        !Enum.IsDefined(kind) ? new("agenda.kind", "Đồng chí chọn loại nội dung.")
        : kind != AgendaKind.Draft && string.IsNullOrWhiteSpace(title) ? new("agenda.title", "Đồng chí ghi tên nội dung.")
        : title.Length > AgendaItem.LongestTitle || presenter.Length > Attendance.LongestName ? new("agenda.long", $"Tên nội dung tối đa {AgendaItem.LongestTitle} chữ, người trình bày tối đa {Attendance.LongestName} chữ.")
        : minutes is < 0 or > 600 ? new("agenda.minutes", "Số phút dự kiến từ 0 đến 600.")
        : null;
}
