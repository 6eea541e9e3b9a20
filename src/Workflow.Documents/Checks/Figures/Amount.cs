using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>A number as Vietnamese documents write it: dots between thousands, a comma before decimals.</summary>
internal static partial class Amount
{
    public static decimal? Read(string text)
    {
        if (Grouped().IsMatch(text))
        {
            text = text.Replace(".", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public static string Write(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',').Replace(' ', '.');

    /// <summary>How many a word after a number multiplies by.</summary>
    public static decimal Scale(string word) => word switch { "nghìn" or "ngàn" => 1_000m, "triệu" => 1_000_000m, "tỷ" or "tỉ" => 1_000_000_000m, _ => 1m };

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex Grouped();
}
