using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member does not take part in an item: said by the member or recorded by the office. Before the vote on it opens; the base of the vote stays all incumbents.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record Recuse(Guid CommandId, Guid ItemId, Guid PersonId, string Reason) : ICommand;

internal sealed class RecuseHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<Recuse, Answer>
{
    public async Task<Answer> Handle(Recuse command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item is null)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (command.PersonId != actor.PersonId && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if ((Sessions.MustNotBeOver(conference) ?? Sessions.MustBeUndecided(item)) is { } late)
        {
            return Answer.No(late);
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == item.Id && vote.ClosedAt == null && vote.VoidedAt == null, cancellationToken))
        {
            return Answer.No("recusal.vote-running", "Đang biểu quyết nội dung này nên không ghi thêm người không tham gia được. Đồng chí hủy biểu quyết, ghi rồi mở lại.");
        }

        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > Conference.LongestReason)
        {
            return Answer.No("recusal.reason", "Đồng chí ghi lý do không tham gia biểu quyết (tối đa 1.000 chữ); lý do được ghi vào biên bản.");
        }

        if (!await db.Set<Attendance>().AnyAsync(row => row.ConferenceId == conference.Id && row.PersonId == command.PersonId && !row.IsGuest, cancellationToken))
        {
            return Answer.No("conference.not-summoned", "Có người không thuộc danh sách triệu tập.");
        }

        if (await db.Set<Recusal>().AnyAsync(one => one.ItemId == item.Id && one.PersonId == command.PersonId, cancellationToken))
        {
            return Answer.No("recusal.already", "Đồng chí này đã được ghi là không tham gia biểu quyết nội dung này.");
        }

        db.Add(new Recusal { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ItemId = item.Id, PersonId = command.PersonId, Reason = reason, ById = actor.PersonId, At = actor.Now });
        return Answer.Done(conference.Id, $"Đã ghi không tham gia biểu quyết nội dung này. Lý do: {reason}");
    }
}
