using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Follows the headings of a text and knows whether the present place is in a section that sets targets.</summary>
internal sealed partial class TargetSection
{
    private const int LongestIntroduction = 90;

    private int depth = -1;

    /// <summary>Whether the present place is below a heading that announces targets.</summary>
    public bool IsInside => depth >= 0;

    /// <summary>Takes the next heading, or a line that introduces a list of targets ("Các chỉ tiêu chủ yếu:").</summary>
    public void Take(Clause clause)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        if (heading && IsInside && clause.Level <= depth)
        {
            depth = -1;
        }

        if (!IsInside && (heading || (clause.Text.Length <= LongestIntroduction && clause.Text.EndsWith(':'))) && IsTargets(clause.Text))
        {
            depth = clause.Level;
        }
    }

    // "Các chỉ tiêu chủ yếu", "Mục tiêu cụ thể"; not "Kết quả thực hiện chỉ tiêu", not "Chỉ tiêu, nhiệm vụ, giải pháp".
    private static bool IsTargets(string text) => Folding.Fold(text) is var folded && Announces().IsMatch(folded) && !Otherwise().IsMatch(folded);

    [GeneratedRegex(@"\bchi tieu\b|^(cac |nhung |mot so |he thong )?muc tieu (cu the|chu yeu|phan dau)")]
    private static partial Regex Announces();

    [GeneratedRegex(@"\b(ket qua|tinh hinh|danh gia|nhiem vu|giai phap|phuong huong|thuc hien|to chuc|han che)\b")]
    private static partial Regex Otherwise();
}
