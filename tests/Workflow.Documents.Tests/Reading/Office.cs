using System.Diagnostics;

namespace Workflow.Documents.Tests.Reading;

/// <summary>LibreOffice as an independent writer of Word files; absent on a plain machine, and then its tests prove nothing and say so by doing nothing.</summary>
internal static class Office
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public static bool IsThere => Program is not null;

    public static byte[] Convert(byte[] file, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        try
        {
            var source = Path.Combine(folder, "a." + from);
            File.WriteAllBytes(source, file);
            var start = new ProcessStartInfo(Program!) { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to == "docx" ? "docx:MS Word 2007 XML" : to, "--infilter=HTML (StarWriter)", "--outdir", folder, source })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            if (!process.WaitForExit(TimeSpan.FromSeconds(90)))
            {
                process.Kill(true);
            }

            return File.ReadAllBytes(Path.Combine(folder, "a." + to));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
