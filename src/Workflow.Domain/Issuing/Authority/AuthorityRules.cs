using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>
/// What a table of authority may say at all: the rules of the authority block that no organization sets for itself (36-HD/VPTW; DOMAIN §1.8). T/M of a committee names
/// only the secretary and deputy secretaries; T/L the head of the office or the deputy; K/T no committee at all; never the organization's name with the position.
/// </summary>
public static class AuthorityRules
{
    /// <summary>Most lines of one table.</summary>
    public const int MostLines = 60;

    /// <summary>Longest line of an authority block, in letters: more does not fit beside the recipients.</summary>
    public const int LongestWords = 60;

    private const string Guidance = "36-HD/VPTW";

    private static readonly Dictionary<string, Office[]> Positions = new(StringComparer.Ordinal)
    {
        ["BÍ THƯ"] = [Office.Secretary],
        ["Q. BÍ THƯ"] = [Office.Secretary, Office.StandingDeputySecretary],
        ["PHÓ BÍ THƯ THƯỜNG TRỰC"] = [Office.StandingDeputySecretary],
        ["PHÓ BÍ THƯ"] = [Office.DeputySecretary, Office.StandingDeputySecretary],
    };

    /// <summary>Offices that may stand in a line: who signs for a committee, and who signs by its order.</summary>
    public static IReadOnlyList<Office> Signers { get; } = [Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice];

    /// <summary>Everything that speaks against a table, each with its place; empty when it may be put into force.</summary>
    public static IReadOnlyList<Refusal> Judge(IReadOnlyList<IssuingPower> powers, IReadOnlyList<SigningLine> lines)
    {
        var found = new List<Refusal>();
        if (lines.Count > MostLines)
        {
            found.Add(new("authority.lines", $"Bảng có {lines.Count} dòng đề ký, nhiều nhất là {MostLines}."));
        }

        found.AddRange(lines.Take(MostLines).SelectMany((line, index) => OfLine(line, index + 1)));
        found.AddRange(lines.Index().GroupBy(one => (one.Item.Body, one.Item.Authority, one.Item.Position, one.Item.Office)).Where(same => same.Count() > 1)
            .Select(same => new Refusal("authority.twice", $"Dòng {string.Join(" và ", same.Select(one => one.Index + 1))} giống nhau. Đồng chí bỏ bớt một dòng.")));
        foreach (var power in powers)
        {
            var bare = power.Types.Where(type => !lines.Any(line => line.Fits(power.Body, type))).Select(type => DocumentType.Of(type).Name).ToList();
            if (bare.Count > 0)
            {
                found.Add(new("authority.no-line", $"{ReviewWords.Of(power.Body)} ban hành {string.Join(", ", bare)} nhưng không có dòng đề ký nào cho loại ấy, nên không ai ký được. Đồng chí thêm dòng đề ký hoặc bỏ loại ấy."));
            }
        }

        if (powers.All(power => power.Types.Count == 0))
        {
            found.Add(new("authority.nothing", "Bảng không cho cơ quan nào ban hành văn bản nào. Đồng chí đánh dấu các loại văn bản được ban hành."));
        }

        return found;
    }

    private static IEnumerable<Refusal> OfLine(SigningLine line, int number)
    {
        Refusal No(string code, string why) => new($"authority.{code}", $"Dòng đề ký {number} (“{line.Words}”): {why}");
        if (line.Authority.Length is 0 or > LongestWords || line.Position.Length is 0 or > LongestWords)
        {
            yield return No("words", $"đồng chí ghi đủ thẩm quyền và chức vụ, mỗi dòng không quá {LongestWords} chữ.");
            yield break;
        }

        if (line.Authority.Any(char.IsLower) || line.Position.Any(char.IsLower))
        {
            yield return No("capitals", "thẩm quyền và chức vụ viết chữ in hoa.");
        }

        if (line.Authority.StartsWith("K/T", StringComparison.Ordinal))
        {
            yield return No("deputy", $"K/T chỉ dùng trong cơ quan tham mưu, giúp việc; văn bản của cấp ủy do phó bí thư ký thì ghi T/M … PHÓ BÍ THƯ ({Guidance}).");
        }
        else if (line.Authority.StartsWith("T/L ", StringComparison.Ordinal))
        {
            if ((line.Office, line.Position) is not ((Office.ChiefOfOffice, "CHÁNH VĂN PHÒNG") or (Office.DeputyChiefOfOffice, "PHÓ CHÁNH VĂN PHÒNG")))
            {
                yield return No("by-order", $"T/L do người được giao ở cơ quan tham mưu ký, ở đây là CHÁNH VĂN PHÒNG hoặc PHÓ CHÁNH VĂN PHÒNG giữ đúng chức vụ ấy, và người ấy không giao lại ({Guidance}).");
            }
        }
        else if (!line.Authority.StartsWith("T/M ", StringComparison.Ordinal))
        {
            yield return No("on-behalf", $"văn bản của cấp ủy ký thay mặt (T/M …) hoặc thừa lệnh (T/L …) ({Guidance}).");
        }
        else if (!Positions.TryGetValue(line.Position, out var offices))
        {
            yield return No("position", $"dưới T/M của cấp ủy chỉ ghi {string.Join(", ", Positions.Keys)}; không ghi ủy viên, không ghi tên tổ chức kèm chức vụ ({Guidance}).");
        }
        else if (!offices.Contains(line.Office))
        {
            yield return No("office", $"chức vụ {line.Position} do {string.Join(" hoặc ", offices.Select(OfficeNames.Of))} ký, không phải {OfficeNames.Of(line.Office)}.");
        }

        if (line.Source.Length is < 5 or > OrganizationAuthority.LongestSource)
        {
            yield return No("source", $"đồng chí ghi căn cứ, từ 5 đến {OrganizationAuthority.LongestSource} chữ.");
        }

        foreach (var type in line.Types.Where(type => type != DocumentType.Copy.Key && DocumentType.All.All(one => one.Key != type)))
        {
            yield return No("kind", $"“{type}” không phải loại văn bản nào trong danh mục. Đồng chí ghi tên loại văn bản, ví dụ: Thông báo, Công văn.");
        }
    }
}
