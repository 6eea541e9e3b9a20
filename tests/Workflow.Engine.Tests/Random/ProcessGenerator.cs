using System.Text;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests.Random;

/// <summary>Makes processes of blocks that fit into each other, so that every one of them can always come to its end.</summary>
internal sealed partial class ProcessGenerator(System.Random random)
{
    private readonly StringBuilder xml = new();
    private int blocks;
    private int flows;
    private int hearing;

    public static string Generate(System.Random random)
    {
        var generator = new ProcessGenerator(random);
        generator.Scope("", 4);
        return Head + generator.xml;
    }

    /// <summary>What the head of the file declares.</summary>
    public const string Head = """
        <bpmn:error id="bad" errorCode="bad"/><bpmn:escalation id="late" escalationCode="late"/><bpmn:message id="paper" name="paper"/><bpmn:signal id="flood" name="flood"/>

        """;

    private void Scope(string prefix, int depth)
    {
        xml.Append(Start(prefix + "s")).Append(End(prefix + "e"));
        var at = prefix + "s";
        for (var part = 0; part < 3; part++)
        {
            var (first, last) = Block(depth);
            Join(at, first);
            at = last;
        }

        Join(at, prefix + "e");
    }

    private void Join(string from, string to, int above) =>
        xml.Append($"<bpmn:sequenceFlow id=\"f{++flows}\" sourceRef=\"{from}\" targetRef=\"{to}\"><bpmn:conditionExpression>${{n &gt; {above}}}</bpmn:conditionExpression></bpmn:sequenceFlow>\n");

    private void Join(string from, string to, string? outcome = null) => xml.Append(Flow($"f{++flows}", from, to, outcome));

    private string New(string kind)
    {
        var id = $"{kind}{++blocks}";
        xml.Append(kind switch
        {
            "or" => $"<bpmn:inclusiveGateway id=\"{id}\" default=\"f{flows + 1}\"/>",
            "join" => $"<bpmn:inclusiveGateway id=\"{id}\"/>",
            "first" => $"<bpmn:eventBasedGateway id=\"{id}\"/>",
            "pass" => $"<bpmn:task id=\"{id}\"/>",
            "cry" => $"<bpmn:intermediateThrowEvent id=\"{id}\"><bpmn:signalEventDefinition signalRef=\"flood\"/></bpmn:intermediateThrowEvent>",
            "tell" => $"<bpmn:intermediateThrowEvent id=\"{id}\"><bpmn:escalationEventDefinition escalationRef=\"late\"/></bpmn:intermediateThrowEvent>",
            "paper" => $"<bpmn:intermediateCatchEvent id=\"{id}\"><bpmn:messageEventDefinition messageRef=\"paper\"/></bpmn:intermediateCatchEvent>",
            "flood" => $"<bpmn:intermediateCatchEvent id=\"{id}\"><bpmn:signalEventDefinition signalRef=\"flood\"/></bpmn:intermediateCatchEvent>",
            "later" => $"<bpmn:intermediateCatchEvent id=\"{id}\">{After(1)}</bpmn:intermediateCatchEvent>",
            "receive" => $"<bpmn:receiveTask id=\"{id}\"/>",
            "xor" => $"<bpmn:exclusiveGateway id=\"{id}\"/>",
            "and" => $"<bpmn:parallelGateway id=\"{id}\"/>",
            "ask" => User(id, "work"),
            "machine" => Service(id),
            "end" => End(id),
            "stop" => $"<bpmn:endEvent id=\"{id}\"><bpmn:terminateEventDefinition/></bpmn:endEvent>",
            "fault" => $"<bpmn:endEvent id=\"{id}\"><bpmn:errorEventDefinition errorRef=\"bad\"/></bpmn:endEvent>",
            _ => User(id),
        }).Append('\n');
        return id;
    }

    private void Border(string id, string host, string definition, bool interrupting = true) =>
        xml.Append($"<bpmn:boundaryEvent id=\"{id}\" attachedToRef=\"{host}\" cancelActivity=\"{(interrupting ? "true" : "false")}\">{definition}</bpmn:boundaryEvent>\n");

    private static string After(int hours) => $"<bpmn:timerEventDefinition><bpmn:timeDuration>PT{hours}H</bpmn:timeDuration></bpmn:timerEventDefinition>";

