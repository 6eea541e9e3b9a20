using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Roles;
using Workflow.Runtime.Outbox;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>Nobody sees a hidden answer: each role opens every page and paper, searches, and sends every form, and looks for what was said.</summary>
[Collection("cluster")]
public sealed class HiddenAnswersTests(TestCluster cluster)
{
    private const string Secret = "kỳ lân";

    private static readonly string[] Accounts = ["soanthao", "vanphong", "chanhvanphong", "vanthu", "uyvien03", "uyvien06", "uyvien07", "uyvien12", "bithu", "phobithu", "donvi1", "quantri"];

    private static Guid New => Guid.CreateVersion7();

    [Theory]
    [InlineData(AnswersShown.AfterMine)]
    [InlineData(AnswersShown.AfterClose)]
    public async Task No_page_paper_search_count_or_refusal_tells_a_hidden_answer_to_any_role(AnswersShown shown)
    {
        var database = await cluster.Copy();
        await using var world = await ReviewWorld.Create(cluster, database: database);
        world.Clock.Now = DateTimeOffset.UtcNow;
        await using var site = await Site.Start(cluster, database, builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(
            builder, services => services.Remove(services.Single(service => service.ImplementationType == typeof(BackgroundWorker)))));
        var visitors = new Dictionary<string, Visitor>();
        foreach (var account in Accounts)
        {
            visitors[account] = await site.SignIn(account);
            await visitors[account].Token();
        }

        var (draft, round) = await world.Asked(cluster.SampleBytes, shown);
        var (speaker, hash) = (world.First.People["uyvien06"], await world.Hash(draft));
        var clause = (await world.First.Ask(speaker, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        foreach (var readers in Enum.GetValues<CommentReaders>())
        {
            await world.Done(speaker, new AddComment(New, draft, hash, clause.Id, $"{Secret} góp ý {readers}", Readers: readers));
        }

        await world.Done(speaker, new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, $"{Secret} lý do", round));
        await world.Done(speaker, new AddComment(New, draft, hash, clause.Id, $"{Secret} nháp"));
        await world.Done(speaker, new KeepOpinion(New, round, OpinionAnswer.Agree, $"{Secret} cân nhắc"));
        await world.Done(world.Office, new EnterOpinion(New, round, hash, world.First.People["uyvien08"].Id, OpinionAnswer.Disagree, $"{Secret} qua điện thoại", OpinionMeans.Phone, $"{Secret} người nhận", []));
        await world.Done(world.First.People["uyvien07"], new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));

        // Who has answered (uyvien07) reads the others where the round says so; the writer reads their own words; nobody else anything.
        string[] mayRead = shown == AnswersShown.AfterMine ? ["uyvien06", "uyvien07"] : ["uyvien06"];
        var place = (await world.First.Look(Place.Read))!;
        var seen = await Look(visitors, place);
        Assert.Equal(mayRead, seen.Keys.Order());
        Assert.DoesNotContain(seen["uyvien06"], words => words.Contains("điện thoại", StringComparison.Ordinal) && shown == AnswersShown.AfterClose);
        if (shown == AnswersShown.AfterMine)
        {
            Assert.Equal([$"{Secret} góp ý Everyone", $"{Secret} lý do", $"{Secret} người nhận", $"{Secret} qua điện thoại"], Kinds(seen["uyvien07"]));
        }

        // The names of answers given stand nowhere but on forms that offer all of them.
        await world.Done(world.Office, new CloseReview(New, draft));
        seen = await Look(visitors, (await world.First.Look(Place.Read))!);
        string[] open = [$"{Secret} góp ý Everyone", $"{Secret} lý do", $"{Secret} người nhận", $"{Secret} qua điện thoại"];
        string[] ofBody = [$"{Secret} góp ý DraftingBody", .. open], ofBoard = [.. open, $"{Secret} góp ý StandingBoard"];
        string[] Wanted(string account) => account switch
        {
            "soanthao" or "vanphong" => ofBody,
            "chanhvanphong" => [.. ofBody, .. ofBoard],
            "bithu" or "phobithu" or "uyvien03" => ofBoard,
            "uyvien06" => [.. ofBody, .. ofBoard, $"{Secret} nháp", $"{Secret} cân nhắc"],
            "donvi1" or "quantri" => [],
            _ => open,
        };
        Assert.All(Accounts, account => Assert.Equal(Wanted(account).Distinct().Order(StringComparer.Ordinal), seen.TryGetValue(account, out var words) ? Kinds(words) : []));
    }

    private static IEnumerable<string> Kinds(IEnumerable<string> words) => words.Distinct().Order(StringComparer.Ordinal);

    // Everything with the secret that each account could find.
    private async Task<SortedDictionary<string, List<string>>> Look(Dictionary<string, Visitor> visitors, Place place)
    {
        var found = new ConcurrentDictionary<string, ConcurrentBag<string>>();
        await Parallel.ForEachAsync(visitors, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (visitor, ct) =>
        {
            void Keep(string page)
            {
                foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(page, $"{Secret} (góp ý (Everyone|DraftingBody|StandingBoard)|lý do|nháp|cân nhắc|qua điện thoại|người nhận)"))
                {
                    found.GetOrAdd(visitor.Key, _ => []).Add(match.Value);
                }
            }

            string[] more = ["/", "/?sau=", $"/du-thao?tim={Uri.EscapeDataString(Secret)}", "/hoi-nghi", "/tai-khoan", "/du-thao/{draft}/y-kien?loc=cho", "/du-thao/{draft}/y-kien?loc=xong", "/du-thao/{draft}/van-ban"];
            foreach (var address in Acts.Sights.Select(sight => sight.Address).Concat(more))
            {
                using var answer = await visitor.Value.Get(place.At(address));
                var body = await answer.Content.ReadAsByteArrayAsync(ct);
                Keep(body.AsSpan().StartsWith("PK"u8) ? address.Contains(".docx", StringComparison.Ordinal) ? CommentAnswerTests.Words(body) : "" : WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(body)));
            }

            // Only forms that come back refused: nothing is to change while we look.
            foreach (var act in Acts.All.Where(act => act.Address.Contains('{', StringComparison.Ordinal) && !act.MayHappenIn(place.Stage)))
            {
                using var answer = await Walk.Send(visitor.Value, place, act, cluster.SampleBytes);
                Keep(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(ct)));
            }
        });
        return new(found.ToDictionary(one => one.Key, one => one.Value.ToList()), StringComparer.Ordinal);
    }
}
