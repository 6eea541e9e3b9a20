using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads authority, position and name (DOMAIN §1.8), on lines of their own or run together.</summary>
internal static partial class SignatureReader
{
    private const int LongestLine = 80;
    private const int LongestName = 60;

    /// <summary>Whether a line says for whom someone signs: "T/M ĐẢNG ỦY", "TM. BAN THƯỜNG VỤ", "T/L …", "K/T …".</summary>
    public static bool IsAuthority(string text) => text.Length <= LongestLine && Authority().IsMatch(text.Trim());

    /// <summary>Whether a line is a position: any line in capitals that begins with one, or one of the usual ones in lower case.</summary>
    public static bool IsPosition(string text) => text.Trim() is { Length: > 0 and <= LongestLine } line
        && (Joining.IsCapitals(Kiem().Replace(line, "")) ? Position().IsMatch(line) : InLower().IsMatch(line));

    /// <summary>Whether a line is a person's name, with or without a title.</summary>
    public static bool IsName(string text) => text.Length <= LongestName && Name().IsMatch(text.Trim()) && !IsPosition(text) && !IsAuthority(text) && !IsNoise(text);

    /// <summary>Whether a line only says that someone signed or sealed.</summary>
    public static bool IsNoise(string text) => Noise().IsMatch(text.Trim());

    public static SignatureBlock Read(IEnumerable<string> found)
    {
        var lines = found.Select(line => Spaces().Replace(line, " ").Trim()).Where(line => line.Any(char.IsLetter) && !IsNoise(line)).SelectMany(Apart).ToList();
        var authority = "";
        var position = "";
        var names = new List<string>();
        foreach (var line in lines)
        {
            if (names.Count == 0 && position.Length == 0 && IsAuthority(line))
            {
                authority = Join(authority, line);
            }
            else if (names.Count == 0 && (IsPosition(line) || (position.Length > 0 && GoesOn().IsMatch(line))))
            {
                position = Join(position, line);
            }
            else if (names.Count == 0 && position.Length == 0 && authority.Length > 0 && Joining.IsCapitals(line) && Body().IsMatch(line))
            {
                // An authority that fills two lines: "T/M BAN CHẤP HÀNH" / "ĐẢNG BỘ XÃ".
                authority = Join(authority, line);
            }
            else if (line[0] is not ('(' or '[') && line.Length <= LongestName && !line.Any(char.IsDigit))
            {
                names.Add(line);
            }
        }

        if (position.Length == 0 && authority.Length > 0 && names.Count > 1 && Joining.IsCapitals(names[0]))
        {
            // A position nobody told us about.
            position = names[0];
            names.RemoveAt(0);
        }

        var name = names.FindLast(IsName) ?? names.FindLast(line => line.Any(char.IsLower)) ?? names.LastOrDefault() ?? "";
        return authority.Length + position.Length + name.Length == 0 ? SignatureBlock.Empty : new SignatureBlock(authority, position, Title().Replace(name, ""));
    }

    // "T/M ĐẢNG ỦY BÍ THƯ Nguyễn Văn A" and "K/T BÍ THƯ PHÓ BÍ THƯ" hold two or three lines.
    private static IEnumerable<string> Apart(string line)
    {
        if (Named().Match(line) is { Success: true } named && (IsAuthority(named.Groups[1].Value) || IsPosition(named.Groups[1].Value)))
        {
            return Apart(named.Groups[1].Value).Append(named.Groups[2].Value);
        }

        var inline = InFor().Match(line) is { Success: true } forHead ? forHead : InBehalf().Match(line);
        return inline.Success ? Apart(inline.Groups[1].Value.TrimEnd()).Append(inline.Groups[2].Value) : [line];
    }

    private static string Join(string before, string more) => before.Length == 0 ? more : $"{before} {more}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:T\s*/\s*M|T\.\s*M\.?|TM\s*[.:]|TM(?=\s)|T\s*/\s*L|TL\s*\.|TL(?=\s)|K\s*/\s*T|KT\s*\.|KT(?=\s)|TUQ\s*\.|T/UQ)\s*:?\s*\p{Lu}")]
    private static partial Regex Authority();

    [GeneratedRegex(@"^(?:Q\.\s*|QUYỀN )?(?:PHÓ |TRƯỞNG |CHÁNH |BÍ THƯ|CHỦ (?:TỊCH|NHIỆM|TỌA|TRÌ)|ỦY VIÊN|UỶ VIÊN|GIÁM ĐỐC|TỔ TRƯỞNG)")]
    private static partial Regex Position();

    [GeneratedRegex(@"^(?:Q\.\s*|Quyền )?(?:Phó )?(?:Bí thư|Chánh Văn phòng|Chủ nhiệm|Trưởng Ban|Trưởng ban|Chủ tịch)(?: [Tt]hường trực| TT)?(?: Đảng (?:ủy|uỷ)(?: (?:xã|phường))?)?$|^(?:Bí|Phó bí) thư$|^Phó bí thư(?: thường trực)?$|^Phó [Cc]hánh [Vv]ăn phòng$")]
    private static partial Regex InLower();

    [GeneratedRegex(@"^(?:THƯỜNG TRỰC|TRỰC|KIÊM|kiêm|Kiêm|ĐẢNG (?:ỦY|UỶ)|VĂN PHÒNG|HĐND|HỘI ĐỒNG)\b")]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b[Kk]iêm\b")]
    private static partial Regex Kiem();

    [GeneratedRegex(@"^(?:ĐẢNG|BAN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|BỘ|THƯỜNG|VỤ|HÀNH|KIỂM|HỘI|CHI)\b")]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:(?:Đ/c|Đồng chí|ThS|TS|PGS|GS|KS|BS|CN|Thạc sĩ|Tiến sĩ|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng))[.:]?\s*)*\p{Lu}[\p{L}'’]*(?:\s+\p{Lu}[\p{L}'’]*){1,5}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:(?:Đ/c|Đồng chí|ThS|TS|PGS|GS|KS|BS|CN|Thạc sĩ|Tiến sĩ|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng))[.:]?\s*)+(?=\p{Lu})")]
    private static partial Regex Title();

    [GeneratedRegex(@"^[(\[]?\s*(?:đã ký|đã kí|ký tên|ký, |ký và|chữ ký|ký bởi|người ký|thời gian ký|ngày ký|ký điện tử|\(ký)", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^([^\p{Ll}]{4,})\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,4})$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^((?:K\s*/\s*T|KT\s*\.?)\s*(?:\S+ ){1,5}?)\s*((?:PHÓ|Phó|QUYỀN|Q\.)\s.*)$")]
    private static partial Regex InFor();

    [GeneratedRegex(@"^((?:T\s*/\s*[ML]|T\.\s*M\.?|T[ML]\s*\.?)\s*:?\s*\p{Lu}[^\p{Ll}]*?)\s+((?:Q\. ?)?(?:K/T .*|KT\. .*|PHÓ .*|BÍ THƯ.*|CHÁNH VĂN PHÒNG.*|CHỦ NHIỆM.*|TRƯỞNG BAN.*|CHỦ TỊCH(?! ĐOÀN).*))$")]
    private static partial Regex InBehalf();
}
