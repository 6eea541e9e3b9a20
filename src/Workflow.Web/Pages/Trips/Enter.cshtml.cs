using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Trips;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Trips;

/// <summary>Entering on the laptop. Opening the address spends nothing, for phones look at addresses of their own accord; only the button does.</summary>
public sealed class EnterModel : WorkflowPage
{
    public string Code { get; private set; } = "";

    public void OnGet(string? code) => Code = code ?? "";

    public async Task<IActionResult> OnPost(EntryForm form)
    {
        if (await Ask(new EnterByCode(form.Code ?? "")) is { } conference)
        {
            return Redirect($"/hoi-nghi/{conference}");
        }

        Say("Mã không đúng, đã dùng trên một thiết bị khác, hoặc đã được thay bằng mã mới. Đồng chí xem lại mã trên tờ giấy; nếu vẫn không vào được thì báo Văn phòng cấp mã mới.");
        Response.StatusCode = 422;
        Code = form.Code ?? "";
        return Page();
    }
}
