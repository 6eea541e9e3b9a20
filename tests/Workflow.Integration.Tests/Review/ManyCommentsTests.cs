using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>A draft with many comments: a few stand beside each clause, the list has pages, nothing is left out of the counts, and an answer leads back to where it was given.</summary>
[Collection("cluster")]
public sealed class ManyCommentsTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task A_few_beside_each_clause_fifteen_in_the_list_and_every_one_is_found()
    {
        var database = await cluster.Copy();
        await using var world = await ReviewWorld.Create(cluster, database: database);
        world.Clock.Now = DateTimeOffset.UtcNow;
        await using var site = await Site.Start(cluster, database);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (hash, member) = (await world.Hash(draft), world.First.People["uyvien06"]);
        var clauses = (await world.First.Ask(member, new ReadDraft(draft)))!.Text.Clauses.Where(one => one is { Kind: ClauseKind.Paragraph, Text.Length: > 60 }).Take(3).ToList();
        for (var n = 0; n < 45; n++)
        {
            await world.Done(member, new AddComment(New, draft, hash, clauses[n % 3].Id, $"Góp ý thứ {n:00}."));
        }

        await world.Done(member, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        await world.Done(world.Office, new CloseReview(New, draft));
        var office = await site.SignIn("vanphong");
        string[] Seen(string html) => [.. Regex.Matches(WebUtility.HtmlDecode(html), @"Góp ý thứ (\d\d)\.").Select(match => match.Groups[1].Value).Distinct()];
        async Task<string> Open(string address) => WebUtility.HtmlDecode(await office.Page($"/du-thao/{draft}{address}"));

        var text = await Open("");
        Assert.Equal(6, Seen(text).Length);
        Assert.Equal(3, Regex.Count(text, "Xem cả 15 góp ý ở đoạn này"));
        Assert.All(await Task.WhenAll(clauses.Select(clause => Open($"/y-kien?doan={clause.Id}"))), list => Assert.Equal(15, Seen(list).Length));

        var pages = await Task.WhenAll(Enumerable.Range(1, 3).Select(page => Open($"/y-kien?trang={page}")));
        Assert.Equal([15, 15, 15], pages.Select(page => Seen(page).Length));
        Assert.Equal(45, pages.SelectMany(Seen).Distinct().Count());
        Assert.All(pages, page => Assert.Contains("Tất cả (45)", page, StringComparison.Ordinal));
        Assert.Equal(15, Seen(await Open("/y-kien?trang=99")).Length);

        // Answered on the third page: back there, one fewer waits, and the open ones come before it beside the clause.
        var first = await world.First.Look(db => db.Set<Comment>().Where(one => one.Text == "Góp ý thứ 44.").Select(one => one.Id).SingleAsync());
        var answered = await office.Act($"/du-thao/{draft}/tra-loi", ("commentId", first.ToString()), ("disposition", "Accepted"), ("reason", "Đã bổ sung."), ("trang", "3"), ("loc", "cho"));
        Assert.Equal($"/du-thao/{draft}/y-kien?loc=cho&doan=&trang=3", answered.Headers.Location?.OriginalString);
        var refused = await office.Act($"/du-thao/{draft}/tra-loi", ("commentId", first.ToString()), ("disposition", "Accepted"), ("reason", ""), ("trang", "2"));
        Assert.Equal(15, Seen(await refused.Content.ReadAsStringAsync()).Length);
        Assert.Contains("Trang 2 / 3", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Chưa trả lời (44)", await Open("/y-kien"), StringComparison.Ordinal);

        // On the next version all that wait are carried along, and are counted at their clauses as before.
        await world.Done(world.Office, new EditClause(New, draft, hash, clauses[0].Id, clauses[0].Text + " Có bổ sung.", "sửa"));
        var next = await Open("");
        Assert.Equal(6, Seen(next).Length);
        Assert.Equal((2, 1), (Regex.Count(next, "Xem cả 15 góp ý ở đoạn này"), Regex.Count(next, "Xem cả 14 góp ý ở đoạn này")));
        Assert.Equal(14, Seen(await Open($"/y-kien?doan={clauses[2].Id}")).Length);
    }
}
