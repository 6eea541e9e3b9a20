using System.Diagnostics;

namespace Workflow.Documents.Tests.Reading;

/// <summary>LibreOffice as an independent writer of Word files; <c>./test</c> installs it.</summary>
internal static class Office
{
    public static byte[] Convert(byte[] file, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        try
        {
            var source = Path.Combine(folder, "a." + from);
            File.WriteAllBytes(source, file);
            var start = new ProcessStartInfo("soffice") { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])[$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to == "docx" ? "docx:MS Word 2007 XML" : to, .. from == "html" ? ["--infilter=HTML (StarWriter)"] : Array.Empty<string>(), "--outdir", Path.Combine(folder, "out"), source])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            if (!process.WaitForExit(TimeSpan.FromSeconds(90)))
            {
                process.Kill(true);
            }

            return File.ReadAllBytes(Path.Combine(folder, "out", "a." + to));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
