using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Documents.Appraisals;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>
/// The office appraises: back to the drafter, or on, point by point of the list in force. When the process asks a body right after, its round opens by this act.
/// </summary>
/// <param name="ClosesOn">Last day for opinions; ignored when nobody is asked by this act.</param>
/// <param name="Question">What is asked; empty for the usual words.</param>
/// <param name="Shown">From when on members read each other's answers.</param>
/// <param name="Points">The judged points of the list in force; all of them when the draft goes on.</param>
/// <param name="Reason">Why it goes on though points are not met.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record AppraiseDraft(
    Guid CommandId, Guid DraftId, string VersionHash, bool Passed, string Note, DateOnly ClosesOn, string Question = "", AnswersShown Shown = AnswersShown.AfterMine, IReadOnlyList<JudgedPoint>? Points = null, string Reason = "") : ICommand, IOfDraft;

internal sealed class AppraiseDraftHandler(WorkflowDbContext db, ProcessRunner runner, StepRound step, Actor actor) : IRequestHandler<AppraiseDraft, Answer>
{
    public async Task<Answer> Handle(AppraiseDraft command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Appraisal, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang và thẩm định bản mới; nội dung đã gõ vẫn còn.");
        }

        var (list, items) = await Checklists.InForce(db, actor.Today, cancellationToken);
        var points = (command.Points ?? []).Where(point => point.Judgement is not null).ToList();
        var text = await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, cancellationToken);
        if (Against(command, items, points) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (points.Find(point => point.Place.Trim().Length > 0 && AppraisalPlaces.Find(text, point.Place) is null) is { } lost)
        {
            return Answer.No("appraisal.place", $"Không thấy vị trí “{lost.Place}” trong bản này. Đồng chí chọn trong danh sách, ghi số đoạn, hoặc để trống khi nói về cả văn bản.");
        }

        await Record(command, draft, text, list, items, points, cancellationToken);
        var notMet = points.Count(point => point.Judgement == PointJudgement.NotMet);
        if (!command.Passed)
        {
            var back = await runner.Complete(draft.Id, TaskKeys.Appraisal, "returned", actor.PersonId, actor.Now, cancellationToken);
            return back is null ? Answer.Done(draft.Id, $"Đã trả lại dự thảo cho người soạn thảo, kèm ý kiến thẩm định{(notMet > 0 ? $" ({notMet} nội dung chưa đạt)" : "")}.") : Answer.No(back);
        }

        var closes = command.ClosesOn > actor.Today ? VietnamTime.At(command.ClosesOn, new TimeOnly(17, 0)) : (DateTimeOffset?)null;
        var sent = await step.Complete(draft, TaskKeys.Appraisal, "appraised", new(closes, command.Question, command.Shown), cancellationToken);
        var despite = notMet > 0 ? $" Còn {notMet} nội dung chưa đạt, được đi tiếp với lý do: {command.Reason.Trim().TrimEnd('.')}." : "";
        return sent.Refusal is not null ? Answer.No(sent.Refusal)
            : sent.Round is null ? Answer.Done(draft.Id, $"Đã thẩm định bản {draft.CurrentRound}; dự thảo sang bước tiếp theo.{despite}")
            : Answer.Done(draft.Id, $"Đã gửi {sent.Asked} đồng chí {ReviewWords.Short(sent.Body!.Value)} góp ý, hạn 17 giờ ngày {VietnamTime.DayOf(sent.Round.ClosesAt):dd/MM/yyyy}.{sent.Moved}{despite}");
    }

    private static Refusal? Against(AppraiseDraft command, IReadOnlyList<AppraisalItem> items, List<JudgedPoint> points)
    {
        if (points.Exists(point => !items.Any(item => item.Id == point.ItemId) || !Enum.IsDefined(point.Judgement!.Value)) || points.DistinctBy(point => point.ItemId).Count() != points.Count)
        {
            return new("appraisal.other-list", "Danh mục nội dung thẩm định vừa thay đổi. Đồng chí tải lại trang để thẩm định theo danh mục mới; nội dung đã gõ vẫn còn.");
        }

        if (points.Find(point => point.Note.Length > 4_000) is not null || command.Note.Length > 4_000 || command.Reason.Length > 4_000)
        {
            return new("appraisal.too-long", "Có ô dài quá 4.000 chữ. Đồng chí viết gọn lại.");
        }

        var notMet = points.Where(point => point.Judgement == PointJudgement.NotMet).ToList();
        if (notMet.Find(point => point.Note.Trim().Length == 0) is { } bare)
        {
            return new("appraisal.point-note", $"Nội dung “{items.First(item => item.Id == bare.ItemId).Words}” chưa đạt: đồng chí ghi rõ phải sửa gì.");
        }

        if (!command.Passed)
        {
            return notMet.Count == 0 && command.Note.Trim().Length == 0 ? new("appraisal.reason", "Khi trả lại, đồng chí cần ghi rõ nội dung cần sửa để người soạn thảo biết.") : null;
        }

        var open = items.Where(item => !points.Exists(point => point.ItemId == item.Id)).ToList();
        return open.Count > 0 ? new("appraisal.incomplete", $"Còn {open.Count} nội dung chưa kết luận, ví dụ “{open[0].Words}”. Đồng chí chọn Đạt, Chưa đạt hoặc Không áp dụng cho từng nội dung rồi cho dự thảo đi tiếp.")
            : notMet.Count > 0 && command.Reason.Trim().Length < 10 ? new("appraisal.unmet-reason", $"Còn {notMet.Count} nội dung chưa đạt. Đồng chí trả lại người soạn thảo, hoặc ghi rõ lý do vẫn cho đi tiếp (từ 10 ký tự).")
            : null;
    }

    private async Task Record(AppraiseDraft command, Draft draft, DraftText text, AppraisalChecklist? list, IReadOnlyList<AppraisalItem> items, List<JudgedPoint> points, CancellationToken ct)
    {
        var appraisal = new Appraisal
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            Number = await db.Set<Appraisal>().CountAsync(one => one.DraftId == draft.Id, ct) + 1,
            VersionHash = draft.CurrentHash,
            ById = actor.PersonId,
            At = actor.Now,
            Passed = command.Passed,
            Note = command.Note.Trim(),
            Reason = command.Passed && points.Exists(point => point.Judgement == PointJudgement.NotMet) ? command.Reason.Trim() : "",
            ChecklistSource = points.Count > 0 ? list?.Source ?? "" : "",
        };
        db.Add(appraisal);

        // Whose words they are is worked out here, not taken from the form.
        var proposals = points.Count == 0 ? null : AppraisalProposals.Of(text, await ChecksInForce.Off(db, actor.Now, ct), actor.Today, await OrganizationContext.Read(db, actor, draft.Id, ct));
        foreach (var point in points)
        {
            var item = items.First(one => one.Id == point.ItemId);
            var clause = AppraisalPlaces.Find(text, point.Place);
            db.Add(new AppraisalPoint
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                AppraisalId = appraisal.Id,
                DraftId = draft.Id,
                ItemId = item.Id,
                Ordinal = item.Ordinal,
                Part = item.Part,
                Words = item.Words,
                Judgement = point.Judgement!.Value,
                Note = point.Note.Trim().Normalize(),
                ClauseId = clause?.Id ?? "",
                ClauseTitle = clause is null ? "" : ClauseTitles.Of(text, clause),
                WasProposed = point.Judgement == PointJudgement.NotMet && proposals!.GetValueOrDefault(item.Topic) is { IsNotMet: true } proposal && proposal.Note == point.Note.Trim(),
            });
        }

        db.RemoveRange(await db.Set<AppraisalSheet>().Where(sheet => sheet.DraftId == draft.Id).ToListAsync(ct));
    }
}
