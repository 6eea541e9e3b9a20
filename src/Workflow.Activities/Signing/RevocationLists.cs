using Workflow.Documents.Signatures;

namespace Workflow.Activities.Signing;

/// <summary>Where lists of certificates that were taken back come from beside the addresses in the certificates, and how long to wait.</summary>
/// <param name="Timeout">For a whole answer.</param>
/// <param name="Addresses">Asked when a certificate names none, or its own give nothing.</param>
public sealed record LongTermSettings(TimeSpan Timeout, IReadOnlyList<Uri> Addresses);

/// <summary>Fetches such lists: by http or https, within a time and a size, without following anybody elsewhere. What is not signed by the right authority is nothing.</summary>
public sealed class RevocationLists(SigningSettings settings) : IDisposable
{
    /// <summary>Largest list in bytes.</summary>
    public const int Largest = 5_000_000;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { MaxResponseContentBufferSize = Largest, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A list that holds now and is the issuer's. Throws <see cref="SignatureException"/> with what went wrong at the last address.</summary>
    public async Task<RevocationList> Of(ChainLink link, IReadOnlyList<Uri> configured, DateTimeOffset now, CancellationToken ct)
    {
        var name = link.Certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, false);
        var problem = $"Chứng thư số của {name} không ghi địa chỉ danh sách thu hồi, và cấu hình cũng không có.";
        foreach (var address in RevocationList.Addresses(link.Certificate).Concat(configured).Distinct())
        {
            var (content, refused) = await Fetch(address, ct);
            if (content is not null && RevocationList.Read(content) is { } list && list.IsFrom(link.Issuer, now))
            {
                return list;
            }

            problem = content is null ? refused : $"Địa chỉ {address.Host} không trả về danh sách thu hồi còn hạn do đúng cơ quan cấp chứng thư của {name} ký.";
        }

        throw new SignatureException("long-term.no-list", problem);
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<(byte[]? Content, string Problem)> Fetch(Uri address, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(settings.LongTerm!.Timeout);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseContentRead, timeout.Token);
            return response.IsSuccessStatusCode ? (await response.Content.ReadAsByteArrayAsync(timeout.Token), "") : (null, $"Máy chủ {address.Host} từ chối đưa danh sách thu hồi (mã {(int)response.StatusCode}).");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, $"Máy chủ {address.Host} không đưa xong danh sách thu hồi trong {settings.LongTerm!.Timeout.TotalSeconds:0} giây.");
        }
        catch (HttpRequestException error)
        {
            return (null, error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? $"Danh sách thu hồi của máy chủ {address.Host} lớn quá {Largest / 1_000_000} MB." : $"Không lấy được danh sách thu hồi ở {address.Host}.");
        }
    }
}
