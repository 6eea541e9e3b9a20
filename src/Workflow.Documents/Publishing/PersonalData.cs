using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Issuing;

namespace Workflow.Documents.Publishing;

/// <summary>Numbers and phrases that tell of one person. What is named by a word beside it counts first; bare numbers count by their form.</summary>
internal static partial class PersonalData
{
    private const int FewestDigits = 6;
    private const int LongestSyllable = 10;
    private const int FirstYear = 1900;

    // Syllables before "sinh" that make another word of it.
    private static readonly HashSet<string> OtherWords = new(["học", "vệ", "phát", "dân", "an", "hy", "sản", "giáo", "thí", "môn", "tuyển", "tái", "kháng", "ký", "mưu", "quần", "hộ", "nảy", "nội", "ngoại", "quân", "vi", "song", "sơ"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything in a piece of text, each stretch of letters once.</summary>
    public static IEnumerable<(PublicationMatter Matter, int Start, int Length)> In(PublicPassage passage)
    {
        var text = passage.Text;
        var taken = new List<(int Start, int End)>();
        foreach (var (matter, words) in All(passage))
        {
            if (!taken.Exists(one => words.Index < one.End && one.Start < words.Index + words.Length))
            {
                taken.Add((words.Index, words.Index + words.Length));
                yield return (matter, words.Index, words.Length);
            }
        }

        IEnumerable<(PublicationMatter Matter, Capture Words)> All(PublicPassage one) =>
        [
            .. Named(PublicationMatter.BankAccount, BankAccount(), text), .. Named(PublicationMatter.IdentityPaper, NamedIdentity(), text),
            .. IsHeaded(one, BankWord()) ? Named(PublicationMatter.BankAccount, Digits(), text) : [],
            .. Named(PublicationMatter.Mail, Mail(), text),
            .. Named(PublicationMatter.Phone, Phone(), text), .. Named(PublicationMatter.Phone, Landline(), text),
            .. Named(PublicationMatter.IdentityPaper, TwelveDigits(), text), .. Named(PublicationMatter.IdentityPaper, NineDigits(), text),
            .. Births(text), .. IsHeaded(one, BirthWord()) ? Named(PublicationMatter.BirthDate, DayOrYear(), text).Where(found => IsYear(found.Words.Value)) : [],
            .. Addresses(text), .. IsHeaded(one, AddressWord()) && text.Any(char.IsLetter) ? Named(PublicationMatter.Address, Anything(), text) : [],
        ];
    }

    private static IEnumerable<(PublicationMatter Matter, Capture Words)> Named(PublicationMatter matter, Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["v"]).Where(words => matter is not (PublicationMatter.BankAccount or PublicationMatter.IdentityPaper) || words.Value.Count(char.IsDigit) >= FewestDigits).Select(words => (matter, (Capture)words));

    private static IEnumerable<(PublicationMatter, Capture)> Births(string text) => Birth().Matches(text)
        .Where(match => IsYear(match.Groups["v"].Value) && !OtherWords.Contains(text[Math.Max(0, match.Index - LongestSyllable)..match.Index].TrimEnd().Split(' ')[^1]))
        .Select(match => (PublicationMatter.BirthDate, (Capture)match.Groups["v"]));

    private static IEnumerable<(PublicationMatter, Capture)> Addresses(string text) => Address().Matches(text).Concat(HouseNumber().Matches(text))
        .Where(match => !Generic().IsMatch(match.Groups["v"].Value) && Home().IsMatch(match.Groups["v"].Value)).Select(match => (PublicationMatter.Address, (Capture)match.Groups["v"]));

    // A cell of a table is what the head of its column says.
    private static bool IsHeaded(PublicPassage passage, Regex word) => !passage.MayBeMark && passage.Heading.Split(" / ")[^1] is var head && word.IsMatch(head);

    private static bool IsYear(string words) => int.TryParse(words.Length >= 4 ? words[^4..] : words, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and < FirstYear + 200;

    [GeneratedRegex(@"(?:số tài khoản|tài khoản(?: ngân hàng)?(?: cá nhân)?(?: số)?|(?-i:STK|(?<!\p{L})TK))(?:\s+số)?\s*[:.-]?\s*(?<v>\d[\d .-]{4,24}\d)", RegexOptions.IgnoreCase)]
    private static partial Regex BankAccount();

    [GeneratedRegex(@"(?:(?-i:CCCD|CMND|CMTND)|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|(?:số|mã) định danh(?: cá nhân)?|hộ chiếu|thẻ đảng(?: viên)?|mã số thuế cá nhân|số bảo hiểm xã hội|mã số BHXH)[^\d.;|]{0,40}?(?<v>(?-i:[A-Z]{0,2})\d[\d .]{4,18}\d)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedIdentity();

    [GeneratedRegex(@"(?<![\d.,/-])(?<v>0\d{11}|0\d{2}([ .])\d{3}\1\d{3}\1\d{3}|0\d{3}([ .])\d{4}\2\d{4}|0\d{5} \d{6})(?!\d|[.,/-]\d)(?!\s*(?:đồng|VNĐ|VND|USD|triệu|tỷ|nghìn))")]
    private static partial Regex TwelveDigits();

    // Nine digits together; sums of money are grouped, or bear their unit.
    [GeneratedRegex(@"(?<![\d.,/-])(?<v>[0-9]{9})(?!\d|[.,/-]\d)(?!\s*(?:đồng|đ(?!\p{L})|VNĐ|VND|USD|triệu|tỷ|nghìn|kg|tấn|m2|m3|ha(?!\p{L})|kWh|lít|người|lượt))", RegexOptions.IgnoreCase)]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"(?<![\d.,/-])(?<v>(?:\+84[ .-]?|0084[ .-]?|0)[35789]\d(?:[ .-]?\d){7})(?!\d|[.,/]\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d.,/-])(?<v>\(?0(?:24|28|2[0-9]{2})\)?(?:[ .-]?\d){7,8})(?!\d|[.,/]\d)(?!\s*(?:đồng|triệu|tỷ))")]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<![\w.+-])(?<v>[\w.+-]{1,64} ?@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\p{L})(?:(?-i:SN)|(?:ngày,? tháng,? năm|ngày|năm) sinh|sinh(?: ngày| năm| tháng)?)\s*[:.-]?\s*(?<v>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}\s?[/.-]\s?\d{4}|\d{4})(?![\d.,]*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"(?<!\d)(?<v>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4})(?!\d)")]
    private static partial Regex DayOrYear();

