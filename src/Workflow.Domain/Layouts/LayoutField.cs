using System.Globalization;

namespace Workflow.Domain.Layouts;

/// <summary>What kind of value a field of a layout holds.</summary>
public enum LayoutUnit
{
    /// <summary>A length on paper.</summary>
    Millimetre,

    /// <summary>A size of type, a height of lines.</summary>
    Point,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>"có" or "không".</summary>
    Flag,

    /// <summary>Words.</summary>
    Words,
}

/// <summary>One value that a layout sets: what it is called, between which bounds it makes sense.</summary>
/// <param name="Key">Stable key ("page.left").</param>
/// <param name="Part">The component it belongs to, as the page groups them.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Unit">Kind of value.</param>
/// <param name="Least">Smallest number; the fewest letters of words.</param>
/// <param name="Most">Largest number; the most letters of words.</param>
public sealed record LayoutField(string Key, string Part, string Name, LayoutUnit Unit, double Least, double Most)
{
    /// <summary>"mm", "pt" or nothing.</summary>
    public string UnitName => Unit switch { LayoutUnit.Millimetre => "mm", LayoutUnit.Point => "pt", _ => "" };

    /// <summary>The value as a person reads it: "12,5 mm".</summary>
    public string Say(string value) => Unit switch
    {
        LayoutUnit.Words => value.Length == 0 ? "(để trống)" : $"“{value}”",
        LayoutUnit.Flag => value,
        _ => $"{value.Replace('.', ',')} {UnitName}".TrimEnd(),
    };

    /// <summary>A value as it is kept, or null when it makes no sense.</summary>
    public string? Read(string? typed)
    {
        var value = (typed ?? "").Normalize().Trim();
        switch (Unit)
        {
            case LayoutUnit.Words:
                return value.Length >= Least && value.Length <= Most && !value.Any(char.IsControl) ? value : null;
            case LayoutUnit.Flag:
                return value is "có" or "không" ? value : null;
            default:
                const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
                return double.TryParse(value.Replace(',', '.'), plain, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most && (Unit != LayoutUnit.Count || number == Math.Floor(number))
                    ? Math.Round(number, 2).ToString(CultureInfo.InvariantCulture)
                    : null;
        }
    }

    /// <summary>Why a value was not taken.</summary>
    public Refusal Refused(string? typed) => new("layout.value", Unit switch
    {
        LayoutUnit.Words => $"{Part}, {Name}: phải từ {Least} đến {Most} ký tự và nằm trên một dòng. Đồng chí nhập lại.",
        LayoutUnit.Flag => $"{Part}, {Name}: chỉ nhận “có” hoặc “không”. Đồng chí chọn lại.",
        _ => $"{Part}, {Name}: {(string.IsNullOrWhiteSpace(typed) ? "đang để trống" : $"“{(typed.Length > 20 ? typed[..20] + "…" : typed)}” không dùng được")}, vì phải là số{(Unit == LayoutUnit.Count ? " nguyên" : "")} từ {Vietnamese(Least)} đến {Vietnamese(Most)} {UnitName}".TrimEnd() + ". Đồng chí nhập lại.",
    });

    private static string Vietnamese(double number) => number.ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
