using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Runtime.Storage;

namespace Workflow.Bench;

/// <summary>More members of the Executive Committee than the demonstration has, each with an account (thu000, thu001, …).</summary>
internal static class TestMembers
{
    public const string Position = "Ủy viên thử";

    /// <summary>Adds so many.</summary>
    public static async Task Add(DemoWorld world, int count)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.OrganizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var body = await db.Set<Body>().Where(one => one.Kind == BodyKind.ExecutiveCommittee).Select(one => one.Id).SingleAsync();
        var hash = await db.Set<Account>().Where(account => account.UserName == "uyvien06").Select(account => account.PasswordHash).SingleAsync();
        for (var n = 0; n < count; n++)
        {
            var person = new Person { Id = Guid.CreateVersion7(), OrganizationId = world.OrganizationId, FullName = $"Nguyễn Văn {n}", Position = Position };
            var account = new Account { Id = Guid.CreateVersion7(), UserName = $"thu{n:000}", NormalizedUserName = $"THU{n:000}", OrganizationId = world.OrganizationId, PersonId = person.Id, PasswordHash = hash, SecurityStamp = Guid.CreateVersion7().ToString("N"), LockoutEnabled = true };
            db.AddRange(person, account, new Membership { Id = Guid.CreateVersion7(), OrganizationId = world.OrganizationId, BodyId = body, PersonId = person.Id, From = new DateOnly(2025, 8, 17) });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Adds as many as are wanting to a roll of this length.</summary>
    public static async Task Fill(DemoWorld world, int members) =>
        await Add(world, members - await world.Look(db => db.Set<Membership>().CountAsync(row => db.Set<Body>().Any(body => body.Id == row.BodyId && body.Kind == BodyKind.ExecutiveCommittee))));
}