    [GeneratedRegex(@"(?<v>\d[\d .-]{4,24}\d)")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<v>.{1,200})")]
    private static partial Regex Anything();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:đăng ký )?(?:thường trú|tạm trú|cư trú)|trú|ngụ|hộ khẩu|chỗ ở(?: hiện nay)?|nơi ở(?: hiện nay)?|nhà riêng|quê quán|địa chỉ(?: nhà| riêng| liên hệ)?)\s*(?:tại|ở|:)\s*(?<v>[^;.|()]{3,80})", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\p{L})(?<v>số nhà \d+[^;.|()]{0,60})", RegexOptions.IgnoreCase)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"^(?:các|địa bàn|địa phương|nơi|khu dân cư|những|mọi|trụ sở)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Generic();

    [GeneratedRegex(@"\d|(?<!\p{L})(?:thôn|xóm|ấp|tổ|khu|bản|buôn|làng|phố|đường|ngõ|ngách|hẻm|nhà|xã|phường|sóc|phum)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"tài khoản|STK", RegexOptions.IgnoreCase)]
    private static partial Regex BankWord();

    [GeneratedRegex(@"(?:ngày|năm)(?:,? tháng,? năm)? sinh|sinh (?:ngày|năm)", RegexOptions.IgnoreCase)]
    private static partial Regex BirthWord();

    [GeneratedRegex(@"thường trú|tạm trú|chỗ ở|nơi ở|địa chỉ|quê quán", RegexOptions.IgnoreCase)]
    private static partial Regex AddressWord();
}
