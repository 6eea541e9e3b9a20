using System.Text;
using Workflow.Documents.Exchange;
using Workflow.Domain;

namespace Workflow.Documents.Tests.Exchange;

/// <summary>Packages of a commune that does not exist.</summary>
internal static class Samples
{
    public const string Mine = "A32.65";
    public const string Theirs = "A32";
    public static readonly DateTimeOffset At = VietnamTime.At(new(2026, 11, 20), new(8, 30));

    public static ExchangeParty Commune { get; } = new(Mine, "Đảng ủy xã Suối Bạc")
    {
        InCharge = "Tỉnh ủy Sơn Hà",
        Address = "Thôn Đông, xã Suối Bạc",
        Email = "vanphong@suoibac.example",
        Telephone = "0200 000 000",
        Website = "https://suoibac.example",
    };

    public static ExchangeParty Province { get; } = new(Theirs, "Tỉnh ủy Sơn Hà");

    public static Edoc Resolution { get; } = new()
    {
        From = Commune,
        To = [Province, new("A32.70", "Đảng ủy xã Đồi Thông")],
        CodeNumber = "07",
        CodeNotation = "NQ/ĐU",
        Place = "Suối Bạc",
        Date = new(2026, 11, 20),
        TypeCode = "3",
        TypeName = "Nghị quyết",
        Subject = "về nhiệm vụ phát triển kinh tế - xã hội năm 2027 <bản chính> & phụ lục",
        Content = "Nghị quyết Hội nghị Ban Chấp hành Đảng bộ xã lần thứ 7",
        Signer = new("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành"),
        DueDate = new(2026, 12, 5),
        ToPlaces = ["Tỉnh ủy (để báo cáo)", "Các chi bộ trực thuộc"],
        Priority = 1,
        Sphere = "Lưu hành nội bộ",
        TyperNotation = "VT",
        Copies = 25,
        Pages = 9,
        Appendixes = ["Phụ lục chỉ tiêu"],
        ResponseFor = [new(Theirs, "12-CV/TU", new(2026, 10, 1), "A32,2026/10/01,12/CV-TU")],
        SteeringType = "0",
        DocumentId = Edoc.IdOf(Mine, new(2026, 11, 20), "07", "NQ/ĐU"),
        Trace = [new(Mine, At)],
        BusinessReason = "Văn bản mới",
        Staff = new("Văn phòng Đảng ủy", "Trần Thị Lan", "0900 000 000", "lan@suoibac.example"),
        Files = [new("07-NQ-ĐU.pdf", "application/pdf", Encoding.UTF8.GetBytes("%PDF-1.7 thử"), "Bản chính"), new("phu-luc.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [0, 1, 2, 253, 254, 255])],
    };

    public static EdocStatus Registered { get; } = new(
        new(Mine, "07/NQ/ĐU", new(2026, 11, 20), Resolution.DocumentId), Province, "03", "Đã vào sổ văn bản đến số 512", At.AddHours(2), new("Văn phòng Tỉnh ủy", "Lê Văn Bình", "", ""));

    public static byte[] Changed(byte[] file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(file);
        var changed = text.Replace(from, to, StringComparison.Ordinal);
        return changed == text ? throw new ArgumentException($"“{from}” is not in the file") : Encoding.UTF8.GetBytes(changed);
    }

    /// <summary>Same content: lists compared by their elements, files by their bytes.</summary>
    public static string Flat(Edoc edoc) => System.Text.Json.JsonSerializer.Serialize(edoc);
}
