using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Publishing;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Xunit;
using static Workflow.Domain.Issuing.PublicationMatter;

namespace Workflow.Documents.Tests.Publishing;

/// <summary>What has to be looked at before a text is for everybody, and what only looks like it.</summary>
public sealed class PublicationCheckTests
{
    [Theory]
    [InlineData("Ông có căn cước công dân số 058085001234.", IdentityPaper, "058085001234")]
    [InlineData("CCCD: 058 085 001 234 cấp ngày 01/02/2021", IdentityPaper, "058 085 001 234")]
    [InlineData("Người nhận có số 058085001234 trong danh sách.", IdentityPaper, "058085001234")]
    [InlineData("Chứng minh nhân dân số 264.123.456", IdentityPaper, "264.123.456")]
    [InlineData("Người nhận ghi số 264123456.", IdentityPaper, "264123456")]
    [InlineData("Hộ chiếu số B1234567", IdentityPaper, "B1234567")]
    [InlineData("Liên hệ số điện thoại 0912345678 để biết thêm.", Phone, "0912345678")]
    [InlineData("Điện thoại: 0912.345.678", Phone, "0912.345.678")]
    [InlineData("Gọi +84 912 345 678 trong giờ hành chính.", Phone, "+84 912 345 678")]
    [InlineData("Văn phòng: 0259 3824 567", Phone, "0259 3824 567")]
    [InlineData("Gửi về nguyen.van-a@gmail.com trước ngày 5/5.", Mail, "nguyen.van-a@gmail.com")]
    [InlineData("Ủng hộ vào số tài khoản 1903 4567 8901 234 tại Agribank.", BankAccount, "1903 4567 8901 234")]
    [InlineData("STK: 19034567890", BankAccount, "19034567890")]
    [InlineData("Bà thường trú tại thôn Đồng Tâm, xã Thanh Sơn.", Address, "thôn Đồng Tâm, xã Thanh Sơn")]
    [InlineData("Nhà ở số nhà 12, đường Lê Lợi.", Address, "số nhà 12, đường Lê Lợi")]
    [InlineData("Địa chỉ: tổ 5, khu phố 2", Address, "tổ 5, khu phố 2")]
    [InlineData("Đồng chí sinh ngày 05/6/1980.", BirthDate, "05/6/1980")]
    [InlineData("Đồng chí (sinh năm 1980) được biểu dương.", BirthDate, "1980")]
    [InlineData("SN 1980", BirthDate, "1980")]
    [InlineData("sinh ngày 5 tháng 6 năm 1980", BirthDate, "5 tháng 6 năm 1980")]
    [InlineData("Giải quyết đơn của ông Trần Văn Bình ở thôn 3.", Petitioner, "Trần Văn Bình")]
    [InlineData("Bà N.T.H khiếu nại về bồi thường.", Petitioner, "N.T.H")]
    [InlineData("Nội dung tố cáo của Lò Thị Mai là đúng một phần.", Petitioner, "Lò Thị Mai")]
    [InlineData("Khai trừ khỏi Đảng đồng chí Phạm Văn Cường.", Disciplined, "Phạm Văn Cường")]
    [InlineData("Thực hiện theo Công văn mật số 12.", Secrecy, "Công văn mật")]
    [InlineData("Tài liệu này lưu hành nội bộ.", Circulation, "lưu hành nội bộ")]
    public void What_tells_of_a_person_or_is_not_for_everybody_is_found_with_its_words(string sentence, PublicationMatter matter, string words)
    {
        var found = Assert.Single(Look(sentence));
        Assert.Equal((matter, words, "Mục “I. MỘT MỤC”, đoạn 1", "c1", false), (found.Matter, found.Words, found.Place, found.ClauseId, found.IsBar));
        Assert.Equal(sentence, found.Quote);

        // Typed otherwise, it is the same: decomposed letters, wide digits, signs that nobody sees, spaces that do not break.
        string[] otherwise = [sentence.Normalize(NormalizationForm.FormD), string.Concat(sentence.Select(letter => letter is >= '0' and <= '9' ? (char)('０' + (letter - '0')) : letter)), string.Join('\u200B', sentence.ToCharArray()), sentence.Replace(' ', '\u00A0'), string.Join("\u00AD", sentence.Normalize(NormalizationForm.FormD).ToCharArray())];
        Assert.All(otherwise, one => Assert.Equal([(matter, words)], Look(one).Select(again => (again.Matter, again.Words))));
    }

