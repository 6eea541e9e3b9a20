using static Workflow.Domain.Layouts.LayoutUnit;

namespace Workflow.Domain.Layouts;

/// <summary>Everything that a layout sets, in the order of the page (36-HD/VPTW, Appendices 1 and 3; DOMAIN §2.1-§2.6).</summary>
public static class LayoutFields
{
    private const string Page = "Trang giấy", Head = "Tiêu đề", Number = "Số và ký hiệu", Place = "Địa danh, ngày tháng", Title = "Tên loại và trích yếu", Body = "Nội dung", Signature = "Thẩm quyền ký", Recipients = "Nơi nhận", Marks = "Dấu chỉ mức độ", Pages = "Số trang", Notes = "Chú thích cuối trang", Tables = "Bảng biểu", Audit = "Khi kiểm tra tệp";

    /// <summary>All fields.</summary>
    public static IReadOnlyList<LayoutField> All { get; } =
    [
        new("page.width", Page, "chiều rộng", Millimetre, 148, 297), new("page.height", Page, "chiều cao", Millimetre, 210, 420),
        new("page.top", Page, "lề trên", Millimetre, 10, 50), new("page.bottom", Page, "lề dưới", Millimetre, 10, 50), new("page.left", Page, "lề trái", Millimetre, 10, 50), new("page.right", Page, "lề phải", Millimetre, 10, 50),
        new("font.name", Page, "phông chữ", Words, 3, 60),
        new("header.party", Head, "tên Đảng", Words, 5, 60), new("header.partyPt", Head, "cỡ chữ tên Đảng", Point, 8, 20), new("header.rulePt", Head, "nét kẻ dưới tên Đảng", Point, 0.25, 3),
        new("header.ruleLengthPt", Head, "độ dài nét kẻ (0: bằng độ dài tên Đảng)", Point, 0, 300), new("header.superiorPt", Head, "cỡ chữ cơ quan cấp trên", Point, 8, 20), new("header.organizationPt", Head, "cỡ chữ cơ quan ban hành", Point, 8, 20),
        new("header.star", Head, "dấu dưới tên cơ quan", Words, 0, 5), new("header.linePt", Head, "khoảng cách dòng", Point, 10, 40),
        new("number.form", Number, "mẫu viết", Words, 4, 40), new("number.pt", Number, "cỡ chữ", Point, 8, 20),
        new("place.form", Place, "mẫu viết", Words, 10, 80), new("place.pt", Place, "cỡ chữ", Point, 8, 20), new("place.padDays", Place, "thêm số 0 trước ngày nhỏ hơn", Count, 0, 10), new("place.padMonths", Place, "thêm số 0 trước tháng nhỏ hơn", Count, 0, 10),
        new("title.kindPt", Title, "cỡ chữ tên loại", Point, 8, 24), new("title.kindLinePt", Title, "chiều cao dòng tên loại", Point, 10, 50), new("title.subjectPt", Title, "cỡ chữ trích yếu", Point, 8, 20), new("title.rule", Title, "dấu dưới trích yếu", Words, 0, 20),
        new("body.pt", Body, "cỡ chữ", Point, 8, 20), new("body.linePt", Body, "khoảng cách dòng", Point, 10, 40), new("body.beforePt", Body, "khoảng cách trước đoạn", Point, 0, 40), new("body.indent", Body, "lùi đầu dòng", Millimetre, 0, 30), new("bases.italic", Body, "căn cứ ban hành in nghiêng", Flag, 0, 0),
        new("sign.authorityPt", Signature, "cỡ chữ thể thức đề ký", Point, 8, 20), new("sign.positionPt", Signature, "cỡ chữ chức vụ", Point, 8, 20), new("sign.namePt", Signature, "cỡ chữ họ tên", Point, 8, 20), new("sign.lines", Signature, "số dòng trống để ký", Count, 2, 10),
        new("sign.executive", Signature, "thể thức đề ký của Ban Chấp hành, cách nhau dấu |", Words, 3, 200), new("sign.standing", Signature, "thể thức đề ký của Ban Thường vụ, cách nhau dấu |", Words, 3, 200),
        new("recipients.heading", Recipients, "tiêu đề", Words, 5, 40), new("recipients.headingPt", Recipients, "cỡ chữ tiêu đề", Point, 8, 20), new("recipients.underlined", Recipients, "gạch chân tiêu đề", Flag, 0, 0),
        new("recipients.pt", Recipients, "cỡ chữ danh sách", Point, 8, 20), new("recipients.linePt", Recipients, "khoảng cách dòng", Point, 10, 40), new("recipients.separator", Recipients, "dấu cuối mỗi dòng", Words, 1, 1), new("recipients.end", Recipients, "dấu cuối danh sách", Words, 0, 1),
        new("marks.secrecyPt", Marks, "cỡ chữ độ mật", Point, 8, 20), new("marks.urgencyPt", Marks, "cỡ chữ độ khẩn", Point, 8, 20), new("marks.circulationPt", Marks, "cỡ chữ chỉ dẫn lưu hành", Point, 8, 20), new("marks.draftPt", Marks, "cỡ chữ dự thảo lần", Point, 8, 20),
        new("pageNumber.pt", Pages, "cỡ chữ", Point, 8, 20), new("pageNumber.top", Pages, "cách mép trên", Millimetre, 5, 40),
        new("footnote.pt", Notes, "cỡ chữ", Point, 6, 16), new("footnote.linePt", Notes, "khoảng cách dòng", Point, 8, 30),
        new("table.pt", Tables, "cỡ chữ", Point, 6, 20), new("table.linePt", Tables, "khoảng cách dòng", Point, 8, 40), new("table.repeatHead", Tables, "lặp dòng đầu bảng ở trang sau", Flag, 0, 0),
        new("audit.bodyMostPt", Audit, "cỡ chữ nội dung lớn nhất", Point, 8, 24), new("audit.subjectMostPt", Audit, "cỡ chữ trích yếu lớn nhất", Point, 8, 24), new("audit.kindLeastPt", Audit, "cỡ chữ tên loại nhỏ nhất", Point, 8, 24), new("audit.lineMostPt", Audit, "khoảng cách dòng lớn nhất", Point, 10, 60),
        new("audit.marginMm", Audit, "sai lệch lề cho phép", Millimetre, 0.1, 10), new("audit.sizePt", Audit, "sai lệch cỡ chữ cho phép", Point, 0.1, 2), new("audit.blocks", Audit, "chặn tệp sai thể thức trước khi nộp", Flag, 0, 0),
    ];

    /// <summary>The field with this key; null when there is none.</summary>
    public static LayoutField? Of(string key) => All.FirstOrDefault(field => field.Key == key);
}
