using System.Text;
using Workflow.Documents.Checks;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Profiles;
using Xunit;

namespace Workflow.Documents.Tests.Checks;

/// <summary>What is found only beside other documents and lists of the organization, and what only looks like it.</summary>
public sealed class ContextTests
{
    private static readonly KnownTarget Poverty = new("07-NQ/ĐU", new(2025, 12, 30), "Tỷ lệ hộ nghèo", Comparator.LessThan, 1.5m, null, "%", "2026", "xã hội", null, "Tỷ lệ hộ nghèo còn dưới 1,5%");

    [Theory]
    [InlineData("Tỷ lệ hộ nghèo còn 2,5%.", true)]
    [InlineData("Tỷ lệ hộ nghèo dưới 2%.", true)]
    [InlineData("Hộ nghèo trên địa bàn xã còn 2%.", true)]
    [InlineData("Tỷ lệ hộ nghèo còn 1,2%.", false)]
    [InlineData("Tỷ lệ hộ nghèo còn 1,5%.", false)]
    [InlineData("Tỷ lệ hộ cận nghèo còn 2,5%.", false)]
    [InlineData("Tỷ lệ hộ nghèo vùng đồng bào dân tộc còn 12%.", false)]
    [InlineData("Đến năm 2030 tỷ lệ hộ nghèo còn 2,5%.", false)]
    [InlineData("Giảm tỷ lệ hộ nghèo 2,5%.", false)]
    [InlineData("Hộ nghèo còn 40 hộ.", false)]
    public void Another_document_contradicts_only_on_the_same_thing_of_the_same_year(string sentence, bool contradicts)
    {
        var found = Look($"I. CHỈ TIÊU\n\n- {sentence}\n\nII. NHIỆM VỤ\n\nLàm tốt.", new([Poverty], [], []));
        Assert.Equal(contradicts, found.Any(one => one.Code == "CROSS_DOC_CONFLICT"));
    }

    [Fact]
    public void A_finding_names_the_other_document_its_day_and_its_words()
    {
        var finding = Assert.Single(Look("I. CHỈ TIÊU\n\n- Tỷ lệ hộ nghèo còn 2,5%.\n\nII. NHIỆM VỤ\n\nLàm tốt.", new([Poverty], [], [])), one => one.Code == "CROSS_DOC_CONFLICT");
        Assert.Contains("07-NQ/ĐU ngày 30/12/2025", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ hộ nghèo còn dưới 1,5%", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tỷ lệ người dân tham gia bảo hiểm y tế", Comparator.MoreThan, 98, "%", "2025-2030", "Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 98%", "Năm 2030, tỷ lệ người dân tham gia bảo hiểm y tế đạt 96%.", "Warning")]
    [InlineData("Tỷ lệ người dân tham gia bảo hiểm y tế", Comparator.MoreThan, 98, "%", "2025-2030", "Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 98%", "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 96%.", null)]
    [InlineData("Tỷ lệ kết nạp đảng viên mới", Comparator.AtLeast, 3, "%", "2025-2030", "Hằng năm tỷ lệ kết nạp đảng viên mới từ 3% trở lên", "Tỷ lệ kết nạp đảng viên mới đạt 2%.", "Warning")]
    [InlineData("Tỷ lệ kết nạp đảng viên mới", Comparator.AtLeast, 3, "%", "2025-2030", "Tỷ lệ kết nạp đảng viên mới bình quân hằng năm từ 3% trở lên", "Tỷ lệ kết nạp đảng viên mới đạt 2%.", "Info")]
    [InlineData("Tỷ lệ kết nạp đảng viên mới", Comparator.AtLeast, 3, "%", "2025-2030", "Tỷ lệ kết nạp đảng viên mới bình quân hằng năm từ 3% trở lên", "Tỷ lệ kết nạp đảng viên mới đạt 4%.", null)]
    [InlineData("Tỷ lệ kết nạp đảng viên mới", Comparator.AtLeast, 3, "%", "2020-2025", "Hằng năm tỷ lệ kết nạp đảng viên mới từ 3% trở lên", "Tỷ lệ kết nạp đảng viên mới đạt 2%.", null)]
    public void A_target_of_the_term_binds_its_last_year_and_what_is_to_be_reached_every_year(string label, Comparator comparator, int value, string unit, string period, string quote, string sentence, string? severity)
    {
        var known = new KnownTarget("01-NQ/ĐH", new(2025, 8, 5), label, comparator, value, null, unit, period, null, null, quote);
        var found = Look($"I. CHỈ TIÊU\n\n- {sentence}\n\nII. NHIỆM VỤ\n\nLàm tốt.", new([known], [], []));
        Assert.Equal(severity, found.FirstOrDefault(one => one.Code == "CROSS_DOC_CONFLICT")?.Severity.ToString());
    }

