using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workflow.Bench;

/// <summary>A member at a session: the page, its live line, and the ballot form, as the page's script uses them.</summary>
internal sealed class Phone(HttpClient client, Guid session) : IDisposable
{
    private static readonly string[] Fields = ["__RequestVerificationToken", "commandId", "voteId"];

    private readonly TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource end = new();
    private string page = "";

    /// <summary>Ends when something has happened and the page was drawn anew.</summary>
    public Task Changed => changed.Task;

    public int Bytes => System.Text.Encoding.UTF8.GetByteCount(page);

    private string Here => $"/hoi-nghi/{session}";

    public async Task Read() => page = await client.GetStringAsync(Here);

    /// <summary>Opens the live line; ends when its first event has come.</summary>
    public async Task Follow()
    {
        var answer = await client.GetAsync($"{Here}/truc-tiep", HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        string? shown = null;
        while (shown is null)
        {
            shown = Data(await reader.ReadLineAsync());
        }

        _ = Task.Run(async () =>
        {
            try
            {
                while (await reader.ReadLineAsync(end.Token) is { } line)
                {
                    // Numbers of ballots are data too, but short.
                    if (Data(line) is { Length: 16 } now && now != shown)
                    {
                        shown = now;
                        await Read();
                        changed.TrySetResult();
                    }
                }
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException)
            {
                changed.TrySetException(error);
            }
        });
    }

    /// <summary>Sends the ballot from the form that is shown and waits for the page that says so; milliseconds.</summary>
    public async Task<double> Tap(string marks)
    {
        using var content = Form("bo-phieu", KeyValuePair.Create("marks", marks));
        var from = Stopwatch.GetTimestamp();
        var answer = await client.PostAsync($"{Here}/bo-phieu", content);
        var next = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"the ballot was answered {(int)answer.StatusCode}");
        var shown = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(next));
        var latency = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        return shown.Contains("Đã ghi nhận", StringComparison.Ordinal) ? latency : throw new InvalidOperationException("the page does not say that the ballot was taken");
    }

    /// <summary>The chair closes the vote that runs.</summary>
    public async Task CloseVote()
    {
        await Read();
        using var content = Form("khoa");
        var answer = await client.PostAsync($"{Here}/khoa", content);
        _ = answer.Headers.Location is null ? throw new InvalidOperationException($"the vote was not closed: {(int)answer.StatusCode}") : 0;
    }

    public void Dispose()
    {
        end.Cancel();
        client.Dispose();
    }

    private FormUrlEncodedContent Form(string act, params KeyValuePair<string, string>[] more)
    {
        var form = Regex.Match(page, $"<form[^>]*/{act}\".*?</form>", RegexOptions.Singleline).Value;
        string Hidden(string name) => Regex.Match(form, $"name=\"{name}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        return new FormUrlEncodedContent([.. Fields.Select(name => KeyValuePair.Create(name, Hidden(name))), .. more]);
    }

    private static string? Data(string? line) => line is { } text && text.StartsWith("data: ", StringComparison.Ordinal) ? text[6..] : null;
}
