namespace Workflow.Domain.Layouts;

/// <summary>Which values do not go together, however sensible each is.</summary>
public static class LayoutRules
{
    /// <summary>Least room for text on a page, millimetres: below it neither header nor tables can be set.</summary>
    public const double LeastWidthMm = 120, LeastHeightMm = 150;

    /// <summary>Room that a line of type needs above its size: letters with two marks ("Ậ") are high.</summary>
    public const double LeastLeading = 1.12;

    private static readonly string[] PlaceParts = ["{nơi}", "{ngày}", "{tháng}", "{năm}"];

    /// <summary>Values of all fields from what was typed, or the reasons why not, in the order of the fields.</summary>
    public static (IReadOnlyDictionary<string, string>? Values, IReadOnlyList<Refusal> Refused) Read(IReadOnlyDictionary<string, string?> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new List<Refusal>();
        foreach (var field in LayoutFields.All)
        {
            var given = typed.GetValueOrDefault(field.Key);
            if (field.Read(given) is { } value)
            {
                values[field.Key] = value;
            }
            else
            {
                refused.Add(field.Refused(given));
            }
        }

        return refused.Count > 0 ? (null, refused) : Together(new LayoutProfile("", "", "", default, values)) is { Count: > 0 } clashes ? (null, clashes) : (values, []);
    }

    private static List<Refusal> Together(LayoutProfile layout)
    {
        var refused = new List<Refusal>();
        void Rule(bool holds, string code, string text)
        {
            if (!holds)
            {
                refused.Add(new(code, text));
            }
        }

        string Mm(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
        var (width, height) = (layout.WidthMm - layout.LeftMm - layout.RightMm, layout.HeightMm - layout.TopMm - layout.BottomMm);
        Rule(width >= LeastWidthMm, "layout.too-narrow", $"Khổ giấy và lề chỉ chừa {Mm(width)} mm bề ngang cho chữ, cần ít nhất {LeastWidthMm} mm. Đồng chí giảm lề trái, lề phải hoặc chọn khổ giấy rộng hơn.");
        Rule(height >= LeastHeightMm, "layout.too-low", $"Khổ giấy và lề chỉ chừa {Mm(height)} mm chiều cao cho chữ, cần ít nhất {LeastHeightMm} mm. Đồng chí giảm lề trên, lề dưới.");
        Rule(layout.HeightMm > layout.WidthMm, "layout.landscape", "Văn bản chính thức đặt giấy dọc, nên chiều cao trang phải lớn hơn chiều rộng. Đồng chí sửa khổ giấy.");
        foreach (var (name, size, line) in new[]
        {
            ("Nội dung", layout.BodyPt, layout.LinePt), ("Tiêu đề", Math.Max(layout.PartyTitlePt, Math.Max(layout.SuperiorPt, layout.OrganizationPt)), layout.HeaderLinePt), ("Tên loại", layout.TypePt, layout.TypeLinePt),
            ("Danh sách nơi nhận", layout.RecipientPt, layout.RecipientLinePt), ("Chú thích cuối trang", layout.FootnotePt, layout.FootnoteLinePt), ("Bảng biểu", layout.TablePt, layout.TableLinePt),
        })
        {
            Rule(line >= size * LeastLeading, "layout.line", $"{name}: dòng cao {Mm(line)} pt không đủ cho chữ cỡ {Mm(size)} pt, dấu tiếng Việt sẽ bị cắt. Đồng chí đặt dòng cao ít nhất {Mm(Math.Ceiling(size * LeastLeading * 2) / 2)} pt.");
        }

        Rule(layout.PageNumberTopMm + (layout.PageNumberPt * 25.4 / 72) <= layout.TopMm + 0.01, "layout.page-number", $"Số trang nằm trong lề trên {Mm(layout.TopMm)} mm, nên cách mép trên {Mm(layout.PageNumberTopMm)} mm với cỡ {Mm(layout.PageNumberPt)} pt là chạm vào chữ. Đồng chí giảm khoảng cách hoặc tăng lề trên.");
        Rule(layout.NumberForm.Contains("{số}", StringComparison.Ordinal), "layout.number-form", "Mẫu viết số và ký hiệu phải có chỗ {số}, ví dụ “Số {số}”. Đồng chí sửa lại mẫu.");
        Rule(PlaceParts.All(part => layout.PlaceForm.Contains(part, StringComparison.Ordinal)), "layout.place-form", "Mẫu viết địa danh, ngày tháng phải có đủ {nơi}, {ngày}, {tháng}, {năm}. Đồng chí sửa lại mẫu.");
        Rule(layout.FontName == "Times New Roman", "layout.font", "Chương trình chỉ dàn trang bằng phông Times New Roman theo hướng dẫn. Đồng chí giữ phông này.");
        Rule(layout.BodyMostPt >= layout.BodyPt && layout.SubjectMostPt >= layout.SubjectPt && layout.TypeLeastPt <= layout.TypePt && layout.LineMostPt >= layout.LinePt, "layout.bounds", "Giới hạn dùng khi kiểm tra tệp phải bao gồm cỡ chữ và khoảng cách dòng mà chương trình dàn ra. Đồng chí sửa các giá trị ở mục “Khi kiểm tra tệp”.");
        return refused;
    }
}
