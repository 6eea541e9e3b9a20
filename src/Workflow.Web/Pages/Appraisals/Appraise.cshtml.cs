using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Drafting;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Appraisals;

/// <summary>The appraisal of a draft, point by point, and the appraisals before.</summary>
public sealed class AppraiseModel : WorkflowPage
{
    /// <summary>What is filled in; null when no appraisal waits for the reader.</summary>
    public AppraisalForm? Form { get; private set; }

    public AppraisalsView? All { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act, Guid? lan = null, bool trong = false)
    {
        if (PaperName.Read(act) is ("bao-cao", var format))
        {
            return Download(await Ask(new ReadAppraisalPaper(id, lan, format, trong)));
        }

        return act is null or "xong-tham-dinh" or "luu-tham-dinh" or "luu-lai" ? await Show(id, null) : NotFound();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, AppraiseForm form) => act switch
    {
        "luu-tham-dinh" => await Quietly(Keep(id, form)),
        "luu-lai" => await Later(id, form),
        "xong-tham-dinh" => await Act(
            new AppraiseDraft(form.CommandId, id, form.Hash ?? "", form.Passed, form.Note ?? "", form.ClosesOn, form.Question ?? "", form.Shown, form.Judged(), form.Reason ?? ""), _ => $"/du-thao/{id}/van-ban", () => Show(id, form)),
        _ => NotFound(),
    };

    private static KeepAppraisal Keep(Guid id, AppraiseForm form) => new(form.CommandId, id, form.Judged(), form.Note ?? "", form.Reason ?? "");

    // Without the script this is how one stops in the middle.
    private async Task<IActionResult> Later(Guid id, AppraiseForm form)
    {
        if (await Quietly(Keep(id, form)) is JsonResult { StatusCode: not null and not 200 })
        {
            Say("Chưa lưu được: dự thảo không còn ở bước thẩm định, hoặc đồng chí khác đã nhận việc này. Nội dung đã gõ vẫn còn trên trang.");
            Response.StatusCode = 422;
            return await Show(id, form);
        }

        TempData["Receipt"] = $"Đã lưu bản thẩm định đang làm lúc {Vn.Moment(TimeProvider.System.GetUtcNow())}; chưa gửi cho ai.";
        return Redirect($"/du-thao/{id}/tham-dinh");
    }

    private async Task<IActionResult> Show(Guid id, AppraiseForm? typed)
    {
        All = await Ask(new ReadAppraisals(id));
        if (All is null)
        {
            return NotFound();
        }

        Form = All.Form;
        if (Form is not null && typed is not null)
        {
            // What was typed goes before what was kept or proposed.
            var judged = typed.Judged();
            Form = Form with
            {
                Note = typed.Note ?? "",
                Reason = typed.Reason ?? "",
                Points = [.. Form.Points.Select(point => judged.FirstOrDefault(one => one.ItemId == point.ItemId) is { } one ? point with { Judgement = one.Judgement, Note = one.Note, Place = one.Place, IsProposal = false } : point)],
            };
        }

        return Page();
    }
}

/// <summary>The form of an appraisal.</summary>
public sealed class AppraiseForm
{
    public Guid CommandId { get; set; }

    public string? Hash { get; set; }

    public bool Passed { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }

    public DateOnly ClosesOn { get; set; }

    public string? Question { get; set; }

    public AnswersShown Shown { get; set; }

    public List<PointLine> Points { get; set; } = [];

    internal IReadOnlyList<JudgedPoint> Judged() => [.. Points.Where(line => line.ItemId != Guid.Empty).Select(line => new JudgedPoint(line.ItemId, line.Judgement, line.Note ?? "", line.Place ?? ""))];
}

/// <summary>A point of it.</summary>
public sealed class PointLine
{
    public Guid ItemId { get; set; }

    public PointJudgement? Judgement { get; set; }

    public string? Note { get; set; }

    public string? Place { get; set; }
}
