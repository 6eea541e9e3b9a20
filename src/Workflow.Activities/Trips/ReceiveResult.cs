using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>
/// The office receives what the laptop brings back: the rows are united with those of home, everything that follows from them is worked out again from the
/// united rows, and each draft goes on once. All of it, or nothing. The same result again changes nothing; another one for the same trip is a conflict.
/// </summary>
/// <param name="Fingerprint">The laptop's key, as its page shows it.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReceiveResult(Guid CommandId, Guid ConferenceId, byte[] File, string Fingerprint) : ITripCommand;

internal sealed class ReceiveResultHandler(WorkflowDbContext db, ProcessRunner runner, Suspension suspension, Actor actor) : IRequestHandler<ReceiveResult, Answer>
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    public async Task<Answer> Handle(ReceiveResult command, CancellationToken cancellationToken)
    {
        var (package, refusal) = SessionPackage.Open(command.File, PackageKind.Result, command.Fingerprint);
        if (package is null)
        {
            return Answer.No(refusal!);
        }

        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        var manifest = package.Manifest;
        var trip = await db.Set<SessionTrip>().SingleOrDefaultAsync(row => row.Id == manifest.TripId && row.ConferenceId == conference.Id && row.Side == TripSide.Home, cancellationToken);
        if (trip is null || manifest.ConferenceId != conference.Id || manifest.OrganizationId != actor.OrganizationId)
        {
            return Answer.No("trip.unknown", $"Gói này là kết quả của “{manifest.Conference}” ({manifest.Organization}), không phải của hội nghị này, hoặc không được mang đi từ đây. Đồng chí mở đúng hội nghị rồi nhận lại.");
        }

        if (Conflict(trip, manifest) is { } conflict)
        {
            return conflict;
        }

        var (content, broken) = TripContent.Read(db, package, trip, actor.OrganizationId);
        refusal = broken ?? await ChangedAtHome(trip, cancellationToken) ?? await new TripMerge(db, trip, content!).Unite(cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var drafts = await TripDrafts.Release(db, suspension, conference.Id, actor.Now, cancellationToken);

        // What the union says is judged as it will lie in the database; if anything disagrees, the transaction ends here and nothing of it was.
        await CommitSave.Ahead(db, cancellationToken);
        return await new TripCheck(db).Refused(conference.Id, cancellationToken) is { } wrong ? Answer.No(wrong) : await GoOn(trip, package, content!, drafts, cancellationToken);
    }

    private async Task<Answer> GoOn(SessionTrip trip, SessionPackage package, TripContent content, List<Draft> drafts, CancellationToken ct)
    {
        var items = await db.Set<AgendaItem>().Where(item => item.ConferenceId == trip.ConferenceId && item.DraftId != null).ToListAsync(ct);
        var also = new List<(Guid, string)>();
        foreach (var item in items.OrderBy(item => item.DecidedAt))
        {
            var draft = drafts.Single(one => one.Id == item.DraftId);
            bool? adopted = item.Decision switch
            {
                ItemDecision.Adopted => true,
                ItemDecision.AdoptedWithAmendments when item.FinalHash.Length > 0 => true,
                ItemDecision.Returned => false,
                _ => null,
            };
            if (adopted is { } yes && await DraftGoesOn.With(runner, draft, yes, actor, ct) is { } stuck)
            {
                return Answer.No("trip.draft-moved", $"Xung đột: hồ sơ của dự thảo “{draft.Subject}” ở đây không còn ở bước chờ biểu quyết ({stuck.Text}) Kết quả chưa được ghép.");
            }

            also.Add((draft.Id, $"Kết quả hội nghị họp trên máy mang đi: {(item.Decision is { } decision ? ConferenceWords.Of(decision) : "chưa kết luận")}."));
        }

        var last = content.Chapter[^1];
        db.AddRange(content.Chapter.Select(entry => new ChapterEntry
        {
            TripId = trip.Id,
            Position = entry.Position,
            OrganizationId = entry.OrganizationId,
            At = entry.At,
            ActorId = entry.ActorId,
            ActorName = entry.ActorName,
            Act = entry.Act,
            SubjectId = entry.SubjectId,
            Text = entry.Text,
            PreviousHash = entry.PreviousHash,
            Hash = entry.Hash,
        }));
        trip.AwayKey = package.Fingerprint;
        trip.End(package.Manifest.Content, last.Position, last.Hash, actor.PersonId, actor.Now);
        return Answer.Done(trip.ConferenceId, $"Đã nhận kết quả hội nghị (chuyến {trip.Number}): {content.Count<Vote>()} biểu quyết, {content.Count<Movement>()} lượt điểm danh, {content.Count<Amendment>()} đề nghị sửa đổi; tính lại đều khớp. Nhật ký của máy mang đi: {last.Position} dòng, mã cuối {last.Hash}.{Clock(content, trip)}") with { Also = also };
    }

    // The record bears the laptop's hours. They are not changed here; who reads the minutes is told.
    private string Clock(TripContent content, SessionTrip trip) => (Conference)content.Rows[typeof(Conference)][0] is { OpenedAt: { } opened, ClosedAt: { } closed } && (opened < trip.OutAt - ClockTolerance || closed > actor.Now + ClockTolerance)
        ? $" Lưu ý: đồng hồ của máy mang đi sai (hội nghị ghi từ {TripWords.Moment(opened)} đến {TripWords.Moment(closed)}); giờ trong biên bản là giờ của máy ấy."
        : "";

    // What a trip that is over has to say to a package that comes for it.
    private static Answer? Conflict(SessionTrip trip, PackageManifest manifest) => trip switch
    {
        { TakenBackReason.Length: > 0 } => Answer.No("trip.conflict-taken-back", $"Xung đột: hội nghị đã được lấy lại lúc {TripWords.Moment(trip.EndedAt!.Value)} (lý do: {trip.TakenBackReason}), nên gói kết quả đến sau của chuyến {trip.Number} không được ghép. Đồng chí giữ gói này và báo cáo chủ trì."),
        { IsOpen: true } when manifest.Base != trip.BaseHash => Answer.No("trip.conflict-base", $"Xung đột: gói kết quả bắt đầu từ một trạng thái khác với lúc hội nghị được mang đi (chuyến {trip.Number}). Gói không được ghép; đồng chí kiểm tra có nhập nhầm gói mang đi cũ vào máy đã họp không."),
        { IsOpen: false } when trip.ResultHash == manifest.Content => Answer.Done(trip.ConferenceId, $"Kết quả này đã được nhận từ trước, lúc {TripWords.Moment(trip.EndedAt!.Value)}; không có gì thay đổi."),
        { IsOpen: false } => Answer.No("trip.conflict-other-result", $"Xung đột: chuyến {trip.Number} đã nhận một kết quả khác lúc {TripWords.Moment(trip.EndedAt!.Value)}. Gói này không được ghép; đồng chí giữ lại cả hai gói và báo cáo chủ trì."),
        _ => null,
    };

    private async Task<Refusal?> ChangedAtHome(SessionTrip trip, CancellationToken ct)
    {
        var now = SessionTables.Lines(await SessionTables.Write(db, trip.ConferenceId, ct)).Split('\n');
        var changed = now.Except(trip.BaseParts.Split('\n')).Select(line => SessionTables.NameOf(line.Split(':')[0])).ToList();
        return changed.Count == 0 ? null : new("trip.conflict-home", $"Xung đột: ở hệ thống chính, {string.Join(", ", changed)} đã thay đổi sau khi hội nghị được mang đi. Kết quả không được ghép; đồng chí nhờ người quản trị xem nhật ký.");
    }
}
