using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conference;

/// <summary>The office calls a session: the roll of the day is summoned, the drafts that wait for a vote are frozen by their hash.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CallConference(
    Guid CommandId, BodyKind Body, DateOnly Day, TimeOnly Time, string Place, Guid ChairId, Guid NoteTakerId, IReadOnlyList<Guid> DraftIds, int? Ordinal = null) : ICommand;

/// <summary>One member's presence.</summary>
public sealed record PresenceEntry(Guid PersonId, Presence Presence, string Reason);

/// <summary>The office records who is there.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RecordAttendance(Guid CommandId, Guid ConferenceId, IReadOnlyList<PresenceEntry> Entries, string Discussion) : ICommand;

internal sealed class ConferenceHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<CallConference, Answer>, IRequestHandler<RecordAttendance, Answer>
{
    public async Task<Answer> Handle(CallConference command, CancellationToken cancellationToken)
    {
        var body = await db.Set<Body>().SingleOrDefaultAsync(one => one.Kind == command.Body, cancellationToken);
        var term = await Rolls.TermOn(db, command.Day, cancellationToken);
        if (body is null || term is null)
        {
            return Answer.No("conference.no-term", "Chưa khai báo cơ quan hoặc nhiệm kỳ cho ngày này. Người quản trị bổ sung ở mục Tổ chức.");
        }

        if (string.IsNullOrWhiteSpace(command.Place) || command.Place.Length > 200)
        {
            return Answer.No("conference.no-place", "Đồng chí ghi địa điểm họp (tối đa 200 chữ).");
        }

        var members = await Rolls.MembersOn(db, command.Body, command.Day, cancellationToken);
        if (!members.Contains(command.ChairId))
        {
            return Answer.No("conference.chair", "Người chủ trì phải là thành viên đương nhiệm của cơ quan họp.");
        }

        if (command.DraftIds.Count == 0)
        {
            return Answer.No("conference.no-agenda", "Chương trình chưa có dự thảo nào. Đồng chí chọn ít nhất một dự thảo để biểu quyết.");
        }

        var last = await db.Set<Domain.Conferences.Conference>().Where(one => one.BodyId == body.Id && one.TermId == term.Id).MaxAsync(one => (int?)one.Ordinal, cancellationToken) ?? 0;
        var ordinal = command.Ordinal is { } wanted && wanted > last ? wanted : last + 1;
        var conference = new Domain.Conferences.Conference
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            BodyId = body.Id,
            TermId = term.Id,
            Ordinal = ordinal,
            StartsAt = VietnamTime.At(command.Day, command.Time),
            Place = command.Place.Trim(),
            ChairId = command.ChairId,
            NoteTakerId = command.NoteTakerId,
        };
        db.Add(conference);
        foreach (var member in members)
        {
            db.Add(new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = member });
        }

        var key = command.Body == BodyKind.ExecutiveCommittee ? TaskKeys.Conference : TaskKeys.Approval;
        var position = 0;
        foreach (var draftId in command.DraftIds.Distinct())
        {
            var draft = await db.Set<Draft>().SingleOrDefaultAsync(one => one.Id == draftId, cancellationToken);
            if (draft is null || await runner.FindTask(draftId, key, cancellationToken) is null)
            {
                return Answer.No("conference.not-ready", $"Dự thảo “{draft?.Subject ?? draftId.ToString()}” chưa ở bước biểu quyết nên chưa đưa vào chương trình được.");
            }

            if (await db.Set<Vote>().AnyAsync(vote => vote.DraftId == draft.Id && vote.ClosedAt == null, cancellationToken))
            {
                return Answer.No("conference.being-voted", $"Dự thảo “{draft.Subject}” đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước rồi mới đưa vào chương trình.");
            }

            db.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                ConferenceId = conference.Id,
                DraftId = draft.Id,
                VersionId = draft.CurrentVersionId,
                VersionHash = draft.CurrentHash,
                Position = ++position,
            });
        }

        return Answer.Done(conference.Id, $"Đã triệu tập {body.Name} họp lần thứ {ordinal}: {members.Count} đồng chí, {position} dự thảo.");
    }

    public async Task<Answer> Handle(RecordAttendance command, CancellationToken cancellationToken)
    {
        var conference = await db.Set<Domain.Conferences.Conference>().SingleOrDefaultAsync(one => one.Id == command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No("conference.not-found", "Không thấy hội nghị này.");
        }

        var voted = await db.Set<Vote>().AnyAsync(vote => db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.ConferenceId == conference.Id) && vote.ClosedAt == null, cancellationToken);
        if (voted)
        {
            return Answer.No("conference.vote-running", "Đang biểu quyết nên chưa sửa được danh sách có mặt. Đồng chí khóa biểu quyết trước.");
        }

        var rows = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        // Once everything is voted on, the presence by which it was judged stands; only the minutes may still be written.
        var decided = !await db.Set<AgendaItem>().AnyAsync(item => item.ConferenceId == conference.Id && !db.Set<Vote>().Any(vote => vote.AgendaItemId == item.Id), cancellationToken);
        if (decided && command.Entries.Any(entry => rows.Exists(row => row.PersonId == entry.PersonId && row.Presence != entry.Presence)))
        {
            return Answer.No("conference.decided", "Hội nghị đã biểu quyết xong nên danh sách có mặt không sửa được nữa. Đồng chí giữ nguyên điểm danh, chỉ ghi nội dung thảo luận.");
        }

        foreach (var entry in command.Entries)
        {
            if (rows.Find(row => row.PersonId == entry.PersonId) is not { } row)
            {
                return Answer.No("conference.not-summoned", "Có người không thuộc danh sách triệu tập.");
            }

            if (row.Mark(entry.Presence, entry.Reason) is { } refusal)
            {
                return Answer.No(refusal);
            }
        }

        conference.Discussion = command.Discussion.Trim();
        return Answer.Done(conference.Id, $"Đã điểm danh: có mặt {rows.Count(row => row.Presence == Presence.Present)}/{rows.Count} đồng chí.");
    }
}
