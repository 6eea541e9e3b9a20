using System.Globalization;
using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Reads tasks and calls with our attributes, or with what other modelers write for the same thing.</summary>
internal sealed class ActivityReader(ProcessContent content)
{
    private readonly LoopReader loops = new(content);

    public Activity? WithLoop(XElement node, Activity? activity)
    {
        var markers = node.Elements().Where(UnsupportedContent.IsLoop).ToList();
        if (activity is null || markers.Count == 0)
        {
            return activity;
        }

        if (markers.Count > 1)
        {
            content.Report("bpmn.bad-loop", activity.Id, $"“{activity.Name}” có hai dấu lặp.");
            return null;
        }

        return loops.Read(markers[0], activity.Id) is { } loop ? activity with { Loop = loop } : null;
    }

    public UserTask? UserTask(XElement node, string id, string name, string parent)
    {
        var key = (string?)node.Attribute(BpmnReader.Wf + "task") ?? "";
        var outcomes = FormReader.Pairs((string?)node.Attribute(BpmnReader.Wf + "outcomes") ?? "");
        IReadOnlyList<string> declared = outcomes.Count > 0 ? [.. outcomes.Select(outcome => outcome.Key)] : [""];
        var fields = FormReader.Fields(content, node, id);
        var isDelegable = UnsupportedContent.IsTrue(node.Attribute(BpmnReader.Wf + "delegable"));
        if (key.Length > 0 || !content.Vocabulary.PlainTasks)
        {
            if (!content.Vocabulary.Tasks.TryGetValue(key, out var known))
            {
                Missing("bpmn.unknown-task", id, key, "task", content.Vocabulary.Tasks.Keys);
                return null;
            }

            if (outcomes.Count > 0)
            {
                content.Report("bpmn.unknown-attribute", id, $"“{id}” có wf:task=\"{key}\" nên kết quả đã định sẵn ({string.Join(", ", known)}); hãy bỏ wf:outcomes.");
            }

            if (isDelegable || fields.Count > 0)
            {
                // These have pages and rules of their own; a signature or a vote is nobody's to pass on.
                content.Report("bpmn.unknown-attribute", id, $"“{id}” có wf:task=\"{key}\", việc có trang và quy tắc riêng, nên không dùng được wf:delegable hay wf:field.");
            }

            declared = known;
        }
        else if (declared.Distinct(StringComparer.Ordinal).Count() != declared.Count || (outcomes.Count > 0 && declared.Contains("")))
        {
            content.Report("bpmn.undeclared-outcome", id, $"Các kết quả của “{id}” phải có mã, mỗi mã một lần: wf:outcomes=\"agree=Đồng ý, refuse=Không đồng ý\".");
        }

        Template? Read(string own, params ReadOnlySpan<string> aliases) => Vendor.Read(node, own, aliases) is { } text ? content.ReadTemplate(text, id) : null;
        var title = content.ReadTemplate(name, id);
        var assignee = Read("assignee", "assignee") ?? Zeebes(node, "assignee", id);
        var candidates = Candidates(node, id);
        CheckWords(candidates, id);
        if (candidates.Count == 0 && assignee is null && (!content.Vocabulary.PlainTasks || content.Vocabulary.Candidates is not null))
        {
            // A task that is nobody's would stop the case for good.
            content.Report("bpmn.no-candidates", id, $"Phần tử “{id}” thiếu thuộc tính wf:candidates: không rõ ai làm việc này.");
        }

        return new UserTask(id, name, parent, key, declared)
        {
            Title = title ?? Template.Constant(name),
            Assignee = assignee,
            Candidates = candidates,
            Due = Read("due", "dueDate"),
            Priority = Read("priority", "priority"),
            Form = Vendor.Read(node, "form", "formKey") ?? Vendor.Zeebes(node, "formDefinition", "formKey") ?? "",
            NotSameAs = (string?)node.Attribute(BpmnReader.Wf + "notSameAs") ?? "",
            Sheet = new(outcomes.Count > 0 ? outcomes : [.. declared.Select(one => new TaskOutcome(one, one))], fields, isDelegable),
        };
    }

    public ServiceTask? ServiceTask(XElement node, string id, string name, string parent)
    {
        if (FindActivity(content, node, id) is var (key, outcomes))
        {
            return new ServiceTask(id, name, parent, key, outcomes);
        }

        if (Vendor.ForeignCode(node) is { } code)
        {
            content.Report("bpmn.foreign-code", id, $"“{id}” muốn chạy “{code}” của phần mềm khác; hãy chọn một việc đã đăng ký bằng wf:activity.");
        }
        else if (node.Name.LocalName == "scriptTask")
        {
            content.Report("bpmn.unknown-element", id, $"“{id}” chứa mã kịch bản (script); mã trong bản vẽ không được chạy.");
        }
        else
        {
            Missing("bpmn.unknown-activity", id, Vendor.Topic(node) ?? "", "activity", content.Vocabulary.Activities.Keys);
        }

        return null;
    }

