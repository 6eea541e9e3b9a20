using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Documents.Reading;
using Workflow.Domain.FollowUp;

namespace Workflow.Documents.Checks.Figures;

/// <summary>
/// A target in the form in which two are compared: what is measured without words that say nothing, the unit in one scale, the values it allows. Two that differ in what they measure, in
/// area, unit or period have nothing to do with each other.
/// </summary>
internal sealed partial record TargetValue(string Subject, string Unit, string Period, string? Area, string? Change, bool IsYearly, bool IsAverage, decimal Low, decimal High, decimal Value)
{
    private const int FewestWords = 2;

    public static TargetValue? Of(FoundTarget target) => target is { Comparator: { } comparator, Value: { } value }
        ? Of(target.Label, comparator, value, target.UpperValue, target.Unit, target.Period ?? "", target.Area, target.Change, target.Quote) : null;

    public static TargetValue? Of(KnownTarget target) => Of(target.Label, target.Comparator, target.Value, target.UpperValue, target.Unit, target.Period, target.Area, target.Change, target.Quote);

    /// <summary>Whether both measure the same in the same unit; the period apart.</summary>
    public bool IsSameAs(TargetValue other) => Subject == other.Subject && Unit == other.Unit && Change == other.Change && (Area is null || other.Area is null || Area == other.Area);

    /// <summary>Whether one value can fulfil both. "Đạt 97%" fulfils "trên 95%"; "đạt 95%" and "trên 95%" are near enough; "trên 90%" and "trên 95%" are two values.</summary>
    public bool Agrees(TargetValue other) => Value == other.Value || (Low <= other.High && other.Low <= High && (IsClosed || other.IsClosed));

    /// <summary>The last year it is set for, or null.</summary>
    public int? LastYear => Period.Length < 4 ? null : int.Parse(Period[^4..], CultureInfo.InvariantCulture);

    /// <summary>The first year it is set for, or null.</summary>
    public int? FirstYear => Period.Length < 4 ? null : int.Parse(Period[..4], CultureInfo.InvariantCulture);

    private bool IsClosed => Low > decimal.MinValue && High < decimal.MaxValue;

    private static TargetValue? Of(string label, Comparator comparator, decimal value, decimal? upper, string unit, string period, string? area, string? change, string quote)
    {
        var text = $" {label.Normalize().ToLowerInvariant()} ";
        var person = PerHead().IsMatch(text);
        var subject = string.Join(' ', Word().Matches(Idle().Replace(Signs().Replace(Bracketed().Replace(text, " "), " "), " ")).Select(word => Redline.TonePlacement.Key(word.Value)));
        if (subject.Split(' ').Length < FewestWords)
        {
            return null;
        }

        var plain = unit.ToLowerInvariant().Trim();
        var yearly = plain.EndsWith("/năm", StringComparison.Ordinal) || Yearly().IsMatch($" {quote.ToLowerInvariant()} ");
        plain = plain.Replace("/năm", "", StringComparison.Ordinal);
        plain = person ? plain.Replace("/người", "", StringComparison.Ordinal) : plain;
        var scale = plain.StartsWith("tỷ", StringComparison.Ordinal) || plain.StartsWith("tỉ", StringComparison.Ordinal) ? 1000m : 1m;
        plain = scale > 1 ? "triệu" + plain[2..] : plain;
        (value, upper) = (value * scale, upper * scale);
        var (low, high) = comparator switch
        {
            Comparator.Range => (value, upper ?? value),
            Comparator.AtLeast or Comparator.MoreThan => (value, decimal.MaxValue),
            Comparator.AtMost or Comparator.LessThan => (decimal.MinValue, value),
            _ => (value, value),
        };
        return new(subject, plain, period, area, change, yearly, Average().IsMatch(quote), low, high, value);
    }

    [GeneratedRegex(@"\p{L}+|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\p{L}\p{M}\d]+")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Bracketed();

    // Words that stand before or behind what is measured and change nothing about it.
    [GeneratedRegex(@"(?<= )(?:tỷ lệ|tỉ lệ|tổng số|tổng|số lượng|số|phấn đấu|đến hết năm \d{4}|đến cuối năm \d{4}|đến năm \d{4}|năm \d{4}|cả năm|trên địa bàn xã|trên địa bàn|toàn xã|của xã|trong xã|bình quân hằng năm|bình quân hàng năm|hằng năm|hàng năm|được|đạt|còn|là|các|những|của|và|có|từ)(?= )")]
    private static partial Regex Idle();

    [GeneratedRegex(@"(?:đầu người|bình quân (?:mỗi |một |1 )?người)")]
    private static partial Regex PerHead();

    [GeneratedRegex(@" (?:hằng|hàng|mỗi) năm | năm bình quân |bình quân[^,;]*năm ")]
    private static partial Regex Yearly();

    [GeneratedRegex(@"bình quân(?! (?:đầu )?người)", RegexOptions.IgnoreCase)]
    private static partial Regex Average();
}
