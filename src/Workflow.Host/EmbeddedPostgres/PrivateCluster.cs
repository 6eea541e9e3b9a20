using System.Globalization;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of our own in the data folder, on loopback only, with a random password. It outlives a killed host and is found again
/// by the next one; the last host to leave cleanly stops it. Nothing here ever deletes or overwrites a cluster that was finished.
/// </summary>
internal sealed class PrivateCluster : IDisposable
{
    private readonly string folder;
    private readonly bool durable;
    private readonly string binaries;
    private readonly ClusterUser user;
    private readonly FileStream presence;
    private ClusterSettings settings;

    private PrivateCluster(string folder, bool durable)
    {
        this.folder = folder;
        this.durable = durable;
        using var exclusive = Lock();
        (binaries, user, settings) = File.Exists(Path.Combine(Data, "PG_VERSION")) ? Existing() : Create();
        Start();
        presence = new FileStream(Path.Combine(folder, $"host-{Guid.NewGuid():N}.alive"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    private string Data => Path.Combine(folder, "cluster");

    private string SettingsFile => Path.Combine(folder, "embedded.json");

    /// <summary>Whether a data folder holds a cluster already.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, "cluster", "PG_VERSION"));

    /// <summary>Opens the cluster in a folder, making it when there is none.</summary>
    /// <param name="folder">The data folder; made when missing.</param>
    /// <param name="durable">False only for throw-away clusters of tests.</param>
    /// <exception cref="PostgresException">It cannot be had; the message says why and what to do.</exception>
    public static PrivateCluster Open(string folder, bool durable = true)
    {
        try
        {
            return new(Real(Directory.CreateDirectory(folder).FullName), durable);
        }
        catch (UnauthorizedAccessException)
        {
            throw new PostgresException($"Người dùng {Environment.UserName} không được ghi vào thư mục {folder}, có lẽ vì lần trước chương trình chạy bằng người dùng khác. Hãy chạy bằng đúng người dùng đó, hoặc chọn thư mục khác bằng --data.");
        }
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={settings.Port};Username=workflow;Password={settings.Password};Database={database};Include Error Detail=false";

    public void Dispose()
    {
        presence.Dispose();
        using var exclusive = Lock();
        if (!OthersAlive())
        {
            user.Run(Path.Combine(binaries, "pg_ctl"), "stop", "-D", Data, "-m", "fast", "-w", "-t", "30");
        }
    }

    // A living host holds its file; the file of one that was killed is free and is swept.
    private bool OthersAlive()
    {
        foreach (var file in Directory.GetFiles(folder, "host-*.alive"))
        {
            try
            {
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                File.Delete(file);
            }
            catch (FileNotFoundException)
            {
                // It left between the listing and now.
            }
            catch (IOException)
            {
                return true;
            }
        }

        return false;
    }

    private (string Binaries, ClusterUser User, ClusterSettings Settings) Existing() =>
        (PostgresBinaries.Find(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim()), ClusterUser.For(Data), ClusterSettings.Read(SettingsFile));

    // Made beside and renamed when finished: a half-made one is started over, a finished one is never touched.
    private (string Binaries, ClusterUser User, ClusterSettings Settings) Create()
    {
        var programs = PostgresBinaries.Find();
        if (Directory.Exists(Data))
        {
            throw new PostgresException($"Thư mục {Data} có sẵn nhưng không phải cơ sở dữ liệu PostgreSQL còn nguyên. Hãy lấy lại từ bản sao lưu, hoặc dời thư mục này đi nơi khác rồi chạy lại.");
        }

        var making = Path.Combine(folder, "cluster.new");
        if (Directory.Exists(making))
        {
            Directory.Delete(making, recursive: true);
        }

        var fresh = ClusterSettings.Fresh();
        Directory.CreateDirectory(making, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var password = Path.Combine(making, "password");
        ClusterSettings.WritePrivate(password, fresh.Password);
        var owner = ClusterUser.For(making);
        var target = Path.Combine(making, "made");
        var (code, output) = owner.Run([
            Path.Combine(programs, "initdb"), "-D", target, "-U", "workflow", "-A", "scram-sha-256", "--pwfile=" + password,
            "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=vi-VN", .. durable ? Array.Empty<string>() : ["--no-sync"]]);
        if (code != 0)
        {
            Directory.Delete(making, recursive: true);
            throw new PostgresException("Không tạo được cơ sở dữ liệu riêng:\n" + output);
        }

        fresh.Write(SettingsFile);
        Directory.Move(target, Data);
        Directory.Delete(making, recursive: true);
        return (programs, owner, fresh);
    }

    private void Start()
    {
        if (RunningPort() is { } running)
        {
            if (running != settings.Port)
            {
                settings = settings with { Port = running };
                settings.Write(SettingsFile);
            }

            return;
        }

        var log = Path.Combine(Data, "server.log");
        if (File.Exists(log) && new FileInfo(log).Length > 10_000_000)
        {
            File.Move(log, log + ".1", overwrite: true);
        }

        for (var tries = 1; ; tries++)
        {
            if (!ClusterSettings.IsFree(settings.Port))
            {
                settings = settings with { Port = ClusterSettings.FreePort() };
                settings.Write(SettingsFile);
            }

            var options = $"-c listen_addresses=127.0.0.1 -c port={settings.Port} -c unix_socket_directories= -c max_connections=120 -c log_destination=stderr -c timezone=UTC{(durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off")}";
            // A session of its own: Ctrl-C in the terminal must reach the host, not the database.
            var (code, output) = user.Run("setsid", "--wait", Path.Combine(binaries, "pg_ctl"), "start", "-D", Data, "-l", log, "-w", "-t", "60", "-o", options);
            if (code == 0)
            {
                return;
            }

            if (tries == 4)
            {
                throw new PostgresException($"Cơ sở dữ liệu riêng không khởi động được; xem {log}.\n{output}");
            }

            // Processes of a killed server need a moment to go; or someone took the port between the look and the start.
            Thread.Sleep(1_000);
        }
    }

    // A pid file left by a crash may name a number that belongs to another program by now; PostgreSQL itself would then refuse to start.
    private int? RunningPort()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        for (var waited = 0; File.Exists(file); waited++)
        {
            var lines = File.ReadAllLines(file);
            if (lines.Length == 0 || !IsOurs(lines[0].Trim()))
            {
                File.Delete(file);
                return null;
            }

            if (lines.Length > 7 && lines[7].Trim() == "ready")
            {
                return int.Parse(lines[3], CultureInfo.InvariantCulture);
            }

            // Still recovering what a crash interrupted, or on its way out.
            if (waited == 600)
            {
                throw new PostgresException($"Cơ sở dữ liệu riêng chưa sẵn sàng sau 60 giây; xem {Path.Combine(Data, "server.log")}.");
            }

            Thread.Sleep(100);
        }

        return null;
    }

    private bool IsOurs(string process)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName == Data
                || File.ReadAllText($"/proc/{process}/cmdline").Split('\0').Contains(Data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // PostgreSQL's processes name their folder without links; so do we, or a living server would not be recognised.
    private static string Real(string path) => Path.GetDirectoryName(path) is { } parent
        ? Path.Combine(Real(parent), Path.GetFileName(path)) is var here && new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Real(target.FullName) : here
        : path;

    private FileStream Lock()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "start.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (tries < 300 && error is not DirectoryNotFoundException)
            {
                // Another host is starting or stopping the cluster.
                Thread.Sleep(200);
            }
        }
    }
}
