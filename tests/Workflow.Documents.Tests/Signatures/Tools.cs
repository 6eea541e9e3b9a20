using System.Diagnostics;
using System.Text;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Runs the independent programs that the tests compare with.</summary>
internal static class Tools
{
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return $"{output}{errors.Result}\nexit {process.ExitCode}";
    }

    /// <summary>Runs something in a folder that is gone afterwards.</summary>
    public static T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-signatures-").FullName;
        try
        {
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>A file as another program writes it: qpdf with these options.</summary>
    public static byte[] Qpdf(byte[] pdf, params string[] options) => InFolder(folder =>
    {
        var (source, target) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "b.pdf"));
        File.WriteAllBytes(source, pdf);
        var told = Run("qpdf", [.. options, source, target]);
        return File.Exists(target) ? File.ReadAllBytes(target) : throw new InvalidOperationException(told);
    });
}
