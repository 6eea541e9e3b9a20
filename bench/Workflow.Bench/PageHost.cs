using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Workflow.Host.Seeding;

namespace Workflow.Bench;

/// <summary>The host as <c>./run</c> starts it, a process of its own, and people at it by HTTP.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly Process process;
    private readonly Uri address;

    private PageHost(Process process, Uri address) => (this.process, this.address) = (process, address);

    public static async Task<PageHost> Start(string connection, string folder)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflow.Host.dll")]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["Urls"] = address.ToString();
        start.Environment["Data__Directory"] = folder;
        start.Environment["ConnectionStrings__Workflow"] = connection;
        var host = new PageHost(Process.Start(start)!, address);
        host.process.OutputDataReceived += (_, _) => { };
        host.process.BeginOutputReadLine();
        using var client = host.Client(0);
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return host;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet there.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("the host did not start");
    }

    /// <summary>Someone who has signed in; each comes from an address of their own, as phones do.</summary>
    public async Task<HttpClient> SignIn(string account, int number = 0)
    {
        var client = Client(number);
        var token = Regex.Match(await client.GetStringAsync("/dang-nhap"), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("userName", account), new("password", DemoOrganization.Password), new("__RequestVerificationToken", token)]);
        var answer = await client.PostAsync("/dang-nhap", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{account}: {(int)answer.StatusCode}");
    }

    /// <summary>Milliseconds of CPU that the host has used.</summary>
    public double Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    /// <summary>Bytes of memory that the host holds.</summary>
    public double Memory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        using (var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await stop.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private HttpClient Client(int number) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(number % 250 + 1)]), 0));
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = address };
}
