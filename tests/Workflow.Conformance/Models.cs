using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>The models of a case as they are deployed: read, adapted in memory where the case says so, and bound to its handlers.</summary>
internal sealed class Models(string folder, JsonObject content)
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly string[] Machine = ["serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition"];
    private static readonly string[] VendorNames = ["http://camunda.org/", "http://operaton.org/", "http://activiti.org/", "http://flowable.org/"];
    private static readonly string[] Binding = ["class", "delegateExpression", "expression", "type", "topic", "decisionRef"];

    public JsonObject? Handlers => content["handlers"]?.AsObject();

    public IEnumerable<byte[]> Files => content["models"]!.AsArray().Select(model => Adapt(File.ReadAllBytes(Path.Combine(folder, (string)model!["local"]!))));

    /// <summary>
    /// The cases know no task keys, and an activity for every element with a handler; an element that another engine would run by a
    /// vendor's binding does nothing. Dates without an offset are UTC in the cases.
    /// </summary>
    public Vocabulary Words(IEnumerable<byte[]> files)
    {
        var bound = (Handlers?.Select(pair => pair.Key) ?? []).Concat(files.SelectMany(BoundByVendor)).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => id);
        return new Vocabulary(new Dictionary<string, IReadOnlyList<string>>(), bound.Keys.ToDictionary(id => id, _ => (IReadOnlyList<string>)[""]))
        {
            PlainTasks = true,
            Bindings = bound,
            Zone = TimeSpan.Zero,
        };
    }

    private static IEnumerable<string> BoundByVendor(byte[] file)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(new MemoryStream(file));
        }
        catch (Exception error) when (error is System.Xml.XmlException or NotSupportedException or ArgumentException)
        {
            return [];
        }

        return document.Descendants().Where(node => node.Name.Namespace == Bpmn && Machine.Contains(node.Name.LocalName))
            .Where(node => node.Attributes().Any(attribute => Binding.Contains(attribute.Name.LocalName) && Array.Exists(VendorNames, vendor => attribute.Name.NamespaceName.StartsWith(vendor, StringComparison.Ordinal))))
            .Select(node => (string?)(node.Name.LocalName == "messageEventDefinition" ? node.Parent! : node).Attribute("id")).OfType<string>();
    }

    private byte[] Adapt(byte[] file)
    {
        if (content["adaptations"] is not JsonObject adaptations)
        {
            return file;
        }

        var document = XDocument.Load(new MemoryStream(file), LoadOptions.PreserveWhitespace);
        foreach (var (old, text) in adaptations["expressions"]?.AsObject() ?? [])
        {
            foreach (var node in document.DescendantNodes().OfType<XText>().Where(node => node.Value.Trim() == old).ToList())
            {
                node.Value = (string)text!;
            }
        }

        foreach (var name in adaptations["removeAttributes"]?.AsArray().Select(one => (string)one!) ?? [])
        {
            var (prefix, local) = name.Split(':') is [var first, var second] ? (first, second) : ("", name);
            foreach (var node in document.Descendants())
            {
                node.Attribute((prefix.Length == 0 ? XNamespace.None : node.GetNamespaceOfPrefix(prefix) ?? XNamespace.None) + local)?.Remove();
            }
        }

        if ((bool?)adaptations["setExecutable"] == true)
        {
            foreach (var process in document.Descendants(Bpmn + "process"))
            {
                process.SetAttributeValue("isExecutable", "true");
            }
        }

        return Encoding.UTF8.GetBytes(document.Root!.ToString(SaveOptions.DisableFormatting));
    }
}
