using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>A partner's address: hands on what comes, or misbehaves.</summary>
internal sealed class PartnerServer : IDisposable
{
    private readonly HttpListener listener = new();

    public PartnerServer()
    {
        var root = $"http://127.0.0.1:{ExchangeWorld.FreePort()}/";
        Address = root + "trao-doi/goi";
        listener.Prefixes.Add(root);
        listener.Start();
        _ = Serve();
    }

    public string Address { get; }

    /// <summary>"", "slow", "redirect", "silent", "later", "key", "no", "large".</summary>
    public string Manner { get; set; } = "";

    /// <summary>What is done with what came.</summary>
    public Func<string, byte[], Task>? Taken { get; set; }

    public ConcurrentQueue<(string Path, string Key, byte[] Body)> Calls { get; } = new();

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                await Answer(await listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var key = (context.Request.Headers["Authorization"] ?? "").Replace("Bearer ", "", StringComparison.Ordinal);
        Calls.Enqueue((context.Request.Url!.AbsolutePath, key, body.ToArray()));
        if (Taken is not null && Manner is "" or "silent")
        {
            await Taken!(key, body.ToArray());
        }

        context.Response.StatusCode = Manner switch { "redirect" => 307, "later" => 503, "key" => 401, "no" => 422, _ => 200 };
        switch (Manner)
        {
            case "slow" or "silent":
                // Silent: it has the message, and its "yes" never comes.
                return;
            case "redirect":
                context.Response.RedirectLocation = Address.Replace("goi", "khac", StringComparison.Ordinal);
                break;
            case "large":
                context.Response.SendChunked = true;
                await context.Response.OutputStream.WriteAsync(new byte[200_000]);
                break;
            case "no":
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("{\"ok\":false,\"code\":\"exchange.not-for-us\",\"text\":\"Gói này không gửi cho tổ chức này.\"}"));
                break;
        }

        context.Response.Close();
    }
}
