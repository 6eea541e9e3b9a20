using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Activities.Definitions;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>One case, for operators: where it stands, why, and what can be done about it.</summary>
public sealed class InstanceModel : WorkflowPage
{
    public InstanceView? View { get; private set; }

    public IReadOnlyList<ElementLoad> Load { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id, string? act = null)
    {
        if (act == "bai-thu")
        {
            return await Ask(new ReadCaseCopy(id)) is { } copy ? Download(copy) : await NotCopied(id);
        }

        View = await Ask(new ReadInstance(id));
        if (View is null)
        {
            return NotFound();
        }

        Load = await Ask(new ReadElementLoad(View.DefinitionHash, id)) ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid messageId, string? outcome, string? reason, string? token, string? element)
    {
        ICommand? command = act switch
        {
            "thu-lai" => new RetryIncident(commandId, messageId),
            "tra-loi-thay" => new AnswerIncident(commandId, messageId, outcome ?? "", reason ?? ""),
            "tam-dung" => new SuspendInstance(commandId, id, reason ?? ""),
            "tiep-tuc" => new ResumeInstance(commandId, id),
            "chuyen-buoc" => new MoveInstance(commandId, id, token ?? "", element ?? "", reason ?? ""),
            "dung" => new CancelInstance(commandId, id, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/quan-tri/ho-so/{id}", () => OnGet(id));
    }

    private async Task<IActionResult> NotCopied(Guid id)
    {
        Say("Chưa chép được hồ sơ này thành bài thử: hồ sơ đã đổi bản quy trình giữa chừng, hoặc có nhánh rẽ theo nội dung riêng tư mà bài thử không được mang theo. Hồ sơ chưa bị thay đổi gì.");
        Response.StatusCode = 422;
        return await OnGet(id);
    }
}