    private (string First, string Last) Block(int depth) => (depth <= 0 ? 0 : random.Next(1, 22)) switch
    {
        1 => Sequence(depth),
        2 => Choice(depth),
        3 => Fork(depth),
        4 => Loop(depth),
        5 => Reminder(depth),
        6 => Deadline(depth),
        7 => SubProcess(depth),
        8 => Problem(),
        9 => Pause(),
        10 => Inclusive(depth),
        11 => FirstEvent(depth),
        12 => Several(depth),
        13 => Repeated(),
        14 => Wait(),
        15 => Beside(depth),
        16 => Told(depth),
        17 => Call(),
        18 => Jump(),
        19 when hearing == 0 => Cry(depth),
        20 => Tick(),
        _ => Simple(),
    };

    private (string, string) Simple()
    {
        var id = New(random.Next(2) == 0 ? "user" : "machine");
        return (id, id);
    }

    private (string, string) Sequence(int depth)
    {
        var (first, firstEnd) = Block(depth - 1);
        var (second, secondEnd) = Block(depth - 1);
        Join(firstEnd, second);
        return (first, secondEnd);
    }

    // The outcome is read twice: once here, once behind a merge.
    private (string, string) Choice(int depth)
    {
        var (ask, split, merge, again, end) = (New("ask"), New("xor"), New("xor"), New("xor"), New("xor"));
        var (yes, yesEnd) = Block(depth - 1);
        var (no, noEnd) = Block(depth - 1);
        Join(ask, split);
        Join(split, merge, "yes");
        Join(split, merge, "no");
        Join(merge, again);
        Join(again, yes, "yes");
        Join(again, no, "no");
        Join(yesEnd, end);
        Join(noEnd, end);
        return (ask, end);
    }

    private (string, string) Fork(int depth)
    {
        var (fork, join) = (New("and"), New("and"));
        for (var branch = 0; branch < 2 + random.Next(2); branch++)
        {
            var (first, last) = Block(depth - 1);
            Join(fork, first);
            Join(last, join);
        }

        return (fork, join);
    }

    private (string, string) Loop(int depth)
    {
        var (entry, ask, split) = (New("xor"), New("ask"), New("xor"));
        var (first, last) = Block(depth - 1);
        var exit = New("xor");
        Join(entry, first);
        Join(last, ask);
        Join(ask, split);
        Join(split, entry, "no");
        Join(split, exit, "yes");
        return (entry, exit);
    }

    private (string, string) Reminder(int depth)
    {
        var (host, end) = (New("user"), New("end"));
        var (first, last) = Block(depth - 1);
        Border(host + "t", host, After(random.Next(4)), interrupting: false);
        Join(host + "t", first);
        Join(last, end);
        return (host, host);
    }

    private (string, string) Deadline(int depth)
    {
        var (host, merge) = (New("user"), New("xor"));
        var (first, last) = Block(depth - 1);
        Border(host + "t", host, After(random.Next(4)));
        Join(host, merge);
        Join(host + "t", first);
        Join(last, merge);
        return (host, merge);
    }

    // A scope that may end by itself, by terminate, by an error, or by a deadline on its border.
    private (string, string) SubProcess(int depth)
    {
        var (id, merge) = ($"sub{++blocks}", New("xor"));
        xml.Append($"<bpmn:subProcess id=\"{id}\">\n").Append(Start(id + "s"));
        var (fork, ask, split, out1, out2) = (New("and"), New("ask"), New("xor"), New(random.Next(2) == 0 ? "stop" : "fault"), New("end"));
        var (first, last) = Block(depth - 1);
        Join(id + "s", fork);
        Join(fork, first);
        Join(last, out2);
        Join(fork, ask);
        Join(ask, split);
        Join(split, out1, "no");
        Join(split, out2, "yes");
        xml.Append("</bpmn:subProcess>\n");
        Border(id + "x", id, "<bpmn:errorEventDefinition errorRef=\"bad\"/>");
        Border(id + "t", id, After(1 + random.Next(4)));
        Join(id, merge);
        Join(id + "x", merge);
        Join(id + "t", merge);
        return (id, merge);
    }

    private (string, string) Problem()
    {
        var (host, entry, fix) = (New("machine"), New("xor"), New("user"));
        Border(host + "x", host, "<bpmn:errorEventDefinition/>");
        Join(entry, host);
        Join(host + "x", fix);
        Join(fix, entry);
        return (entry, host);
    }

    private (string, string) Pause()
    {
        var id = $"pause{++blocks}";
        xml.Append($"<bpmn:intermediateCatchEvent id=\"{id}\">{After(random.Next(3))}</bpmn:intermediateCatchEvent>\n");
        return (id, id);
    }
}
