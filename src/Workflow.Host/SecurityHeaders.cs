namespace Workflow.Host;

/// <summary>What every answer carries: nothing foreign runs, nothing frames us, nothing private is cached.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal))
        {
            context.Response.OnStarting(Lasting, context);
        }
        else if (!context.Request.Path.StartsWithSegments("/css", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-cache, no-store";
            headers.Pragma = "no-cache";
        }

        return next(context);
    }

    // Bundled files bear a hash in their names; the list of them and the licences do not.
    private static Task Lasting(object state)
    {
        var context = (HttpContext)state;
        var name = context.Request.Path.Value ?? "";
        context.Response.Headers.CacheControl = context.Response.StatusCode != StatusCodes.Status200OK ? "no-cache, no-store"
            : name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".txt", StringComparison.Ordinal) ? "no-cache" : "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
