using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Workflow.Web.Shared;

/// <summary>
/// A page that is the same for everybody may be kept: it gets an ETag out of its own bytes, the day on which it changed, and answers 304 to whoever has it. It may be kept for a minute alone, so that what is
/// taken back is gone within a minute. Nothing of a person may stand on such a page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicCacheAttribute : Attribute, IAsyncResultFilter
{
    private static readonly object Key = new();

    /// <summary>Says when what the answer shows changed last.</summary>
    public static void ChangedAt(HttpContext context, DateTimeOffset at) => context.Items[Key] = at;

    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (http, body) = (context.HttpContext, context.HttpContext.Response.Body);
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && Known(http, kept))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentLength = null;
            http.Response.Headers.Remove(HeaderNames.ContentType);
            return;
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, http.RequestAborted);
    }

    // Whether the one who asks has it already; the headers of an answer to everybody are set either way.
    private static bool Known(HttpContext http, MemoryStream kept)
    {
        var headers = http.Response.Headers;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(kept.GetBuffer().AsSpan(0, (int)kept.Length)))[..32]}\"";
        headers.CacheControl = "public, max-age=60, must-revalidate";
        headers.Remove(HeaderNames.Pragma);
        headers.ETag = tag;
        var changed = http.Items[Key] as DateTimeOffset?;
        if (changed is { } at)
        {
            headers.LastModified = at.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        }

        var asked = http.Request.GetTypedHeaders();
        return asked.IfNoneMatch is { Count: > 0 } tags ? tags.Any(one => one.Tag == "*" || one.Tag == tag)
            : asked.IfModifiedSince is { } since && changed is { } last && last.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
