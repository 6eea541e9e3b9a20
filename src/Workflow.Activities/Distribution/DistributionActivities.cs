using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>Resolves the recipients to units on the day of issue and writes one copy for each.</summary>
internal sealed class DispatchDocument(WorkflowDbContext db, RecipientPlan recipients, Sending sending) : IActivity
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

        var plan = await recipients.Of(issued, ct);
        foreach (var copy in plan.Copies)
        {
            sending.Send(issued, copy, 1, new(DispatchEventKind.Sent, run.Now, DispatchWay.Machine));
        }

        var remark = plan.Unknown.Count == 0 ? "" : $" Chưa rõ đơn vị của: {string.Join("; ", plan.Unknown)}. Văn phòng chọn đơn vị ở trang Nơi nhận.";
        return ActivityResult.Done($"Đã gửi văn bản số {issued.NumberAndSymbol} tới {plan.Copies.Count} đơn vị.{remark}");
    }
}

/// <summary>Counts a reminder for those who have not acknowledged; only for those.</summary>
internal sealed class RemindUnits(WorkflowDbContext db, Reminding reminding) : IActivity
{
    public string Key => ActivityKeys.RemindUnits;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        var reminded = await reminding.Remind(db.Set<Dispatch>().Where(copy => db.Set<IssuedDocument>().Any(issued => issued.Id == copy.IssuedDocumentId && issued.DraftId == run.SubjectId)), new(DispatchEventKind.Reminded, run.Now, DispatchWay.Machine), ct);
        return ActivityResult.Done($"Đã nhắc {reminded.Copies} đơn vị chưa xác nhận.");
    }
}
