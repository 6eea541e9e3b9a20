namespace Workflow.Documents.Checks;

/// <summary>Rules as people call them, for the page on which an organization switches them.</summary>
public static class CheckNames
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["layout"] = "Thể thức",
        ["import"] = "Đọc tệp",
        ["figures"] = "Số liệu",
        ["structure"] = "Bố cục",
        ["names"] = "Tên gọi, từ ngữ",
        ["citations"] = "Viện dẫn",
        ["style"] = "Văn phong",
        ["assignments"] = "Phân công",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["layout.missing"] = "Thiếu phần thể thức (số, ngày, nơi nhận, chữ ký)",
        ["layout.number"] = "Số, ký hiệu viết không đúng mẫu",
        ["layout.recipients"] = "Nơi nhận viết không đúng mẫu, thiếu dòng Lưu",
        ["layout.header-words"] = "Chữ ở tiêu đề viết khác trong văn bản",
        ["import"] = "Chỗ phần mềm đọc tệp còn ngờ (mất chữ, lẫn số trang, đoạn bị cắt)",
        ["figures.sum"] = "Các phần cộng lại khác tổng",
        ["figures.parts"] = "Số đã làm và số còn lại, các phần trong ngoặc khác tổng",
        ["figures.table-sum"] = "Dòng tổng của bảng khác các dòng cộng lại",
        ["figures.product"] = "Số lượng nhân mức khác tổng đã nêu",
        ["figures.percent"] = "Tỷ lệ khác với hai số của nó",
        ["figures.change"] = "Mức tăng, giảm khác với hai số của nó",
        ["figures.range"] = "Khoảng số chồng nhau hoặc ngược",
        ["figures.grouping"] = "Dấu chấm, dấu phẩy trong số",
        ["figures.style"] = "Cách viết số, đơn vị, dấu cách",
        ["figures.date"] = "Ngày không có thật hoặc sau ngày văn bản",
        ["figures.subset"] = "Số của nhóm con lẫn với số của cả nhóm",
        ["figures.target-conflict"] = "Một chỉ tiêu có hai giá trị",
        ["figures.other-documents"] = "Một chỉ tiêu khác văn bản khác của đơn vị",
        ["structure.brackets"] = "Dấu ngoặc, dấu nháy không đóng",
        ["structure.list-dots"] = "Mục liệt kê thiếu dấu",
        ["structure.sibling-end"] = "Mục thiếu dấu cuối câu, khác các mục bên cạnh",
        ["structure.duplicate-labels"] = "Số mục trùng nhau",
        ["structure.label-form"] = "Số mục viết không thống nhất",
        ["structure.letters"] = "Thứ tự chữ cái của mục (a, b, c, d, đ, e)",
        ["structure.heading-case"] = "Đề mục chữ hoa, chữ thường lẫn lộn",
        ["structure.after-semicolon"] = "Viết hoa sau dấu chấm phẩy",
        ["structure.doubled-words"] = "Chữ viết lặp",
        ["structure.punctuation"] = "Dấu câu viết lặp hoặc thừa",
        ["structure.repeated"] = "Đoạn văn lặp lại",
        ["names.places"] = "Một địa danh viết nhiều cách",
        ["names.bodies"] = "Tên cơ quan viết nhiều cách",
        ["names.listed"] = "Tên cơ quan, tên người khác danh mục",
        ["names.wrong-word"] = "Từ viết sai dấu hoặc thiếu chữ cái",
        ["names.impossible-syllable"] = "Tiếng viết không thể có trong tiếng Việt",
        ["names.confusions"] = "Từ dễ lẫn với nhau",
        ["names.missing-syllable"] = "Thiếu tiếng trong từ",
        ["names.run-together"] = "Chữ viết tắt dính nhau, cụm từ lẫn lộn",
        ["citations.form"] = "Viện dẫn viết tắt hoặc sai ký hiệu",
        ["citations.issuer"] = "Viện dẫn có thể ghi nhầm cơ quan ban hành",
        ["citations.period"] = "Giao thực hiện văn bản đã hết giai đoạn",
        ["citations.in-force"] = "Viện dẫn văn bản hết hiệu lực",
        ["citations.levels"] = "Cấp, cơ quan không còn",
        ["style.tone-marks"] = "Cách bỏ dấu không thống nhất (hòa, hoà)",
        ["style.dash"] = "Gạch nối, gạch ngang không thống nhất",
        ["style.quotes"] = "Dấu nháy không thống nhất",
        ["style.old-terms"] = "Thuật ngữ đã được thay",
        ["style.numerals"] = "Số La Mã, số thường không thống nhất",
        ["style.abbreviations"] = "Chữ viết tắt chưa giải thích",
        ["style.end-sign"] = "Dấu kết thúc văn bản (./.)",
        ["assignments.deadlines"] = "Giao việc thiếu thời hạn hoặc người thực hiện",
        ["assignments.recipients"] = "Cơ quan được giao việc không có trong nơi nhận",
        ["assignments.lead"] = "Giao việc không nêu ai chủ trì",
        ["assignments.day-off"] = "Thời hạn rơi vào ngày nghỉ",
    };

    /// <summary>What a rule looks at: "Các phần cộng lại khác tổng".</summary>
    public static string Of(string key) => Names[key];

    /// <summary>The family of a rule: "Số liệu".</summary>
    public static string Group(string key) => Groups[key.Split('.')[0]];
}
