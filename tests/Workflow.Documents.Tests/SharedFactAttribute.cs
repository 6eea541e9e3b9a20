using Xunit;

namespace Workflow.Documents.Tests;

/// <summary>A test on documents that lie beside the project on some machines; elsewhere it is skipped, not passed.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Folder is null ? "no WORKFLOW_SHARED" : null!;

    public static string? Folder => Environment.GetEnvironmentVariable("WORKFLOW_SHARED") is { Length: > 0 } folder ? folder : null;
}
