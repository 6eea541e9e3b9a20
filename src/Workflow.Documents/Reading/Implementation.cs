using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>The part of a text that says who does what: below "Tổ chức thực hiện", else everything that reports no past.</summary>
internal static partial class Implementation
{
    public static IEnumerable<Clause> Clauses(IReadOnlyList<Clause> clauses)
    {
        var begins = clauses.TakeWhile(clause => !Announces(clause)).Count();
        var section = new TargetSection();
        var announced = begins < clauses.Count;
        var hasFuture = clauses.Any(clause => Ahead(section, clause));
        section = new TargetSection();
        foreach (var clause in announced ? clauses.Skip(begins) : clauses)
        {
            section.Take(clause);
            if (clause.Kind == ClauseKind.Paragraph && !section.IsPast && (announced || !hasFuture || section.IsFuture) && !Basis().IsMatch(clause.Text))
            {
                yield return clause;
            }
        }
    }

    /// <summary>Whether the text has a part on implementation.</summary>
    public static bool IsAnnounced(IReadOnlyList<Clause> clauses) => clauses.Any(Announces);

    /// <summary>Text of a clause without the announcement at its beginning ("Tổ chức thực hiện:").</summary>
    public static string Text(Clause clause) => Announcement().Replace(clause.Text, "");

    private static bool Ahead(TargetSection section, Clause clause)
    {
        section.Take(clause);
        return section.IsFuture;
    }

    private static bool Announces(Clause clause) => Folding.Fold(clause.Text) is var folded
        && (clause.Kind == ClauseKind.Heading ? Section().IsMatch(folded) : clause.Label.Length > 0 && folded.StartsWith("to chuc thuc hien", StringComparison.Ordinal));

    [GeneratedRegex(@"\bto chuc (?:trien khai )?thuc hien\b|^phan cong (?:nhiem vu|thuc hien|trach nhiem)|^trach nhiem (?:thi hanh|thuc hien|cua)|^che do (?:thong tin,? )?bao cao|^dieu khoan thi hanh|^hieu luc thi hanh")]
    private static partial Regex Section();

    [GeneratedRegex(@"^Tổ chức thực hiện\s*[:.]\s*(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^(?:Căn cứ|Xét |Theo đề nghị)")]
    private static partial Regex Basis();
}
