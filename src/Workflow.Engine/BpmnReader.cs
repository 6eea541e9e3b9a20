using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Workflow.Engine;

/// <summary>Reads a BPMN 2.0 file and refuses, by name and line, whatever this engine does not execute.</summary>
public static class BpmnReader
{
    /// <summary>Largest file read, in characters.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Most elements in a process.</summary>
    public const int MaxElements = 2_000;

    internal static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    internal static readonly XNamespace Wf = "urn:workflow:bpmn:1";

    /// <summary>Reads one executable process. Never throws on a bad file: it answers findings.</summary>
    public static Deployment Read(string xml, Vocabulary vocabulary)
    {
        var (document, refused) = SafeXml.Load(xml, MaxLength);
        if (document is null)
        {
            return Refuse(refused!);
        }

        if (document.Root?.Name != Bpmn + "definitions")
        {
            return Refuse(new Finding("bpmn.not-bpmn", document.Root?.Name.LocalName ?? "", 1, "Tệp không phải là BPMN 2.0 (thiếu phần tử definitions)."));
        }

        var foreign = UnsupportedContent.InDefinitions(document.Root).Select(node => new Finding(
            "bpmn.unknown-element", (string?)node.Attribute("id") ?? node.Name.LocalName, ((IXmlLineInfo)node).LineNumber, $"Phần tử “{node.Name.LocalName}” chưa được hỗ trợ nên quy trình không được nhận.")).ToList();
        if (foreign.Count > 0)
        {
            return new Deployment(null, foreign);
        }

        var processes = document.Root.Elements(Bpmn + "process").ToList();
        if (processes.Count != 1)
        {
            return Refuse(new Finding("bpmn.one-process", "definitions", 1, $"Tệp phải có đúng một quy trình, tệp này có {processes.Count}."));
        }

        return Read(xml, document.Root, processes[0], vocabulary);
    }

    private static Deployment Read(string xml, XElement definitions, XElement process, Vocabulary vocabulary)
    {
        if ((string?)process.Attribute("id") is not { Length: > 0 } id)
        {
            return Refuse(new Finding("bpmn.missing-id", "process", ((IXmlLineInfo)process).LineNumber, "Quy trình không có mã (id)."));
        }

        if (process.Attribute("isExecutable") is { } executable && !UnsupportedContent.IsTrue(executable))
        {
            return Refuse(new Finding("bpmn.not-executable", id, ((IXmlLineInfo)process).LineNumber, "Quy trình được vẽ để minh họa (isExecutable=\"false\"), không phải để chạy."));
        }

        var content = new ProcessContent(vocabulary, definitions);
        content.Read(process);
        if (content.Findings.Count == 0)
        {
            DefinitionCheck.Run(content);
        }

        if (content.Findings.Count > 0)
        {
            return new Deployment(null, content.Findings);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml)));
        return new Deployment(new ProcessDefinition(id, (string?)process.Attribute("name") is { Length: > 0 } name ? name : id, hash, content.Elements, content.Flows), []);
    }

    private static Deployment Refuse(Finding finding) => new(null, [finding]);
}
