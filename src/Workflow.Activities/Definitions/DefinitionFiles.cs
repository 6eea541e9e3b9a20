using System.Text;
using System.Xml.Linq;
using Workflow.Domain;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>What is taken as the file of a process at all, and what a new drawing begins with.</summary>
internal static class DefinitionFiles
{
    /// <summary>Drawings that an organization may keep at once.</summary>
    public const int MostDrawings = 50;

    // Findings after which there is nothing to draw or to mend: the file is no BPMN, or not safe to keep.
    private static readonly string[] Hopeless = ["bpmn.bad-xml", "bpmn.too-large", "bpmn.too-deep", "bpmn.not-bpmn"];

    /// <summary>Why a file is not kept even as a drawing; null when it is.</summary>
    public static Refusal? Refused(DeploymentReport report) => report.Findings.FirstOrDefault(finding => Hopeless.Contains(finding.Code)) is { } finding
        ? new(finding.Code, $"{finding.Message} Đồng chí mở lại tệp bằng phần mềm vẽ quy trình, xuất ra BPMN 2.0 (.bpmn) rồi nạp lại.")
        : null;

    /// <summary>Name of the first process of a file that may be refused otherwise.</summary>
    public static string NameOf(string xml)
    {
        var process = XDocument.Parse(xml.TrimStart('\uFEFF')).Root!.Elements().FirstOrDefault(one => one.Name.LocalName == "process");
        var name = (string?)process?.Attribute("name") is { Length: > 0 } named ? named : (string?)process?.Attribute("id") ?? "Quy trình chưa đặt tên";
        return name.Length > 200 ? name[..200] : name;
    }

    /// <summary>A process that begins and ends: what a new drawing starts from.</summary>
    public static string Empty(Guid id) => new StringBuilder(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:wf="urn:workflow:bpmn:1" id="definitions" targetNamespace="urn:workflow:drawn">
          <bpmn:process id="ID" name="Quy trình mới" isExecutable="true">
            <bpmn:startEvent id="Start" name="Bắt đầu"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="End"/>
            <bpmn:endEvent id="End" name="Kết thúc"><bpmn:incoming>Flow_1</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
          <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="ID">
            <bpmndi:BPMNShape id="Start_di" bpmnElement="Start"><dc:Bounds x="160" y="142" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="156" y="185" width="44" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="End_di" bpmnElement="End"><dc:Bounds x="520" y="142" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="515" y="185" width="48" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1"><di:waypoint x="196" y="160"/><di:waypoint x="520" y="160"/></bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """).Replace("ID", $"quy-trinh-{id.ToString("N")[^8..]}").ToString();
}
