using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Inbox;
using Workflow.Activities.Register;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Domain;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>Comments end in an answer: merged, given to the drafting body, answered many at once, objected to once; and the next gate waits for them.</summary>
[Collection("cluster")]
public sealed class CommentAnswerTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task Whoever_has_the_revision_works_on_its_comments_and_nobody_beside_them()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var hash = await world.Hash(draft);
        var clause = (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        foreach (var member in new[] { world.Members[3], world.Members[4] })
        {
            await world.Done(member, new AddComment(New, draft, hash, clause.Id, "Nêu rõ nguồn vốn."));
            await world.Done(member, new SendOpinion(New, draft, hash, OpinionAnswer.AgreeWithComments, "", round));
        }

        var all = await world.First.Look(db => db.Set<Comment>().OrderBy(one => one.At).Select(one => one.Id).ToListAsync());
        await world.Done(world.Office, new CloseReview(New, draft));
        var (colleague, drafter) = (world.First.People["vanphong2"], world.First.People["soanthao"]);
        await world.Done(world.Office, new AssignComments(New, draft, [all[0]]));
        await world.Done(colleague, new ClaimTask(New, await world.First.Look(db => db.Set<Runtime.Processes.OpenTask>().Where(task => task.SubjectId == draft && task.ClosedAt == null).Select(task => task.Id).SingleAsync())));
        await world.Refused("task.held", world.Office, new MergeComments(New, draft, all));
        await world.Refused("task.held", world.Office, new AssignComments(New, draft, [all[1]]));
        await world.Refused("task.held", world.Office, new AnswerComments(New, draft, all, Disposition.Accepted, "Đã sửa."));
        await world.Refused("task.held", world.Office, new AnswerComment(New, all[1], Disposition.Accepted, "Đã sửa."));

        // The drafting body answers what it was given, whoever has the rest; whoever has it does all of it.
        await world.Done(drafter, new AnswerComments(New, draft, [all[0]], Disposition.NotAccepted, "Đã nêu ở kế hoạch khác."));
        await world.Done(colleague, new AssignComments(New, draft, [all[1]]));
        await world.Done(colleague, new AnswerComments(New, draft, [all[1]], Disposition.Accepted, "Đã sửa."));
        await world.Done(colleague, new FinishRevision(New, draft));
        await world.Refused("review.not-now", colleague, new AssignComments(New, draft, [all[1]]));
        await world.Refused("review.not-now", colleague, new MergeComments(New, draft, all));
    }

    [Fact]
    public async Task Comments_are_merged_assigned_answered_objected_to_and_hold_the_gate()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var hash = await world.Hash(draft);
        var clause = (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        for (var index = 3; index < 8; index++)
        {
            await world.Done(world.Members[index], new AddComment(New, draft, hash, clause.Id, index < 6 ? $"Nêu rõ nguồn vốn ({index})." : $"Việc khác {index}.", Readers: index == 7 ? CommentReaders.StandingBoard : CommentReaders.Everyone));
            await world.Done(world.Members[index], new SendOpinion(New, draft, hash, OpinionAnswer.AgreeWithComments, "", round));
        }

        await world.Done(world.Office, new CloseReview(New, draft));
        var all = await world.First.Look(db => db.Set<Comment>().AsNoTracking().OrderBy(one => one.At).ToListAsync());
        var (same, other, restricted) = (all[..3].ConvertAll(one => one.Id), all[3].Id, all[4].Id);
        var (chief, drafter) = (world.First.People["chanhvanphong"], world.First.People["soanthao"]);

        // The office's own staff neither read nor answer what is for the Standing Board; its head does.
        Assert.Equal(4, (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Comments.Count);
        Assert.Equal(5, (await world.First.Ask(chief, new ReadDraft(draft)))!.Comments.Count);
        Assert.Equal(5, (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Unanswered);
        await world.Refused("review.no-comment", world.Office, new AnswerComment(New, restricted, Disposition.Accepted, "Đã sửa."));
        await world.Refused("review.none-chosen", world.Office, new MergeComments(New, draft, [same[0], restricted]));
        await world.Refused("review.merge-readers", chief, new MergeComments(New, draft, [same[0], restricted]));
        await world.Refused("review.merge-two", world.Office, new MergeComments(New, draft, [same[0]]));
        await world.Refused("review.assign-board", chief, new AssignComments(New, draft, [restricted]));
        await world.Done(world.Office, new MergeComments(New, draft, same));

        await world.Refused("review.no-comment", drafter, new AnswerComment(New, other, Disposition.Accepted, "Đã sửa."));
        await world.Done(world.Office, new AssignComments(New, draft, [other]));
        Assert.Contains((await world.First.Ask(drafter, new ReadInbox())).Items, item => item.What == "Trả lời 1 góp ý được giao");
        await world.Done(drafter, new AnswerComment(New, other, Disposition.NotAccepted, "Đã có trong kế hoạch khác."));

        await world.Refused("review.no-such-version", world.Office, new AnswerComments(New, draft, [same[1]], Disposition.Accepted, "Đã bổ sung.", 9));
        await world.Refused("review.unanswered", world.Office, new FinishRevision(New, draft));
        await world.Done(world.Office, new EditClause(New, draft, hash, clause.Id, clause.Text + " Nguồn vốn do ngân sách xã.", "tiếp thu"));
        await world.Done(world.Office, new AnswerComments(New, draft, [same[1]], Disposition.Accepted, "Đã bổ sung.", 2));
        Assert.All(await world.First.Look(db => db.Set<Comment>().Where(one => same.Contains(one.Id)).ToListAsync()), one => Assert.Equal((Disposition.Accepted, "Đã bổ sung.", 2), (one.Disposition, one.Reason, one.DoneInRound)));

        // Each author sees the answer to their own words, and may object once.
        var author = world.Members[4];
        Assert.Equal("Đã bổ sung.", (await world.First.Ask(author, new ReadDraft(draft)))!.Comments.Single(one => one.IsMine).Reason);
        await world.Refused("review.no-comment", world.Members[3], new ObjectToAnswer(New, same[1], "Không phải của tôi"));
        await world.Done(author, new ObjectToAnswer(New, same[1], "Chưa nêu số tiền."));
        await world.Refused("review.objected", author, new ObjectToAnswer(New, same[1], "Lần nữa"));
        await world.Done(chief, new AnswerComment(New, restricted, Disposition.PartlyAccepted, "Thường trực sẽ xem."));
        Assert.Equal(1, (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Unanswered);
        await world.Refused("review.unanswered", world.Office, new FinishRevision(New, draft));
        await world.Done(world.Office, new AnswerComment(New, same[1], Disposition.PartlyAccepted, "Số tiền nêu trong kế hoạch vốn."));
        await world.Refused("review.objected", author, new ObjectToAnswer(New, same[1], "Lần nữa"));

        // One line for the three in the table, with all their names; nothing of what is for the Standing Board, nor in the log.
        var table = Words((await world.First.Ask(world.Office, new ReadSynthesisPaper(draft, PaperFormat.Word)))!.Content);
        Assert.Contains(string.Join("; ", world.Members.Skip(3).Take(3).Select(one => "Đồng chí " + one.FullName)), table, StringComparison.Ordinal);
        Assert.DoesNotContain("Việc khác 7", table, StringComparison.Ordinal);
        Assert.Contains("Việc khác 7", Words((await world.First.Ask(chief, new ReadSynthesisPaper(draft, PaperFormat.Word)))!.Content), StringComparison.Ordinal);
        Assert.Contains("thuộc phần hạn chế người đọc", (await world.First.Ask(world.Office, new ReadDraft(draft)))!.History[1].Text, StringComparison.Ordinal);
        await world.Done(world.Office, new FinishRevision(New, draft));
        await world.Refused("review.not-now", world.Members[3], new ObjectToAnswer(New, same[0], "Muộn"));
    }

    [Fact]
    public async Task What_comes_late_is_kept_and_may_be_answered_but_holds_nothing_up()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var hash = await world.Hash(draft);
        await world.Done(world.Office, new CloseReview(New, draft));
        var clause = (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph);
        await world.Done(world.Members[3], new AddComment(New, draft, hash, clause.Id, "Góp ý muộn."));
        await world.Done(world.Members[3], new SendOpinion(New, draft, hash, OpinionAnswer.AgreeWithComments, "", round));
        var late = Assert.Single((await world.First.Ask(world.Office, new ReadDraft(draft)))!.Comments);
        Assert.True(late.IsLate);
        await world.Done(world.Office, new FinishRevision(New, draft));
    }

    internal static string Words(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", ""));
    }
}
