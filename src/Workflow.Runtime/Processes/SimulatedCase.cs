namespace Workflow.Runtime.Processes;

/// <summary>What a simulated case waits for.</summary>
public enum SimulatedWait
{
    Person, Machine, Timer, Message, Signal, Continue, CalledCase,
}

/// <summary>Something that may happen next in a simulated case.</summary>
/// <param name="Token">The token that waits.</param>
/// <param name="Answers">Each as an answer is written, with its outcome; an outcome may be empty.</param>
public sealed record SimulatedChoice(string Token, SimulatedWait Wait, string ElementId, string Name, string Whom, string Detail, DateTimeOffset? Due, IReadOnlyList<(string Answer, string Outcome)> Answers);

/// <summary>A line of what has happened.</summary>
public sealed record SimulatedLine(DateTimeOffset At, string Element, SimulatedWait? Wait, string Detail);

/// <summary>How far a simulated case is.</summary>
public sealed record SimulatedCase(
    string Name, string Xml, DateTimeOffset Clock, IReadOnlyList<string> Answers, IReadOnlyList<SimulatedChoice> Open, IReadOnlyList<string> Present, IReadOnlyList<string> Passed, IReadOnlyList<string> Taken,
    IReadOnlyList<SimulatedLine> Story, IReadOnlyList<(string Name, string Value)> Variables, IReadOnlyList<(string ElementId, string Name)> Begins, CaseEnd? End, bool IsStuck, string Problem);
