using System.Globalization;

namespace Workflow.Domain.Forms;

/// <summary>Reads what people type: numbers as 1.234,5, days as 21/11/2026 or as a browser's date field sends them.</summary>
public static class Typed
{
    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>
    /// The values of all fields that are asked, by name: text, <see cref="decimal"/>, <see cref="bool"/>, or null for one left empty. A day is the text yyyy-MM-dd.
    /// With problems there are no values.
    /// </summary>
    public static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<FieldProblem> Problems) Read(TaskSheet sheet, IReadOnlyDictionary<string, string> typed)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var problems = new List<FieldProblem>();
        foreach (var field in sheet.Asked)
        {
            var text = typed.GetValueOrDefault(field.Name, "").Trim().Normalize();
            var problem = text.Length > 0 ? Read(field, text, out var value) : Empty(field, out value);
            values[field.Name] = value;
            if (problem is not null)
            {
                problems.Add(new(field.Name, $"“{field.Label}”: {problem}"));
            }
        }

        return (problems.Count > 0 ? new Dictionary<string, object?>() : values, problems);
    }

    private static string? Empty(Field field, out object? value)
    {
        value = null;
        return !field.IsRequired ? null : field.Kind is FieldKind.Choice or FieldKind.YesNo ? "đồng chí chưa chọn." : "đồng chí chưa điền.";
    }

    private static string? Read(Field field, string text, out object? value)
    {
        value = text;
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                var most = field.Kind == FieldKind.Text ? Field.LongestLine : Field.LongestText;
                return text.Length > most ? $"dài quá {most} ký tự, đồng chí viết gọn lại." : null;
            case FieldKind.Number or FieldKind.Money:
                return ReadNumber(field, text, out value);
            case FieldKind.Date:
                if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return $"“{text}” không phải là ngày. Đồng chí ghi ngày/tháng/năm, ví dụ 21/11/2026.";
                }

                value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return null;
            case FieldKind.Choice:
                return field.Options.Any(option => option.Value == text) ? null : "đồng chí chọn một trong các mục có sẵn.";
            case FieldKind.YesNo:
                value = text == "true";
                return text is "true" or "false" ? null : "đồng chí chọn Có hoặc Không.";
            default:
                throw new InvalidOperationException($"unknown {field.Kind}");
        }
    }

    private static string? ReadNumber(Field field, string text, out object? value)
    {
        value = null;
        var bare = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        if (field.Kind == FieldKind.Money)
        {
            bare = bare.TrimEnd('đ', 'Đ', '₫');
        }

        if (!HasGoodGroups(bare) || !decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, Vietnam, out var number))
        {
            return $"“{text}” không phải là số. Đồng chí ghi như 1.250.000 hoặc 12,5.";
        }

        value = number;
        if (field.Kind == FieldKind.Money && number != decimal.Truncate(number))
        {
            return "số tiền tính bằng đồng, không có phần lẻ.";
        }

        var least = field.Min ?? (field.Kind == FieldKind.Money ? 0 : null);
        return number < least ? $"phải từ {Shown(least.Value)} trở lên."
            : number > field.Max ? $"không được quá {Shown(field.Max.Value)}."
            : Math.Abs(number) >= 1_000_000_000_000_000_000 ? "số quá lớn, đồng chí xem lại."
            : null;
    }

    // "1.5" would be read as fifteen: a dot stands before three digits or nowhere.
    private static bool HasGoodGroups(string text)
    {
        var groups = text.Split(',')[0].TrimStart('-', '+').Split('.');
        return groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }

    private static string Shown(decimal number) => number.ToString("#,##0.######", Vietnam);
}
