using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>Resolves the recipients to units on the day of issue and writes one copy for each.</summary>
internal sealed class DispatchDocument(WorkflowDbContext db) : IActivity
{
    public string Key => ActivityKeys.Dispatch;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        var issued = await db.Set<IssuedDocument>().SingleAsync(row => row.DraftId == run.SubjectId, ct);
        if (await db.Set<Dispatch>().AnyAsync(dispatch => dispatch.IssuedDocumentId == issued.Id, ct))
        {
            return ActivityResult.Done($"Văn bản số {issued.NumberAndSymbol} đã được gửi.");
        }

        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct));
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(ct);
        var groups = await db.Set<RecipientGroup>().AsNoTracking().ToListAsync(ct);
        var members = (await db.Set<RecipientGroupUnit>().AsNoTracking().ToListAsync(ct)).ToLookup(one => one.GroupId, one => one.UnitId);
        var resolved = RecipientResolver.Resolve(text.Recipients, units, [.. groups.Select(group => (group, (IReadOnlyList<Guid>)[.. members[group.Id]]))], issued.Date);
        var sent = 0;
        foreach (var recipient in resolved)
        {
            foreach (var unit in recipient.Units)
            {
                sent++;
                db.Add(new Dispatch
                {
                    Id = Guid.CreateVersion7(run.Now),
                    OrganizationId = run.OrganizationId,
                    IssuedDocumentId = issued.Id,
                    UnitId = unit.Id,
                    Purpose = recipient.Line.Purpose ?? "",
                    RecipientLine = recipient.Line.Name,
                    SentAt = run.Now,
                });
            }
        }

        var unknown = resolved.Where(one => one.Units.Count == 0 && !one.IsPublication && !resolved.Any(other => other != one && other.Line.Name == one.Line.Name)).Select(one => one.Line.Name).ToList();
        var remark = unknown.Count == 0 ? "" : $" Chưa rõ đơn vị của: {string.Join("; ", unknown)}.";
        return ActivityResult.Done($"Đã gửi văn bản số {issued.NumberAndSymbol} tới {sent} đơn vị.{remark}");
    }
}

/// <summary>Counts a reminder for those who have not acknowledged; only for those.</summary>
internal sealed class RemindUnits(WorkflowDbContext db) : IActivity
{
    public string Key => ActivityKeys.RemindUnits;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        var late = await db.Set<Dispatch>()
            .Where(dispatch => dispatch.Status != DispatchStatus.Acknowledged && db.Set<IssuedDocument>().Any(issued => issued.Id == dispatch.IssuedDocumentId && issued.DraftId == run.SubjectId)).ToListAsync(ct);
        late.ForEach(dispatch => dispatch.Reminders++);
        return ActivityResult.Done($"Đã nhắc {late.Count} đơn vị chưa xác nhận.");
    }
}
