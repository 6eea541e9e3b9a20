using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of our own in the data folder, on loopback only, with a random password. It outlives a killed host and is found again
/// by the next one; the last host to leave cleanly stops it.
/// </summary>
internal sealed class PrivateCluster : IDisposable
{
    private readonly string folder;
    private readonly string binaries;
    private readonly bool durable;
    private readonly FileStream presence;
    private Settings settings;

    private PrivateCluster(string folder, string binaries, bool durable)
    {
        this.folder = folder;
        this.binaries = binaries;
        this.durable = durable;
        Directory.CreateDirectory(folder);
        using var exclusive = Lock(Path.Combine(folder, "start.lock"), FileShare.None);
        settings = Prepare();
        Start();
        presence = new FileStream(Path.Combine(folder, $"host-{Environment.ProcessId}.alive"), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1, FileOptions.DeleteOnClose);
    }

    private sealed record Settings(int Port, string Password);

    private string Data => Path.Combine(folder, "cluster");

    /// <summary>Opens the cluster in a folder, making it when there is none.</summary>
    /// <param name="durable">False only for throw-away clusters of tests.</param>
    public static PrivateCluster Open(string folder, bool durable = true) => new(Path.GetFullPath(folder), PostgresBinaries.Find(), durable);

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={settings.Port};Username=workflow;Password={settings.Password};Database={database};Maximum Pool Size=60;Include Error Detail=false";

    public void Dispose()
    {
        presence.Dispose();
        using var exclusive = Lock(Path.Combine(folder, "start.lock"), FileShare.None);
        if (!OthersAlive())
        {
            PostgresBinaries.Run(Path.Combine(binaries, "pg_ctl"), "stop", "-D", Data, "-m", "fast", "-w", "-t", "30");
        }
    }

    // The file of a host that was killed stays behind unlocked and is swept here.
    private bool OthersAlive()
    {
        foreach (var file in Directory.GetFiles(folder, "host-*.alive"))
        {
            var pid = Path.GetFileNameWithoutExtension(file)["host-".Length..];
            if (Directory.Exists("/proc/" + pid) && pid != Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                return true;
            }

            File.Delete(file);
        }

        return false;
    }

    private Settings Prepare()
    {
        var file = Path.Combine(folder, "embedded.json");
        if (File.Exists(file) && File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            return JsonSerializer.Deserialize<Settings>(File.ReadAllText(file)) ?? throw new PostgresException($"Tệp {file} bị hỏng.");
        }

        var fresh = new Settings(FreePort(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        Directory.CreateDirectory(Data);
        var passwordFile = Path.Combine(folder, "init.pw");
        WritePrivate(passwordFile, fresh.Password);
        if (PostgresBinaries.IsRoot)
        {
            PostgresBinaries.Run("chown", "-R", PostgresBinaries.User, Data, passwordFile);
            if (PostgresBinaries.Run("test", "-x", Data).Code != 0)
            {
                throw new PostgresException($"Thư mục {Data} nằm trong thư mục mà người dùng {PostgresBinaries.User} không vào được (ví dụ /root). Chọn thư mục khác bằng --data, ví dụ --data /srv/workflow.");
            }
        }

        File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var (code, output) = PostgresBinaries.Run(
            Path.Combine(binaries, "initdb"), "-D", Data, "-U", "workflow", "-A", "scram-sha-256", "--pwfile=" + passwordFile, "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=vi-VN", "--no-sync");
        File.Delete(passwordFile);
        if (code != 0)
        {
            Directory.Delete(Data, recursive: true);
            throw new PostgresException("Không tạo được cơ sở dữ liệu riêng:\n" + output);
        }

        WritePrivate(file, JsonSerializer.Serialize(fresh));
        return fresh;
    }

    private void Start()
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        if (File.Exists(pidFile))
        {
            var lines = File.ReadAllLines(pidFile);
            if (IsOurs(lines))
            {
                return;
            }

            // Left by a crash: its number may belong to another program by now.
            File.Delete(pidFile);
        }

        if (!IsFree(settings.Port))
        {
            settings = settings with { Port = FreePort() };
            WritePrivate(Path.Combine(folder, "embedded.json"), JsonSerializer.Serialize(settings));
        }

        var options = $"-c listen_addresses=127.0.0.1 -c port={settings.Port} -c unix_socket_directories= -c max_connections=120 -c log_destination=stderr -c timezone=UTC{(durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off")}";
        // A session of its own: Ctrl-C in the terminal must reach the host, not the database.
        var (code, output) = PostgresBinaries.Run("setsid", Path.Combine(binaries, "pg_ctl"), "start", "-D", Data, "-l", Path.Combine(Data, "server.log"), "-w", "-t", "60", "-o", options);
        if (code != 0)
        {
            throw new PostgresException($"Cơ sở dữ liệu riêng không khởi động được; xem {Path.Combine(Data, "server.log")}.\n{output}");
        }
    }

    private bool IsOurs(string[] lines) => lines.Length > 3
        && File.Exists($"/proc/{lines[0].Trim()}/cmdline")
        && File.ReadAllText($"/proc/{lines[0].Trim()}/cmdline").Contains(Data, StringComparison.Ordinal)
        && lines[3].Trim() == settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FileStream Lock(string file, FileShare share)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
            }
            catch (IOException) when (tries < 300)
            {
                // Another host is starting or stopping the cluster.
                Task.Delay(200).Wait();
            }
        }
    }

    private static void WritePrivate(string file, string text)
    {
        using (var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
