using Xunit;

namespace Workflow.Documents.Tests;

/// <summary>A test that needs LibreOffice, which <c>./test</c> installs; elsewhere it is skipped and says why.</summary>
internal sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = Here.Missing!;

    internal static class Here
    {
        /// <summary>Why the tests cannot run here, or null.</summary>
        public static string? Missing { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "soffice"))) ? null : "LibreOffice (soffice) is not installed";
    }
}

/// <summary>The same for a theory.</summary>
internal sealed class OfficeTheoryAttribute : TheoryAttribute
{
    public OfficeTheoryAttribute() => Skip = OfficeFactAttribute.Here.Missing!;
}
