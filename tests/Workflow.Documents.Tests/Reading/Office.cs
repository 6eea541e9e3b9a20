using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workflow.Documents.Tests.Reading;

/// <summary>LibreOffice as an independent writer of Word files; <c>./test</c> installs it.</summary>
internal static class Office
{
    // The program's first start in a new profile takes longer than a conversion: each profile serves one conversion at a time, and the next.
    private static readonly ConcurrentBag<string> Profiles = [];

    static Office() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var profile in Profiles)
        {
            Directory.Delete(profile, recursive: true);
        }
    };

    public static byte[] Convert(byte[] file, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        var profile = Profiles.TryTake(out var used) ? used : Directory.CreateTempSubdirectory("office-profile-").FullName;
        try
        {
            var source = Path.Combine(folder, "a." + from);
            File.WriteAllBytes(source, file);
            var start = new ProcessStartInfo("soffice") { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])[$"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to == "docx" ? "docx:MS Word 2007 XML" : to, .. from == "html" ? ["--infilter=HTML (StarWriter)"] : Array.Empty<string>(), "--outdir", Path.Combine(folder, "out"), source])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            if (!process.WaitForExit(TimeSpan.FromSeconds(90)))
            {
                process.Kill(true);
                profile = Directory.CreateTempSubdirectory("office-profile-").FullName;
            }

            return File.ReadAllBytes(Path.Combine(folder, "out", "a." + to));
        }
        finally
        {
            Profiles.Add(profile);
            Directory.Delete(folder, true);
        }
    }
}
