namespace Workflow.Engine.Tests.Random;

/// <summary>Blocks of the elements beyond tasks, gateways of one way and timers.</summary>
internal sealed partial class ProcessGenerator
{
    private string Marker()
    {
        var sequential = random.Next(2) == 0 ? " isSequential=\"true\"" : "";
        var until = random.Next(2) == 0 ? "<bpmn:completionCondition>${nrOfCompletedInstances / nrOfInstances &gt;= 0.5}</bpmn:completionCondition>" : "";
        return random.Next(3) switch
        {
            0 => $"<bpmn:multiInstanceLoopCharacteristics{sequential}><bpmn:loopCardinality>${{n}}</bpmn:loopCardinality>{until}</bpmn:multiInstanceLoopCharacteristics>",
            1 => $"<bpmn:multiInstanceLoopCharacteristics{sequential} wf:collection=\"list\" wf:element=\"one\" wf:results=\"all\" wf:result=\"last\">{until}</bpmn:multiInstanceLoopCharacteristics>",
            _ => $"<bpmn:standardLoopCharacteristics{(random.Next(2) == 0 ? " testBefore=\"true\"" : "")} loopMaximum=\"3\"><bpmn:loopCondition>${{again}}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>",
        };
    }

    // Some branches end in themselves: the join must notice that they never come.
    private (string, string) Inclusive(int depth)
    {
        // The default flow is the first one written after the gateway, so the branches are made before it.
        var branches = Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Block(depth - 1)).ToList();
        var (entry, join) = (New("and"), New("join"));
        var split = New("or");
        Join(split, branches[0].First);
        Join(entry, split);

        // One token comes to the join in any case, so the block is always left.
        Join(entry, join);
        for (var branch = 1; branch < branches.Count; branch++)
        {
            Join(split, branches[branch].First, branch - 1);
        }

        for (var branch = 0; branch < branches.Count; branch++)
        {
            if (branch == 0 || random.Next(4) > 0)
            {
                Join(branches[branch].Last, join);
            }
            else
            {
                var (ask, choice, dead) = (New("ask"), New("xor"), New("end"));
                Join(branches[branch].Last, ask);
                Join(ask, choice);
                Join(choice, join, "yes");
                Join(choice, dead, "no");
            }
        }

        return (entry, join);
    }

    private (string, string) FirstEvent(int depth)
    {
        var (gateway, merge) = (New("first"), New("xor"));
        foreach (var kind in new[] { "paper", "flood", "later" })
        {
            var id = New(kind);
            Join(gateway, id);
            var (first, last) = Block(depth - 1);
            Join(id, first);
            Join(last, merge);
        }

        return (gateway, merge);
    }

    // A subprocess done several times, with a deadline for the whole.
    private (string, string) Several(int depth)
    {
        var (id, merge) = ($"each{++blocks}", New("xor"));
        xml.Append($"<bpmn:subProcess id=\"{id}\">{Marker()}\n");
        Scope(id, depth - 2);
        xml.Append("</bpmn:subProcess>\n");
        Border(id + "t", id, After(3));
        Border(id + "x", id, "<bpmn:errorEventDefinition/>");
        Join(id, merge);
        Join(id + "t", merge);
        Join(id + "x", merge);
        return (id, merge);
    }

    private (string, string) Repeated()
    {
        var id = $"repeat{++blocks}";
        xml.Append(random.Next(3) switch
        {
            0 => $"<bpmn:serviceTask id=\"{id}\" wf:activity=\"machine\">{Marker()}</bpmn:serviceTask>\n",
            1 => $"<bpmn:task id=\"{id}\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${{n}}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>\n",
            _ => $"<bpmn:userTask id=\"{id}\" wf:task=\"other\" wf:candidates=\"role:office\">{Marker()}</bpmn:userTask>\n",
        });
        return (id, id);
    }

    private (string, string) Wait()
    {
        var id = New(random.Next(4) switch { 0 => "paper", 1 => "flood", 2 => "receive", _ => "pass" });
        return (id, id);
    }

    // A subprocess with something that runs beside it, or takes its place.
    private (string, string) Beside(int depth)
    {
        var (id, merge) = ($"with{++blocks}", New("xor"));
        var (trigger, interrupts) = random.Next(4) switch
        {
            0 => ("<bpmn:messageEventDefinition messageRef=\"paper\"/>", random.Next(2) == 0),
            1 => ("<bpmn:signalEventDefinition signalRef=\"flood\"/>", random.Next(2) == 0),
            2 => ("<bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>", false),
            _ => ("<bpmn:errorEventDefinition errorRef=\"bad\"/>", true),
        };
        xml.Append($"<bpmn:subProcess id=\"{id}\">\n");
        Scope(id, depth - 2);
        xml.Append($"<bpmn:subProcess id=\"{id}b\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"{id}bs\" isInterrupting=\"{(interrupts ? "true" : "false")}\">{trigger}</bpmn:startEvent>\n");
        // What begins at a signal and throws it would begin again for ever; the engine stops that with an error of its own.
        hearing++;
        var (first, last) = Block(depth - 2);
        hearing--;
        var end = New("end");
        Join(id + "bs", first);
        Join(last, end);
        xml.Append("</bpmn:subProcess>\n</bpmn:subProcess>\n");
        Border(id + "x", id, "<bpmn:errorEventDefinition/>");
        Join(id, merge);
        Join(id + "x", merge);
        return (id, merge);
    }

    private (string, string) Told(int depth)
    {
        var (id, merge) = ($"told{++blocks}", New("xor"));
        var interrupts = random.Next(2) == 0;
        xml.Append($"<bpmn:subProcess id=\"{id}\">\n").Append(Definitions.Start(id + "s"));
        var (tell, stop) = (New("tell"), New("end"));
        var (first, last) = Block(depth - 1);
        Join(id + "s", tell);
        Join(tell, first);
        Join(last, stop);
        xml.Append("</bpmn:subProcess>\n");
        Border(id + "c", id, "<bpmn:escalationEventDefinition escalationRef=\"late\"/>", interrupts);
        Join(id, merge);
        Join(id + "c", interrupts ? merge : New("end"));
        return (id, merge);
    }

    private (string, string) Call()
    {
        var (id, merge) = ($"call{++blocks}", New("xor"));
        xml.Append($"<bpmn:callActivity id=\"{id}\" calledElement=\"other\" wf:in=\"n, twice=n*2\">{(random.Next(3) == 0 ? Marker() : "")}</bpmn:callActivity>\n");
        Border(id + "x", id, "<bpmn:errorEventDefinition/>");
        Join(id, merge);
        Join(id + "x", merge);
        return (id, merge);
    }

    private (string, string) Jump()
    {
        var id = $"jump{++blocks}";
        xml.Append($"<bpmn:intermediateThrowEvent id=\"{id}\"><bpmn:linkEventDefinition name=\"{id}\"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id=\"{id}to\"><bpmn:linkEventDefinition name=\"{id}\"/></bpmn:intermediateCatchEvent>\n");
        return (id, id + "to");
    }

    // A signal heard by whoever waits in the same case: here at the border of the scope that throws it.
    private (string, string) Cry(int depth)
    {
        var (id, merge) = ($"cry{++blocks}s", New("xor"));
        xml.Append($"<bpmn:subProcess id=\"{id}\">\n").Append(Definitions.Start(id + "s"));
        var (cry, stop) = (New("cry"), New("end"));
        var (first, last) = Block(depth - 1);
        Join(id + "s", first);
        Join(last, cry);
        Join(cry, stop);
        xml.Append("</bpmn:subProcess>\n");
        Border(id + "h", id, "<bpmn:signalEventDefinition signalRef=\"flood\"/>");
        Join(id, merge);
        Join(id + "h", merge);
        return (id, merge);
    }

    private (string, string) Tick()
    {
        var (host, end, work) = (New("user"), New("end"), New("user"));
        Border(host + "t", host, "<bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>", interrupting: false);
        Join(host + "t", work);
        Join(work, end);
        return (host, host);
    }
}
