namespace Workflow.Engine.Tests;

/// <summary>Small definitions written in one line a part.</summary>
internal static class Definitions
{
    public static Vocabulary Words { get; } = new(
        new Dictionary<string, IReadOnlyList<string>> { ["work"] = ["yes", "no"], ["other"] = ["done"] },
        new Dictionary<string, IReadOnlyList<string>> { ["machine"] = ["done"] });

    public static string Xml(string content, string extra = "") =>
        $"""
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1">
        {extra}<bpmn:process id="p" isExecutable="true">
        {content}
        </bpmn:process></bpmn:definitions>
        """;

    public static ProcessDefinition Read(string content) =>
        BpmnReader.Read(Xml(content), Words).Definition ?? throw new InvalidOperationException(string.Join('\n', BpmnReader.Read(Xml(content), Words).Findings));

    public static string Flow(string id, string from, string to, string? outcome = null) =>
        $"""<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}"{(outcome is null ? "" : $" wf:whenOutcome=\"{outcome}\"")}/>""" + "\n";

    public static string User(string id, string key = "other") => $"""<bpmn:userTask id="{id}" wf:task="{key}" wf:candidates="role:office"/>""" + "\n";

    public static string Service(string id) => $"""<bpmn:serviceTask id="{id}" wf:activity="machine"/>""" + "\n";

    public static string Start(string id = "s") => $"""<bpmn:startEvent id="{id}"/>""" + "\n";

    public static string End(string id = "e") => $"""<bpmn:endEvent id="{id}"/>""" + "\n";
}