    public CallActivity? Call(XElement node, string id, string name, string parent)
    {
        var called = (string?)node.Attribute("calledElement") is { Length: > 0 } named ? named : Vendor.Zeebes(node, "calledElement", "processId");
        if (called is null)
        {
            content.Report("bpmn.no-called-element", id, $"“{id}” không nói rõ gọi quy trình nào (calledElement).");
            return null;
        }

        var isExpression = called.Contains('{', StringComparison.Ordinal) || called.StartsWith('=');
        return content.ReadTemplate(isExpression ? called : Declarations.Local(called), id) is { } process
            ? new CallActivity(id, name, parent, process, ReadMapping(content, node, "in", id), ReadMapping(content, node, "out", id))
            : null;
    }

    /// <summary>The registered activity of an element: bound by whoever deploys, or named by the file; null when neither is known.</summary>
    public static (string Key, IReadOnlyList<string> Outcomes)? FindActivity(ProcessContent content, XElement node, string id)
    {
        var named = content.Vocabulary.Bindings.GetValueOrDefault(id) ?? Vendor.Topic(node) ?? Vendor.ForeignCode(node);
        return named is not null && content.Vocabulary.Activities.TryGetValue(named, out var outcomes) ? (named, outcomes) : null;
    }

    /// <summary><c>wf:in="a, b=c+1"</c>, or the mapping elements of others.</summary>
    public static Mapping ReadMapping(ProcessContent content, XElement node, string direction, string id)
    {
        var entries = new List<(string, string?, Template?)>();
        var all = false;
        foreach (var part in Split((string?)node.Attribute(BpmnReader.Wf + direction) ?? ""))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            all |= part == "*";
            if (part != "*")
            {
                entries.Add(at < 0 ? (part, part, null) : (part[..at].Trim(), null, content.ReadTemplate($"${{{part[(at + 1)..]}}}", id)));
            }
        }

        foreach (var one in Vendor.Extensions(node, direction))
        {
            var target = (string?)one.Attribute("target") ?? "";
            all |= (string?)one.Attribute("variables") == "all";
            if ((string?)one.Attribute("source") is { Length: > 0 } source)
            {
                entries.Add((target, source, null));
            }
            else if ((string?)one.Attribute("sourceExpression") is { Length: > 0 } expression)
            {
                entries.Add((target, null, content.ReadTemplate(expression, id)));
            }
        }

        // Zeebe hands everything over unless told not to.
        all |= Vendor.Zeebes(node, "calledElement", "processId") is not null && Vendor.Zeebes(node, "calledElement", direction == "in" ? "propagateAllParentVariables" : "propagateAllChildVariables") != "false";
        return new Mapping(all, [.. entries.Where(entry => entry.Item1.Length > 0 && (entry.Item2 ?? (object?)entry.Item3) is not null)]);
    }

    public static List<string> Split(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private List<(string, Template)> Candidates(XElement node, string id)
    {
        if ((string?)node.Attribute(BpmnReader.Wf + "candidates") is { } own)
        {
            return string.IsNullOrWhiteSpace(own) ? [] : Templates(("", own), id);
        }

        var groups = Vendor.Read(node, null, "candidateGroups") ?? Vendor.Zeebes(node, "assignmentDefinition", "candidateGroups");
        var users = Vendor.Read(node, null, "candidateUsers") ?? Vendor.Zeebes(node, "assignmentDefinition", "candidateUsers");
        var found = Templates(("role:", groups), id).Concat(Templates(("user:", users), id)).ToList();
        return found.Count > 0 ? found : Templates(("", content.LaneCandidates.GetValueOrDefault(id)), id);
    }

    // Who is named by an expression is known only when the task opens.
    private void CheckWords(List<(string Kind, Template Who)> candidates, string id)
    {
        foreach (var (kind, who) in candidates.Where(one => one.Who.IsConstant))
        {
            foreach (var word in Split(who.Source).Select(one => kind + one).Where(word => content.Vocabulary.Candidates?.Knows(word) == false))
            {
                content.Warn("bpmn.unknown-candidate", id, $"Không có ai tên “{word}” để giao việc “{id}”. Các tên được dùng: {string.Join(", ", content.Vocabulary.Candidates!.Words)}, user:tên-đăng-nhập.");
            }
        }
    }

    private List<(string, Template)> Templates((string Kind, string? Text) of, string id) =>
        of.Text is { } text && content.ReadTemplate(text, id) is { } template ? [(of.Kind, template)] : [];

    private Template? Zeebes(XElement node, string attribute, string id) =>
        Vendor.Zeebes(node, "assignmentDefinition", attribute) is { } text ? content.ReadTemplate(text, id) : null;

    private void Missing(string code, string id, string key, string attribute, IEnumerable<string> known) => content.Report(code, id, key.Length == 0
        ? $"Phần tử “{id}” thiếu thuộc tính wf:{attribute}."
        : string.Create(CultureInfo.InvariantCulture, $"Không có wf:{attribute} nào tên “{key}”. Các tên được dùng: {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
}
