using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Workflow.Activities.Exchange;

/// <summary>What a partner's program answers.</summary>
/// <param name="ForGood">Another attempt would be told the same.</param>
/// <param name="Problem">Empty: it was taken.</param>
public sealed record PostAnswer(string Problem, bool ForGood)
{
    public static PostAnswer Taken { get; } = new("", false);
}

/// <summary>Hands a message to a partner's address. Only addresses that an administrator wrote down are called; no other place is gone to, whatever they answer.</summary>
public sealed class ExchangePost(ExchangeSettings settings) : IDisposable
{
    private const int LargestAnswer = 64_000;
    private const int LongestSaid = 600;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { MaxResponseContentBufferSize = LargestAnswer, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends; never throws for what a network or a partner may do.</summary>
    /// <param name="key">The key that the partner gave us.</param>
    public async Task<PostAnswer> Send(string address, string key, byte[] content, CancellationToken ct)
    {
        if (settings.Callable(address) is not { } uri)
        {
            return new("Nơi nhận không có địa chỉ https dùng được. Người quản trị kiểm tra ở mục Quản trị, Trao đổi văn bản.", false);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Longest);
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Documents.Exchange.EdXml.ContentType, "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted => PostAnswer.Taken,
                HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new($"{uri.Host} từ chối: {Said(await response.Content.ReadAsByteArrayAsync(patience.Token))}", true),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new($"{uri.Host} không nhận khóa đã giữ (mã {(int)response.StatusCode}). Người quản trị xin khóa mới của nơi nhận.", false),
                >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new($"{uri.Host} chuyển sang địa chỉ khác; hệ thống không đi theo. Người quản trị ghi lại địa chỉ đúng.", false),
                _ => new($"{uri.Host} chưa nhận được (mã {(int)response.StatusCode}).", false),
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new($"{uri.Host} không trả lời trong {settings.Longest.TotalSeconds:0} giây.", false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new($"Không nối được tới {uri.Host}: {ExchangeDesk.Short(error.Message, 200)}", false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    // Whatever the other side says is words to show, never more.
    private static string Said(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 4 });
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
            {
                return ExchangeDesk.Short(new string([.. text.GetString()!.Where(one => !char.IsControl(one))]), LongestSaid);
            }
        }
        catch (JsonException)
        {
            // Not ours: there is nothing to quote.
        }

        return "không nêu lý do.";
    }
}
