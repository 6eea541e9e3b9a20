using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>The official header: issuer, number, place and date (DOMAIN §2.2 boxes 1-4), in whichever order a converter left them.</summary>
internal sealed partial record HeaderZone(
    bool IsPresent, string? Superior, string? Organization, string? Number, string? Symbol, int? Ordinal, string? Place, DateOnly? Date)
{
    /// <summary>The words of the number and of place and date, as written.</summary>
    public required HeaderWords Words { get; init; }

    /// <summary>Reads the lines above the title, and the lines of the end, where some offices put place and date.</summary>
    public static HeaderZone Read(IEnumerable<SourceBlock> top, IEnumerable<SourceBlock> end)
    {
        var pieces = top.SelectMany(HeaderPieces.Of).ToList();
        var number = pieces.Select(piece => NumberLine().Match(piece)).FirstOrDefault(match => match.Success);
        var dated = pieces.Concat(end.SelectMany(HeaderPieces.Of)).Select(piece => PlaceAndDate().Match(piece)).FirstOrDefault(match => match.Success);
        var organizations = Organizations(pieces);
        var digits = number?.Groups["digits"].Value ?? "";
        var symbol = number is null ? null : number.Groups["type"].Value + number.Groups["stroke"].Value + number.Groups["body"].Value;
        int? ordinal = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
        return new(
            pieces.Exists(IsParty),
            organizations.Count > 1 ? organizations[0] : null,
            organizations.Count > 0 ? organizations[^1] : null,
            ordinal is null ? null : $"{digits.PadLeft(2, '0')}{number!.Groups["dash"].Value}{symbol}",
            symbol,
            ordinal,
            dated?.Groups["place"].Value.Trim(),
            dated is null ? null : DateOf(dated.Groups["day"].Value, dated.Groups["month"].Value, dated.Groups["year"].Value))
        {
            Words = new(number?.Value.Trim(), dated?.Value.Trim()),
        };
    }

    /// <summary>Whether a block is part of a header by its own words.</summary>
    public static bool Names(SourceBlock block) => HeaderPieces.Of(block).ToList() is { Count: > 0 } pieces
        && pieces.TrueForAll(piece => IsParty(piece) || Dated(piece) || (Issuer().IsMatch(piece) && Joining.IsCapitals(piece)) || piece.All(letter => !char.IsLetterOrDigit(letter)));

    /// <summary>Whether a block holds nothing but a number, or a place and a date.</summary>
    public static bool IsNumberOrDate(SourceBlock block) => HeaderPieces.Of(block).ToList() is { Count: > 0 } pieces && pieces.TrueForAll(Dated);

    /// <summary>A date of three numbers, or null when there is no such day.</summary>
    public static DateOnly? DateOf(string day, string month, string year) => DateOnly.TryParseExact(
        $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool Dated(string piece) => NumberLine().IsMatch(piece) || PlaceAndDate().IsMatch(piece);

    private static bool IsParty(string piece) => Folding.Fold(piece) == "dang cong san viet nam";

    // A name that fills two lines goes on in capitals; the right column may stand between.
    private static List<string> Organizations(List<string> pieces)
    {
        var names = new List<string>();
        var open = false;
        var inCapitals = pieces.Exists(piece => Joining.IsCapitals(piece) && Issuer().IsMatch(piece));
        foreach (var piece in pieces.Where(piece => !IsParty(piece) && !Dated(piece) && !Mark().IsMatch(piece)))
        {
            if (Issuer().IsMatch(Joining.IsCapitals(piece) ? piece : !inCapitals && IssuerInLower().IsMatch(piece) ? piece.ToUpperInvariant() : ""))
            {
                names.Add(piece);
                open = true;
            }
            else if (open && Joining.IsCapitals(piece))
            {
                names[^1] += " " + piece;
            }
            else
            {
                open = false;
            }
        }

        return names;
    }

    [GeneratedRegex(@"^(?:Số|SỐ)\s*[:.]?[\s.…_]*(?<digits>\d{0,5})[\s.…_]*(?<dash>[-–/])\s*(?<type>[A-ZĐ][A-Za-zĐđi]{0,4})\s*(?<stroke>[/-])\s*(?<body>[A-ZĐ][A-ZĐa-z]{1,11})\s*\.?$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^(?<place>\p{L}[\p{L}\d\s.'’-]{0,60}?)(?:\s*,\s*|\s+)ngày[\s.…_]*(?<day>\d{0,2})[\s.…_]*(?:tháng|[/-])[\s.…_]*(?<month>\d{0,2})[\s.…_]*(?:năm|[/-])[\s.…_]*(?<year>\d{0,4})[\s.…_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|THỊ ỦY|BAN |BCH |BTV |VĂN PHÒNG|CHI BỘ|ỦY BAN|UỶ BAN|ĐẠI HỘI)")]
    private static partial Regex Issuer();

    [GeneratedRegex(@"^(?:Đảng (?:bộ|ủy|uỷ)|Tỉnh (?:ủy|uỷ)|Thành (?:ủy|uỷ)) [^,.;:]{2,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex IssuerInLower();

    // Marks of secrecy, urgency and circulation stand in the header too (DOMAIN §1.13).
    [GeneratedRegex(@"^(?:MẬT|TỐI MẬT|TUYỆT MẬT|KHẨN|THƯỢNG KHẨN|HỎA TỐC|DỰ THẢO|TÀI LIỆU|LƯU HÀNH)")]
    private static partial Regex Mark();
}
