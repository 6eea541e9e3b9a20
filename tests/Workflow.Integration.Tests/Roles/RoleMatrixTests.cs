using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Outbox;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Roles;

[Collection("another cluster")]
public sealed class RoleMatrixTests(TestCluster cluster, ITestOutputHelper output)
{
    private static readonly string[] Accounts = ["soanthao", "vanphong", "chanhvanphong", "vanthu", "uyvien03", "uyvien04", "uyvien12", "bithu", "phobithu", "donvi1", "quantri"];

    private static readonly string[] Stages =
        ["drafting", "appraisal", "review", "revision", "conference", "conference, called", "conference, opened", "conference, voting", "signing", "sealing", "follow-up+receipts", "receipts"];

    [Fact]
    public async Task In_every_stage_each_role_is_refused_what_its_office_or_the_stage_does_not_allow_and_nothing_changes()
    {
        var database = await cluster.Copy();
        await using var site = await Quiet(database);
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        var walk = new Walk(site, cluster.Cluster.ConnectionString(database), cluster.SampleBytes, await Roll(world));
        foreach (var account in Accounts)
        {
            await walk.SignIn(account);
        }

        world.Around = async send =>
        {
            await walk.Look(await world.Look(Place.Read));
            return await send();
        };
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        await walk.Look(await world.Look(Place.Read));
        output.WriteLine($"{walk.Sent} forms and pages tried, {walk.Offered} forms offered");
        Assert.True(walk.Offered > 500, $"only {walk.Offered} forms were seen");
        Assert.Equal(Stages, walk.Seen);
        Golden.Check("Roles/matrix.txt", walk.Matrix());
        await Foreigner(site, world, cluster.Cluster.ConnectionString(database));
    }

    // Whoever adds an act here says that it is office work, and that its handler judges by the task.
    [Fact]
    public void Who_stands_in_may_do_office_work_alone_and_never_what_is_an_opinion_a_vote_or_a_signature()
    {
        var open = typeof(ICommand).Assembly.GetTypes().Where(type => typeof(ICommand).IsAssignableFrom(type) && type.GetCustomAttribute<AllowAttribute>() is { StandsIn: true }).Select(type => type.Name).Order();
        Assert.Equal(
            new[]
            {
                "SubmitDraft", "AppraiseDraft", "AddVersion", "EditClause", "StageUpload", "ForgetUpload", "RestoreVersion", "SaveTextDraft", "PublishTextDraft", "DropTextDraft", "RebaseTextDraft", "MarkRead", "AnswerComment",
                "AnswerComments", "MergeComments", "AssignComments", "OpenStepRound", "ReturnFromOpening", "ConcludeRound", "KeepAppraisal", "FinishRevision", "TakeUpProposals", "SealDocument", "PinForSealing", "AcceptSealedFile", "RetrySignature", "ConfirmFollowUp",
            }.Order(), open);
    }

