using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Domain.FollowUp;
using Xunit;

namespace Workflow.Documents.Tests.Reading;

/// <summary>Targets, duties and tasks, a sentence at a time.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch đạt trên 95%.", "gt 95 %")]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch đạt từ 95% trở lên.", "gte 95 %")]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch đạt ít nhất 95%.", "gte 95 %")]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch không thấp hơn 95%.", "gte 95 %")]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch: ≥ 95%.", "gte 95 %")]
    [InlineData("Tỷ lệ hộ dân dùng nước sạch: > 95%.", "gt 95 %")]
    [InlineData("Tỷ lệ hộ nghèo dưới 0,2%.", "lt 0.2 %")]
    [InlineData("Tỷ lệ hộ nghèo còn dưới mức 1,5%.", "lt 1.5 %")]
    [InlineData("Tỷ lệ hộ nghèo không quá 2%.", "lte 2 %")]
    [InlineData("Tỷ lệ hộ nghèo tối đa 2%.", "lte 2 %")]
    [InlineData("Tỷ lệ hộ nghèo từ 2% trở xuống.", "lte 2 %")]
    [InlineData("Tỷ lệ hộ nghèo giảm còn 1,8%.", "eq 1.8 %")]
    [InlineData("Giảm tỷ lệ hộ nghèo 0,5%/năm.", "eq 0.5 %/năm decrease")]
    [InlineData("Giá trị sản xuất tăng 10,5%.", "eq 10.5 % growth")]
    [InlineData("Giá trị sản xuất tăng bình quân 9 - 10%/năm.", "range 9-10 %/năm growth")]
    [InlineData("Thu hút từ 75% đến 80% lao động qua đào tạo.", "range 75-80 %")]
    [InlineData("Giá trị sản phẩm trên 1 ha đất canh tác đạt 150 triệu đồng.", "eq 150 triệu đồng/ha")]
    [InlineData("Thu nhập bình quân đạt 66 triệu đồng/người/năm.", "eq 66 triệu đồng/người/năm")]
    [InlineData("Thu ngân sách đạt 2.659.682 triệu đồng.", "eq 2659682 triệu đồng")]
    [InlineData("Duy trì 26/31 thôn văn hóa.", "ratio 26 thôn")]
    [InlineData("Xây dựng thêm 02 sản phẩm OCOP 3 sao.", "eq 2 sản phẩm increase")]
    [InlineData("Kết nạp đảng viên đạt 3% tổng số đảng viên trở lên.", "gte 3 % tổng số đảng viên")]
    [InlineData("Phấn đấu từ 90% chi bộ hoàn thành tốt nhiệm vụ trở lên.", "gte 90 %")]
    [InlineData("100% chi bộ hoàn thành tốt nhiệm vụ trở lên.", "eq 100 %")]
    [InlineData("Tỷ lệ bao phủ BHYT đạt 97% (năm 2025 đạt 95,5%).", "eq 97 %")]
    [InlineData("Giữ vững danh hiệu xã nông thôn mới.", "qualitative")]
    [InlineData("Giảm số người nghiện ma túy.", "decrease")]
    public void A_goal_is_read_as_it_is_meant(string sentence, string expected)
    {
        var target = Assert.Single(FollowUpReader.AllTargets(Read($"I. CHỈ TIÊU CHỦ YẾU NĂM 2026\n\n- {sentence}\n\nII. NHIỆM VỤ\n\nThực hiện tốt.").Text));
        var value = target.UpperValue is { } upper ? $" {Plain(target.Value)}-{Plain(upper)}" : target.Value is { } one ? $" {Plain(one)}" : "";
        Assert.Equal(expected, $"{target.Word}{value}{(target.Unit.Length > 0 ? " " + target.Unit : "")}{(target.Value is not null && target.Change is { } change ? " " + change : "")}");
    }

    [Theory]
    [InlineData("I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU\n\n- Thu ngân sách đạt 10,5 tỷ đồng, vượt 5%.")]
    [InlineData("I. ĐÁNH GIÁ TÌNH HÌNH NĂM 2025\n\n1. Các chỉ tiêu chủ yếu\n\n- Tỷ lệ hộ nghèo còn 2,1%.")]
    [InlineData("PHẦN THỨ NHẤT\n\nKẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025\n\nI. Chỉ tiêu kinh tế\n\n- Thu nhập bình quân đạt 60 triệu đồng.")]
    [InlineData("I. HẠN CHẾ\n\nMột số chỉ tiêu đạt thấp: giải ngân đạt 70%, thu ngân sách đạt 80%.")]
    [InlineData("I. CĂN CỨ\n\nThực hiện Nghị quyết số 15-NQ/TU giao 100% chỉ tiêu trong 5 năm.")]
    public void Results_and_citations_set_no_targets(string body) => Assert.Empty(FollowUpReader.AllTargets(Read(body + "\n\nII. NHIỆM VỤ\n\nPhát huy kết quả đã đạt 90%.").Text));

    [Theory]
    [InlineData("Ủy ban nhân dân xã định kỳ hằng quý (trước ngày 20 tháng cuối quý) báo cáo Ban Thường vụ Đảng ủy.", "Ủy ban nhân dân xã → Ban Thường vụ Đảng ủy: quarterly, trước ngày 20 tháng cuối quý")]
    [InlineData("Các chi bộ gửi báo cáo kết quả về Văn phòng Đảng ủy trước ngày 15/12/2026.", "Các chi bộ → Văn phòng Đảng ủy: once, trước ngày 15/12/2026")]
    [InlineData("Hằng tháng, Công an xã báo cáo Thường trực Đảng ủy.", "Công an xã → Thường trực Đảng ủy: monthly, Hằng tháng")]
    [InlineData("Giao Văn phòng Đảng ủy theo dõi; định kỳ 6 tháng báo cáo Ban Chấp hành.", "Văn phòng Đảng ủy → Ban Chấp hành: half-yearly, định kỳ 6 tháng")]
    public void A_duty_names_who_reports_to_whom_and_when(string sentence, string expected)
    {
        var duty = Assert.Single(FollowUpReader.Duties(Read($"I. NHIỆM VỤ\n\nLàm tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. {sentence}\n\n2. Văn phòng Đảng ủy chuẩn bị báo cáo.").Text));
        Assert.Equal(expected, $"{duty.Who} → {duty.ToWhom}: {duty.Periodicity}, {duty.When}");
    }

    [Fact]
    public void Behind_a_semicolon_another_body_may_be_given_work()
    {
        var found = FollowUpReader.Assignments(Read("I. NHIỆM VỤ\n\nLàm tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Ban Xây dựng Đảng chủ trì công tác tuyên truyền; phối hợp mở lớp bồi dưỡng; Ủy ban Kiểm tra Đảng ủy giám sát việc thực hiện.\n\n2. Các chi bộ tổ chức thực hiện Nghị quyết.").Text);
        Assert.Equal(["Ban Xây dựng Đảng", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy", "Các chi bộ"], found.Select(task => task.Who[0]));
    }

    [Theory]
    [InlineData("Tỷ lệ hộ nghèo còn 1,5%.", "2026")]
    [InlineData("Đến năm 2030, tỷ lệ hộ nghèo còn 0,5%.", "2030")]
    [InlineData("Giai đoạn 2026 - 2030 giảm tỷ lệ hộ nghèo 0,5%/năm.", "2026-2030")]
    [InlineData("Tỷ lệ hộ nghèo còn 1,5% (năm 2025 là 2%).", "2026")]
    public void A_target_says_for_which_years_it_is_set(string sentence, string period) =>
        Assert.Equal(period, Assert.Single(FollowUpReader.AllTargets(ImportTests.Read(Encoding.UTF8.GetBytes($"NGHỊ QUYẾT\nVề kết quả năm 2025, nhiệm vụ năm 2026\n\nI. CHỈ TIÊU\n\n- {sentence}\n\nII. NHIỆM VỤ\n\nLàm tốt.\n")).Text)).Period);

    [Fact]
    public void The_general_aim_is_no_target() => Assert.Equal(
        ["Tỷ lệ hộ nghèo còn 1,5%"],
        FollowUpReader.AllTargets(Read("I. MỤC TIÊU, CHỈ TIÊU\n\n1. Mục tiêu chung: Phấn đấu tăng trưởng 10%; giữ vững ổn định chính trị.\n\n2. Các chỉ tiêu chủ yếu\n\n- Tỷ lệ hộ nghèo còn 1,5%.\n\nII. NHIỆM VỤ\n\nLàm tốt.").Text).Select(target => target.Quote));

    [Fact]
    public void A_confirmed_target_keeps_the_strict_comparison()
    {
        var targets = FollowUpReader.Targets(Read("I. CHỈ TIÊU\n\n- Gia đình văn hóa đạt trên 95%.\n- Hộ nghèo dưới 1%.\n- Hoàn thành các chỉ tiêu khác.\n\nII. NHIỆM VỤ\n\nLàm tốt.").Text);
        Assert.Equal([Comparator.MoreThan, Comparator.LessThan], targets.Select(target => target.Comparator));
    }

    /// <summary>Where the shared documents are: at least 95 in 100 targets with their values, all reporting duties, nothing else.</summary>
    [Fact]
    public void Real_documents_give_nearly_all_targets_and_all_duties()
    {
        foreach (var answers in Environment.GetEnvironmentVariable("WORKFLOW_SHARED") is { } folder ? Directory.GetFiles(Path.Combine(folder, "documents"), "*.json") : [])
        {
            using var json = JsonDocument.Parse(File.ReadAllText(answers));
            var found = Inspector.Of(ImportTests.Read(File.ReadAllBytes(Path.ChangeExtension(answers, ".txt"))));
            var left = found.Targets.Select(target => (target.Comparator, target.Value, target.Min, target.Max)).ToList();
            var wanted = json.RootElement.GetProperty("targets").EnumerateArray().Select(target => (target.GetProperty("comparator").GetString()!, Number(target, "value"), Number(target, "min"), Number(target, "max"))).ToList();
            Assert.True(wanted.Count(target => left.Remove(target)) >= 0.95 * wanted.Count, answers);
            Assert.Empty(left);
            var periods = json.RootElement.GetProperty("targets").EnumerateArray().Where(target => target.TryGetProperty("period", out _)).Select(target => target.GetProperty("period").GetString()).ToList();
            Assert.True(found.Targets.Count(target => target.Period == periods[0]) >= 0.95 * periods.Count, answers);
            Assert.Equal(
                json.RootElement.GetProperty("reportingDuties").EnumerateArray().Select(duty => (duty.GetProperty("periodicity").GetString()!, duty.GetProperty("line").GetInt32())).Order(),
                found.ReportingDuties.Select(duty => (duty.Periodicity, duty.Line!.Value)).Order());
        }
    }

    private static decimal? Number(JsonElement target, string key) => target.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static string Plain(decimal? value) => (value!.Value / 1.000000m).ToString(CultureInfo.InvariantCulture);

    private static ImportedDraft Read(string body) => ImportTests.Read(Encoding.UTF8.GetBytes($"NGHỊ QUYẾT\nVề thử nghiệm\n\n{body}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLý A Páo\n"));
}
