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
        if (xml.Length > MaxLength)
        {
            return Refuse(new Finding("bpmn.too-large", "", 0, $"Tệp quy trình quá lớn ({xml.Length} ký tự, tối đa {MaxLength})."));
        }

        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxLength,
            });
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException error)
        {
            return Refuse(new Finding("bpmn.bad-xml", "", error.LineNumber, $"Tệp không phải XML hợp lệ: {error.Message}"));
        }

        if (document.Root?.Name != Bpmn + "definitions")
        {
            return Refuse(new Finding("bpmn.not-bpmn", document.Root?.Name.LocalName ?? "", 1, "Tệp không phải là BPMN 2.0 (thiếu phần tử definitions)."));
        }

        var processes = document.Root.Elements(Bpmn + "process").ToList();
        if (processes.Count != 1)
        {
            return Refuse(new Finding("bpmn.one-process", "definitions", 1, $"Tệp phải có đúng một quy trình, tệp này có {processes.Count}."));
        }

        var content = new ProcessContent(vocabulary, document.Root);
        content.Read(processes[0], "");
        if (content.Findings.Count == 0)
        {
            DefinitionCheck.Run(content);
        }

        if (content.Findings.Count > 0)
        {
            return new Deployment(null, content.Findings);
        }

        var process = processes[0];
        var id = (string?)process.Attribute("id") ?? "process";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml)));
        return new Deployment(new ProcessDefinition(id, (string?)process.Attribute("name") ?? id, hash, content.Elements, content.Flows), []);
    }

    private static Deployment Refuse(Finding finding) => new(null, [finding]);
}
