namespace Workflow.Web.Pages.Definitions;

/// <summary>How much of a process may be sent at once: a text of two million letters, each of at most three bytes and written as a form writes it.</summary>
internal static class DefinitionUpload
{
    public const int Largest = 20_000_000;
}