    [Fact]
    public void No_act_no_query_and_no_form_is_missing_from_the_table()
    {
        var types = typeof(ICommand).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        Assert.Equal(types.Where(typeof(ICommand).IsAssignableFrom).Select(type => type.Name).Order(), Acts.All.Select(act => act.Command).Concat(Acts.OfPages).Append(Acts.OfLink).Append(Acts.OfProgram).Select(command => command.Name).Distinct().Order());
        Assert.Equal(
            types.Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IQuery<>))).Select(type => type.Name).Order(),
            Acts.Sights.SelectMany(sight => sight.Queries).Concat(Acts.OfEveryone).Concat(Acts.OfPaperVotes).Concat(Acts.OfExchange).Select(type => type.Name).Distinct().Order());
        var pages = Directory.GetFiles(Path.Combine(TestCluster.Root, "src", "Workflow.Web", "Pages"), "*.cshtml*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var switches = pages.SelectMany(page => Regex.Matches(page, "\"([a-z-]+)\" => new (\\w+)\\(").Select(match => (Act: match.Groups[1].Value, Command: match.Groups[2].Value))).ToList();
        Assert.True(switches.Count > 20);
        Assert.All(switches, one => Assert.Contains(Acts.All, act => act.Address.EndsWith("/" + one.Act, StringComparison.Ordinal) && act.Command.Name == one.Command));
        string[] own = ["/tai-khoan/", "/dang-xuat", "/co-chu", "/vao", "/mang-di/nhap", "/kiem-tra-van-ban", "/phieu-gui/"];
        var forms = pages.SelectMany(page => Regex.Matches(page, "<form method=\"post\"[^>]*? action=\"([^\"]+)\"").Select(match => match.Groups[1].Value)).Where(form => !own.Any(form.StartsWith)).ToList();
        // A form with an address of its own gets its token only when it asks for it; without one, nothing of it arrives.
        Assert.All(pages.SelectMany(page => Regex.Matches(page, "<form method=\"post\"[^>]*? action=[^>]*>[^\\n]*").Select(match => match.Value)), form => Assert.True(form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal) || form.Contains("AntiForgeryToken()", StringComparison.Ordinal), form));
        Assert.True(forms.Count > 20);
        Assert.All(forms, form => Assert.Contains(Acts.All, act => act.Address.EndsWith(form[form.LastIndexOf('/')..], StringComparison.Ordinal)));
        Assert.Equal(Enum.GetValues<Office>(), Acts.All.SelectMany(act => act.Command.GetCustomAttribute<AllowAttribute>()!.Offices).Distinct().Order());
    }

    // The host without its worker: nothing moves but what is sent.
    private Task<Site> Quiet(string database) => Site.Start(cluster, database, builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(
        builder, services => services.Remove(services.Single(service => service.ImplementationType == typeof(BackgroundWorker)))));

    private static Task<Dictionary<string, (Office[] Offices, BodyKind[] Bodies)>> Roll(DemoWorld world) => world.Look(async db =>
    {
        var roll = new Dictionary<string, (Office[], BodyKind[])>();
        foreach (var name in Accounts)
        {
            var id = world.People[name].Id;
            roll[name] = (await db.Set<OfficeHeld>().Where(held => held.PersonId == id).Select(held => held.Office).ToArrayAsync(),
                await db.Set<Membership>().Where(member => member.PersonId == id).Join(db.Set<Body>(), member => member.BodyId, body => body.Id, (_, body) => body.Kind).ToArrayAsync());
        }

        return roll;
    });

    // Someone of another organization, who holds every office there.
    private async Task Foreigner(Site site, DemoWorld world, string connection)
    {
        var place = (await world.Look(Place.Read))!;
        await site.Look(db => Elsewhere.Make(db, world.OrganizationId));
        var visitor = await site.SignIn("nguoi.ngoai");
        await visitor.Token();
        var before = await Snapshot.Of(connection);
        var words = await world.Look(async db => new[] { (await db.Set<Domain.Drafts.Draft>().SingleAsync()).Subject, (await db.Set<Domain.Issuing.IssuedDocument>().SingleAsync()).NumberAndSymbol, "Nguyễn Văn Thành" });

        // What begins something new begins it at home.
        string[] home = ["/du-thao/moi", "/du-thao/moi/theo-mau", "/quan-tri/kiem-tra/doi", "/quan-tri/quy-trinh/ve/ban-moi", "/theo-doi/danh-muc/ten-goi/bo-ten", "/theo-doi/danh-muc/van-ban/bo-van-ban"];
        foreach (var act in Acts.All.Where(act => !home.Contains(act.Address) && !act.Command.Name.StartsWith("Open", StringComparison.Ordinal)))
        {
            var answer = await Walk.Send(visitor, place, act, cluster.SampleBytes);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{act.Address}: {(int)answer.StatusCode}");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.All(words, word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
        }

        foreach (var address in Acts.Sights.Select(sight => sight.Address).Append("/").Append("/van-ban/{issued}/ban-chinh.pdf").Append("/van-ban/{issued}/ban-word.docx").Append("/van-ban-den/{issued}/tep.pdf"))
        {
            var answer = await visitor.Get(place.At(address));
            Assert.True(answer.StatusCode == (address.Contains('{', StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"{address}: {(int)answer.StatusCode}");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.All(words, word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
        }

        Assert.Equal(before, await Snapshot.Of(connection));
    }
}
