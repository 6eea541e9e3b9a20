using System.Globalization;
using System.Text;

namespace Workflow.Bench;

/// <summary>The processes that are measured.</summary>
internal static class Shapes
{
    /// <summary>The outcome of every task.</summary>
    public const string Done = "done";

    /// <summary>Its user-task key.</summary>
    public const string Key = "work";

    /// <summary>Start, three user tasks of three groups, end.</summary>
    public static string Small { get; } = Chain("small", [1, 1, 1]);

    /// <summary>The whole approval: drafting, appraisal, 11 comments, revision, 24 votes, signing, 58 receipts, confirmation. Those of many are multi-instance user tasks.</summary>
    public static string Whole { get; } = Chain("whole", [1, 1, 11, 1, 24, 1, 58, 1]);

    /// <summary>Waits for a point in time, then for a person.</summary>
    public static string Timer { get; } = Wrap(
        "timer",
        """
        <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
        <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <sequenceFlow id="f1" sourceRef="t" targetRef="u"/><userTask id="u" name="Sau hẹn giờ" wf:task="work" wf:candidates="group-0"/>
        <sequenceFlow id="f2" sourceRef="u" targetRef="e"/><endEvent id="e"/>
        """);

    /// <summary>The group that works on a stage.</summary>
    public static string Group(int stage) => $"group-{stage}";

    private static string Chain(string id, int[] stages)
    {
        var body = new StringBuilder("<startEvent id=\"s\"/>");
        var (from, flows) = ("s", 0);
        void Flow(string source, string target) => body.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"f{flows++}\" sourceRef=\"{source}\" targetRef=\"{target}\"/>");
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var many = stages[stage] > 1 ? $"<multiInstanceLoopCharacteristics><loopCardinality>{stages[stage]}</loopCardinality></multiInstanceLoopCharacteristics>" : "";
            body.Append(CultureInfo.InvariantCulture, $"<userTask id=\"u{stage}\" name=\"Việc {stage + 1}\" wf:task=\"{Key}\" wf:candidates=\"{Group(stage)}\">{many}</userTask>");
            Flow(from, $"u{stage}");
            from = $"u{stage}";
        }

        Flow(from, "e");
        return Wrap(id, body.Append("<endEvent id=\"e\"/>").ToString());
    }

    private static string Wrap(string id, string body) =>
        $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" targetNamespace="bench">
          <process id="{id}" name="{id}" isExecutable="true">{body}</process>
        </definitions>
        """;
}
