using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;
using Workflow.Activities;
using Workflow.Activities.Signing;
using Workflow.Host.Identity;
using Workflow.Runtime;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Host;

/// <summary>Puts the parts together; the verbs of the command line share it.</summary>
internal static class HostSetup
{
    /// <summary>Everything that works without a web server.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services, DatabaseSettings database, SigningSettings signing)
    {
        services.AddRuntime(database);
        services.AddActivities();
        services.AddRequestHandlers(typeof(HostSetup).Assembly);
        services.AddSingleton(signing);
        services.AddSingleton<UnknownNames>();
        services.AddIdentity<Account, IdentityRole<Guid>>(IdentityRules.Apply).AddEntityFrameworkStores<WorkflowDbContext>().AddDefaultTokenProviders().AddErrorDescriber<VietnameseIdentityErrors>();
        return services;
    }

    /// <summary>Everything that serves pages.</summary>
    public static void AddPages(this WebApplicationBuilder builder, string keys)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 1_000_000;
        });
        var services = builder.Services;
        services.AddHostedService<BackgroundWorker>();
        services.AddSingleton(new Activities.Conferences.BallotKeys(Path.Combine(keys, "ballots")));
        services.AddSingleton(new Activities.Conferences.GuestKeys(Path.Combine(keys, "guests")));
        services.AddHostedService<BallotKeyWorker>();
        services.AddSingleton(new Activities.Trips.InstallationKeys(keys));
        services.AddSingleton<Activities.Trips.ILanAddresses, LanAddresses>();
        services.AddSingleton<Activities.Conferences.IQrCode, QrCode>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys)).SetApplicationName("Workflow");
        services.ConfigureApplicationCookie(IdentityRules.Cookie);
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRazorPages().AddApplicationPart(typeof(Web.Shared.WorkflowPage).Assembly);
        services.AddSingleton<Web.Shared.ModelerFiles>();
        services.AddSingleton<Web.Shared.OfflineFiles>();
        services.AddAntiforgery(options => options.Cookie.Name = "workflow.form");
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddHealthChecks().AddDbContextCheck();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            options.AddPolicy("sign-in", context => RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
            // Pages that anybody may ask for a file, or give one to be looked at: work for the machine, and nobody signed in.
            options.AddPolicy("public-file", context => RateLimitPartition.GetSlidingWindowLimiter(
                "file " + context.Connection.RemoteIpAddress, _ => new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

            // Programs of partners: as fast as packages are looked at, too slow to try keys.
            options.AddPolicy("exchange", context => RateLimitPartition.GetSlidingWindowLimiter(
                "exchange " + context.Connection.RemoteIpAddress, _ => new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
            // Whoever reads what is for everybody reads page by page; a commune's office shares one address.
            options.AddPolicy("portal", context => RateLimitPartition.GetSlidingWindowLimiter(
                "portal " + context.Connection.RemoteIpAddress, _ => new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

            // Guests in one hall share an address: enough for all of them, too little to try links.
            options.AddPolicy("guest", context => RateLimitPartition.GetSlidingWindowLimiter(
                "guest " + context.Connection.RemoteIpAddress, _ => new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
        });
    }

    /// <summary>The order of the request path.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.Use(SecurityHeaders.Add);
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new(new CultureInfo("vi-VN")),
            SupportedCultures = [new CultureInfo("vi-VN")],
            SupportedUICultures = [new CultureInfo("vi-VN")],
        });
        app.Use(NotAllowed);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.Use(BodyLimit.Check);
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapGet("/health/live", () => "ok").AllowAnonymous();
    }

    // A query that someone may not ask is a 403 page, not a fault.
    private static async Task NotAllowed(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Activities.Pipeline.NotAllowedException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    private static IHealthChecksBuilder AddDbContextCheck(this IHealthChecksBuilder builder) =>
        builder.AddCheck<DatabaseCheck>("database");
}
