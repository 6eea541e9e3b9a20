using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Follows the headings of a text and knows whether the present place sets targets, and for which area; results of a past year set none.</summary>
internal sealed partial class TargetSection
{
    private const int LongestIntroduction = 160;

    private readonly List<(int Level, string Folded)> path = [];
    private int depth = -1;
    private bool byLine;
    private string? group;

    /// <summary>Whether the present place is below a heading that announces targets.</summary>
    public bool IsInside => depth >= 0;

    /// <summary>Whether the present place reports what was done, so that its figures are results.</summary>
    public bool IsPast => path.Exists(heading => Past().IsMatch(heading.Folded) && !Ahead().IsMatch(heading.Folded) && (Carried().IsMatch(heading.Folded) || !Future().IsMatch(heading.Folded)));

    /// <summary>Whether the present place says what is to be done.</summary>
    public bool IsFuture => !IsPast && path.Exists(heading => Future().IsMatch(heading.Folded) || Ahead().IsMatch(heading.Folded));

    /// <summary>Whether a clause is, or stands below, the general aim, which is no target even where numbers stand in it.</summary>
    public bool IsGeneralAim(Clause clause) => General().IsMatch(Folding.Fold(clause.Text)) || path.Exists(heading => General().IsMatch(heading.Folded));

    /// <summary>The group of targets: "kinh tế"; null when the text makes none.</summary>
    public string? Area => group;

    /// <summary>Takes the next heading, or a line that introduces a list of targets ("Các chỉ tiêu chủ yếu:").</summary>
    public void Take(Clause clause)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        if (heading)
        {
            path.RemoveAll(one => one.Level >= clause.Level);
            path.Add((clause.Level, Folding.Fold(clause.Text)));
        }

        if (IsInside && ((heading && clause.Level <= depth) || (byLine && clause.Kind == ClauseKind.Paragraph && clause.Label.Length == 0 && !Introduces(clause))))
        {
            (depth, group) = (-1, null);
        }

        if (IsInside && (heading || clause.RunInHeading is not null || Introduces(clause)))
        {
            group = AreaOf(clause.RunInHeading is { Length: < LongestIntroduction } runIn ? runIn : clause.Text) ?? group;
        }
        else if (!IsInside && !IsPast && (heading || Introduces(clause)) && IsTargets(clause.Text))
        {
            (depth, byLine, group) = (clause.Level, !heading, AreaOf(clause.Text));
        }
    }

    /// <summary>What follows a run-in announcement ("2. Chỉ tiêu cụ thể: (1) …"), or null.</summary>
    public string? AfterAnnouncement(Clause clause)
    {
        var colon = clause.Text.IndexOf(':', StringComparison.Ordinal);
        return !IsPast && colon is > 0 and < LongestIntroduction && colon + 1 < clause.Text.Length && IsTargets(clause.Text[..colon]) ? clause.Text[(colon + 1)..].Trim() : null;
    }

    private static bool Introduces(Clause clause) => clause.Text.Length <= LongestIntroduction && clause.Text.EndsWith(':');

    // "Các chỉ tiêu chủ yếu", "Mục tiêu cụ thể"; not "Kết quả thực hiện chỉ tiêu", not "Chỉ tiêu, nhiệm vụ, giải pháp".
    private static bool IsTargets(string text) => Folding.Fold(text) is var folded && Announces().IsMatch(folded) && !Otherwise().IsMatch(folded);

    /// <summary>The name of a group as an area: "Về Kinh tế:" is "kinh tế".</summary>
    public static string? AreaOf(string text)
    {
        var name = Lead().Replace(text.Trim(' ', ':', '.', '-'), "").Trim(' ', ':');
        return name.Length is 0 or > 60 || Plain().IsMatch(name) || Announces().IsMatch(Folding.Fold(name)) || name.Any(char.IsDigit) ? null
            : name.ToUpperInvariant() switch
            {
                "VH-XH" or "VHXH" => "văn hóa - xã hội",
                "KT-XH" or "KTXH" => "kinh tế - xã hội",
                "QP-AN" or "QPAN" => "quốc phòng, an ninh",
                var capitals when capitals == name && name.Length > 6 => name.ToLowerInvariant(),
                var capitals when capitals == name => name,
                _ => char.ToLowerInvariant(name[0]) + name[1..],
            };
    }

    [GeneratedRegex(@"\bchi tieu\b|^(?:cac |nhung |mot so |he thong )?muc tieu (?:cu the|chu yeu|phan dau|den nam|den het nam|nam \d)|^muc tieu$")]
    private static partial Regex Announces();

    [GeneratedRegex(@"^muc tieu (?:chung|tong quat)\b")]
    private static partial Regex General();

    [GeneratedRegex(@"\b(?:ket qua|tinh hinh|danh gia|nhiem vu|giai phap|phuong huong|to chuc|han che|chua dat|da dat|hoan thanh|dat va vuot|thuc hien (?:cac |nhung |mot so )?chi tieu)\b")]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"\b(?:ket qua|tinh hinh|danh gia|han che|ton tai|khuyet diem|nguyen nhan|kiem diem|uu diem|bai hoc|dac diem|thuc trang)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:muc tieu|nhiem vu|giai phap|phan dau|yeu cau)\b")]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(?:phuong huong|thoi gian toi|nam toi|du bao)\b")]
    private static partial Regex Ahead();

    // "Kết quả thực hiện nhiệm vụ, giải pháp" looks back although it names tasks.
    [GeneratedRegex(@"\b(?:thuc hien|trien khai|lanh dao|chi dao|hoan thanh|dat duoc)\b")]
    private static partial Regex Carried();

    [GeneratedRegex(@"^(?:cụ thể|chủ yếu|phấn đấu|chính|cơ bản|chung|khác|trọng tâm|năm \d+|sau)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:(?:Các|Một số|Nhóm) )?(?:[Cc]hỉ tiêu |[Mm]ục tiêu )?(?:[Vv]ề |[Tt]rong )?(?:[Ll]ĩnh vực |[Cc]ông tác )?(?=\p{L})")]
    private static partial Regex Lead();
}
