using System.Text;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Headings and title lines that only some kinds of documents have.</summary>
public sealed class HeadingTests
{
    [Theory]
    [InlineData("Mục 1\n\nNHIỆM VỤ")]
    [InlineData("Mục 1. Nhiệm vụ")]
    [InlineData("MỤC 1\n\nNHIỆM VỤ")]
    [InlineData("Mục I. NHIỆM VỤ")]
    public void A_section_stands_between_chapter_and_article(string section)
    {
        var second = section.Replace("1", "2", StringComparison.Ordinal).Replace(" I.", " II.", StringComparison.Ordinal);
        var text = Read($"QUY CHẾ\n\nLàm việc của Ban Chấp hành\n\nChương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\nQuy chế này áp dụng cho Ban Chấp hành.\n\nChương II\n\nLÀM VIỆC\n\n{section}\n\nĐiều 2. Trách nhiệm\n\nThực hiện theo Mục 1 Quy chế này.\n\n{second}\n\nĐiều 3. Chế độ\n\nHọp mỗi tháng một lần.\n");
        Assert.Equal([0, 1, 0, 1, 2, 1, 2], Outline.Of(text.Text).Select(entry => entry.Level));
        Assert.Equal("nhiệm vụ", Outline.Of(text.Text)[3].Text.ToLowerInvariant());
        Assert.DoesNotContain(text.Notes, note => note.Code == "LABEL_ORDER");
    }

    [Fact]
    public void A_sentence_that_names_a_section_is_no_heading()
    {
        var text = Read("NGHỊ QUYẾT\n\nVề thử\n\nI. TÌNH HÌNH\n\nMục 1 Nghị quyết số 05 đã nêu rõ nhiệm vụ.\n\nMục 2 của Chương trình cũng vậy.\n");
        Assert.Single(Outline.Of(text.Text));
    }

    [Theory]
    [InlineData("V/v tăng cường phòng cháy")]
    [InlineData("V/v: tăng cường phòng cháy")]
    [InlineData("V/v. tăng cường phòng cháy")]
    [InlineData("v/v tăng cường phòng cháy")]
    [InlineData("Về việc tăng cường phòng cháy")]
    public void A_letter_is_known_by_its_subject_line(string line)
    {
        var letter = Read($"ĐẢNG BỘ TỈNH X\nĐẢNG ỦY XÃ Y\n*\nSố 12-CV/ĐU\n{line}\n\nKính gửi: Các chi bộ trực thuộc.\n\nThực hiện chỉ đạo của cấp trên, Đảng ủy yêu cầu các chi bộ triển khai ngay.\n");
        Assert.Equal(("CV", "tăng cường phòng cháy"), (letter.Text.Type.Abbreviation, letter.Text.Subject.Replace("Về việc ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("QUYẾT ĐỊNH\nV/v kiện toàn Ban Chỉ đạo")]
    [InlineData("QUYẾT ĐỊNH\n\nV/v: kiện toàn Ban Chỉ đạo")]
    [InlineData("QUYẾT ĐỊNH V/v kiện toàn Ban Chỉ đạo")]
    public void A_subject_may_be_written_short(string title) =>
        Assert.EndsWith("kiện toàn Ban Chỉ đạo", Read($"{title}\n\nCăn cứ Điều lệ Đảng;\n\nĐiều 1. Kiện toàn Ban Chỉ đạo gồm các đồng chí sau đây.\n").Text.Subject, StringComparison.Ordinal);

    private static Workflow.Documents.Import.ImportedDraft Read(string text) => ImportTests.Read(Encoding.UTF8.GetBytes(text));
}
