using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Versions are kept, named and compared from where their reader left off.</summary>
[Collection("cluster")]
public sealed class VersionsTests(TestCluster cluster)
{
    [Fact]
    public async Task A_draft_tells_each_reader_what_changed_since_they_read_it_and_why()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var draft = Guid.Empty;
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, _) => { draft = id; return false; } }.Tell();
        var author = await Commenter(world, draft);
        Assert.Null((await world.Send(author, new MarkRead(Guid.CreateVersion7(), draft, 1))).Refusal);
        Assert.Null((await world.Send(author, new MarkRead(Guid.CreateVersion7(), draft, 1))).Refusal);
        Assert.Equal(1, await world.Look(db => db.Set<ReadingMark>().CountAsync()));
        Assert.Equal(0, await world.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == nameof(MarkRead))));

        var view = (await world.Ask(author, new ReadComparison(draft)))!;
        Assert.Equal((1, 2, true), (view.From, view.To, view.SinceIRead));
        Assert.Contains("mà đồng chí xem lúc", view.Sentence, StringComparison.Ordinal);
        Assert.Contains("1 chỗ sửa.", view.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("1 góp ý của đồng chí đã được tiếp thu.", view.Sentence, StringComparison.Ordinal);
        var change = Assert.Single(view.Changes.Rows);
        Assert.Contains(change.Pieces, piece => piece.Fate == "ins" && piece.Text.Contains("công khai, minh bạch", StringComparison.Ordinal));
        var cause = Assert.Single(change.Causes);
        Assert.Equal((author.FullName, "Tiếp thu: Đã bổ sung một câu vào cuối đoạn."), (cause.Who, cause.Answer));

        // Whoever has read nothing sees the newest beside the one before it.
        var other = (await world.Ask(world.People["vanphong"], new ReadComparison(draft)))!;
        Assert.Equal((1, 2, false), (other.From, other.To, other.SinceIRead));
        Assert.StartsWith("Từ bản 1 (dự thảo lần 1,", other.Sentence, StringComparison.Ordinal);
        Assert.Empty((await world.Ask(author, new ReadComparison(draft, Show: ChangeFilter.Figures)))!.Changes.Rows);
        Assert.Null(await world.Ask(author, new ReadComparison(Guid.CreateVersion7())));
        var three = (await world.Ask(author, new ReadThreeWay(draft, 1, 2, 1)))!;
        Assert.Equal("Chỉ bản 2 sửa", Assert.Single(three.Places.Rows).Verdict);

        var table = (await world.Ask(author, new ReadComparisonPaper(draft, 1, 2)))!;
        using var zip = new ZipArchive(new MemoryStream(table.Content));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync();
        Assert.Contains("Tiếp thu góp ý: Đã bổ sung một câu vào cuối đoạn.", xml, StringComparison.Ordinal);
        Assert.Contains("Bản 2 (dự thảo lần 2,", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_version_comes_back_as_a_new_one_and_nothing_between_is_lost()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var office = world.People["vanphong"];
        var draft = (await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        async Task<string> Hash() => await world.Look(db => db.Set<Draft>().Where(row => row.Id == draft).Select(row => row.CurrentHash).SingleAsync());
        var first = await Hash();
        var clause = (await world.Ask(office, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Rows is null && one.Text.Length > 60);
        Assert.Null((await world.Send(office, new EditClause(Guid.CreateVersion7(), draft, first, clause.Id, "Nội dung thử.", "thử"))).Refusal);
        Assert.Equal("draft.stale", (await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), draft, first, 1))).Refusal?.Code);
        Assert.Equal("draft.same-text", (await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), draft, await Hash(), 2))).Refusal?.Code);
        Assert.Equal("draft.no-version", (await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), draft, await Hash(), 9))).Refusal?.Code);
        Assert.Null((await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), draft, await Hash(), 1))).Refusal);
        Assert.Equal(first, await Hash());
        Assert.Null((await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), draft))).Refusal);
        var versions = (await world.Ask(office, new ReadDraft(draft)))!.Versions;
        Assert.Equal([(1, VersionCause.Upload, null), (2, VersionCause.Edit, null), (3, VersionCause.Restore, 1)], versions.Select(version => (version.Round, version.Cause, version.Sent)));
        Assert.Equal("draft.not-now", (await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), draft, first, 2))).Refusal?.Code);
    }

    private static async Task<Person> Commenter(DemoWorld world, Guid draft)
    {
        var id = await world.Look(db => db.Set<Domain.Reviews.Comment>().Where(comment => comment.DraftId == draft && comment.Disposition == Domain.Reviews.Disposition.Accepted).Select(comment => comment.AuthorId).SingleAsync());
        return world.People.Values.Single(person => person.Id == id);
    }
}
