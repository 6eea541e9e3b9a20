using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>Who may read what came and what was sent, and that keys are read by nobody.</summary>
[Collection("cluster")]
public sealed class WhoMayTests(TestCluster cluster)
{
    private static readonly Office[] OfOffice = [Office.ChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk];

    [Fact]
    public async Task What_came_is_read_by_the_office_and_the_standing_committee()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var paper = (await ExchangeWorld.Bring(world.Province, await world.Package())).Id;
        var (some, others) = (false, false);
        foreach (var (account, person) in world.Province.People)
        {
            var may = await world.Province.Look(async db => await db.Set<OfficeHeld>().AnyAsync(held => held.PersonId == person.Id && OfOffice.Contains(held.Office))
                || await db.Set<Membership>().Where(member => member.PersonId == person.Id).Join(db.Set<Body>(), member => member.BodyId, body => body.Id, (_, body) => body.Kind).AnyAsync(kind => kind == BodyKind.StandingCommittee));
            some |= may;
            others |= !may;
            Assert.True(may == await Asked(() => world.Province.Ask(person, new ReadIncomingPaper(paper))), account);
            Assert.True(may == await Asked(() => world.Province.Ask(person, new ReadIncomingFile(paper, 1))), account);
        }

        Assert.True(some && others);
        var view = await world.Province.Ask(world.Province.People["uyvien03"], new ReadIncomingPaper(paper));
        Assert.Equal((false, false), (view!.MayRegister, view.MayAdvance));
        Assert.Equal("application/pdf", (await world.Province.Ask(world.Province.People["bithu"], new ReadIncomingFile(paper, 1)))!.ContentType);
    }

    [Fact]
    public async Task Messages_are_taken_as_files_by_the_office_alone_and_keys_are_judged_for_the_administrator()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var package = await world.Package();
        var message = await world.Commune.Look(db => db.Set<ExchangeMessage>().Select(row => row.Id).SingleAsync());
        Assert.Equal(package, (await world.Commune.Ask(world.Commune.People["vanphong"], new ReadMessageFile(message)))!.Content);
        Assert.False(await Asked(() => world.Commune.Ask(world.Commune.People["bithu"], new ReadMessageFile(message))));
        Assert.True(await world.Commune.Ask(world.Commune.People["quantri"], new IsPartnerKey(world.ProvincePartner, world.KeyOfProvince)));
        Assert.False(await world.Commune.Ask(world.Commune.People["quantri"], new IsPartnerKey(world.ProvincePartner, PartnerKeys.Make())));
        Assert.False(await Asked(() => world.Commune.Ask(world.Commune.People["vanthu"], new IsPartnerKey(world.ProvincePartner, world.KeyOfProvince))));

        // An account of the house is no key.
        Assert.Equal("exchange.key", await ExchangeWorld.Refused(world.Province, "quantri", new ReceivePackage(ExchangeWorld.New, PartnerKeys.Make(), package)));
        await ExchangeWorld.Done(world.Province, "quantri", new EndPartner(ExchangeWorld.New, world.CommunePartner, "Sáp nhập xã"));
        Assert.Equal("exchange.key", (await ExchangeWorld.Call(world.Province, world.KeyOfCommune, package)).Refusal?.Code);
        Assert.Equal("exchange.unknown-partner", (await ExchangeWorld.Bring(world.Province, package)).Refusal?.Code);
    }

    private static async Task<bool> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (NotAllowedException)
        {
            return false;
        }
    }
}
