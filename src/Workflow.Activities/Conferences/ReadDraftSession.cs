using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The next session at which a draft is dealt with, or could be: until when its material must be with the office, and whether that was kept.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadDraftSession(Guid DraftId) : IQuery<DraftSessionView?>, IOfDraft;

/// <param name="Sentence">What the drafter must know.</param>
/// <param name="IsLate">The day has passed.</param>
public sealed record DraftSessionView(Guid ConferenceId, string Sentence, bool IsLate);

internal sealed class ReadDraftSessionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadDraftSession, DraftSessionView?>
{
    public async Task<DraftSessionView?> Handle(ReadDraftSession request, CancellationToken cancellationToken)
    {
        // What was adopted or signed waits for no session.
        if (await db.Set<Draft>().AsNoTracking().Where(one => one.Id == request.DraftId && one.AdoptedHash == "").Select(one => new { one.IssuingBody }).SingleOrDefaultAsync(cancellationToken) is not { } draft)
        {
            return null;
        }

        var called = await db.Set<Conference>().AsNoTracking().Where(one => one.OpenedAt == null && one.CancelledAt == null && one.StartsAt >= actor.Now)
            .Join(db.Set<Body>().Where(body => body.Kind == draft.IssuingBody), one => one.BodyId, body => body.Id, (one, body) => new
            {
                one.Id,
                one.Ordinal,
                one.StartsAt,
                one.Kind,
                Body = body.Name,
                Item = db.Set<AgendaItem>().Where(item => item.ConferenceId == one.Id && item.DraftId == request.DraftId).Select(item => new { item.MaterialAt }).FirstOrDefault(),
            }).OrderBy(one => one.StartsAt).Take(10).ToListAsync(cancellationToken);
        if ((called.Find(one => one.Item is not null) ?? called.FirstOrDefault()) is not { } next || next.Kind == SessionKind.Extraordinary)
        {
            return null;
        }

        var day = VietnamTime.DayOf(next.StartsAt);
        var days = (await Rolls.ProfileOn(db, day, cancellationToken)).MaterialsDays;
        var by = day.AddDays(-days);
        var name = $"Hội nghị lần thứ {next.Ordinal} {next.Body} họp ngày {Day(day)}";
        return next.Item is { MaterialAt: { } at }
            ? VietnamTime.DayOf(at) > by ? new(next.Id, $"Dự thảo có trong chương trình {name}; tài liệu về Văn phòng ngày {Day(VietnamTime.DayOf(at))}, muộn hơn hạn {Day(by)} (trước ngày họp {days} ngày).", true)
                : new(next.Id, $"Dự thảo có trong chương trình {name}.", false)
            : actor.Today > by ? new(next.Id, $"{name}. Hạn tài liệu về Văn phòng là ngày {Day(by)} (trước ngày họp {days} ngày) đã qua; dự thảo chưa có trong chương trình.", true)
            : new(next.Id, $"{name}. Muốn kịp, dự thảo phải xong và về Văn phòng trước hết ngày {Day(by)} (trước ngày họp {days} ngày).", false);
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
