namespace Workflow.Conformance;

/// <summary>The engine did something else than the case says.</summary>
internal sealed class CaseFailedException(string message) : Exception(message);

/// <summary>An act that the world refuses or that the engine could not carry out; nothing of it has happened.</summary>
internal sealed class ActFailedException(string message, string elementId = "") : Exception(message)
{
    public string ElementId => elementId;
}

/// <summary>How a case went when it did not fail.</summary>
internal sealed record Outcome(string Note = "", bool IsSkipped = false);
