using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Tracked changes in three modes, and comments with the words they speak of.</summary>
public sealed class TrackedChangesTests
{
    private const string By = "w:id=\"1\" w:author=\"Trần Văn Bình\" w:date=\"2026-11-20T09:15:00Z\"";

    private static readonly WordBuilder Changed = new WordBuilder().Body(
        $"<w:p>{WordBuilder.R("Phấn đấu đạt ")}<w:del {By}><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins {By}>{WordBuilder.R("85%")}</w:ins>{WordBuilder.R(" hộ")}<w:ins {By}>{WordBuilder.R(" nghèo")}</w:ins>{WordBuilder.R(".")}</w:p>",
        $"<w:p><w:pPr><w:rPr><w:ins {By}/></w:rPr></w:pPr><w:ins {By}>{WordBuilder.R("Đoạn thêm.")}</w:ins></w:p>",
        $"<w:p><w:pPr><w:rPr><w:del {By}/></w:rPr></w:pPr>{WordBuilder.R("Câu một.")}</w:p>",
        WordBuilder.P(" Câu hai."),
        $"<w:tbl><w:tr><w:tc>{WordBuilder.P("A")}</w:tc><w:tc>{WordBuilder.P("B")}</w:tc></w:tr><w:tr><w:trPr><w:del {By}/></w:trPr><w:tc>{WordBuilder.P("C")}</w:tc><w:tc>{WordBuilder.P("D")}</w:tc></w:tr></w:tbl>");

    [Fact]
    public void All_accepted()
    {
        Assert.Equal(["Phấn đấu đạt 85% hộ nghèo.", "Đoạn thêm.", "Câu một. Câu hai.", "A\tB"], Changed.Lines());
        Assert.Contains("5 chỗ theo dõi sửa đổi (của Trần Văn Bình)", Assert.Single(Changed.Read().Notes, note => note.Code == "TRACKED").Text, StringComparison.Ordinal);
        Assert.Empty(Changed.Read().Comments);
    }

    [Fact]
    public void All_rejected() => Assert.Equal(["Phấn đấu đạt 80% hộ.", "Câu một.", "Câu hai.", "A\tB\nC\tD"], Changed.Lines(TrackedChanges.Reject));

    [Fact]
    public void Kept_as_proposals_with_author_time_and_place()
    {
        var draft = Changed.Read(TrackedChanges.Keep);
        Assert.Equal(Changed.Lines(TrackedChanges.Reject), draft.Text.Clauses.Select(clause => clause.FullText));
        Assert.All(draft.Comments, one => Assert.Equal((ImportedCommentKind.Proposal, "Trần Văn Bình", new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.FromHours(7))), (one.Kind, one.Author, one.At!.Value)));
        Assert.Equal([("80%", "85%"), ("Phấn đấu đạt 80% hộ", "Phấn đấu đạt 80% hộ nghèo"), ("", "Đoạn thêm.")], draft.Comments.Select(one => (one.Quote, one.Text)));
        Assert.Equal(draft.Text.Clauses[0].Id, draft.Comments[0].ClauseId);
    }

    [Fact]
    public void Comments_come_with_author_time_quote_and_clause()
    {
        var draft = new WordBuilder()
            .Part("comments", "<w:comment w:id=\"0\" w:author=\"Lê Thị Mai\" w:date=\"2026-11-19T08:00:00Z\"><w:p w14:paraId=\"A1\"><w:r><w:t>Xem lại </w:t></w:r><w:r><w:t>số này.</w:t></w:r></w:p></w:comment>"
                + "<w:comment w:id=\"1\" w:author=\"Văn phòng\"><w:p w14:paraId=\"A2\"><w:r><w:t>Đã xem.</w:t></w:r></w:p></w:comment><w:comment w:id=\"2\" w:author=\"\"><w:p><w:r><w:t>Ghi chung.</w:t></w:r></w:p></w:comment>")
            .Raw("word/commentsExtended.xml", System.Text.Encoding.UTF8.GetBytes("<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w15:commentEx w15:paraId=\"A1\" w15:done=\"1\"/><w15:commentEx w15:paraId=\"A2\" w15:paraIdParent=\"A1\" w15:done=\"0\"/></w15:commentsEx>"))
            .Body(
                WordBuilder.P("Đoạn đầu."),
                $"<w:p>{WordBuilder.R("Phấn đấu ")}<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/>{WordBuilder.R("đạt ")}{WordBuilder.R("95%")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>{WordBuilder.R(" số hộ.")}</w:p>",
                $"<w:p>{WordBuilder.R("Đoạn cuối.")}<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"2\"/></w:r></w:p>").Read();
        Assert.Equal(["Lê Thị Mai: Xem lại số này. [đạt 95%] c2 True ", "Văn phòng: Đã xem. [đạt 95% số hộ.Đoạn cuối.] c2 False Lê Thị Mai", "không ghi tên: Ghi chung. [] c3 False "],
            draft.Comments.Select(one => $"{one.Author}: {one.Text} [{one.Quote}] {one.ClauseId} {one.IsResolved} {one.AnswerTo}"));
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 8, 0, 0, TimeSpan.FromHours(7)), draft.Comments[0].At);
    }
}
