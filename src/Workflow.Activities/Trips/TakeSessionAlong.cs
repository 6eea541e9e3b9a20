using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>The office takes a session along: from now on it is held on the laptop, and nothing of it is changed here until it comes back.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record TakeSessionAlong(Guid CommandId, Guid ConferenceId) : ITripCommand;

internal sealed class TakeSessionAlongHandler(WorkflowDbContext db, Suspension suspension, InstallationKey key, Actor actor) : IRequestHandler<TakeSessionAlong, Answer>
{
    public async Task<Answer> Handle(TakeSessionAlong command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        if (actor.Trip == TripSide.Away)
        {
            return Answer.No("trip.from-laptop", "Máy này đang giữ hội nghị mang đi; chỉ mang hội nghị đi từ hệ thống chính.");
        }

        if (conference.OpenedAt is not null)
        {
            return Answer.No("trip.opened", "Hội nghị đã khai mạc nên không mang đi được nữa. Hội nghị họp tiếp ở đây.");
        }

        if (Sessions.MustNotBeOver(conference) is { } over)
        {
            return Answer.No(over);
        }

        var trips = await db.Set<SessionTrip>().Where(row => row.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        if (trips.Exists(trip => trip.IsOpen))
        {
            return Answer.No("trip.away", "Hội nghị này đã được mang đi. Đồng chí tải lại gói ở trang này, hoặc nhận kết quả.");
        }

        var items = await db.Set<AgendaItem>().AsNoTracking().Where(item => item.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return Answer.No("conference.no-agenda", "Chương trình chưa có nội dung nào. Đồng chí thêm nội dung rồi mang hội nghị đi.");
        }

        foreach (var item in items.Where(item => item.DraftId is not null))
        {
            if (await Hold(conference, item, cancellationToken) is { } refusal)
            {
                return Answer.No(refusal);
            }
        }

        var lines = SessionTables.Lines(await SessionTables.Write(db, conference.Id, cancellationToken));
        var trip = new SessionTrip
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ConferenceId = conference.Id,
            Side = TripSide.Home,
            Number = trips.Count + 1,
            OutAt = new(actor.Now.UtcTicks - (actor.Now.UtcTicks % 10), TimeSpan.Zero),
            OutById = actor.PersonId,
            BaseParts = lines,
            BaseHash = SessionTables.HashOf(lines),
            HomeKey = key.Fingerprint,
        };
        db.Add(trip);
        return Answer.Done(conference.Id, $"Đã cho mang hội nghị đi (chuyến {trip.Number}). Từ lúc này hội nghị và các dự thảo của hội nghị không thay đổi ở đây nữa, cho đến khi nhận kết quả hoặc lấy lại.") with
        {
            Also = [.. items.Where(item => item.DraftId is not null).Select(item => (item.DraftId!.Value, "Dự thảo đi cùng hội nghị được mang sang máy khác để họp."))],
        };
    }

    // The draft waits as well: no timer and no machine moves it on while the session is away.
    private async Task<Domain.Refusal?> Hold(Conference conference, AgendaItem item, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<Draft>().Where(draft => draft.Id == item.DraftId), draft => draft.AdoptedAt, ct);
        var draft = await db.Set<Draft>().AsNoTracking().SingleAsync(one => one.Id == item.DraftId, ct);
        if (draft.CurrentHash != item.VersionHash)
        {
            return new("trip.stale", $"Dự thảo “{draft.Subject}” đã có bản mới sau khi đưa vào chương trình. Đồng chí bỏ nội dung ấy rồi thêm lại với bản mới, sau đó mang hội nghị đi.");
        }

        if (await db.Set<SessionTrip>().AnyAsync(trip => trip.Side == TripSide.Home && trip.EndedAt == null && db.Set<AgendaItem>().Any(other => other.ConferenceId == trip.ConferenceId && other.DraftId == draft.Id), ct))
        {
            return new("trip.draft-away", $"Dự thảo “{draft.Subject}” đã đi cùng một hội nghị khác. Đồng chí nhận kết quả hội nghị ấy trước.");
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.DraftId == draft.Id && vote.ClosedAt == null && vote.VoidedAt == null, ct))
        {
            return new("conference.being-voted", $"Dự thảo “{draft.Subject}” đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước.");
        }

        return await suspension.Hold(draft.ProcessInstanceId, actor.Now, ct) is null ? null
            : new("trip.draft-held", $"Hồ sơ của dự thảo “{draft.Subject}” đang tạm dừng hoặc đã kết thúc nên chưa mang đi được. Đồng chí nhờ người quản trị cho hồ sơ tiếp tục, hoặc bỏ nội dung ấy.");
    }
}
