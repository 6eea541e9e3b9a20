using System.Diagnostics;
using System.Globalization;

namespace Workflow.Documents.Import;

internal enum OfficeFailure
{
    Missing,
    NoBox,
    TooLong,
    Failed,
}

/// <summary>The converted file, or why there is none.</summary>
internal sealed record OfficeOutcome(byte[]? Docx, OfficeFailure? Failure);

/// <summary>
/// Runs LibreOffice once, in its own process group and, where the machine permits, its own network and process namespace: no network, a fresh profile, an
/// empty environment, limits on time, memory and file size. Whatever happens, the group is killed and the folder goes.
/// </summary>
internal static class OfficeBox
{
    private const int LargestFile = 50_000_000;
    private const int GraceSeconds = 5;

    // Named, because LibreOffice takes what it does not know for a text and would show its bytes.
    private static readonly Dictionary<string, string> Filters = new(StringComparer.Ordinal) { ["doc"] = "MS Word 97", ["rtf"] = "Rich Text Format", ["odt"] = "writer8" };

    // Asked once: the way to cut off the network, as root or by a user namespace; empty when there is none.
    private static readonly Lazy<string[]> Apart = new(() =>
        Try("unshare", "-n", "-p", "-f", "--kill-child", "true") ? ["unshare", "-n", "-p", "-f", "--kill-child"]
        : Try("unshare", "-r", "-n", "-p", "-f", "--kill-child", "true") ? ["unshare", "-r", "-n", "-p", "-f", "--kill-child"]
        : []);

    /// <summary>Whether the machine lets the network be cut off.</summary>
    public static bool HasNoNetwork => Apart.Value.Length > 0;

    public static async Task<OfficeOutcome> Run(OfficeSettings settings, string kind, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (Find(settings.Program) is not { } program)
        {
            return new(null, OfficeFailure.Missing);
        }

        if (!HasNoNetwork && !settings.AllowNetwork)
        {
            return new(null, OfficeFailure.NoBox);
        }

        var folder = Directory.CreateTempSubdirectory("workflow-office-").FullName;
        try
        {
            var source = Path.Combine(folder, "tep." + kind);
            await File.WriteAllBytesAsync(source, file, ct);
            var inTime = await Boxed(settings, program, kind, folder, source, ct);
            var made = new FileInfo(Path.Combine(folder, "ra", "tep.docx"));
            return made is { Exists: true, Length: > 0 and <= DraftImporter.MaxFileBytes } && inTime ? new(await File.ReadAllBytesAsync(made.FullName, ct), null)
                : new(null, inTime ? OfficeFailure.Failed : OfficeFailure.TooLong);
        }
        finally
        {
            Remove(folder);
        }
    }

    // Answers whether it ended by itself in time.
    private static async Task<bool> Boxed(OfficeSettings settings, string program, string kind, string folder, string source, CancellationToken ct)
    {
        string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
        List<string> command =
        [
            // timeout makes a process group of its own and kills the whole of it.
            "timeout", "-k", "2", Number(settings.Seconds),
            .. Apart.Value,
            "prlimit", $"--as={Number(settings.MegabytesOfMemory * 1_000_000L)}", $"--cpu={Number(settings.Seconds)}", $"--fsize={Number(LargestFile)}", "--core=0",
            program, $"-env:UserInstallation=file://{folder}/ho-so", "--headless", "--norestore", "--nolockcheck", "--nodefault", $"--infilter={Filters[kind]}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", Path.Combine(folder, "ra"), source,
        ];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var silent = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.Seconds + GraceSeconds));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await silent;

            // 124 and 137: stopped by timeout.
            return process.ExitCode is not (124 or 137);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static string? Find(string program) => Path.IsPathRooted(program) ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static bool Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException)
            {
                // A killed process may still be letting go of its files.
                Thread.Sleep(100);
            }
        }
    }
}
