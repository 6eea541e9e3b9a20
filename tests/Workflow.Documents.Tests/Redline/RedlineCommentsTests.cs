using System.IO.Compression;
using Workflow.Documents.Import;
using Workflow.Documents.Redline;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

/// <summary>Comments beside tracked changes: at their words, with their answers, and in nobody's way when changes are accepted or refused.</summary>
public sealed class RedlineCommentsTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Said = new(2027, 2, 20, 1, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void They_stand_at_their_words_and_the_changes_go_both_ways(int seed)
    {
        var (before, after, comments) = Random(seed, 40);
        var file = RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05, comments);
        Check(file, before, after, comments, $"seed {seed}");
        Assert.Equal(file, RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05, comments));
    }

    [Fact]
    public void Tables_notes_joined_paragraphs_and_what_is_gone_bear_them_too()
    {
        var (before, after, comments) = Mixed();
        var file = RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05, comments);
        Check(file, before, after, comments, "mixed");
        var lost = Read(file, TrackedChanges.Accept).Comments.Single(comment => comment.Text.StartsWith("(Mất chỗ neo", StringComparison.Ordinal));
        Assert.StartsWith("NGHỊ QUYẾT", lost.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_a_reply_and_settles_it_and_times_are_those_of_the_clock_on_the_wall()
    {
        var before = new RandomDraft(new Random(31)).New(3);
        var comment = new RedlineComment("Trần Thị \"B\" & C", Said, "Dòng một\nDòng hai", new(false, "c2", 0, 0), new("Văn phòng", At, "Tiếp thu: đã sửa."));
        var file = RedlineDocx.Render(before, before, "Văn phòng", At, LayoutProfile.Hd05, [comment]);
        var found = Read(file, TrackedChanges.Accept).Comments;
        Assert.Equal([("Trần Thị \"B\" & C", (DateTimeOffset?)Said, "Dòng một\nDòng hai", true, (string?)null), ("Văn phòng", At, "Tiếp thu: đã sửa.", true, "Trần Thị \"B\" & C")],
            found.Select(one => (one.Author, one.At, one.Text, one.IsResolved, one.AnswerTo)));
        Assert.All(found, one => Assert.Equal((before.Clauses[1].Text, "c2"), (one.Quote, one.ClauseId!)));
    }

    [Fact]
    public void A_file_without_comments_has_no_part_for_them()
    {
        var before = new RandomDraft(new Random(32)).New(3);
        using var zip = new ZipArchive(new MemoryStream(RedlineDocx.Render(before, before, "A", At, LayoutProfile.Hd05, [])));
        Assert.DoesNotContain(zip.Entries, entry => entry.Name.StartsWith("comments", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new", "chỉ có ở bản mới", "new:chỉ có ở bản mới")]
    [InlineData("between", "còn nguyên", "new:còn nguyên")]
    [InlineData("between", "sắp bị bỏ", "old:sắp bị bỏ")]
    [InlineData("between", "chưa từng có ở đâu", "")]
    [InlineData("between", "", "new:")]
    public void The_place_is_in_the_new_text_or_else_in_the_old_one(string on, string quote, string expected)
    {
        DraftText With(params string[] texts) => TextComparisonTests.Sample() with { Clauses = [.. texts.Select((text, index) => RandomDraft.Paragraph($"c{index + 1}", text))] };
        var before = With("Đoạn một giữ nguyên hẳn trong mọi bản.", "Có câu chữ còn nguyên và có câu chữ sắp bị bỏ ở đây.");
        var after = With("Đoạn một giữ nguyên hẳn trong mọi bản.", "Có câu chữ còn nguyên và nay chỉ có ở bản mới ở đây.");
        var written = on == "new" ? after : With("Đoạn một giữ nguyên hẳn trong mọi bản.", "Có câu chữ còn nguyên và chưa từng có ở đâu rồi sắp bị bỏ ở đây.");
        var place = RedlinePlace.Of("c2", quote, -1, written, before, after);
        Assert.Equal(expected, place is null ? "" : $"{(place.IsOld ? "old" : "new")}:{(place.IsOld ? before : after).Clauses[1].Text.Substring(place.Start, place.Length)}");
    }

    [OfficeFact]
    public void LibreOffice_finds_them_accepts_and_refuses()
    {
        var (before, after, comments) = Mixed();
        var file = RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05, comments);
        var flat = new FlatOffice(Office.Convert(file, "docx", "fodt"));
        Assert.Equal(
            comments.SelectMany(comment => comment.Answer is { } answer ? [(comment.Author, comment.At, comment.Text), (answer.Author, answer.At, answer.Text)] : new[] { (comment.Author, comment.At, comment.Text) })
                .Select(one => $"{one.Author}|{Domain.VietnamTime.Local(one.At):yyyy-MM-ddTHH:mm}|{one.Text}").Order(StringComparer.Ordinal),
            flat.Annotations.Select(one => $"{one.Author}|{one.At[..16]}|{one.Text.Replace(RedlineComment.Lost, "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal));
        foreach (var comment in comments.Where(one => one.Place is { Length: > 0 }))
        {
            // What came in between old words stands between them here.
            var place = comment.Place!;
            var words = (place.IsOld ? before : after).Clauses.Single(clause => clause.Id == place.ClauseId).Text.Substring(place.Start, place.Length);
            var found = flat.Annotations.Single(one => one.Text == comment.Text).Words;
            Assert.True(place.IsOld ? found.StartsWith(words.Split(' ')[0], StringComparison.Ordinal) && found.EndsWith(words.Split(' ')[^1], StringComparison.Ordinal) : found == words, $"“{found}” and not “{words}”");
        }

        Assert.Equal(Lines(after), Body(flat.Paragraphs(drop: "deletion")));
        Assert.Equal(Lines(before), Body(flat.Paragraphs(drop: "insertion")));

        // What it writes again is read by us: both texts, and every comment where it was.
        Check(Office.Convert(file, "docx", "docx"), before, after, comments, "LibreOffice", replies: false);
    }

    // Both texts come back, and each comment is found at its words: those of the new text when all is accepted, those of the old when all is refused.
    private static void Check(byte[] file, DraftText before, DraftText after, IReadOnlyList<RedlineComment> comments, string label, bool replies = true)
    {
        foreach (var (tracked, text, isOld) in new[] { (TrackedChanges.Accept, after, false), (TrackedChanges.Reject, before, true) })
        {
            var draft = Read(file, tracked);
            Assert.True(Told(text) == Told(draft.Text), $"{label}, {tracked}:\n{Told(text)}\n---\n{Told(draft.Text)}");
            var found = draft.Comments.ToLookup(comment => comment.Text);
            foreach (var comment in comments)
            {
                var one = found[comment.Text].FirstOrDefault() ?? found[RedlineComment.Lost + comment.Text].FirstOrDefault();
                Assert.True(one is not null || comment.Place?.IsOld != isOld, $"{label}, {tracked}: lost “{comment.Text}”");
                if (one is not null && comment.Place is { Length: > 0 } place && place.IsOld == isOld)
                {
                    var words = text.Clauses.Single(clause => clause.Id == place.ClauseId).Text.Substring(place.Start, place.Length);
                    Assert.True(one.Quote == words, $"{label}, {tracked}: “{one.Quote}” and not “{words}”");
                }

                Assert.True(one is null || one.IsResolved == (comment.Answer is not null), $"{label}: {comment.Text}");
                Assert.True(!replies || one is null || comment.Answer is null || found[comment.Answer.Text].Any(answer => answer.AnswerTo == comment.Author), $"{label}: no answer to {comment.Text}");
            }
        }
    }

    internal static (DraftText Before, DraftText After, List<RedlineComment> Comments) Random(int seed, int clauses)
    {
        var random = new Random(seed);
        var drafts = new RandomDraft(random);
        var before = drafts.New(clauses);
        var after = drafts.Next(before, 0.4, added: 3, removed: 3, moved: 2);
        var comments = new List<RedlineComment>();
        for (var number = 0; number < 30; number++)
        {
            var isOld = random.Next(2) == 0;
            var text = isOld ? before : after;
            var clause = text.Clauses[random.Next(text.Clauses.Count)];
            var words = clause.Text.Split(' ');
            var (from, count) = (random.Next(words.Length), random.Next(0, 6));
            count = Math.Min(count, words.Length - from);
            var start = words.Take(from).Sum(word => word.Length + 1);
            comments.Add(new($"Người {number}", Said.AddMinutes(number), $"Góp ý số {number}", new(isOld, clause.Id, count == 0 ? 0 : start, string.Join(' ', words.Skip(from).Take(count)).Length),
                number % 3 == 0 ? new("Văn phòng", At, $"Tiếp thu góp ý số {number}") : null));
        }

        return (before, after, comments);
    }

    internal static (DraftText Before, DraftText After, List<RedlineComment> Comments) Mixed()
    {
        var plain = new RandomDraft(new Random(33)).New(9, 40);
        var words = plain.Clauses[3].Text.Split(' ');
        Clause Table(string figure) => new("t1", ClauseKind.Table, 1, "", [], [["Chỉ tiêu", "Đơn vị", "Kế hoạch"], ["Thu ngân sách", "triệu đồng", figure], ["Hộ nghèo", "hộ", "12"]]);
        Clause Noted(string rest) => plain.Clauses[0] with { Runs = [new TextRun($"Theo số liệu¹ {rest}")] };
        Clause Note(string text) => new("f1", ClauseKind.Footnote, 2, "¹", [new TextRun(text)]);
        var before = plain with { Clauses = [Noted("của xã."), Note("Báo cáo số 12."), plain.Clauses[1], Table("2.659"), .. plain.Clauses.Skip(2)] };
        var after = plain with
        {
            Clauses =
            [
                Noted("của Ủy ban nhân dân xã."), Note("Báo cáo số 15."), plain.Clauses[1], Table("2.700"), plain.Clauses[2], RandomDraft.Paragraph("c4", string.Join(' ', words[..18]) + "."), RandomDraft.Paragraph("s", "Ngoài ra, " + string.Join(' ', words[18..])),
                RandomDraft.Paragraph("c5", $"{plain.Clauses[4].Text} {plain.Clauses[5].Text}"), .. plain.Clauses.Skip(7),
            ],
        };
        RedlineComment On(bool isOld, string clause, string quote, string said, bool answered = false)
        {
            var text = (isOld ? before : after).Clauses.Single(one => one.Id == clause).Text;
            return new($"Ủy viên {said.Length}", Said, said, new(isOld, clause, quote.Length == 0 ? 0 : text.IndexOf(quote, StringComparison.Ordinal), quote.Length), answered ? new("Văn phòng", At, $"Tiếp thu: {said}") : null);
        }

        return (before, after,
        [
            On(false, "t1", "2.700", "ô mới của bảng", true),
            On(true, "t1", "2.659", "ô cũ của bảng đã đổi"),
            On(false, "t1", "", "cả cái bảng này cần xem lại"),
            On(false, "f1", "", "chú thích thì gắn vào đoạn của nó"),
            On(true, "c4", string.Join(' ', words[16..21]), "qua chỗ mà đoạn được tách làm hai đoạn", true),
            On(false, "c5", string.Join(' ', plain.Clauses[5].Text.Split(' ')[2..6]), "trong đoạn vừa được ghép vào"),
            On(true, "c7", string.Join(' ', plain.Clauses[6].Text.Split(' ')[..5]), "đầu đoạn đã bỏ", true),
            On(true, "c7", "", "cả đoạn đã bỏ đi mất rồi"),
            On(false, "c1", "Ủy ban nhân dân", "chữ mới thêm vào bản sau", true),
            On(false, "c9", plain.Clauses[8].Text, "trọn đoạn cuối cùng của văn bản"),
            new RedlineComment("Ủy viên cuối", Said, "không còn chỗ nào", null),
        ]);
    }

    private static ImportedDraft Read(byte[] file, TrackedChanges tracked) => DraftImporter.Read("redline.docx", file, tracked).Draft!;

    private static string Told(DraftText text) => string.Join('\n', text.Clauses.Select(clause => $"{(clause.Kind is ClauseKind.Heading ? ClauseKind.Paragraph : clause.Kind)} {clause.FullText}").Append(text.Title).Concat(text.Recipients.Select(line => line.ToString())));

    // What is printed between the line under the title and the recipients.
    private static IEnumerable<string> Body(IEnumerable<string> paragraphs) => paragraphs.SkipWhile(words => words != "-----").Skip(1).TakeWhile(words => words != "Nơi nhận:");

    private static IEnumerable<string> Lines(DraftText text) => text.Clauses.Where(clause => clause.Kind != ClauseKind.Footnote).SelectMany(clause => clause.Rows is { } rows ? rows.SelectMany(row => row) : [clause.FullText.Replace("¹", "", StringComparison.Ordinal)]);
}
