using System.Diagnostics;

namespace Workflow.Documents.Tests.Exchange;

/// <summary>xmlsec1 (<c>./test</c> installs it), an implementation of XML-DSig that is not ours.</summary>
internal static class Tool
{
    public static bool Verifies(byte[] file, string authorityPem)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-edxml-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "package.xml"), file);
            File.WriteAllText(Path.Combine(folder, "ca.pem"), authorityPem);
            using var xmlsec = Process.Start(new ProcessStartInfo("xmlsec1", ["--verify", "--trusted-pem", Path.Combine(folder, "ca.pem"), "--verification-gmt-time", "2026-03-01 00:00:00", Path.Combine(folder, "package.xml")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            xmlsec.WaitForExit(30_000);
            return xmlsec.ExitCode == 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
