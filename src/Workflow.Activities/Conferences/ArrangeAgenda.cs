using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Where an item stands: its place in the whole list, and whether it belongs under the last item of the first level before it.</summary>
public sealed record AgendaPlace(Guid ItemId, bool Under, string Presenter, int Minutes, bool GuestsStay);

/// <summary>The agenda in its new order, all items at once: dragged or moved by keys, it is the same.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ArrangeAgenda(Guid CommandId, Guid ConferenceId, IReadOnlyList<AgendaPlace> Places) : ICommand;

internal sealed class ArrangeAgendaHandler(WorkflowDbContext db) : IRequestHandler<ArrangeAgenda, Answer>
{
    public async Task<Answer> Handle(ArrangeAgenda command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        var items = await db.Set<AgendaItem>().Where(one => one.ConferenceId == conference.Id).ToDictionaryAsync(one => one.Id, cancellationToken);
        if (command.Places.Count != items.Count || command.Places.Select(place => place.ItemId).Distinct().Count(items.ContainsKey) != items.Count)
        {
            return Answer.No("agenda.changed", "Chương trình vừa được người khác thay đổi. Đồng chí tải lại trang rồi sắp xếp lại; chưa thay đổi gì.");
        }

        var (top, under) = (0, 0);
        Guid? parent = null;
        foreach (var place in command.Places)
        {
            if (AgendaRules.Refused(AgendaKind.Draft, "", place.Presenter, place.Minutes) is { } refusal)
            {
                return Answer.No(refusal);
            }

            var item = items[place.ItemId];
            var below = place.Under && parent is not null;
            (item.ParentId, item.Position) = below ? (parent, ++under) : (null, ++top);
            (item.Presenter, item.Minutes, item.GuestsStay) = (place.Presenter.Trim(), place.Minutes, place.GuestsStay);
            if (!below)
            {
                (parent, under) = (item.Id, 0);
            }
        }

        return Answer.Done(conference.Id, $"Đã sắp xếp chương trình: {items.Count} nội dung.");
    }
}
