namespace Workflow.Domain;

/// <summary>A rule said no to a person. <paramref name="Code"/> is stable ("signing.not-the-signer"); <paramref name="Text"/> is a whole
/// Vietnamese sentence: what happened, why, what to do now.</summary>
public sealed record Refusal(string Code, string Text);
