using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Integration.Tests.Roles;

/// <summary>Another organization in the same database, in which one person holds every office and sits in every body.</summary>
internal static class Elsewhere
{
    public static async Task<Guid> Make(WorkflowDbContext db, Guid neighbour)
    {
        var from = new DateOnly(2025, 1, 1);
        var home = new Organization { Id = Guid.CreateVersion7(), Name = "Đảng ủy xã Khác", HeaderName = "ĐẢNG ỦY XÃ KHÁC", SuperiorHeaderName = "ĐẢNG BỘ TỈNH", Place = "Xã Khác", Symbol = "ĐU" };
        var unit = new Unit { Id = Guid.CreateVersion7(), OrganizationId = home.Id, Name = "Đơn vị khác", Aliases = "", From = from };
        var person = new Person { Id = Guid.CreateVersion7(), OrganizationId = home.Id, FullName = "Người Ngoài", UnitId = unit.Id };
        var model = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.UserName == "bithu" && account.OrganizationId == neighbour);
        db.AddRange(home, unit, person, new AuditHead { OrganizationId = home.Id }, new Term { Id = Guid.CreateVersion7(), OrganizationId = home.Id, Ordinal = "I", Years = "2025-2030", From = from });
        db.Add(new RuleProfile { Id = Guid.CreateVersion7(), OrganizationId = home.Id, Name = "Quy tắc", ValidFrom = from });
        db.Add(new Account { Id = Guid.CreateVersion7(), UserName = "nguoi.ngoai", NormalizedUserName = "NGUOI.NGOAI", PasswordHash = model.PasswordHash, SecurityStamp = "x", OrganizationId = home.Id, PersonId = person.Id });
        db.AddRange(Enum.GetValues<Office>().Select(office => new OfficeHeld { Id = Guid.CreateVersion7(), OrganizationId = home.Id, PersonId = person.Id, Office = office, From = from }));
        foreach (var kind in Enum.GetValues<BodyKind>())
        {
            var body = new Body { Id = Guid.CreateVersion7(), OrganizationId = home.Id, Kind = kind, Name = kind.ToString() };
            db.AddRange(body, new Membership { Id = Guid.CreateVersion7(), OrganizationId = home.Id, BodyId = body.Id, PersonId = person.Id, From = from });
        }

        await db.SaveChangesAsync();
        return home.Id;
    }
}
