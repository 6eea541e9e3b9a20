using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workflow.Integration.Tests.Http;

namespace Workflow.Integration.Tests.Processes;

/// <summary>The host as <c>./run</c> starts it: a process of its own, which may be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly string data;
    private readonly string? connection;
    private readonly int port = FreePort();
    private readonly System.Text.StringBuilder output = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process? process;

    private HostProcess(string data, string? connection, IReadOnlyDictionary<string, string> settings)
    {
        this.data = data;
        this.connection = connection;
        this.settings = settings;
    }

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>How long the last start took, until the page of readiness answered.</summary>
    public TimeSpan StartTook { get; private set; }

    public static async Task<HostProcess> Start(string data, string? connection = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new HostProcess(data, connection, settings ?? new Dictionary<string, string>());
        await host.StartAgain();
        return host;
    }

    public async Task StartAgain()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflow.Host.dll")]) { WorkingDirectory = TestCluster.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Urls"] = Address.ToString();
        start.Environment["Data__Directory"] = data;
        start.Environment["ConnectionStrings__Workflow"] = connection ?? "";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (!await IsReady(client))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(90))
            {
                throw new InvalidOperationException($"the host did not start:\n{Output}");
            }

            await Task.Delay(25);
        }

        StartTook = watch.Elapsed;
    }

    /// <summary>A visitor with cookies of their own.</summary>
    public Visitor Stranger() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address });

    public Task<Visitor> SignIn(string account) => Visitor.SignedIn(Stranger().Client, account);

    /// <summary>As <c>kill -9</c> does it.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As when the power goes: host, database server and every process of it at once.</summary>
    public async Task KillWithDatabase()
    {
        var server = ServerProcess();
        using var kill = Process.Start("kill", ["-KILL", .. new[] { process!.Id, server }.Concat(ChildrenOf(server)).Select(one => one.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // As Ctrl-C does it: the host stops its own database too.
            using var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(patience.Token);
        }

        process?.Dispose();
    }

    private string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    private void Write(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private int ServerProcess() => int.Parse(File.ReadLines(Path.Combine(data, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static List<int> ChildrenOf(int parent) => [.. Process.GetProcesses().Where(one => ParentOf(one.Id) == parent).Select(one => one.Id)];

    private static int ParentOf(int id)
    {
        try
        {
            // "pid (name) state parent …"; the name may hold anything, so one reads from its closing bracket.
            var words = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(words[(words.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
