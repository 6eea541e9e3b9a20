namespace Workflow.Domain;

/// <summary>The form in which a paper is taken away.</summary>
public enum PaperFormat
{
    /// <summary>Office Open XML, .docx.</summary>
    Word,

    /// <summary>PDF 1.7.</summary>
    Pdf,
}
