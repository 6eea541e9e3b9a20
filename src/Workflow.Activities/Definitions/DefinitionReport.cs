using System.Xml.Linq;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>A finding with the name of its element, for people.</summary>
public sealed record FindingRow(string Code, string ElementId, string ElementName, int Line, string Message, string Advice, bool IsWarning);

/// <summary>Work of a definition as the people of the office say it.</summary>
public sealed record WorkRow(string ElementId, string Name, string Kind, string Key, string KeyWords, string Whom, IReadOnlyList<string> Outcomes);

/// <summary>Puts what the reader of definitions says into rows.</summary>
internal static class DefinitionReport
{
    public static IReadOnlyList<FindingRow> Rows(DeploymentReport report, string xml)
    {
        var names = DefinitionFiles.Refused(report) is null ? Names(xml) : [];
        return [.. report.Findings.OrderBy(finding => finding.IsWarning).ThenBy(finding => finding.Line).Select(finding => new FindingRow(finding.Code, finding.ElementId, names.GetValueOrDefault(finding.ElementId, ""), finding.Line, finding.Message, FindingAdvice.For(finding.Code), finding.IsWarning))];
    }

    public static IReadOnlyList<WorkRow> Rows(DescribedProcess process) => [.. process.Work.Select(work => new WorkRow(
        work.ElementId, work.Name, work.Kind switch { WorkOf.Person => "Người làm", WorkOf.Machine => "Máy làm", _ => "Gọi quy trình" }, work.Key,
        work.Kind switch { WorkOf.Person => WorkWords.Task(work.Key), WorkOf.Machine => WorkWords.Activity(work.Key), _ => work.Key },
        string.Join(", ", work.Whom.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(CandidateWords.Of)), [.. work.Outcomes.Where(outcome => outcome.Length > 0)]))];

    public static ChangeRow Change(ChangedElement one) => new(
        one.Change switch { ElementChange.New => "Thêm", ElementChange.Changed => "Sửa", _ => "Bỏ" }, one.ElementId, one.Name, ElementWords.Of(one.Kind));

    public static string Start(DescribedStart start) => start.Kind switch
    {
        BeginsBy.Message => $"khi có thông điệp “{start.Name}”",
        BeginsBy.Signal => $"khi nghe tín hiệu “{start.Name}”",
        _ => "theo lịch hẹn giờ",
    };

    private static Dictionary<string, string> Names(string xml)
    {
        return XDocument.Parse(xml.TrimStart('\uFEFF')).Descendants().Where(one => one.Attribute("id") is not null && one.Attribute("name") is not null)
            .DistinctBy(one => (string)one.Attribute("id")!).ToDictionary(one => (string)one.Attribute("id")!, one => (string)one.Attribute("name")!, StringComparer.Ordinal);
    }
}
