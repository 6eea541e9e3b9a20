using Workflow.Documents.Papers;

namespace Workflow.Documents.Tests.Papers;

/// <summary>The papers of a session, each blank and filled.</summary>
internal static class SessionPaperSamples
{
    private const string Session = "Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025-2030";
    private static readonly DateTimeOffset At = new(2026, 2, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] People = ["Phạm Văn Dũng", "Lê Thị Bình", "Nguyễn Văn An"];
    private static readonly string[] Batches = ["Phiếu in: lô K7QF, 6 phiếu, số kiểm soát từ K7QF-482113 đến K7QF-482118."];
    private static readonly string[] Numbers = [.. Enumerable.Range(482113, 6).Select(number => $"K7QF-{number}")];

    private static readonly PaperVote Election = new("PHIẾU BẦU CỬ", Session, "Bầu bổ sung 02 ủy viên Ban Thường vụ", ["Lò Thị A", "Vàng Văn B & C", "Giàng <D>"], 2, ArePeople: true);
    private static readonly PaperVote Question = new("PHIẾU BIỂU QUYẾT", Session, "Thông qua Nghị quyết về phát triển nông nghiệp", [], 1, ArePeople: false);
    private static readonly TallyCount Counted = new(6, 6, 1, [new(5, 0, 0), new(4, 1, 0), new(1, 4, 0)]);

    public static Dictionary<string, OfficePaper> All { get; } = new(StringComparer.Ordinal)
    {
        ["giay-moi"] = InvitationPaper.Of(Invitation, [new("Lê Thị Bình", IsGuest: false)]),
        ["giay-moi-tat-ca"] = InvitationPaper.Of(Invitation with { Ground = "theo đề nghị của 14/24 ủy viên Ban Chấp hành: Khắc phục hậu quả bão số 12" }, [.. People.Select(name => new InvitationTo(name, IsGuest: false)), new("Ông Lò Văn Khách, Trưởng thôn Nà Lầu", IsGuest: true, "https://van-ban.example/khach/CfDJ8abc-def")]),
        ["diem-danh-trong"] = AttendanceListPaper.Of(Attendance([.. Enumerable.Range(1, 24).Select(n => new AttendanceLine($"Nguyễn Văn Thứ {n}", n % 3 == 0 ? "Phó Chủ tịch Ủy ban nhân dân xã" : "", "", ""))], isFilled: false)),
        ["diem-danh"] = AttendanceListPaper.Of(Attendance([new("Phạm Văn Dũng", "Bí thư", "07 giờ 40", ""), new("Lê Thị Bình", "", "08 giờ 25", "đến muộn; ra về lúc 10 giờ 20, việc gia đình"), new("Nguyễn Văn An", "", "", "Vắng có lý do: ốm & đi viện")], isFilled: true)),
        ["phieu-bau"] = BallotPaper.Of(OfficePaperTests.Header, Election, [Numbers[3], Numbers[0], Numbers[5]]),
        ["phieu-bieu-quyet"] = BallotPaper.Of(OfficePaperTests.Header, Question, [Numbers[2], Numbers[1]]),
        ["phieu-kiem-trong"] = TallySheetPaper.Of(OfficePaperTests.Header, Election, [.. People.Select((name, index) => new TallyCounter(name, index == 0, null))], Batches, Numbers),
        ["phieu-kiem"] = TallySheetPaper.Of(OfficePaperTests.Header, Election, [.. People.Select((name, index) => new TallyCounter(name, index == 0, Counted))], Batches, Numbers),
        ["bien-ban-kiem-phieu"] = CountRecordPaper.Of(new(
            OfficePaperTests.Header with { Symbol = "BB/ĐU" }, Election, At.AddHours(1), At.AddHours(2), "Hội trường xã", People, "có mặt 6/8 đồng chí, được biểu quyết 6", Batches, Counted,
            "TRÚNG CỬ: đồng chí Lò Thị A, 5/8 tán thành (62,5% tổng số ủy viên đương nhiệm; cần ít nhất 5)", "Điều lệ Đảng, Điều 9(5)", IsVoid: false)),
        ["bien-ban-kiem-phieu-trong"] = CountRecordPaper.Of(new(OfficePaperTests.Header with { Symbol = "BB/ĐU" }, Question, At.AddHours(1), null, "Hội trường xã", People, "có mặt 6/8 đồng chí, được biểu quyết 6", Batches, null, "", "Điều lệ Đảng, Điều 9(5)", IsVoid: false)),
        ["thong-bao-ket-luan"] = ConclusionNoticePaper.Of(new(
            OfficePaperTests.Header with { Symbol = "TB/ĐU" }, Session, "Ngày 05/02/2026, tại Hội trường xã, đồng chí Phạm Văn Dũng chủ trì hội nghị; có mặt 22/24 đồng chí.",
            [new("1", "Nghị quyết về phát triển nông nghiệp", "Thông qua, có sửa đổi tại hội nghị", ["22/24 tán thành (91,7% tổng số ủy viên đương nhiệm; cần ít nhất 13): THÔNG QUA"]), new("2", "Báo cáo tài chính", "", [])],
            "Giao Ủy ban nhân dân xã xây dựng kế hoạch trước ngày 15/3/2026.\nVăn phòng Đảng ủy theo dõi, đôn đốc.", ["Ban Thường vụ Tỉnh ủy", "Các đồng chí Ủy viên Ban Chấp hành", "Lưu Văn phòng"], ("T/M ĐẢNG ỦY", "BÍ THƯ", "Phạm Văn Dũng"))),
    };

    private static InvitationModel Invitation => new(
        OfficePaperTests.Header with { Symbol = "GM/ĐU" }, "Ban Thường vụ Đảng ủy", Session, "", At, "Hội trường Đảng ủy xã", "Phạm Văn Dũng",
        [new("1", "Nghị quyết về phát triển nông nghiệp & rừng", "Ủy ban nhân dân xã"), new("2", "Công tác cán bộ", "")], [new("1", "Nghị quyết về phát triển nông nghiệp & rừng", "Ủy ban nhân dân xã")],
        ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Trần Thị Cúc"));

    private static AttendanceListModel Attendance(IReadOnlyList<AttendanceLine> members, bool isFilled) => new(
        OfficePaperTests.Header, Session, At, "Hội trường Đảng ủy xã", members, [new("Lò Văn Khách, Trưởng thôn", "", isFilled ? "07 giờ 50" : "", "")], isFilled, isFilled ? "Triệu tập 3 đồng chí; có mặt 2; cần ít nhất 2: đủ điều kiện." : "", "Trần Thị Cúc", "Phạm Văn Dũng");
}
