namespace Workflow.Documents.Exchange;

/// <summary>Why a package is not taken.</summary>
/// <param name="Code">Stable: "edxml.not-xml".</param>
/// <param name="Line">Line of the file; 0 when it is about the file as a whole.</param>
/// <param name="Text">A Vietnamese sentence.</param>
public sealed record EdXmlProblem(string Code, int Line, string Text)
{
    /// <summary>With the place.</summary>
    public string Sentence => Line > 0 ? $"Dòng {Line}: {Text}" : Text;
}

internal sealed class EdXmlException(string code, int line, string text) : Exception(text)
{
    public EdXmlProblem Problem { get; } = new(code, line, text);
}
