using System.Text;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Xunit;

namespace Workflow.Documents.Tests.Checks;

/// <summary>Each rule on a sentence that breaks it and on one that only looks so.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("ARITHMETIC_SUM", "Toàn xã có 120 hộ được hỗ trợ. Trong đó có 50 hộ nghèo, 40 hộ cận nghèo, 20 hộ khác.", "Toàn xã có 110 hộ được hỗ trợ. Trong đó có 50 hộ nghèo, 40 hộ cận nghèo, 20 hộ khác.")]
    [InlineData("ARITHMETIC_SUM", "Nguồn vốn 2.000 triệu đồng, trong đó: ngân sách 1.500 triệu đồng; đóng góp 700 triệu đồng.", "Nguồn vốn 2 tỷ đồng, trong đó: ngân sách 1.500 triệu đồng; đóng góp 500 triệu đồng.")]
    [InlineData("ARITHMETIC_PERCENT", "Có 45/60 chi bộ đạt chuẩn (70%).", "Có 45/60 chi bộ đạt chuẩn (75%).")]
    [InlineData("ROUNDING", "Có 46/60 chi bộ đạt chuẩn (76,6%).", "Có 46/60 chi bộ đạt chuẩn (76,7%).")]
    [InlineData("RANGE_OVERLAP", "Chia lớp từ 18 đến 30 tuổi, từ 25 đến 45 tuổi, từ 46 đến 60 tuổi.", "Chia lớp từ 18 đến 30 tuổi, từ 31 đến 45 tuổi, từ 46 đến 60 tuổi.")]
    [InlineData("RANGE_REVERSED", "Thực hiện trong giai đoạn 2030-2026.", "Thực hiện trong giai đoạn 2026-2030.")]
    [InlineData("NUMBER_GROUPING", "Giá trị đạt 1,250,300 triệu đồng.", "Giá trị đạt 1.250.300 triệu đồng, tăng 1,25%.")]
    [InlineData("DECIMAL_POINT", "Tỷ lệ đạt 95.5% số hộ.", "Tỷ lệ đạt 95,5% số hộ, thu 1.955 triệu đồng.")]
    [InlineData("MISSING_SPACE", "Tổng đàn hiện có:1.200 con trâu.", "Tổng đàn hiện có: 1.200 con trâu.")]
    [InlineData("DATE_IMPOSSIBLE", "Hoàn thành trước ngày 31/11/2026 theo kế hoạch.", "Hoàn thành trước ngày 30/11/2026 theo kế hoạch.")]
    [InlineData("DATE_AFTER_DOCUMENT", "Tính đến ngày 15/12/2027, toàn xã có 30 chi bộ.", "Tính đến ngày 15/12/2026, toàn xã có 30 chi bộ; phấn đấu xong trước ngày 15/12/2027.")]
    [InlineData("SUBSET_AMBIGUOUS", "Có 20/80 đảng viên xuất sắc, 80/100 đảng viên hoàn thành tốt.", "Có 20/100 đảng viên xuất sắc, 80/100 đảng viên hoàn thành tốt.")]
    [InlineData("UNBALANCED_PARENTHESIS", "Phát triển kinh tế (nhất là du lịch và dịch vụ.", "Phát triển kinh tế (nhất là du lịch) và a) dịch vụ.")]
    [InlineData("UNBALANCED_QUOTE", "Phong trào “Đoàn kết lan rộng.", "Phong trào “Đoàn kết” lan rộng.")]
    [InlineData("MISSING_PUNCTUATION", "(1) Hộ nghèo: 2% (2) Nước sạch: 95%. (3) Rác thải: 90%.", "(1) Hộ nghèo: 2%. (2) Nước sạch: 95%. (3) Rác thải: 90%.")]
    [InlineData("HEADING_DUPLICATE_LABEL", "1. Kinh tế\n\nTốt.\n\n2. Văn hóa\n\nTốt.\n\n2. Quốc phòng\n\nTốt.", "1. Kinh tế\n\nTốt.\n\n2. Văn hóa\n\nTốt.\n\n3. Quốc phòng\n\nTốt.")]
    [InlineData("CAPITAL_AFTER_SEMICOLON", "Kinh tế phát triển, đời sống ổn định; Công tác cán bộ được quan tâm; giáo dục tiến bộ.", "Kinh tế phát triển; công tác cán bộ được quan tâm; Ủy ban Kiểm tra tích cực.")]
    [InlineData("DOUBLED_WORD", "Chỉ đạo các các đơn vị thực hiện.", "Ngày ngày chỉ đạo các đơn vị, luôn luôn đôn đốc.")]
    [InlineData("DOUBLED_PUNCTUATION", "Kinh tế,, văn hóa phát triển.", "Kinh tế, văn hóa phát triển,...")]
    [InlineData("PLACE_NAME_VARIANT", "Nhân dân xã Tân Hòa đoàn kết. Cán bộ xã Tấn Hòa gương mẫu.", "Nhân dân xã Tân Hòa đoàn kết. Cán bộ xã Tân Hoà gương mẫu, giao lưu với xã Bình Yên.")]
    [InlineData("WRONG_WORD", "Giải quyết các vụ việc tồn động, kéo dài.", "Giải quyết các vụ việc tồn đọng, kéo dài.")]
    [InlineData("WRONG_WORD", "Công tác phối hợp giữ các ngành chặt chẽ.", "Công tác phối hợp giữa các ngành chặt chẽ, giữ vững an ninh.")]
    [InlineData("MISSING_SYLLABLE", "Các đơn vị triển các nhiệm vụ được giao.", "Các đơn vị triển khai, phát triển các nhiệm vụ được giao.")]
    [InlineData("MISSING_SYLLABLE", "Các chi bộ được khuyến tham gia phong trào.", "Các chi bộ được khuyến khích tham gia phong trào, công tác khuyến học.")]
    [InlineData("MISSING_SYLLABLE", "Ban Chỉ đạo có trách đôn đốc các đơn vị.", "Ban Chỉ đạo có trách nhiệm đôn đốc, tự trách mình.")]
    [InlineData("WRONG_WORD", "Kịp thời bổ xung nguồn lực cho cơ sở.", "Kịp thời bổ sung nguồn lực, xung phong đi đầu.")]
    [InlineData("WRONG_WORD", "Đẩy mạnh kỷ thuật canh tác mới.", "Đẩy mạnh kỹ thuật canh tác, giữ nghiêm kỷ luật.")]
    [InlineData("CITATION_ISSUER_CONFLICT", "Thực hiện Nghị quyết số 68-NQ/TW của Ban Bí thư.", "Thực hiện Nghị quyết số 69-NQ/TW của Ban Bí thư.")]
    [InlineData("GARBLED_PHRASE", "Đảng ủy xã ủy đã chỉ đạo.", "Đảng ủy xã và các Đảng ủy xã, Ủy ban đã chỉ đạo.")]
    [InlineData("CITATION_TYPE_MISMATCH", "Thực hiện Nghị quyết số 12-CT/TU ngày 05/3/2026.", "Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2026.")]
    [InlineData("CITATION_FORMAT", "Nghỉ theo NĐ178 của Chính phủ.", "Nghỉ theo Nghị định số 178/2024/NĐ-CP của Chính phủ.")]
    [InlineData("CITATION_ISSUER_CONFLICT", "Thực hiện Nghị quyết số 57-NQ/TW của Ban Chấp hành Trung ương.", "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị.")]
    [InlineData("ABOLISHED_LEVEL", "Định kỳ báo cáo UBND huyện kết quả.", "Trước đây, UBND huyện đã quan tâm đầu tư.")]
    [InlineData("TONE_MARK_STYLE", "Xây dựng gia đình văn hóa, hoà giải ở cơ sở.", "Xây dựng gia đình văn hóa, hòa giải ở cơ sở, quý trọng.")]
    [InlineData("QUOTE_STYLE_MIXED", "Phong trào “Đoàn kết” và mô hình \"Dân vận\".", "Phong trào “Đoàn kết” và mô hình “Dân vận”.")]
    [InlineData("OBSOLETE_TERM", "Cung cấp dịch vụ công trực tuyến mức độ 3, 4.", "Cung cấp dịch vụ công trực tuyến toàn trình, ở mức độ cao.")]
    [InlineData("NUMERAL_STYLE", "Đại hội Đảng bộ lần thứ 2 và Đại hội Đảng lần thứ XIV.", "Đại hội Đảng bộ lần thứ II và Hội nghị lần thứ 4.")]
    [InlineData("RUN_TOGETHER_ABBREVIATION", "Giữ vững ANCTTTATXH trên địa bàn.", "Giữ vững ANCT, TTATXH trên địa bàn.")]
    [InlineData("ARITHMETIC_SUM", "Tiếp nhận 11 đơn, đã giải quyết 9 đơn, còn 3 đơn.", "Tiếp nhận 11 đơn, đã giải quyết 9 đơn, còn 2 đơn.")]
    [InlineData("ARITHMETIC_SUM", "Đảng bộ có 42 tổ chức đảng (12 đảng bộ, 31 chi bộ).", "Đảng bộ có 43 tổ chức đảng (12 đảng bộ, 31 chi bộ), 5 trường (68 lớp, 2.100 học sinh).")]
    [InlineData("ARITHMETIC_SUM", "| Đơn vị | Số hộ |\n| Thôn Đông | 40 |\n| Thôn Tây | 55 |\n| Tổng cộng | 105 |", "| Đơn vị | Số hộ | Tỷ lệ % |\n| Thôn Đông | 40 | 20 |\n| Thôn Tây | 55 | 30 |\n| Tổng cộng | 95 | 25 |")]
    [InlineData("ARITHMETIC_PRODUCT", "Hỗ trợ 12 thôn, mỗi thôn 15 triệu đồng, tổng kinh phí 190 triệu đồng.", "Hỗ trợ 12 thôn, mỗi thôn 15 triệu đồng, tổng kinh phí 180 triệu đồng.")]
    [InlineData("ARITHMETIC_PRODUCT", "Gieo cấy 450 ha, năng suất 60 tạ/ha, sản lượng 3.700 tấn.", "Gieo cấy 450 ha, năng suất 60,1 tạ/ha, sản lượng 2.700 tấn.")]
    [InlineData("ARITHMETIC_CHANGE", "Số vụ giảm từ 12 vụ xuống còn 9 vụ (giảm 35%).", "Số vụ giảm từ 12 vụ xuống còn 9 vụ (giảm 25%).")]
    [InlineData("ARITHMETIC_CHANGE", "Toàn xã có 26 mô hình, tăng 4 mô hình so với cùng kỳ (20 mô hình).", "Toàn xã có 26 mô hình, tăng 6 mô hình so với cùng kỳ (20 mô hình).")]
    [InlineData("ARITHMETIC_PERCENT", "Thu 11,2 tỷ đồng/20 tỷ đồng, bằng 61% dự toán.", "Thu 11,2 tỷ đồng/20 tỷ đồng, bằng 56% dự toán.")]
    [InlineData("TARGET_CONFLICT", "I. MỤC TIÊU\n\nPhấn đấu đến cuối năm 2026 tỷ lệ hộ nghèo còn dưới 1%.\n\nII. CHỈ TIÊU\n\n- Tỷ lệ hộ nghèo còn 1,5%.", "I. MỤC TIÊU\n\nPhấn đấu đến năm 2030 tỷ lệ hộ nghèo còn dưới 1%.\n\nII. CHỈ TIÊU\n\n- Tỷ lệ hộ nghèo còn 1,5%.")]
    [InlineData("HEADING_LABEL_ORDER", "a) Làm tốt việc một.\n\nb) Làm tốt việc hai.\n\nc) Làm tốt việc ba.\n\nd) Làm tốt việc bốn.\n\ne) Làm tốt việc năm.", "a) Làm tốt việc một.\n\nb) Làm tốt việc hai.\n\nc) Làm tốt việc ba.\n\nd) Làm tốt việc bốn.\n\nđ) Làm tốt việc năm.\n\ne) Làm tốt việc sáu.")]
    [InlineData("DOUBLED_WORD", "Bồi dưỡng lý luận lý luận chính trị.", "Đảng ủy Ủy ban nhân dân xã bồi dưỡng lý luận chính trị, xử lý hành vi vi phạm.")]
    [InlineData("SPACE_BEFORE_PUNCTUATION", "Còn sai sót về thể thức . Việc phối hợp tốt.", "Còn sai sót về thể thức. Việc phối hợp tốt...")]
    [InlineData("PLACE_NAME_VARIANT", "Tại thôn Nà Lẹng, Bản Mòn; đất đai ở thôn Nà Lẹn còn sơ hở.", "Tại thôn Nà Lẹng, Bản Mòn; đất đai ở thôn Nà Lẹng còn sơ hở.")]
    [InlineData("PLACE_NAME_VARIANT", "Nạo vét kênh Đồng Chiêm; kè kênh Đồng Chiên trước mùa mưa.", "Nạo vét kênh Đồng Chiêm; kè kênh Đồng Lát trước mùa mưa.")]
    [InlineData("NAME_INCONSISTENT", "Giao Ban xây dựng Đảng tham mưu.", "Giao Ban Xây dựng Đảng tham mưu xây dựng Đảng.")]
    [InlineData("CAPITALISATION", "Báo cáo Ban chấp hành Đảng bộ xã.", "Báo cáo Ban Chấp hành Đảng bộ xã.")]
    [InlineData("WRONG_WORD", "Phối hợp chưa chặc chẽ giữa các ngành.", "Phối hợp chưa chặt chẽ giữa các ngành.")]
    [InlineData("WRONG_WORD", "Còn nể nang, ngại va trạm.", "Còn nể nang, ngại va chạm, bình quân hằng năm.")]
    [InlineData("WRONG_WORD", "Nâng cao hiệu qủa công việc.", "Nâng cao hiệu quả công việc, kịp thời sửa chữa khuyết điểm, bêtông hóa.")]
    [InlineData("WRONG_WORD", "Phát triển công ngiệp, dịch vụ.", "Phát triển công nghiệp, giữ gìn, giếng nước, quý trọng, khuỷu, ngoằn ngoèo, thuở xưa.")]
    [InlineData("MISSING_SYLLABLE", "Triển các dự án trọng điểm.", "Triển khai các dự án trọng điểm.")]
    [InlineData("CITATION_OUT_OF_FORCE", "Thực hiện Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương.", "Thực hiện Quy định số 24-QĐ/TW, ngày 15/6/2011; thay thế Quy định số 24-QĐ/TW.")]
    [InlineData("ABOLISHED_LEVEL", "Thực hiện Nghị quyết số 18-NQ/HU về công tác dân vận.", "Thực hiện Nghị quyết số 18-NQ/TU về công tác dân vận.")]
    [InlineData("STATE_END_SIGN", "Nghị quyết phổ biến đến chi bộ./.", "Nghị quyết phổ biến đến chi bộ.")]
    [InlineData("DEADLINE_DAY_OFF", "Mở đầu tốt đẹp.\n\nCác chi bộ báo cáo trước ngày 29/11/2026.", "Mở đầu tốt đẹp.\n\nCác chi bộ báo cáo trước ngày 30/11/2026, số liệu tính đến ngày 29/11/2026.")]
    [InlineData("MISSING_FINAL_PUNCTUATION", "1. Cấp ủy chưa quan tâm đúng mức; còn 5 thôn chưa có nguồn kết nạp\n\n2. Việc tham mưu của một số cơ quan còn chậm.\n\n3. Cán bộ còn thiếu kinh nghiệm.", "1. Cấp ủy chưa quan tâm đúng mức; còn 5 thôn chưa có nguồn kết nạp.\n\n2. Việc tham mưu của một số cơ quan còn chậm.\n\n3. Cán bộ còn thiếu kinh nghiệm.")]
    [InlineData("ASSIGNMENT_WITHOUT_LEAD", "I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy theo dõi, tổng hợp.\n\n2. Khẩn trương xây dựng đề án sắp xếp trường lớp.\n\n3. Các chi bộ tổ chức thực hiện.", "I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy theo dõi, tổng hợp.\n\n2. Ủy ban nhân dân xã xây dựng đề án sắp xếp trường lớp.\n\n3. Các chi bộ tổ chức thực hiện.")]
    [InlineData("ACTOR_NOT_RECIPIENT", "I. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã xây dựng kế hoạch thực hiện.", "I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy xây dựng kế hoạch thực hiện.")]
    public void A_rule_sees_what_breaks_it_and_nothing_else(string code, string broken, string sound)
    {
        var finding = Assert.Single(Look(broken), one => one.Code == code);
        Assert.NotEmpty(finding.Reason);
        Assert.DoesNotContain(Look(sound), one => one.Code == code);
    }

    [Fact]
    public void A_finding_names_its_clause_line_words_and_proposal()
    {
        var finding = Assert.Single(Look("Mở đầu tốt đẹp.\n\nTỷ lệ đạt 95.5% số hộ."), one => one.Code == "DECIMAL_POINT");
        Assert.Equal((7, Severity.Warning, "95,5%"), (finding.Line!.Value, finding.Severity, finding.Proposal));
        Assert.Contains("95.5%", finding.Quote, StringComparison.Ordinal);
        Assert.NotNull(finding.ClauseId);
    }

    [Fact]
    public void A_rule_can_be_switched_off()
    {
        var draft = Read("Tỷ lệ đạt 95.5% số hộ.");
        Assert.Equal(DocumentChecks.Keys.Count, DocumentChecks.Keys.Distinct().Count());
        Assert.Contains(DocumentChecks.Of(draft), one => one.Code == "DECIMAL_POINT");
        Assert.DoesNotContain(DocumentChecks.Of(draft, new HashSet<string> { "figures.grouping" }), one => one.Code == "DECIMAL_POINT");
        Assert.DoesNotContain(DocumentChecks.Of(draft.Text), one => one.Code == "MISSING_HEADER");
    }

    private static IReadOnlyList<Finding> Look(string body) => DocumentChecks.Of(Read(body));

    private static ImportedDraft Read(string body) => ImportTests.Read(Encoding.UTF8.GetBytes($"NGHỊ QUYẾT\n\nVề nhiệm vụ năm 2026\n\n{body}\n\nNơi nhận:\n- Lưu Văn phòng Đảng ủy.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nNguyễn Văn An\n"));
}
