using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Workflow.Documents.Import;
using Workflow.Documents.Redline;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

public sealed class RedlineDocxTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly DateTimeOffset At = new(2027, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Accepting_and_refusing_random_edits_gives_either_text(int seed)
    {
        var random = new RandomDraft(new Random(seed));
        var before = random.New(40);
        Both(before, random.Next(before, 0.4, added: 3, removed: 3, moved: 2), $"seed {seed}");
    }

    [Fact]
    public void Splits_and_merges_can_be_accepted_and_refused()
    {
        var before = new RandomDraft(new Random(7)).New(8, 40);
        var clauses = before.Clauses.ToList();
        var words = clauses[2].Text.Split(' ');
        clauses[2] = clauses[2] with { Runs = [new TextRun(string.Join(' ', words[..20]) + ".")] };
        clauses.Insert(3, RandomDraft.Paragraph("new", "Ngoài ra, " + string.Join(' ', words[20..])));
        clauses[5] = clauses[5] with { Runs = [new TextRun($"{clauses[5].Text} {clauses[6].Text}")] };
        clauses.RemoveAt(6);
        var after = before with { Clauses = clauses };
        var comparison = TextComparison.Compare(before, after);
        Assert.Equal((1, 1), (comparison.Count(ChangeKind.Split), comparison.Count(ChangeKind.Merged)));
        Both(before, after, "split and merge");
    }

    [Fact]
    public void Typing_title_recipients_and_signer_go_back_to_the_letter()
    {
        var before = TextComparisonTests.Sample();
        var after = before with
        {
            Subject = before.Subject + " và những năm tiếp theo",
            Clauses = [.. before.Clauses.Select(clause => clause with { Runs = [.. clause.Runs.Select(run => run with { Text = run.Text.Replace(" - ", " – ", StringComparison.Ordinal) })] })],
            Recipients = [.. before.Recipients.Skip(1), new RecipientLine("Các trường học trên địa bàn")],
            Signature = before.Signature with { Name = "Trần Thị Hoa" },
        };
        Assert.NotEqual(before.Clauses.Select(clause => clause.Text), after.Clauses.Select(clause => clause.Text));
        Both(before, after, "fixed parts");
    }

    [Fact]
    public void Rows_and_cells_of_a_table_are_tracked()
    {
        var before = WithTable([["Chỉ tiêu", "Đơn vị", "Kế hoạch"], ["Thu ngân sách", "triệu đồng", "2.659"], ["Hộ nghèo", "hộ", "12"], ["Lúa", "ha", "150\nvụ xuân"]]);
        var after = WithTable([["Chỉ tiêu", "Đơn vị", "Kế hoạch"], ["Thu ngân sách", "triệu đồng", "2.700"], ["Lúa", "ha", "155\nvụ xuân\nvụ mùa"], ["Rừng trồng mới", "ha", "40"]]);
        var xml = Both(before, after, "table");
        Assert.NotEmpty(xml.Descendants(W + "trPr").Elements(W + "del"));
        Assert.NotEmpty(xml.Descendants(W + "trPr").Elements(W + "ins"));
        Both(before, before with { Clauses = [.. before.Clauses.Where(clause => clause.Kind != ClauseKind.Table)] }, "table gone");
        Both(before with { Clauses = [.. before.Clauses.Where(clause => clause.Kind != ClauseKind.Table)] }, after, "table came");
    }

    [Fact]
    public void Footnotes_stay_footnotes_whether_they_came_went_or_were_edited()
    {
        var plain = new RandomDraft(new Random(8)).New(5);
        var before = WithNotes(plain, (1, "Theo Quyết định số 12."), (3, "Số liệu đến 31/12/2026."));
        Both(before, WithNotes(plain, (1, "Theo Quyết định số 15."), (3, "Số liệu đến 31/12/2026.")), "edited");
        Both(before, WithNotes(plain, (1, "Theo Quyết định số 12.")), "gone");
        Both(before, WithNotes(plain, (1, "Theo Quyết định số 12."), (2, "Gồm cả hộ mới tách."), (3, "Số liệu đến 31/12/2026.")), "came, the next one renumbered");
        Both(before, WithNotes(plain with { Clauses = [.. plain.Clauses.Skip(2)] }, (1, "Số liệu đến 31/12/2026.")), "its paragraph gone, the next one renumbered");
    }

    [Fact]
    public void Bold_and_italic_survive()
    {
        var before = new RandomDraft(new Random(12)).New(3);
        Clause Styled(string middle) => before.Clauses[1] with { Runs = [new TextRun("Mở đầu ", Bold: true), new TextRun(middle), new TextRun(" kết thúc.", Italic: true)] };
        DraftText With(string middle) => before with { Clauses = [before.Clauses[0], Styled(middle), before.Clauses[2]] };
        Both(With("đoạn giữa cũ"), With("đoạn giữa mới"), "styles");
        var back = Read(RedlineDocx.Render(With("đoạn giữa cũ"), With("đoạn giữa mới"), "Văn phòng", At, LayoutProfile.Hd05), TrackedChanges.Accept);
        Assert.Equal(Styled("đoạn giữa mới").Runs, back.Clauses[1].Runs);
    }

    [Fact]
    public void Marks_have_an_author_a_time_and_numbers_of_their_own()
    {
        var random = new RandomDraft(new Random(13));
        var before = random.New(20);
        var after = random.Next(before, 0.5, 2, 2, 1);
        var file = RedlineDocx.Render(before, after, "Văn phòng Đảng ủy \"A & B\"", At, LayoutProfile.Hd36);
        var xml = Document(file);
        var marks = xml.Descendants().Where(element => element.Name == W + "ins" || element.Name == W + "del").ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(("Văn phòng Đảng ủy \"A & B\"", "2027-03-01T09:00:00Z"), ((string?)mark.Attribute(W + "author"), (string?)mark.Attribute(W + "date"))));
        var ids = marks.Concat(xml.Descendants(W + "bookmarkStart")).Select(mark => (string?)mark.Attribute(W + "id")).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(after.Clauses.Select(clause => "_vb_" + clause.Id), xml.Descendants(W + "bookmarkStart").Select(mark => (string?)mark.Attribute(W + "name")));
        Assert.Equal(file, RedlineDocx.Render(before, after, "Văn phòng Đảng ủy \"A & B\"", At, LayoutProfile.Hd36));
    }

    // Reads the file both ways with the importer; gives the document part.
    internal static XElement Both(DraftText before, DraftText after, string label)
    {
        var file = RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05);
        Assert.True(Told(after) == Told(Read(file, TrackedChanges.Accept)), $"{label}, accepted:\n{Told(after)}\n---\n{Told(Read(file, TrackedChanges.Accept))}");
        Assert.True(Told(before) == Told(Read(file, TrackedChanges.Reject)), $"{label}, refused:\n{Told(before)}\n---\n{Told(Read(file, TrackedChanges.Reject))}");
        return Document(file);
    }

    private static DraftText Read(byte[] file, TrackedChanges tracked) => DraftImporter.Read("redline.docx", file, tracked).Draft!.Text;

    private static string Told(DraftText text) => new StringBuilder().AppendLine(text.Title)
        .AppendJoin('\n', text.Clauses.Select(clause => $"{(clause.Kind is ClauseKind.Heading ? ClauseKind.Paragraph : clause.Kind)} {clause.FullText}"))
        .AppendJoin('\n', text.Recipients).Append(text.Signature).ToString();

    private static XElement Document(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(part);
    }

    private static DraftText WithTable(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new RandomDraft(new Random(14)).New(4);
        return text with { Clauses = [.. text.Clauses.Take(2), new Clause("t1", ClauseKind.Table, 1, "", [], rows), .. text.Clauses.Skip(2)] };
    }

    private static DraftText WithNotes(DraftText text, params (int Clause, string Note)[] notes)
    {
        var clauses = new List<Clause>();
        var number = 0;
        for (var index = 0; index < text.Clauses.Count; index++)
        {
            var clause = text.Clauses[index];
            var note = notes.FirstOrDefault(one => one.Clause == index);
            if (note.Note is null)
            {
                clauses.Add(clause);
                continue;
            }

            var mark = "¹²³"[number++].ToString();
            clauses.Add(clause with { Runs = [new TextRun(clause.Text[..^1] + mark + ".")] });
            clauses.Add(new Clause($"f{index}", ClauseKind.Footnote, 2, mark, [new TextRun(note.Note)]));
        }

        return text with { Clauses = clauses };
    }
}
