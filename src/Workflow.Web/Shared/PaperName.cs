using Workflow.Domain;

namespace Workflow.Web.Shared;

/// <summary>The last part of an address that asks for a paper: a name and ".docx" or ".pdf".</summary>
internal static class PaperName
{
    /// <summary>Name and form; null when the address asks for something else.</summary>
    public static (string Name, PaperFormat Format)? Read(string? last) =>
        last?.EndsWith(".docx", StringComparison.Ordinal) == true ? (last[..^5], PaperFormat.Word)
        : last?.EndsWith(".pdf", StringComparison.Ordinal) == true ? (last[..^4], PaperFormat.Pdf)
        : null;
}
