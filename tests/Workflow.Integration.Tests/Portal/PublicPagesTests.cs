using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.InForce;
using Workflow.Activities.Portal;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Roles;
using Xunit;
using static Workflow.Integration.Tests.Portal.PortalWorld;

namespace Workflow.Integration.Tests.Portal;

/// <summary>What everybody reads, without an account: a list, documents, their originals, a feed; what may be kept, and what is gone when it is taken back.</summary>
[Collection("cluster")]
public sealed class PublicPagesTests(TestCluster cluster)
{
    [Fact]
    public async Task A_stranger_finds_reads_and_follows_what_was_released_and_nothing_else()
    {
        await using var world = await PortalWorld.Create(cluster);
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        var (older, hidden) = (await world.Another(81, "về trồng cây <script>alert(1)</script>", BodyKind.StandingCommittee, "ke-hoach", new(2025, 3, 4), "Các chi bộ tổ chức trồng cây."), await world.Another(82, "về việc chưa công khai", paragraphs: ["Nội dung kín."]));
        Assert.Null((await world.Release(older.Id)).Refusal);
        await using var site = await Site.Start(cluster, world.Database);
        var stranger = site.Stranger();
        var before = await Snapshot.Of(cluster.Cluster.ConnectionString(world.Database));

        var list = await stranger.Get("/cong");
        var bytes = await list.Content.ReadAsByteArrayAsync();
        var page = WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(bytes));
        Assert.True(bytes.Length < 100_000, $"{bytes.Length} bytes");
        Assert.Contains("2 văn bản đã công khai", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"vi\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("chưa công khai", page, StringComparison.Ordinal);
        Assert.False(list.Headers.Contains("Set-Cookie"));

        // Found by words with and without marks, by kind, year and state; rubbish in the address is no fault.
        foreach (var (query, found) in new[]
        {
            ("tim=trong+cay", 1), ("tim=tr%E1%BB%93ng+c%C3%A2y", 1), ("tim=81-KH", 1), ("loai=ke-hoach", 1), ("loai=nghi-quyet", 1), ("nam=2025", 1), ("nam=1999", 0), ("hieu-luc=con", 2), ("hieu-luc=het", 0), ("loai=ke-hoach&nam=2025&tim=cay", 1),
            ("loai=khong-co", 0), ("nam=nam-nao&trang=x&hieu-luc=y", 2), ("trang=-5", 2), ("trang=99999999999", 2), ("trang=7", 2), ("tim=" + new string('x', 3000), 0), ("tim=%00%27%3B--", 0),
        })
        {
            var answer = await stranger.Get("/cong?" + query);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{query[..Math.Min(40, query.Length)]}: {(int)answer.StatusCode}");
            Assert.True(found == (await answer.Content.ReadAsStringAsync()).Split("class=\"title\"").Length - 1, query);
        }

        // One document: its whole text, the digest, the way to the page that checks it; the original to the byte.
        var sealedFile = await world.World.Look(db => db.Set<IssuedFile>().AsNoTracking().SingleAsync(file => file.IssuedDocumentId == world.First.Id && file.Kind == IssuedFileKind.Sealed));
        var document = await Words(stranger, $"/cong/{world.First.Id}");
        var text = CanonicalText.Read(await world.World.Look(db => db.Set<Domain.Drafts.DraftVersion>().Where(row => row.Id == world.First.VersionId).Select(row => row.Canonical).SingleAsync()));
        Assert.All(text.Clauses.SelectMany(clause => clause.Runs), run => Assert.Contains(run.Text, document, StringComparison.Ordinal));
        Assert.Contains($"/kiem-tra-van-ban/{sealedFile.Sha256}", document, StringComparison.Ordinal);
        var original = await stranger.Get($"/cong/{world.First.Id}/ban-chinh.pdf");
        Assert.Equal(("application/pdf", sealedFile.Sha256), (original.Content.Headers.ContentType?.MediaType, Convert.ToHexStringLower(SHA256.HashData(await original.Content.ReadAsByteArrayAsync()))));
        Assert.Contains(sealedFile.Sha256, await Words(stranger, $"/kiem-tra-van-ban/{sealedFile.Sha256}") + sealedFile.Sha256, StringComparison.Ordinal);
        foreach (var address in new[] { $"/cong/{hidden.Id}", $"/cong/{hidden.Id}/ban-chinh.pdf", $"/cong/{Guid.NewGuid()}", $"/cong/{older.Id}/khac.pdf", "/cong/khong-co", "/cong-khai" })
        {
            Assert.True((await stranger.Get(address)).StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect, address);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/cong/{hidden.Id}")).StatusCode);
        Assert.Contains("Allow: /cong", await stranger.Page("/robots.txt"), StringComparison.Ordinal);
        Assert.Equal(before, await Snapshot.Of(cluster.Cluster.ConnectionString(world.Database)));

        // What becomes of it is said everywhere; its bytes stay.
        var next = await world.Another(83, "về trồng cây năm nay", BodyKind.ExecutiveCommittee, "ke-hoach", today, "Trồng cây.");
        Assert.Null((await world.Release(next.Id)).Refusal);
        await world.Done(world.Clerk, new RecordChange(New, older.Id, StandingKind.Replaced, new(AmendingBody.ExecutiveCommittee, next.NumberAndSymbol, today, ""), today, ""));
        Assert.Contains($"ĐÃ ĐƯỢC THAY THẾ bởi Kế hoạch số 83-KH/ĐU ngày {today:dd/MM/yyyy} của Ban Chấp hành", await Words(stranger, "/cong?hieu-luc=het"), StringComparison.Ordinal);
        var replaced = await Words(stranger, $"/cong/{older.Id}");
        Assert.Contains("ĐÃ ĐƯỢC THAY THẾ", replaced, StringComparison.Ordinal);
        Assert.Contains($"/cong/{next.Id}", replaced, StringComparison.Ordinal);
        Assert.Contains("không áp dụng nữa", replaced, StringComparison.Ordinal);
        await world.Done(world.Chief, new TakeBackRelease(New, older.Id, "Đăng nhầm văn bản"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/cong/{older.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/cong/{older.Id}/ban-chinh.pdf")).StatusCode);
    }

    [Fact]
    public async Task Pages_may_be_kept_and_say_when_they_changed()
    {
        await using var world = await PortalWorld.Create(cluster);
        await using var site = await Site.Start(cluster, world.Database);
        var (stranger, clerk) = (site.Stranger(), await site.SignIn("vanthu"));
        foreach (var address in new[] { "/cong", $"/cong/{world.First.Id}", $"/cong/{world.First.Id}/ban-chinh.pdf", "/cong/atom.xml", "/robots.txt" })
        {
            var first = await stranger.Get(address);
            Assert.True(first.StatusCode == HttpStatusCode.OK, address);
            Assert.True(first.Headers.CacheControl is { Public: true, NoStore: false, MaxAge.TotalSeconds: 60 } && first.Headers.ETag is not null && first.Headers.Pragma.Count == 0, address);
            Assert.StartsWith("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

            // Who is signed in gets the same bytes: nothing of a person is kept by anybody.
            var other = await clerk.Get(address);
            Assert.Equal(first.Headers.ETag, other.Headers.ETag);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            var kept = await stranger.Client.SendAsync(again);
            Assert.Equal((HttpStatusCode.NotModified, 0), (kept.StatusCode, (await kept.Content.ReadAsByteArrayAsync()).Length));
            using var stale = new HttpRequestMessage(HttpMethod.Get, address);
            stale.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"khac\""));
            stale.Headers.IfModifiedSince = DateTimeOffset.MaxValue.AddYears(-1);
            Assert.Equal(HttpStatusCode.OK, (await stranger.Client.SendAsync(stale)).StatusCode);
            if (first.Content.Headers.LastModified is { } changed)
            {
                foreach (var (since, code) in new[] { (changed, HttpStatusCode.NotModified), (changed.AddSeconds(-1), HttpStatusCode.OK) })
                {
                    using var asked = new HttpRequestMessage(HttpMethod.Get, address);
                    asked.Headers.IfModifiedSince = since;
                    Assert.Equal(code, (await stranger.Client.SendAsync(asked)).StatusCode);
                }
            }
        }

        var tag = (await stranger.Get("/cong")).Headers.ETag;
        await world.Done(world.Clerk, new RecordExpiry(New, world.First.Id, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(400), "Hết nhiệm kỳ"));
        Assert.NotEqual(tag, (await stranger.Get("/cong")).Headers.ETag);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/cong/{Guid.NewGuid()}")).StatusCode);
        Assert.True((await stranger.Get($"/cong/{Guid.NewGuid()}")).Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_feed_is_valid_keeps_its_ids_brings_what_changed_to_its_head_and_goes_on_in_pages()
    {
        await using var world = await PortalWorld.Create(cluster);
        var documents = new List<IssuedDocument>();
        for (var number = 81; number < 105; number++)
        {
            documents.Add(await world.Another(number, $"về việc {number} & <b>\u0001đậm</b>", paragraphs: ["Một đoạn."]));
            Assert.Null((await world.Release(documents[^1].Id)).Refusal);
        }

        await using var site = await Site.Start(cluster, world.Database);
        var stranger = site.Stranger();
        var (one, two) = (await stranger.Page("/cong/atom.xml"), await stranger.Page("/cong/atom.xml?trang=2"));
        Assert.Equal((20, 5), (Feed.Entries(one).Count, Feed.Entries(two).Count));
        Assert.Equal(25, Feed.Entries(one).Concat(Feed.Entries(two)).Select(entry => entry.Id).Distinct().Count());
        Assert.EndsWith("/cong/atom.xml?trang=2", Feed.Link(one, "next"), StringComparison.Ordinal);
        Assert.EndsWith("/cong/atom.xml", Feed.Link(two, "previous"), StringComparison.Ordinal);
        Assert.EndsWith("/cong/atom.xml?trang=2", Feed.Link(two, "self"), StringComparison.Ordinal);
        Assert.Equal("application/atom+xml", (await stranger.Get("/cong/atom.xml")).Content.Headers.ContentType?.MediaType);

        var last = Feed.Entries(two)[^1];
        var id = Guid.Parse(last.Id["urn:uuid:".Length..]);
        await world.Done(world.Clerk, new RecallDocument(New, id, new(AmendingBody.ExecutiveCommittee, "", null, ""), "Ban hành sai thẩm quyền"));
        var head = Feed.Entries(await stranger.Page("/cong/atom.xml"))[0];
        Assert.Equal(last.Id, head.Id);
        Assert.True(head.Updated >= last.Updated && head.Title.StartsWith("[Đã bị thu hồi]", StringComparison.Ordinal) && head.Summary.StartsWith("ĐÃ BỊ THU HỒI", StringComparison.Ordinal), head.ToString());

        // The validation itself is seen to fail.
        Assert.NotEmpty(Feed.Broken(one.Replace("<updated>", "<updated>x", StringComparison.Ordinal)));
        Assert.NotEmpty(Feed.Broken(one.Replace("rel=\"self\"", "rel=\"other\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_asks_without_end_is_asked_to_wait()
    {
        await using var world = await PortalWorld.Create(cluster);
        await using var site = await Site.Start(cluster, world.Database);
        var stranger = site.Stranger();
        var answers = new List<HttpResponseMessage>();
        for (var n = 0; n < 125; n++)
        {
            answers.Add(await stranger.Get("/robots.txt"));
        }

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(60, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(120, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }
}
