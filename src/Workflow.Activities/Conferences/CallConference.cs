using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The office calls a session: the roll of the day is summoned, the drafts that wait for a vote are frozen by their hash.</summary>
/// <param name="Ground">For an extraordinary session: why it is needed.</param>
/// <param name="AskedBy">For an extraordinary session: who asked for it; members are more than half of the incumbents.</param>
/// <param name="Askers">How many members asked.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CallConference(
    Guid CommandId, BodyKind Body, DateOnly Day, TimeOnly Time, string Place, Guid ChairId, Guid NoteTakerId, IReadOnlyList<Guid> DraftIds, int? Ordinal = null,
    SessionKind Kind = SessionKind.Regular, string Ground = "", SessionAsker AskedBy = SessionAsker.Nobody, int Askers = 0) : ICommand;

internal sealed class CallConferenceHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<CallConference, Answer>
{
    public async Task<Answer> Handle(CallConference command, CancellationToken cancellationToken)
    {
        var body = await db.Set<Body>().SingleOrDefaultAsync(one => one.Kind == command.Body, cancellationToken);
        var term = await Rolls.TermOn(db, command.Day, cancellationToken);
        if (body is null || term is null)
        {
            return Answer.No("conference.no-term", "Chưa khai báo cơ quan hoặc nhiệm kỳ cho ngày này. Người quản trị bổ sung ở mục Tổ chức.");
        }

        var members = await Rolls.MembersOn(db, command.Body, command.Day, cancellationToken);
        if (Refused(command, members) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var byMembers = command is { Kind: SessionKind.Extraordinary, AskedBy: SessionAsker.Members };
        var last = await db.Set<Conference>().Where(one => one.BodyId == body.Id && one.TermId == term.Id).MaxAsync(one => (int?)one.Ordinal, cancellationToken) ?? 0;
        var conference = new Conference
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            BodyId = body.Id,
            TermId = term.Id,
            Ordinal = command.Ordinal is { } wanted && wanted > last ? wanted : last + 1,
            Kind = command.Kind,
            Ground = command.Kind == SessionKind.Extraordinary ? command.Ground.Trim() : "",
            AskedBy = command.Kind == SessionKind.Extraordinary ? command.AskedBy : SessionAsker.Nobody,
            Askers = byMembers ? command.Askers : 0,
            AskersOf = byMembers ? members.Count : 0,
            StartsAt = VietnamTime.At(command.Day, command.Time),
            Place = command.Place.Trim(),
            ChairId = command.ChairId,
            NoteTakerId = command.NoteTakerId,
            DoorCode = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture),
        };
        db.Add(conference);
        db.AddRange(members.Select(member => new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = member }));
        var position = 0;
        foreach (var draftId in command.DraftIds.Distinct())
        {
            var (item, not) = await AgendaDrafts.ItemFor(db, runner, conference.Id, body.Kind, draftId, ++position, actor, cancellationToken);
            if (not is not null)
            {
                return Answer.No(not);
            }

            db.Add(item!);
        }

        return Answer.Done(conference.Id, $"Đã triệu tập {body.Name} họp {(conference.Kind == SessionKind.Extraordinary ? "bất thường, " : "")}lần thứ {conference.Ordinal}: {members.Count} đồng chí, {position} dự thảo.");
    }

    private static Refusal? Refused(CallConference command, List<Guid> members) =>
        string.IsNullOrWhiteSpace(command.Place) || command.Place.Length > 200 ? new("conference.no-place", "Đồng chí ghi địa điểm họp (tối đa 200 chữ).")
        : !members.Contains(command.ChairId) ? new("conference.chair", "Người chủ trì phải là thành viên đương nhiệm của cơ quan họp.")
        : command.Kind == SessionKind.Extraordinary && string.IsNullOrWhiteSpace(command.Ground) ? new("conference.ground", "Họp bất thường thì cần ghi lý do: vì sao phải họp ngay.")
        : command.Kind == SessionKind.Extraordinary && Conference.MayAsk(command.AskedBy, command.Askers, members.Count) is { } asked ? asked
        : command.Ground.Length > Conference.LongestReason ? new("conference.ground", "Lý do họp bất thường dài quá 1.000 chữ. Đồng chí viết gọn lại.")
        : null;
}
