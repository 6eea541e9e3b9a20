using Microsoft.AspNetCore.Http.Features;

namespace Workflow.Host;

/// <summary>
/// Refuses what is larger than its page takes. A browser reads the answer only after it has sent everything, and shows a broken line
/// when the server hangs up before: so what a signed-in person sends is taken to its end, and thrown away.
/// </summary>
internal static class BodyLimit
{
    // Beyond this nobody picked the wrong file by mistake.
    private const long LargestThrownAway = 200_000_000;

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit?.MaxRequestBodySize is not { } most || context.Request.ContentLength is not { } length || length <= most || context.Request.Path.StartsWithSegments("/loi", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        if (length <= LargestThrownAway && !limit.IsReadOnly && context.User.Identity?.IsAuthenticated == true)
        {
            limit.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        // The page that says so must not look for a form.
        (context.Request.ContentType, context.Request.ContentLength, context.Request.Body) = (null, 0, Stream.Null);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
