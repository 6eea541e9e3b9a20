using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Register;
using Workflow.Activities.Review;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests.Drafting;

/// <summary>A version downloaded as Word, edited and brought back keeps its clauses; a comparison holds the comments, and brings none of them back twice.</summary>
[Collection("cluster")]
public sealed class WordThereAndBackTests(TestCluster cluster)
{
    [Fact]
    public async Task A_paragraph_written_anew_in_Word_is_the_same_clause_and_keeps_its_remark()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draft, clause, other) = await InReview(world);
        var office = world.People["vanphong"];
        var member = await Member(world);
        var hash = (await Look(world, draft)).Draft.CurrentHash;
        Assert.Null((await world.Send(member, new AddComment(Guid.CreateVersion7(), draft, hash, clause.Id, "Viết lại cả đoạn này."))).Refusal);
        Assert.Null((await world.Send(member, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.AgreeWithComments, ""))).Refusal);
        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);
        var file = (await world.Ask(office, new ReadDraftPaper(draft, 1)))!.Content;
        await Upload(world, office, draft, Changed(file, xml => xml.Replace(clause.Text, "Không một chữ nào ở đây giống với điều từng được viết trước kia.", StringComparison.Ordinal)));
        var view = await Look(world, draft);
        Assert.Equal(2, view.Draft.CurrentRound);
        Assert.Equal("Không một chữ nào ở đây giống với điều từng được viết trước kia.", view.Text.Clauses.Single(one => one.Id == clause.Id).Text);
        Assert.Equal((CommentAnchorage.Exact, clause.Id), (view.Comments.Single().Anchor, view.Comments.Single().ClauseId));
        Assert.Contains(view.Text.Clauses, one => one.Id == other.Id && one.Text == other.Text);

        // What was thrown out is gone for good: its number names no other clause, not even by a bookmark.
        await Upload(world, office, draft, Changed((await world.Ask(office, new ReadDraftPaper(draft, 2)))!.Content, xml => Without(xml, "_vb_" + other.Id)));
        Assert.DoesNotContain((await Look(world, draft)).Text.Clauses, one => one.Id == other.Id);
        await Upload(world, office, draft, Changed((await world.Ask(office, new ReadDraftPaper(draft, 3)))!.Content, xml => xml.Replace("</w:body>", "<w:p/></w:body>", StringComparison.Ordinal)
            .Replace("Không một chữ nào", "</w:t></w:r></w:p><w:p><w:r><w:t>Câu vừa được gõ thêm, đứng riêng một đoạn.</w:t></w:r></w:p><w:p><w:r><w:t>Không một chữ nào", StringComparison.Ordinal)));
        var added = (await Look(world, draft)).Text.Clauses.Single(one => one.Text.StartsWith("Câu vừa được gõ thêm", StringComparison.Ordinal));
        Assert.DoesNotContain(added.Id, view.Text.Clauses.Select(one => one.Id).Append(other.Id));
    }

    [Fact]
    public async Task The_comparison_holds_what_led_to_the_changes_and_what_is_open_and_shows_nobody_more_than_the_page_does()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draft, clause, other) = await InReview(world);
        var (office, member) = (world.People["vanphong"], await Member(world));
        var hash = (await Look(world, draft)).Draft.CurrentHash;
        var words = string.Join(' ', clause.Text.Split(' ').Take(3));
        Assert.Null((await world.Send(member, new AddComment(Guid.CreateVersion7(), draft, hash, clause.Id, "cho gọn", words, 0, "Chữ mới"))).Refusal);
        Assert.Null((await world.Send(member, new AddComment(Guid.CreateVersion7(), draft, hash, other.Id, "Xem lại đoạn này."))).Refusal);
        Assert.Null((await world.Send(member, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.AgreeWithComments, ""))).Refusal);
        async Task<IReadOnlyList<ImportedComment>> Remarks(Person who, int from, int to, TrackedChanges tracked = TrackedChanges.Accept) =>
            DraftImporter.Read("a.docx", (await world.Ask(who, new ReadRedlinePaper(draft, from, to)))!.Content, tracked).Draft!.Comments;

        // While the round is open each finds in the file what the page shows them, and the author their own.
        var colleague = world.People["uyvien03"];
        Assert.Empty(await Remarks(colleague, 1, 1));
        Assert.Equal(2, (await Remarks(member, 1, 1)).Count);
        foreach (var reader in new[] { colleague, member, office })
        {
            Assert.Equal((await world.Ask(reader, new ReadDraft(draft)))!.Comments.Count, (await Remarks(reader, 1, 1)).Count);
        }

        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);
        var proposal = await world.Look(db => db.Set<Comment>().SingleAsync(comment => comment.Proposed != null));
        Assert.Null((await world.Send(office, new TakeUpProposals(Guid.CreateVersion7(), draft, hash, [proposal.Id], "Đã sửa."))).Refusal);
        var found = await Remarks(office, 1, 2, TrackedChanges.Reject);
        Assert.Equal(
            [(member.FullName, $"Sửa “{words}” thành “Chữ mới”: cho gọn", words, true, null), (office.FullName, "Tiếp thu: Đã sửa.", words, true, member.FullName), (member.FullName, "Xem lại đoạn này.", other.Text, false, (string?)null)],
            found.Select(one => (one.Author, one.Text, one.Quote, one.IsResolved, one.AnswerTo)));

        // Edited in Word and brought back, the comparison brings no remark that is here already.
        var redline = (await world.Ask(office, new ReadRedlinePaper(draft, 1, 2)))!.Content;
        await Upload(world, office, draft, Changed(redline, xml => xml.Replace("Chữ mới", "Chữ mới hơn", StringComparison.Ordinal)));
        Assert.Equal(3, (await Look(world, draft)).Draft.CurrentRound);
        Assert.Equal(2, await world.Look(db => db.Set<Comment>().CountAsync()));
    }

    private static async Task<DraftView> Look(DemoWorld world, Guid draft) => (await world.Ask(world.People["vanphong"], new ReadDraft(draft)))!;

    private static async Task<Person> Member(DemoWorld world)
    {
        var ids = await world.Look(db => db.Set<OpinionSheet>().Select(sheet => sheet.PersonId).ToListAsync());
        return world.People.Values.Where(person => ids.Contains(person.Id) && person.Id != world.People["uyvien03"].Id).OrderBy(person => person.FullName, StringComparer.Ordinal).Last();
    }

    private async Task<(Guid Draft, Clause First, Clause Second)> InReview(DemoWorld world)
    {
        var draft = (await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        Assert.Null((await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), draft))).Refusal);
        var view = await Look(world, draft);
        Assert.Null((await world.Send(world.People["vanphong"], new AppraiseDraft(Guid.CreateVersion7(), draft, view.Draft.CurrentHash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), Points: await world.Judged()))).Refusal);
        var clauses = view.Text.Clauses.Where(clause => clause.Kind == ClauseKind.Paragraph && clause.Text.Split(' ').Length > 20 && clause.Label.Length == 0).ToList();
        return (draft, clauses[1], clauses[2]);
    }

    private static async Task Upload(DemoWorld world, Person who, Guid draft, byte[] file)
    {
        var hash = (await Look(world, draft)).Draft.CurrentHash;
        var staged = await world.Send(who, new StageUpload(Guid.CreateVersion7(), draft, hash, "", "Bản từ Word", "sua.docx", file));
        Assert.Null(staged.Refusal);
        Assert.Null((await world.Send(who, new AddVersion(Guid.CreateVersion7(), staged.Id, Convert.ToHexStringLower(SHA256.HashData(file))))).Refusal);
    }

    private static byte[] Changed(byte[] file, Func<string, string> change)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            var after = change(xml);
            Assert.NotEqual(xml, after);
            writer.Write(after);
        }

        return changed.ToArray();
    }

    // The document without the paragraph that bears a bookmark.
    private static string Without(string xml, string bookmark)
    {
        var at = xml.IndexOf($"w:name=\"{bookmark}\"", StringComparison.Ordinal);
        var from = xml.LastIndexOf("<w:p>", at, StringComparison.Ordinal);
        return xml.Remove(from, xml.IndexOf("</w:p>", at, StringComparison.Ordinal) + "</w:p>".Length - from);
    }
}
