namespace Workflow.Documents.Signatures;

/// <summary>Signing is impossible as things stand; the message is a Vietnamese sentence for people.</summary>
public sealed class SignatureException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code: "signature.wrong-password".</summary>
    public string Code { get; } = code;
}
