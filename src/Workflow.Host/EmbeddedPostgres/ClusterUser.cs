using System.Diagnostics;
using System.Globalization;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>As whom the cluster's programs run: PostgreSQL refuses root, so a root host hands them to someone else.</summary>
internal sealed class ClusterUser
{
    private readonly List<string> before;

    private ClusterUser(List<string> before) => this.before = before;

    /// <summary>The user who owns the cluster's folder, or for a new one "postgres", else "nobody"; whoever runs the host when that is not root.</summary>
    /// <param name="folder">An existing folder, which a root host gives to that user if it is still root's own.</param>
    public static ClusterUser For(string folder)
    {
        if (Environment.UserName != "root")
        {
            return new([]);
        }

        var owner = Start(["stat", "-c", "%u:%g", folder]).Output.Trim();
        if (owner.StartsWith("0:", StringComparison.Ordinal))
        {
            var name = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
            owner = Start(["id", "-u", name]).Output.Trim() + ":" + Start(["id", "-g", name]).Output.Trim();
            Start(["chown", "-R", owner, folder]);
        }

        var ids = owner.Split(':');
        List<string> plain = ["setpriv", "--reuid", ids[0], "--regid", ids[1], "--clear-groups"];
        // Under a folder such as /root that user finds no way in. The right to pass through folders, and that alone, opens it.
        return ((IEnumerable<List<string>>)[plain, .. Rights().Select(right => (List<string>)[.. plain, "--inh-caps=+" + right, "--ambient-caps=+" + right])])
            .Where(command => Start([.. command, "--", "ls", folder + "/."]).Code == 0)
            .Select(command => new ClusterUser([.. command, "--"])).FirstOrDefault()
            ?? throw new PostgresException($"Thư mục {folder} nằm trong thư mục mà PostgreSQL không vào được (PostgreSQL không chạy bằng quyền root). Chọn thư mục khác bằng --data, ví dụ --data /srv/workflow.");
    }

    /// <summary>Runs a program as that user; its output is kept for the message when it fails.</summary>
    public (int Code, string Output) Run(params string[] command) => Start([.. before, .. command]);

    // What this process may hand on; a container often holds only the second.
    private static IEnumerable<string> Rights()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapBnd:", StringComparison.Ordinal));
        var held = ulong.Parse(line["CapBnd:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new[] { (Bit: 2, Name: "dac_read_search"), (Bit: 1, Name: "dac_override") }.Where(right => (held >> right.Bit & 1) == 1).Select(right => right.Name);
    }

    private static (int Code, string Output) Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new PostgresException($"Không chạy được {command[0]}.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        return process.WaitForExit(TimeSpan.FromSeconds(90))
            ? (process.ExitCode, output.Wait(2_000) && errors.Wait(2_000) ? output.Result + errors.Result : "")
            : throw new PostgresException($"{string.Join(' ', command)} không kết thúc sau 90 giây.");
    }
}