    [Fact]
    public void A_document_that_this_one_amends_is_not_held_against_it()
    {
        const string Body = "I. CHỈ TIÊU\n\n- Tỷ lệ hộ nghèo còn 2,5%.\n\nII. NHIỆM VỤ\n\n";
        Assert.Contains(Look(Body + "Tiếp tục thực hiện Nghị quyết số 07-NQ/ĐU.", new([Poverty], [], [])), one => one.Code == "CROSS_DOC_CONFLICT");
        Assert.DoesNotContain(Look(Body + "Điều chỉnh chỉ tiêu tại Nghị quyết số 07-NQ/ĐU.", new([Poverty], [], [])), one => one.Code == "CROSS_DOC_CONFLICT");
    }

    [Fact]
    public void Incomes_are_compared_in_one_unit()
    {
        var income = new KnownTarget("07-NQ/ĐU", new(2025, 12, 30), "Thu ngân sách trên địa bàn", Comparator.AtLeast, 20, null, "tỷ đồng", "2026", null, null, "Thu ngân sách trên địa bàn đạt 20 tỷ đồng trở lên");
        Assert.DoesNotContain(Look("I. CHỈ TIÊU\n\n- Thu ngân sách đạt 20.000 triệu đồng.\n\nII. NHIỆM VỤ\n\nLàm tốt.", new([income], [], [])), one => one.Code == "CROSS_DOC_CONFLICT");
        Assert.Contains(Look("I. CHỈ TIÊU\n\n- Thu ngân sách đạt 18.000 triệu đồng.\n\nII. NHIỆM VỤ\n\nLàm tốt.", new([income], [], [])), one => one.Code == "CROSS_DOC_CONFLICT");
    }

    [Theory]
    [InlineData(NameKind.Person, "Đinh Văn Quảng", "Đồng chí Đinh Văn Quang chủ trì hội nghị.", "PERSON_NAME_VARIANT")]
    [InlineData(NameKind.Person, "Đinh Văn Quảng", "Đồng chí Đinh Văn Quảng chủ trì hội nghị.", null)]
    [InlineData(NameKind.Place, "Nà Lẹng", "Nhân dân Nà Lèng đoàn kết.", "PLACE_NAME_VARIANT")]
    [InlineData(NameKind.Place, "Nà Lẹng", "Nhân dân Nà Lẹng đoàn kết.", null)]
    [InlineData(NameKind.Body, "Trung tâm Chính trị", "Giao Trung tâm chính trị mở lớp.", "NAME_INCONSISTENT")]
    [InlineData(NameKind.Body, "Trung tâm Chính trị", "Giao Trung tâm Chính trị mở lớp.", null)]
    [InlineData(NameKind.Level, "Hợp tác xã cấp trên", "Các đơn vị báo cáo Hợp tác xã cấp trên kết quả.", "ABOLISHED_LEVEL")]
    public void Names_of_the_list_are_looked_for_in_the_text(NameKind kind, string name, string sentence, string? code)
    {
        var found = Look($"Mở đầu tốt đẹp.\n\n{sentence}", new([], [new(kind, name, [], kind == NameKind.Level ? new(2025, 6, 30) : null, null, "thử")], []));
        Assert.Equal(code, found.FirstOrDefault(one => one.Quote is { } quote && sentence.Contains(quote, StringComparison.Ordinal))?.Code);
    }

    [Fact]
    public void Two_people_whose_names_differ_in_marks_alone_may_both_be_listed()
    {
        var people = new[] { "Nguyễn Văn An", "Nguyễn Văn Ân" }.Select(name => new KnownName(NameKind.Person, name, [], null, null, "thử")).ToList();
        Assert.DoesNotContain(Look("Mở đầu tốt đẹp.\n\nĐồng chí Nguyễn Văn Ân và đồng chí Nguyễn Văn An.", new([], people, [])), one => one.Code == "PERSON_NAME_VARIANT");
    }

