using Microsoft.AspNetCore.Mvc;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>The switch between ordinary type and large type with fewer things on the page; remembered on the device.</summary>
public sealed class TextSizeModel : WorkflowPage
{
    private const string Cookie = "workflow.text";

    public static bool IsLarge(HttpRequest request) => request.Cookies[Cookie] == "large";

    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(bool lon, string? ve)
    {
        if (lon)
        {
            Response.Cookies.Append(Cookie, "large", new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        }
        else
        {
            Response.Cookies.Delete(Cookie);
        }

        return LocalRedirect(Url.IsLocalUrl(ve) ? ve : "/");
    }
}
