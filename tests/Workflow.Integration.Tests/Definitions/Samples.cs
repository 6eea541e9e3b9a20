namespace Workflow.Integration.Tests.Definitions;

/// <summary>Processes that an office might draw.</summary>
internal static class Samples
{
    /// <summary>Asked, approved or sent back for two days. Without diagram data.</summary>
    public static string Leave(string id = "nghi-phep") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1">
          <process id="{id}" name="Nghỉ phép" isExecutable="true">
            <startEvent id="Start" name="Bắt đầu"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Approve"/>
            <userTask id="Approve" name="Lãnh đạo duyệt" wf:task="approval" wf:candidates="role:office"/>
            <sequenceFlow id="f2" sourceRef="Approve" targetRef="Way"/>
            <exclusiveGateway id="Way"/>
            <sequenceFlow id="f3" sourceRef="Way" targetRef="End" wf:whenOutcome="approved"/>
            <sequenceFlow id="f4" sourceRef="Way" targetRef="Mend" wf:whenOutcome="rejected"/>
            <intermediateCatchEvent id="Mend" name="Chờ sửa"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow id="f5" sourceRef="Mend" targetRef="Approve"/>
            <endEvent id="End" name="Xong"/>
          </process>
        </definitions>
        """;

    /// <summary>Begins with a signal.</summary>
    public const string BySignal =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1">
          <signal id="goi" name="goi"/>
          <process id="khi-goi" name="Khi có tín hiệu" isExecutable="true">
            <startEvent id="Start"><signalEventDefinition signalRef="goi"/></startEvent><sequenceFlow id="f1" sourceRef="Start" targetRef="Do"/>
            <userTask id="Do" name="Làm" wf:task="approval" wf:candidates="role:office"/><sequenceFlow id="f2" sourceRef="Do" targetRef="End"/><endEvent id="End"/>
          </process>
        </definitions>
        """;
}
