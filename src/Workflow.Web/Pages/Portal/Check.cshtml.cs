using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Register;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>Where anybody sees what a file or a copy is. The file stays in memory while it is looked at, and is gone with the answer.</summary>
[AllowAnonymous]
[EnableRateLimiting("public-file")]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest, MemoryBufferThreshold = Largest)]
public sealed class CheckModel : WorkflowPage
{
    private const int Largest = 20_000_000;

    // Files are held whole in memory and looked through byte by byte: a few at a time, whoever sends them.
    private static readonly SemaphoreSlim AtOnce = new(2, 2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>What the file is that was just brought.</summary>
    public CheckedFile? Checked { get; private set; }

    /// <summary>What the QR code of a copy leads to.</summary>
    public OwnDocument? Copy { get; private set; }

    public bool IsByCode { get; private set; }

    public async Task<IActionResult> OnGet(string? code)
    {
        IsByCode = code is not null;
        Copy = code is null ? null : await Ask(new ReadByDigest(code));
        Response.StatusCode = IsByCode && Copy is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return Again("Đồng chí chưa chọn tệp, hoặc tệp rỗng. Đồng chí chọn tệp PDF cần kiểm tra.");
        }

        if (!await AtOnce.WaitAsync(LongestWait, HttpContext.RequestAborted))
        {
            Response.Headers.RetryAfter = "30";
            return Again("Đang có nhiều người cùng kiểm tra nên tệp này chưa được xem. Đồng chí chờ nửa phút rồi gửi lại.", StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            Checked = await Ask(new CheckFile(await Upload.Bytes(file)));
            return Page();
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private PageResult Again(string problem, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Say(problem);
        Response.StatusCode = status;
        return Page();
    }
}
