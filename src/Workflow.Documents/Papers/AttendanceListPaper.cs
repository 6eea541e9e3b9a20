using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A line of the list.</summary>
/// <param name="Position">What the person is; may be empty.</param>
/// <param name="Arrived">"07 giờ 55"; empty before, or when the person did not come.</param>
/// <param name="Note">"Vắng có lý do: ốm", "ra về lúc 10 giờ 20"; may be empty.</param>
public sealed record AttendanceLine(string Name, string Position, string Arrived, string Note);

/// <summary>What an attendance list says.</summary>
/// <param name="IsFilled">Whether it tells who came; otherwise it is a sheet to sign at the door.</param>
/// <param name="Summary">How many came and whether that was enough; empty on a sheet to sign.</param>
/// <param name="NoteTaker">Who keeps it.</param>
public sealed record AttendanceListModel(
    PaperHeader Header, string ConferenceName, DateTimeOffset StartsAt, string Place, IReadOnlyList<AttendanceLine> Members, IReadOnlyList<AttendanceLine> Guests, bool IsFilled, string Summary, string NoteTaker, string Chair);

/// <summary>Danh sách điểm danh: blank with room to sign, or filled from the record.</summary>
public static class AttendanceListPaper
{
    /// <summary>The list.</summary>
    public static OfficePaper Of(AttendanceListModel model) => new($"Danh sách điểm danh: {model.ConferenceName}", model.Header,
    [
        new Title("DANH SÁCH ĐIỂM DANH", model.ConferenceName),
        Say($"Thời gian: {PaperParts.Moment(model.StartsAt)}. Địa điểm: {model.Place}."),
        .. model.Summary.Length > 0 ? [Say(model.Summary)] : Array.Empty<PaperBlock>(),
        Heading($"I. ĐẠI BIỂU TRIỆU TẬP ({model.Members.Count} đồng chí)"),
        Table(model.Members, model.IsFilled),
        .. model.Guests.Count > 0 ? [Heading($"II. KHÁCH MỜI, KHÔNG BIỂU QUYẾT ({model.Guests.Count} người)"), Table(model.Guests, model.IsFilled)] : Array.Empty<PaperBlock>(),
        new Signers(("NGƯỜI GHI BIÊN BẢN", model.NoteTaker), ("CHỦ TRÌ HỘI NGHỊ", model.Chair)),
    ]);

    private static Grid Table(IReadOnlyList<AttendanceLine> lines, bool isFilled) => new(
        [8, 30, 24, 20, 18],
        ["STT", "Họ và tên", "Chức vụ", isFilled ? "Có mặt lúc" : "Ký tên", "Ghi chú"],
        [.. lines.Select((line, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), line.Name, line.Position, isFilled ? line.Arrived : "", isFilled ? line.Note : ""])]);
}