    [Theory]
    [InlineData("Thu ngân sách đạt 264.123.456 đồng, chi 150000000 đồng.")]
    [InlineData("Tổng giá trị 084.912.345.678 đồng.")]
    [InlineData("Nghị quyết số 07-NQ/ĐU, ngày 09/12/2026; Công văn số 0912/UBND-VP ngày 03.05.2026.")]
    [InlineData("Nhiệm kỳ 2025-2030, giai đoạn 2021 - 2025, tăng 10,25%.")]
    [InlineData("Học sinh năm 2025 đạt giải; sinh viên năm 2026; vệ sinh năm 2026; phát sinh năm 2025.")]
    [InlineData("Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh.")]
    [InlineData("Mở 1.250 tài khoản định danh điện tử, đạt 95%; tài khoản số được dùng nhiều.")]
    [InlineData("Đảng viên giữ mối liên hệ với nơi cư trú; quản lý cư trú tại địa bàn; đăng ký thường trú qua mạng.")]
    [InlineData("Đảng viên cư trú tại các thôn phải nêu gương.")]
    [InlineData("Công tác tiếp công dân, giải quyết khiếu nại, tố cáo được thực hiện kịp thời.")]
    [InlineData("Đồng chí Bí thư tiếp công dân định kỳ; công dân Việt Nam có quyền khiếu nại, tố cáo.")]
    [InlineData("Học tập tư tưởng, đạo đức Hồ Chí Minh gắn với giải quyết đơn thư tại đường Nguyễn Văn Trỗi và trường Lê Quý Đôn.")]
    [InlineData("Đồng chí Nguyễn Văn Thành, Bí thư Đảng ủy, chủ trì hội nghị.")]
    [InlineData("Thi hành kỷ luật 2 đảng viên; khiển trách 1, cảnh cáo 1.")]
    [InlineData("Bảo vệ bí mật nhà nước; sản xuất mật ong đạt 2 tấn; báo cáo mật độ dân số.")]
    [InlineData("Công khai kế hoạch; chuẩn bị tài liệu hội nghị; tăng cường đoàn kết nội bộ.")]
    [InlineData("Hộ nghèo còn 123456789 lượt kiểm đếm 084 hộ.")]
    public void What_only_looks_like_it_is_left_alone(string sentence)
    {
        Assert.Empty(Look(sentence));
        Assert.Empty(Look(sentence.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("MẬT")]
    [InlineData("(Tuyệt mật)")]
    [InlineData("TỐI MẬT")]
    [InlineData("Độ mật: Tối mật")]
    public void A_mark_of_secrecy_is_a_bar_that_no_answer_lifts(string line)
    {
        Assert.All(new[] { line, line.Normalize(NormalizationForm.FormD) }, one => Assert.True(Assert.Single(Look(one)).IsBar));
        Assert.True(Assert.Single(PublicationCheck.Of(Text(new Clause("a", ClauseKind.Paragraph, 1, "", [new("Một đoạn.")])), new PaperMarks(Secrecy: "Mật"))).IsBar);
        Assert.False(Assert.Single(PublicationCheck.Of(Text(new Clause("a", ClauseKind.Paragraph, 1, "", [new("Một đoạn.")])), new PaperMarks(Circulation: "Lưu hành nội bộ"))).IsBar);
    }

    [Fact]
    public void The_subject_the_recipients_footnotes_and_every_cell_are_looked_at_and_places_say_where()
    {
        var table = new Clause("t", ClauseKind.Table, 2, "", [], [["Họ tên", "Ngày sinh", "Nơi ở", "Số tài khoản"], ["Lò Thị Mai", "01/02/1990", "Thôn Đồng Tâm", "123 456 789"], ["Vàng A Sùng", "1985", "Bản Mới", ""]]);
        var text = Text(new Clause("h", ClauseKind.Heading, 1, "II.", [new("GIẢI QUYẾT ĐƠN THƯ")]), table, new Clause("f", ClauseKind.Footnote, 2, "1", [new("Điện thoại 0987654321")])) with
        {
            Subject = "Về đơn của bà Trần Thị Lan",
            Recipients = [new("Các chi bộ"), new("Ông Đỗ Văn Năm, thường trú tại thôn 3")],
        };
        var found = PublicationCheck.Of(text);
        Assert.Equal(
            [
                "Petitioner Tên loại, trích yếu: Trần Thị Lan",
                "Petitioner Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 2, cột 1: Lò Thị Mai",
                "BirthDate Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 2, cột 2: 01/02/1990",
                "Address Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 2, cột 3: Thôn Đồng Tâm",
                "BankAccount Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 2, cột 4: 123 456 789",
                "Petitioner Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 3, cột 1: Vàng A Sùng",
                "BirthDate Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 3, cột 2: 1985",
                "Address Mục “II. GIẢI QUYẾT ĐƠN THƯ”, bảng ở đoạn 1, dòng 3, cột 3: Bản Mới",
                "Phone Mục “II. GIẢI QUYẾT ĐƠN THƯ”, chú thích 2: 0987654321",
                "Address Nơi nhận, dòng 2: thôn 3",
            ],
            found.Select(one => $"{one.Matter} {one.Place}: {one.Words}"));
        Assert.Equal(64, PublicationCheck.Hash(found).Length);
        Assert.NotEqual(PublicationCheck.Hash(found), PublicationCheck.Hash(found.Skip(1)));
    }

    [Fact]
    public void A_name_counts_beside_the_sentence_that_speaks_of_the_complaint_but_not_far_from_it()
    {
        static Clause Line(string id, string words) => new(id, ClauseKind.Paragraph, 2, "", [new(words)]);
        var found = PublicationCheck.Of(Text(Line("a", "Thường trực đã nhận đơn tố cáo."), Line("b", "Ông Trần Văn Bình nêu ba việc."), Line("c", "Giao Ủy ban Kiểm tra."), Line("d", "Đồng chí Lê Văn Hải báo cáo ngân sách.")));
        Assert.Equal(["Trần Văn Bình"], found.Select(one => one.Words));
    }

    [Fact]
    public void A_list_of_people_is_cut_and_long_rubbish_is_read_in_time()
    {
        var many = Enumerable.Range(0, 500).Select(index => new Clause($"c{index}", ClauseKind.Paragraph, 1, "", [new($"Số 09123{index:00000}")])).ToArray();
        Assert.Equal(PublicationCheck.Most + 1, PublicationCheck.Of(Text(many)).Count);
        string[] rubbish = [new('0', 300_000), string.Concat(Enumerable.Repeat("trú tại ", 40_000)), string.Concat(Enumerable.Repeat("Nguyễn ", 40_000)) + "đơn thư", string.Concat(Enumerable.Repeat("căn cước ", 40_000)), string.Concat(Enumerable.Repeat("a.", 100_000)) + "@", string.Concat(Enumerable.Repeat("1 ", 100_000))];
        foreach (var one in rubbish)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            PublicationCheck.Of(Text(new Clause("c", ClauseKind.Paragraph, 1, "", [new(one)])));
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{one[..20]}: {clock.Elapsed}");
        }
    }

    private static IReadOnlyList<PublicationFinding> Look(string sentence) =>
        PublicationCheck.Of(Text(new Clause("h1", ClauseKind.Heading, 1, "I.", [new("MỘT MỤC")]), new Clause("c1", ClauseKind.Paragraph, 2, "", [new(sentence)])));

    private static DraftText Text(params Clause[] clauses) => new("nghi-quyet", BodyKind.ExecutiveCommittee, "CỦA BAN CHẤP HÀNH", "Về phát triển kinh tế", clauses, [new("Các chi bộ")], new("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành"));
}
