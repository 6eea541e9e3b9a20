using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>
/// Tells the scope who acts; ends a session whose account was closed or whose password or second step changed since (the security
/// stamp tells), and holds someone with a one-time password at the page where it is changed.
/// </summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    private const string StampClaim = "AspNet.Identity.SecurityStamp";

    public async Task InvokeAsync(HttpContext context, Actor actor, WorkflowDbContext db)
    {
        var user = context.User;
        var path = context.Request.Path;
        // Files of the design show nothing of anyone; the page of an error must not need the database.
        if (user.Identity?.IsAuthenticated == true && !path.StartsWithSegments("/css", StringComparison.Ordinal) && !path.StartsWithSegments("/loi", StringComparison.Ordinal)
            && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            var account = await db.Set<Account>().AsNoTracking().Where(row => row.Id == id).Select(row => new { row.SecurityStamp, row.MustChangePassword }).SingleOrDefaultAsync(context.RequestAborted);
            if (account is null || account.SecurityStamp != user.FindFirstValue(StampClaim))
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else if (account.MustChangePassword && !path.StartsWithSegments("/tai-khoan", StringComparison.Ordinal) && !path.StartsWithSegments("/dang-xuat", StringComparison.Ordinal))
            {
                context.Response.Redirect("/tai-khoan/doi-mat-khau");
                return;
            }
        }

        if (context.User.Identity?.IsAuthenticated == true
            && Guid.TryParse(user.FindFirstValue(Claims.Organization), out var organization) && Guid.TryParse(user.FindFirstValue(Claims.Person), out var person))
        {
            actor.Become(organization, person, user.FindFirstValue(Claims.FullName) ?? "");
        }

        await next(context);
    }
}

/// <summary>Puts organization and person into the session.</summary>
internal sealed class AccountClaims(UserManager<Account> users, Microsoft.Extensions.Options.IOptions<IdentityOptions> options, WorkflowDbContext db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var person = await db.Set<Domain.Organizations.Person>().FindAsync(user.PersonId);
        identity.AddClaim(new(Claims.Organization, user.OrganizationId.ToString()));
        identity.AddClaim(new(Claims.Person, user.PersonId.ToString()));
        identity.AddClaim(new(Claims.FullName, person?.FullName ?? user.UserName ?? ""));
        return identity;
    }
}
