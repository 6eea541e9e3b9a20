using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>Tells the scope who acts, and holds someone with a one-time password at the page where it is changed.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Actor actor)
    {
        var user = context.User;
        if (user.Identity?.IsAuthenticated == true
            && Guid.TryParse(user.FindFirstValue(Claims.Organization), out var organization) && Guid.TryParse(user.FindFirstValue(Claims.Person), out var person))
        {
            actor.Become(organization, person, user.FindFirstValue(Claims.FullName) ?? "");
            var path = context.Request.Path;
            if (user.HasClaim(Claims.MustChange, "1") && !path.StartsWithSegments("/tai-khoan", StringComparison.Ordinal) && !path.StartsWithSegments("/dang-xuat", StringComparison.Ordinal) && !path.StartsWithSegments("/css", StringComparison.Ordinal))
            {
                context.Response.Redirect("/tai-khoan/doi-mat-khau");
                return;
            }
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
        if (user.MustChangePassword)
        {
            identity.AddClaim(new(Claims.MustChange, "1"));
        }

        return identity;
    }
}
