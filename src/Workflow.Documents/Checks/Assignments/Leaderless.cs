using System.Text.RegularExpressions;
using Workflow.Documents.Reading;

namespace Workflow.Documents.Checks.Assignments;

/// <summary>In a list that says who does what, an item that begins with the work and names nobody.</summary>
internal sealed partial class Leaderless : ICheck
{
    private const int FewestNamed = 2;

    public string Key => "assignments.lead";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (!Implementation.IsAnnounced(text.Text.Clauses))
        {
            yield break;
        }

        var ids = Implementation.Clauses(text.Text.Clauses).Where(clause => clause.Label.Length > 0 && clause.Label != "-").Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var list in text.Passages.Where(passage => ids.Contains(passage.Clause.Id)).GroupBy(passage => passage.Clause.Level))
        {
            var items = list.ToList();
            if (items.Count(item => Actors.Of(item.Text) is not null) < Math.Max(FewestNamed, items.Count - 1))
            {
                continue;
            }

            foreach (var item in items.Where(item => Actors.Of(item.Text) is null && Work().IsMatch(item.Text)))
            {
                yield return text.On("ASSIGNMENT_WITHOUT_LEAD", Severity.Warning, item, 0, Math.Min(item.Text.Length, 80), "Các mục bên cạnh nêu rõ ai thực hiện, mục này không nêu cơ quan chủ trì.");
            }
        }
    }

    [GeneratedRegex(@"^(?:Khẩn trương |Tích cực |Chủ động |Kịp thời |Sớm |Tiếp tục |Tập trung )?(?:[Xx]ây dựng|[Tt]ổ chức|[Bb]an hành|[Tt]riển khai|[Rr]à soát|[Hh]oàn thành|[Tt]ham mưu|[Tt]uyên truyền|[Kk]iểm tra|[Gg]iám sát|[Tt]hực hiện|[Tt]ổng hợp|[Bb]ố trí|[Ss]ơ kết|[Tt]ổng kết|[Cc]huẩn bị|[Cc]ụ thể hóa)\b")]
    private static partial Regex Work();
}