    [Fact]
    public void A_document_that_was_recalled_says_so_and_one_that_is_amended_is_cited_with_what_amends_it()
    {
        var recalled = new KnownDocument("05-NQ/ĐU", "x", null, "30/07/2025", new(2026, 3, 1), null, "trang hiệu lực") { Ended = "đã bị thu hồi" };
        var amended = new KnownDocument("06-NQ/ĐU", "x", null, "30/07/2025", null, null, "trang hiệu lực") { Amended = [("Nghị quyết số 09-NQ/ĐU ngày 01/02/2026 của Ban Chấp hành", new(2026, 2, 1))] };
        CheckContext on(DateOnly day) => new([], [], [recalled, amended]) { Today = day };
        var found = Look("Mở đầu tốt đẹp.\n\nThực hiện Nghị quyết số 05-NQ/ĐU và Nghị quyết số 06-NQ/ĐU.", on(new(2026, 3, 1)));
        Assert.Contains("đã bị thu hồi từ ngày 01/03/2026", Assert.Single(found, one => one.Code == "CITATION_OUT_OF_FORCE").Reason, StringComparison.Ordinal);
        Assert.Contains("sửa đổi, bổ sung bởi Nghị quyết số 09-NQ/ĐU", Assert.Single(found, one => one.Code == "CITATION_AMENDED").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Look("Mở đầu tốt đẹp.\n\nThực hiện Nghị quyết số 06-NQ/ĐU, được sửa đổi bởi Nghị quyết số 09-NQ/ĐU.", on(new(2026, 3, 1))), one => one.Code == "CITATION_AMENDED");
        Assert.DoesNotContain(Look("Mở đầu tốt đẹp.\n\nThực hiện Nghị quyết số 06-NQ/ĐU.", on(new(2026, 1, 31))), one => one.Code == "CITATION_AMENDED");
    }

    [Fact]
    public void A_document_out_of_force_is_named_with_what_replaces_it_from_its_day_on()
    {
        var known = new KnownDocument("05-QC/ĐU", "Quy chế làm việc", "Ban Chấp hành", "2025", new(2026, 3, 1), "Quy chế số 02-QC/ĐU", "Sổ văn bản");
        const string Body = "Mở đầu tốt đẹp.\n\nThực hiện Quy chế số 05-QC/ĐU, ngày 30/7/2025 của Ban Chấp hành Đảng bộ xã.";
        var finding = Assert.Single(Look(Body, new([], [], [known]) { Today = new(2026, 3, 1) }), one => one.Code == "CITATION_OUT_OF_FORCE");
        Assert.Equal("Quy chế số 02-QC/ĐU", finding.Proposal);
        Assert.DoesNotContain(Look(Body, new([], [], [known]) { Today = new(2026, 2, 28) }), one => one.Code == "CITATION_OUT_OF_FORCE");
    }

    [Fact]
    public void Shipped_lists_are_whole()
    {
        Assert.All(CheckContext.Shipped.Documents, known => Assert.True(ListedDocument.SymbolOf(known.Symbol) == known.Symbol && ListedDocument.IssuedOf(known.Issued) == known.Issued && known.Source.Length > 0, known.Symbol));
        Assert.All(CheckContext.Shipped.Documents, known => Assert.Equal(known.EndsOn is null, known.ReplacedBy is null));
        Assert.All(CheckContext.Shipped.Names, name => Assert.True(name.Name.Length > 0 && name.Source.Length > 0 && (name.Kind == NameKind.Level) == name.To.HasValue, name.Name));
        Assert.Equal(CheckContext.Shipped.Documents.Count, CheckContext.Shipped.Documents.Select(known => known.Symbol).Distinct().Count());
    }

    private static IReadOnlyList<Finding> Look(string body, CheckContext context) =>
        DocumentChecks.Of(ImportTests.Read(Encoding.UTF8.GetBytes($"NGHỊ QUYẾT\n\nVề nhiệm vụ năm 2026\n\n{body}\n\nNơi nhận:\n- Lưu Văn phòng Đảng ủy.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nNguyễn Văn An\n")).Text, null, context);
}
