using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Workflow.Engine.Reading;

namespace Workflow.Engine;

/// <summary>Reads a BPMN 2.0 file and refuses, by name and line, whatever this engine does not execute.</summary>
public static class BpmnReader
{
    /// <summary>Largest file read, in characters.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Most elements and flows in a process.</summary>
    public const int MaxElements = 25_000;

    internal static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    internal static readonly XNamespace Wf = "urn:workflow:bpmn:1";

    /// <summary>The text of a file of any of the usual encodings; null when the bytes are no such text.</summary>
    public static string? Decode(ReadOnlySpan<byte> file) => SafeXml.Decode(file);

    /// <summary>Reads a file of any of the usual encodings.</summary>
    public static Deployment Read(ReadOnlySpan<byte> file, Vocabulary vocabulary) => file.Length > MaxLength * 4
        ? Refuse(new Finding("bpmn.too-large", "", 0, $"Tệp quy trình quá lớn ({file.Length} byte)."))
        : SafeXml.Decode(file) is { } xml ? Read(xml, vocabulary) : Refuse(new Finding("bpmn.bad-xml", "", 0, "Tệp không phải là văn bản XML (bảng mã không đọc được)."));

    /// <summary>Reads the executable processes of a file. Never throws on a bad file: it answers findings.</summary>
    public static Deployment Read(string xml, Vocabulary vocabulary)
    {
        var (document, refused) = SafeXml.Load(xml, MaxLength);
        if (document is null)
        {
            return Refuse(refused!);
        }

        var root = document.Root!;
        if (root.Name != Bpmn + "definitions")
        {
            return Refuse(new Finding("bpmn.not-bpmn", root.Name.LocalName, 1, "Tệp không phải là BPMN 2.0 (thiếu phần tử definitions)."));
        }

        var declarations = new Declarations(root);
        var findings = UnsupportedContent.InDefinitions(root).Select(node => new Finding(
            "bpmn.unknown-element", (string?)node.Attribute("id") ?? node.Name.LocalName, ProcessContent.Line(node), $"Phần tử “{node.Name.LocalName}” chưa được hỗ trợ nên quy trình không được nhận."))
            .Concat(Participants(root)).Concat(new DrawingCheck(root).Run()).ToList();
        if (findings.Count > 0)
        {
            return new Deployment(null, findings);
        }

        return Read(xml, root, declarations, vocabulary);
    }

    private static Deployment Read(string xml, XElement root, Declarations declarations, Vocabulary vocabulary)
    {
        var processes = root.Elements(Bpmn + "process").ToList();
        if (processes.Count == 0)
        {
            return Refuse(new Finding("bpmn.no-process", "definitions", 1, "Tệp không có quy trình nào."));
        }

        // Beside a pool that says it is to be run, the silent ones are only drawn.
        var meant = processes.Where(process => UnsupportedContent.IsTrue(process.Attribute("isExecutable"))).ToList();
        meant = meant.Count > 0 ? meant : [.. processes.Where(process => process.Attribute("isExecutable") is null)];
        var findings = new List<Finding>();
        if (meant.Count == 0)
        {
            findings.Add(new Finding("bpmn.not-executable", (string?)processes[0].Attribute("id") ?? "process", ProcessContent.Line(processes[0]), "Quy trình được vẽ để minh họa (isExecutable=\"false\"), không phải để chạy."));
            meant = processes;
        }

        var contents = meant.Select(process => Read(process, declarations, vocabulary, findings)).OfType<ProcessContent>().ToList();
        findings.AddRange(contents.SelectMany(content => content.Findings));
        if (findings.Count > 0)
        {
            return new Deployment(null, findings);
        }

        var definitions = contents.Select(content => Define(content, contents.Count == 1 ? xml : $"{xml}\n#{content.ScopeName("")}")).ToList();
        return new Deployment(definitions[0], []) { Definitions = definitions, Warnings = [.. contents.SelectMany(content => content.Warnings)] };
    }

    private static ProcessContent? Read(XElement process, Declarations declarations, Vocabulary vocabulary, List<Finding> findings)
    {
        if ((string?)process.Attribute("id") is not { Length: > 0 })
        {
            findings.Add(new Finding("bpmn.missing-id", "process", ProcessContent.Line(process), "Quy trình không có mã (id)."));
            return null;
        }

        var content = new ProcessContent(vocabulary, declarations, process);
        content.Read();
        if (content.Findings.Count == 0)
        {
            new DefinitionCheck(content).Run();
        }

        return content;
    }

    private static ProcessDefinition Define(ProcessContent content, string text)
    {
        var id = content.ScopeName("");
        var name = (string?)content.Process.Attribute("name") is { Length: > 0 } named ? named : id;
        return new ProcessDefinition(id, name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), content.Vocabulary.Zone, content.Elements, content.Flows)
        {
            Starters = ActivityReader.Split((string?)content.Process.Attribute(Wf + "starters") ?? ""),
        };
    }

    // A pool that names a process names one of this file.
    private static IEnumerable<Finding> Participants(XElement root)
    {
        var known = root.Elements(Bpmn + "process").Select(process => (string?)process.Attribute("id")).ToHashSet();
        return root.Descendants(Bpmn + "participant")
            .Where(pool => (string?)pool.Attribute("processRef") is { Length: > 0 } reference && !known.Contains(Declarations.Local(reference)))
            .Select(pool => new Finding("bpmn.dangling-reference", (string?)pool.Attribute("id") ?? "participant", ProcessContent.Line(pool), $"Không có quy trình “{(string?)pool.Attribute("processRef")}” trong tệp."));
    }

    private static Deployment Refuse(Finding finding) => new(null, [finding]);
}
