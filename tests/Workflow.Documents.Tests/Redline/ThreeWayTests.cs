using Workflow.Documents.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

/// <summary>Two revisions of one text beside the text they began from.</summary>
public sealed class ThreeWayTests
{
    private static readonly DraftText Origin = Text("Đẩy mạnh thu ngân sách trên địa bàn xã.", "Hoàn thành 12 km đường bê tông.", "Giảm hộ nghèo xuống dưới 3%.");

    [Fact]
    public void Each_place_says_who_changed_it()
    {
        var first = Text("Đẩy mạnh thu ngân sách trên địa bàn toàn xã.", "Hoàn thành 12 km đường bê tông.", "Giảm hộ nghèo xuống dưới 2%.");
        var second = Text("Đẩy mạnh thu ngân sách trên địa bàn xã.", "Hoàn thành 15 km đường bê tông.", "Giảm hộ nghèo xuống dưới 2%.");
        var rows = ThreeWay.Compare(Origin, first, second);
        Assert.Equal([(ThreeWayKind.First, "c0"), (ThreeWayKind.Second, "c1"), (ThreeWayKind.Same, "c2")], rows.Select(row => (row.Kind, row.Base!.Id)));
    }

    [Fact]
    public void Who_made_something_else_of_one_place_has_to_agree()
    {
        var rows = ThreeWay.Compare(Origin, Text("Thu đúng, thu đủ ngân sách trên địa bàn xã.", "Hoàn thành 12 km đường bê tông.", "Giảm hộ nghèo xuống dưới 3%."), Text("Đẩy mạnh thu, chống thất thu ngân sách trên địa bàn xã.", "Hoàn thành 12 km đường bê tông.", "Giảm hộ nghèo xuống dưới 3%."));
        var row = Assert.Single(rows);
        Assert.Equal((ThreeWayKind.Conflict, "c0"), (row.Kind, row.Base!.Id));
        Assert.NotEmpty(row.First);
        Assert.NotEmpty(row.Second);
    }

    [Fact]
    public void What_both_put_in_at_one_place_stands_together()
    {
        var first = Origin with { Clauses = [Origin.Clauses[0], RandomDraft.Paragraph("n1", "Mở hai lớp bồi dưỡng cấp ủy viên."), .. Origin.Clauses.Skip(1)] };
        var second = Origin with { Clauses = [Origin.Clauses[0], RandomDraft.Paragraph("n1", "Xây dựng nhà văn hóa thôn Đông."), .. Origin.Clauses.Skip(1)] };
        var row = Assert.Single(ThreeWay.Compare(Origin, first, second));
        Assert.Equal(ThreeWayKind.Conflict, row.Kind);
        Assert.Null(row.Base);
        Assert.Equal("Xây dựng nhà văn hóa thôn Đông.", row.Second[0].After!.Text);
    }

    [Fact]
    public void A_clause_taken_out_by_one_and_changed_by_the_other_is_a_conflict()
    {
        var row = Assert.Single(ThreeWay.Compare(Origin, Origin with { Clauses = [.. Origin.Clauses.Take(2)] }, Text("Đẩy mạnh thu ngân sách trên địa bàn xã.", "Hoàn thành 12 km đường bê tông.", "Giảm hộ nghèo xuống dưới 2,5%.")));
        Assert.Equal((ThreeWayKind.Conflict, ChangeKind.Deleted, ChangeKind.Edited), (row.Kind, row.First[0].Kind, row.Second[0].Kind));
    }

    [Fact]
    public void A_revision_beside_its_own_base_is_the_two_way_comparison()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var drafts = new RandomDraft(new Random(seed));
            var origin = drafts.New(20);
            var revision = drafts.Next(origin, 0.3, added: 2, removed: 1, moved: 1);
            var rows = ThreeWay.Compare(origin, revision, origin);
            Assert.All(rows, row => Assert.Equal(ThreeWayKind.First, row.Kind));
            Assert.Equal(TextComparison.Compare(origin, revision).Different.Count(), rows.Sum(row => row.First.Count));
            Assert.All(ThreeWay.Compare(origin, revision, revision), row => Assert.Equal(ThreeWayKind.Same, row.Kind));
        }
    }

    private static DraftText Text(params string[] paragraphs) => new("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về nhiệm vụ năm 2027", [.. paragraphs.Select((text, index) => RandomDraft.Paragraph($"c{index}", text))], [], SignatureBlock.Empty);
}
