using System.Xml;
using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>The elements and flows of a process as they are read, with what is wrong with them.</summary>
internal sealed class ProcessContent
{
    /// <summary>Deepest nesting of subprocesses.</summary>
    private const int MaxDepth = 20;

    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    // Carried by the process, without effect on execution.
    private static readonly HashSet<string> Silent =
    [
        "documentation", "extensionElements", "auditing", "monitoring", "laneSet", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "incoming", "outgoing", "ioSpecification", "property", "supports", "correlationSubscription", "resourceRole", "performer", "humanPerformer", "potentialOwner",
    ];

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<(XElement Node, string Id)> references = [];
    private readonly ElementReader elementReader;

    public ProcessContent(Vocabulary vocabulary, Declarations declarations, XElement process)
    {
        Vocabulary = vocabulary;
        Declarations = declarations;
        Process = process;
        elementReader = new ElementReader(this);
    }

    public Vocabulary Vocabulary { get; }

    public Declarations Declarations { get; }

    public XElement Process { get; }

    public List<Element> Elements { get; } = [];

    public List<Flow> Flows { get; } = [];

    /// <summary>Subprocesses of every kind by id.</summary>
    public Dictionary<string, Element> Scopes { get; } = new(StringComparer.Ordinal);

    /// <summary>Default flows by the element that names them.</summary>
    public Dictionary<string, string> Defaults { get; } = new(StringComparer.Ordinal);

    /// <summary>Candidates that a lane gives to the tasks in it.</summary>
    public Dictionary<string, string> LaneCandidates { get; } = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public List<Finding> Warnings { get; } = [];

    /// <summary>Id of the process, or of the subprocess with this id: what a finding about a scope names.</summary>
    public string ScopeName(string scope) => scope.Length == 0 ? (string?)Process.Attribute("id") ?? "process" : scope;

    public void Report(string code, string id, string message) => Findings.Add(new Finding(code, id, lines.GetValueOrDefault(id), message));

    public void Warn(string code, string id, string message) => Warnings.Add(new Finding(code, id, lines.GetValueOrDefault(id), message));

    /// <summary>Reads the process with all its subprocesses.</summary>
    public void Read()
    {
        lines[ScopeName("")] = Line(Process);
        foreach (var attribute in Process.Attributes().Where(one => one.Name.Namespace == BpmnReader.Wf && one.Name.LocalName != "starters"))
        {
            Report("bpmn.unknown-attribute", ScopeName(""), $"Thuộc tính “wf:{attribute.Name.LocalName}” của “{ScopeName("")}” không dùng được ở đây.");
        }

        foreach (var word in ActivityReader.Split((string?)Process.Attribute(BpmnReader.Wf + "starters") ?? "").Where(word => word != "nobody" && Vocabulary.Candidates?.Knows(word) == false))
        {
            Warn("bpmn.unknown-candidate", ScopeName(""), $"Không có ai tên “{word}” để bắt đầu quy trình này. Các tên được dùng: {string.Join(", ", Vocabulary.Candidates!.Words)}, nobody.");
        }

        ReadLanes();
        ReadScope(Process, "", 0);
        for (var at = 0; at < Flows.Count; at++)
        {
            Flows[at] = Flows[at] with { IsDefault = Defaults.TryGetValue(Flows[at].From, out var named) && named == Flows[at].Id };
        }

        Links();
        foreach (var (node, id) in references.Where(one => !lines.ContainsKey(one.Id)))
        {
            var owner = (string?)node.Parent!.Attribute("id") ?? node.Name.LocalName;
            Findings.Add(new Finding("bpmn.dangling-reference", owner, Line(node), $"“{owner}” nhắc tới “{id}” ({node.Name.LocalName}) nhưng không có phần tử nào mang mã đó."));
        }
    }

    public void ReadScope(XElement scope, string parent, int depth)
    {
        foreach (var node in scope.Elements())
        {
            if (UnsupportedContent.NeedsInput(node))
            {
                Report("bpmn.unknown-element", ScopeName(parent), $"“{ScopeName(parent)}” chờ dữ liệu đầu vào bắt buộc (ioSpecification), điều chưa được hỗ trợ.");
            }

            if (UnsupportedContent.IsLoop(node) || (node.Name.Namespace == Bpmn && Silent.Contains(node.Name.LocalName)))
            {
                if (node.Name.LocalName is "incoming" or "outgoing")
                {
                    Mention(node);
                }

                continue;
            }

            var isFlow = node.Name == Bpmn + "sequenceFlow";
            var id = (string?)node.Attribute("id") ?? "";
            if (id.Length == 0 && !isFlow)
            {
                Findings.Add(new Finding("bpmn.missing-id", node.Name.LocalName, Line(node), $"Phần tử “{node.Name.LocalName}” không có mã (id)."));
                continue;
            }

            id = id.Length == 0 ? $"flow-{Flows.Count + 1}" : id;
            if (!lines.TryAdd(id, Line(node)))
            {
                Findings.Add(new Finding("bpmn.duplicate-id", id, Line(node), $"Mã “{id}” bị dùng hai lần."));
                continue;
            }

            if (lines.Count > BpmnReader.MaxElements || depth > MaxDepth)
            {
                Report("bpmn.too-many-elements", id, $"Quy trình có quá {BpmnReader.MaxElements} phần tử hoặc lồng nhau quá {MaxDepth} lớp.");
                return;
            }

            foreach (var mention in node.Elements().Where(child => child.Name == Bpmn + "incoming" || child.Name == Bpmn + "outgoing"))
            {
                Mention(mention);
            }

            if (isFlow)
            {
                ReadFlow(node, id);
            }
            else if (elementReader.Read(node, id, (string?)node.Attribute("name") is { Length: > 0 } name ? name : id, parent, depth) is { } element)
            {
                Elements.Add(element);
                if (element is SubProcess or EventSubProcess)
                {
                    Scopes[id] = element;
                }
            }
        }
    }

