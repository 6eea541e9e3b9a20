using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Integration.Tests.Messages;

/// <summary>What a mail server does with one connection.</summary>
internal enum Manner
{
    Accepts,

    /// <summary>Not now: 451 to the recipient.</summary>
    Later,

    /// <summary>Never: 550 to the recipient.</summary>
    Never,

    /// <summary>Greets and then says nothing more.</summary>
    Silent,

    /// <summary>Takes the whole message and says nothing.</summary>
    TakesAndFallsSilent,
}

/// <summary>A message as a mail server got it.</summary>
internal sealed record Received(string From, string To, string Source)
{
    public string MessageId => Header("Message-ID");

    public string Subject => Decode(Header("Subject"));

    public string Body => Encoding.UTF8.GetString(Convert.FromBase64String(Source[(Source.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal))).ReplaceLineEndings("\n");

    public string Header(string name) => Regex.Match(Regex.Replace(Source[..Source.IndexOf("\r\n\r\n", StringComparison.Ordinal)], "\r\n[ \t]", " "), $"(?im)^{name}: (.*?)\r?$").Groups[1].Value;

    /// <summary>A file of the pickup folder.</summary>
    public static Received Of(string file) => new("", "", File.ReadAllText(file, Encoding.ASCII));

    private static string Decode(string header) => Regex.Replace(Regex.Replace(header, @"\?=\s+=\?", "?==?"), @"=\?utf-8\?B\?([^?]*)\?=", match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)), RegexOptions.IgnoreCase);
}

/// <summary>A mail server of the test's own, on a free port of this machine; it behaves as the test wants, connection by connection.</summary>
internal sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private int connections;

    public SmtpReceiver()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Func<int, Manner> Manner { get; set; } = _ => Messages.Manner.Accepts;

    private readonly ConcurrentQueue<Received> taken = new();

    public IReadOnlyList<Received> Received => [.. taken];

    /// <summary>Completed when a silent connection has been reached.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Connections => connections;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ContinueWith(_ => { }, TaskScheduler.Default);
        stop.Dispose();
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            var manner = Manner(Interlocked.Increment(ref connections));
            _ = Task.Run(() => Serve(client, manner).ContinueWith(_ => client.Dispose(), TaskScheduler.Default));
        }
    }

    private async Task Serve(TcpClient client, Manner manner)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();
        var (from, to) = ("", "");
        await Say("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (manner == Messages.Manner.Silent && word == "MAIL")
            {
                await Hang(reader);
                return;
            }

            if (word == "DATA")
            {
                await Say("354 go on");
                var source = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                {
                    source.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
                }

                taken.Enqueue(new(from, to, source.ToString()));
                if (manner == Messages.Manner.TakesAndFallsSilent)
                {
                    await Hang(reader);
                    return;
                }
            }

            (from, to) = (word == "MAIL" ? line : from, word == "RCPT" ? line : to);
            await Say(word == "RCPT" && manner == Messages.Manner.Later ? "451 not now" : word == "RCPT" && manner == Messages.Manner.Never ? "550 nobody of that name" : word == "QUIT" ? "221 bye" : "250 ok");
            if (word == "QUIT")
            {
                return;
            }
        }
    }

    private async Task Hang(StreamReader reader)
    {
        Reached.TrySetResult();
        while (await reader.ReadLineAsync(stop.Token) is not null)
        {
            // Says nothing.
        }
    }
}
