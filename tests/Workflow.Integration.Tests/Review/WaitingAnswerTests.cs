using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>An answer that waited on a device: how the server takes it, whatever happened between the press and the sending.</summary>
[Collection("cluster")]
public sealed class WaitingAnswerTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task However_often_and_from_however_many_windows_it_comes_it_is_one_answer()
    {
        await using var round = await Round.Begin(cluster);
        var (member, key) = (await round.Device("uyvien06"), New);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => member.Send(key, "Disagree", "Chưa có nguồn vốn.", after: 0)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => answer.Said.GetProperty("receipt").GetInt64()).Distinct());
        Assert.Contains("Mã ghi nhận: ", answers[0].Said.GetProperty("text").GetString(), StringComparison.Ordinal);

        // Another window that had the same sheet open knows of no answer yet: it is asked, and nothing is lost or put over.
        var other = await member.Send(New, "Agree", "", after: 0);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "review.answered-meanwhile"), (other.Status, other.Said.GetProperty("code").GetString()));
        Assert.Equal(OpinionAnswer.Disagree, Assert.Single(await round.Given()).Answer);

        // Having seen it, the member changes their mind; the first key, sent once more, changes nothing.
        Assert.Equal(HttpStatusCode.OK, (await member.Send(New, "Agree", "", after: 1)).Status);
        Assert.Equal(answers[0].Said.GetProperty("receipt").GetInt64(), (await member.Send(key, "Disagree", "Chưa có nguồn vốn.", after: 0)).Said.GetProperty("receipt").GetInt64());
        Assert.Equal([OpinionAnswer.Disagree, OpinionAnswer.Agree], (await round.Given()).Select(one => one.Answer));
        Assert.Contains("Đồng chí đã trả lời: Thống nhất", WebUtility.HtmlDecode(await member.Visitor.Page(round.Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_ended_keeps_it_out_until_its_writer_signs_in_and_nobody_else_can_send_it()
    {
        await using var round = await Round.Begin(cluster);
        var (member, key) = (await round.Device("uyvien06"), New);
        Assert.Equal(HttpStatusCode.OK, (await member.Visitor.Get(round.Address)).StatusCode);
        round.World.Clock.Now += TimeSpan.FromHours(9);
        Assert.Equal(HttpStatusCode.Redirect, (await member.Visitor.Get("/lay-y-kien/ai")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await member.Send(key, "Disagree", "Gõ từ sáu giờ trước", after: 0)).Status);
        Assert.Empty(await round.Given());

        // On the same device somebody else signs in: the answer bears the token of its writer's session, and is not taken.
        var stranger = await round.Device("uyvien07");
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.Send(key, "Disagree", "Gõ từ sáu giờ trước", after: 0, token: member.Token)).Status);
        Assert.NotEqual(member.Person, stranger.Person);
        Assert.Empty(await round.Given());

        var again = await round.Device("uyvien06");
        Assert.Equal(member.Person, again.Person);
        Assert.Equal(HttpStatusCode.OK, (await again.Send(key, "Disagree", "Gõ từ sáu giờ trước", after: 0)).Status);
        Assert.Equal("Gõ từ sáu giờ trước", Assert.Single(await round.Given()).Reason);
    }

    [Fact]
    public async Task A_draft_that_was_replaced_meanwhile_asks_again_with_the_difference_and_the_words()
    {
        await using var round = await Round.Begin(cluster);
        var member = await round.Device("uyvien06");
        var old = round.Hash;
        await round.Replace();
        var refused = await member.Send(New, "Disagree", "Chỉ tiêu quá cao.", after: 0, hash: old);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "review.other-version"), (refused.Status, refused.Said.GetProperty("code").GetString()));
        Assert.Empty(await round.Given());

        // The page shows the difference from what the device had, though its reader never opened the text here.
        var page = WebUtility.HtmlDecode(await member.Visitor.Page($"{round.Address}?co={old}"));
        Assert.Contains("Từ bản đồng chí đã xem (bản 1): 1 chỗ sửa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Từ bản đồng chí đã xem", WebUtility.HtmlDecode(await member.Visitor.Page($"{round.Address}?co={new string('0', 64)}")), StringComparison.Ordinal);

        // The same without a script: the page comes again with the words, the difference and the new version.
        var form = await member.Visitor.Act(round.Address + "/gui", ("hash", old), ("draftId", round.Draft.ToString()), ("answer", "Disagree"), ("reason", "Chỉ tiêu quá cao."));
        var again = WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.True(again.Contains("Chỉ tiêu quá cao.</textarea>", StringComparison.Ordinal) && again.Contains("1 chỗ sửa", StringComparison.Ordinal) && again.Contains($"name=\"hash\" value=\"{round.Hash}\"", StringComparison.Ordinal), again);
        Assert.Equal(HttpStatusCode.OK, (await member.Send(New, "Disagree", "Chỉ tiêu quá cao.", after: 0)).Status);
        Assert.Equal(round.Hash, Assert.Single(await round.Given()).VersionHash);
    }

    [Fact]
    public async Task What_the_office_entered_or_the_member_began_meanwhile_is_not_carried_along_and_late_is_late()
    {
        await using var round = await Round.Begin(cluster);
        var (member, world) = (await round.Device("uyvien06"), round.World);
        var person = world.First.People["uyvien06"];
        var clause = (await world.First.Ask(person, new ReadDraft(round.Draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60).Id;
        var (seen, begun) = (New, New);
        await world.Done(person, new AddComment(New, round.Draft, round.Hash, clause, "Ghi rõ nguồn vốn.", NoteId: seen));
        Assert.Contains(seen.ToString(), await member.Visitor.Page(round.Address), StringComparison.Ordinal);
        await world.Done(person, new AddComment(New, round.Draft, round.Hash, clause, "Nửa câu chưa", NoteId: begun, IsTyping: true));
        await world.Done(world.Office, new EnterOpinion(New, round.Id, round.Hash, person.Id, OpinionAnswer.Agree, "", OpinionMeans.Phone, "Nghe máy lúc 9 giờ", []));
        Assert.Equal("review.answered-meanwhile", (await member.Send(New, "Disagree", "Không tán thành.", after: 0, notes: [seen])).Said.GetProperty("code").GetString());

        world.Clock.Now += TimeSpan.FromDays(4);
        var again = await round.Device("uyvien06");
        var late = await again.Send(New, "Disagree", "Không tán thành.", after: 1, notes: [seen]);
        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.Contains("ý kiến muộn", late.Said.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal([(OpinionMeans.Phone, false), (OpinionMeans.Own, true)], (await round.Given()).Select(one => (one.Means, one.IsLate)));
        Assert.Equal("Ghi rõ nguồn vốn.", await world.First.Look(db => db.Set<Comment>().Select(one => one.Text).SingleAsync()));
        Assert.Equal(begun, await world.First.Look(db => db.Set<CommentDraft>().Select(one => one.Id).SingleAsync()));
        Assert.Contains("Đã ghi ý kiến muộn: Không thống nhất", WebUtility.HtmlDecode(await again.Visitor.Page(round.Address)), StringComparison.Ordinal);
    }

    /// <summary>A round, the site that serves it, and a clock for both.</summary>
    private sealed class Round(ReviewWorld world, Site site, Guid draft, Guid id) : IAsyncDisposable
    {
        public ReviewWorld World => world;

        public Guid Draft => draft;

        public Guid Id => id;

        public string Hash { get; private set; } = "";

        public string Address => $"/lay-y-kien/{id}";

        public static async Task<Round> Begin(TestCluster cluster)
        {
            var database = await cluster.Copy();
            var world = await ReviewWorld.Create(cluster, database: database);
            world.Clock.Now = DateTimeOffset.UtcNow;
            var site = await Site.Start(cluster, database, builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(world.Clock)));
            var (draft, round) = await world.Asked(cluster.SampleBytes);
            return new(world, site, draft, round) { Hash = await world.Hash(draft) };
        }

        public async Task Replace()
        {
            var view = (await world.First.Ask(world.Office, new ReadDraft(draft)))!;
            var clause = view.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
            await world.Done(world.Office, new EditClause(New, draft, view.Draft.CurrentHash, clause.Id, clause.Text + " Có bổ sung.", "sửa"));
            Hash = await world.Hash(draft);
            await world.Done(world.Office, new ReplaceAsked(New, id, Hash));
        }

        public async Task<Device> Device(string account)
        {
            var visitor = await site.SignIn(account);
            var who = JsonDocument.Parse(await visitor.Page("/lay-y-kien/ai")).RootElement;
            return new(visitor, this, who.GetProperty("person").GetGuid(), who.GetProperty("token").GetString()!);
        }

        public Task<List<GivenOpinion>> Given() => world.First.Look(db => db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == id).OrderBy(one => one.Number).ToListAsync());

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            await world.DisposeAsync();
        }
    }

    /// <summary>What the script of the sheet does.</summary>
    private sealed record Device(Visitor Visitor, Round Round, Guid Person, string Token)
    {
        public async Task<(HttpStatusCode Status, JsonElement Said)> Send(Guid key, string answer, string reason, int after, string? hash = null, string? token = null, params Guid[] notes)
        {
            using var form = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token ?? Token), new("commandId", key.ToString()), new("draftId", Round.Draft.ToString()), new("hash", hash ?? Round.Hash), new("answer", answer), new("reason", reason),
                new("after", after.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. notes.Select(note => KeyValuePair.Create("notes", note.ToString())),
            ]);
            var sent = await Visitor.Client.PostAsync(Round.Address + "/gui-sau", form);
            var isJson = sent.Content.Headers.ContentType?.MediaType == "application/json";
            return (sent.StatusCode, isJson ? JsonDocument.Parse(await sent.Content.ReadAsStringAsync()).RootElement : default);
        }
    }
}