    /// <summary>Reads an expression or a text with expressions; reports what is wrong with it at the element and answers null.</summary>
    public Template? ReadTemplate(string text, string id, bool isWhole = false)
    {
        try
        {
            var template = Template.Parse(text);
            return isWhole && !template.IsExpression ? throw new ExpressionException("biểu thức phải viết trong ${…}") : template;
        }
        catch (ExpressionException error)
        {
            Report("bpmn.bad-expression", id, $"Biểu thức “{text.Trim()}” ở “{id}” không đọc được: {error.Message}.");
            return null;
        }
    }

    /// <summary>An expression in an element of its own: only our language is executed.</summary>
    public bool SpeaksOurLanguage(XElement expression, string id)
    {
        if ((string?)expression.Attribute("language") is not { Length: > 0 } language || language == BpmnReader.Wf.NamespaceName)
        {
            return true;
        }

        Report("bpmn.expression-language", id, $"Ngôn ngữ biểu thức “{language}” ở “{id}” không được hỗ trợ; hãy viết ${{…}} và bỏ thuộc tính language.");
        return false;
    }

    public static int Line(XElement node) => ((IXmlLineInfo)node).LineNumber;

    private void Mention(XElement node) => references.Add((node, Declarations.Local(node.Value)));

    private void ReadLanes()
    {
        foreach (var lane in Process.Descendants(Bpmn + "lane"))
        {
            var id = (string?)lane.Attribute("id") ?? "lane";
            foreach (var attribute in UnsupportedContent.Attributes(lane))
            {
                Findings.Add(new Finding("bpmn.unknown-attribute", id, Line(lane), $"Thuộc tính “{attribute}” của “{id}” không dùng được ở đây."));
            }

            foreach (var member in lane.Elements(Bpmn + "flowNodeRef"))
            {
                Mention(member);
                if ((string?)lane.Attribute(BpmnReader.Wf + "candidates") is { Length: > 0 } candidates)
                {
                    // Lanes within lanes come later and are nearer.
                    LaneCandidates[Declarations.Local(member.Value)] = candidates;
                }
            }
        }
    }

    // A link is a flow that is not drawn: a throw leads to the one catch of its name in the same scope.
    private void Links()
    {
        var targets = Elements.OfType<LinkEvent>().Where(link => !link.IsThrow).ToLookup(link => (link.Parent, link.Link));
        foreach (var link in Elements.OfType<LinkEvent>().Where(link => link.IsThrow))
        {
            var found = targets[(link.Parent, link.Link)].ToList();
            if (found.Count == 1)
            {
                Flows.Add(new Flow($"link:{link.Id}", link.Id, found[0].Id, null));
            }
            else
            {
                Report("bpmn.bad-link", link.Id, $"Liên kết “{link.Link}” ở “{link.Id}” phải có đúng một điểm đến cùng tên trong cùng phạm vi; ở đây có {found.Count}.");
            }
        }

        foreach (var twin in targets.Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)))
        {
            Report("bpmn.bad-link", twin.Id, $"Có hai điểm đến cho liên kết “{twin.Link}”.");
        }
    }

    private void ReadFlow(XElement node, string id)
    {
        foreach (var attribute in UnsupportedContent.Attributes(node))
        {
            Report("bpmn.unknown-attribute", id, $"Thuộc tính “{attribute}” của “{id}” không dùng được ở đây.");
        }

        Template? condition = null;
        if (node.Element(Bpmn + "conditionExpression") is { } expression && SpeaksOurLanguage(expression, id))
        {
            var text = expression.Value.Trim();
            condition = text is "true" or "false" ? Template.Constant(text == "true") : ReadTemplate(text, id, isWhole: true);
        }

        var outcome = (string?)node.Attribute(BpmnReader.Wf + "whenOutcome");
        if (outcome is not null && condition is not null)
        {
            Report("bpmn.condition", id, $"Đường nối “{id}” có cả wf:whenOutcome và biểu thức; hãy chọn một.");
        }

        string End(string name) => Declarations.Local((string?)node.Attribute(name) ?? "");
        Flows.Add(new Flow(id, End("sourceRef"), End("targetRef"), outcome) { Condition = condition });
    }
}
