using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Copying;
using Workflow.Activities.Signing;
using Workflow.Domain.Issuing;
using Workflow.Domain.Profiles;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Roles;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>The public page: anybody brings a file or a code and learns what it is; nothing is stored.</summary>
[Collection("cluster")]
public sealed class PublicCheckTests(TestCluster cluster)
{
    private const string Page = "/kiem-tra-van-ban";

    [Fact]
    public async Task Who_brings_a_file_learns_what_it_is_and_nothing_is_kept()
    {
        var database = await cluster.Copy();
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        var files = await world.Look(db => db.Set<IssuedFile>().AsNoTracking().ToDictionaryAsync(file => file.Kind));
        var original = files[IssuedFileKind.Sealed].Content;
        Assert.Null((await world.Send(world.People["bithu"], new CopyIssued(SigningWorld.New, files[IssuedFileKind.Sealed].IssuedDocumentId, null, "Lưu Văn phòng"))).Refusal);
        var copy = await world.Look(db => db.Set<DocumentCopy>().AsNoTracking().SingleAsync());
        await using var site = await Site.Start(cluster, database, builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(builder, services => services.AddSingleton(world.Services.GetRequiredService<SigningSettings>())));
        var stranger = site.Stranger();
        await stranger.Token(Page);
        var before = await Snapshot.Of(cluster.Cluster.ConnectionString(database));
        async Task<string> Bring(byte[] file, HttpStatusCode wanted = HttpStatusCode.OK)
        {
            var answer = await stranger.Upload(Page, "a.pdf", file);
            Assert.Equal(wanted, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        var number = await world.Look(db => db.Set<IssuedDocument>().Select(issued => issued.NumberAndSymbol).SingleAsync());
        var right = await Bring(original);
        Assert.Contains("đúng là bản chính", right, StringComparison.Ordinal);
        Assert.Contains(number, right, StringComparison.Ordinal);
        Assert.Contains("Còn hiệu lực", right, StringComparison.Ordinal);
        Assert.Contains("chưa có chữ ký số cơ quan", await Bring(files[IssuedFileKind.Signed].Content), StringComparison.Ordinal);

        var copied = await Bring(copy.Content);
        Assert.Contains("đúng là bản sao", copied, StringComparison.Ordinal);
        Assert.Contains($"Bản sao số {copy.NumberAndSymbol}", copied, StringComparison.Ordinal);
        Assert.Contains(number, copied, StringComparison.Ordinal);

        var longer = await Bring([.. original, .. "% thêm\n"u8]);
        Assert.Contains("bị ghi thêm 8 byte", longer, StringComparison.Ordinal);
        Assert.Contains(number, longer, StringComparison.Ordinal);
        var flipped = (byte[])original.Clone();
        flipped[flipped.Length / 3] ^= 1;
        var altered = await Bring(flipped);
        Assert.DoesNotContain("đúng là bản chính", altered, StringComparison.Ordinal);
        Assert.DoesNotContain(number, altered, StringComparison.Ordinal);
        Assert.Contains("Không xác định được", await Bring("không phải PDF"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("chưa chọn tệp", await Bring([], HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        // The server itself says 413; without it, as here, the form is refused.
        Assert.Contains((await stranger.Upload(Page, "a.pdf", new byte[20_500_000])).StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        Assert.Equal(before, await Snapshot.Of(cluster.Cluster.ConnectionString(database)));

        // The code of a copy; and what the office records of the document later.
        var code = $"{Page}/{files[IssuedFileKind.Sealed].Sha256}";
        Assert.Contains(number, WebUtility.HtmlDecode(await stranger.Page(code)), StringComparison.Ordinal);
        await world.Look(async db =>
        {
            db.Add(new ListedDocument { Id = Guid.CreateVersion7(), OrganizationId = world.OrganizationId, Symbol = number, Title = "x", Issuer = "", Issued = "", EndsOn = new(2026, 1, 1), ReplacedBy = "Nghị quyết số 99-NQ/ĐU", Source = "thử", IsDropped = false, At = DateTimeOffset.UnixEpoch, ById = world.People["vanphong"].Id });
            return await db.SaveChangesAsync();
        });
        var ended = WebUtility.HtmlDecode(await stranger.Page(code));
        Assert.Contains("ĐÃ ĐƯỢC THAY THẾ bởi Nghị quyết số 99-NQ/ĐU, từ ngày 01/01/2026", ended, StringComparison.Ordinal);
        var unknown = await stranger.Get($"{Page}/{new string('0', 64)}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains(code, await (await site.SignIn("vanthu")).Page($"/van-ban/{await world.Look(db => db.Set<IssuedDocument>().Select(issued => issued.Id).SingleAsync())}"), StringComparison.Ordinal);
    }
}
