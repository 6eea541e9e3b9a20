using System.Net.Http.Headers;
using Workflow.Documents.Signatures;

namespace Workflow.Activities.Signing;

/// <summary>Signs with a certificate that lies on this machine, and asks for a time stamp where the configuration names an address.</summary>
public sealed class MachineSigner(SigningSettings settings) : IDisposable
{
    private const int LargestAnswer = 100_000;
    private const string Query = "application/timestamp-query";

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { MaxResponseContentBufferSize = LargestAnswer, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// Signs. Throws <see cref="SignatureException"/>: what is wrong with the certificate, or that no time stamp can be had and the setting asks for one.
    /// The note is a sentence for the log, empty when there is nothing to say.
    /// </summary>
    /// <param name="lines">Number and date, where they were left open for this signature.</param>
    public (byte[] Signed, string Note) Sign(byte[] pdf, SignatureRequest request, CertificateFile certificate, DateTimeOffset now, IReadOnlyDictionary<string, string>? lines = null)
    {
        using var signer = P12Signer.Load(certificate.Path, certificate.Password, now);
        if (settings.Timestamps is not { } stamps)
        {
            return (PdfSigner.Sign(pdf, request, signer, null, lines), "");
        }

        try
        {
            return (PdfSigner.Sign(pdf, request, signer, question => Ask(stamps, question), lines), " Chữ ký có dấu thời gian.");
        }
        catch (SignatureException problem) when (stamps.SignWithout && problem.Code.StartsWith("timestamp.", StringComparison.Ordinal))
        {
            return (PdfSigner.Sign(pdf, request, signer, null, lines), $" Chữ ký không có dấu thời gian (cấu hình cho phép): {problem.Message}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private byte[] Ask(TimestampSettings stamps, byte[] question)
    {
        using var timeout = new CancellationTokenSource(stamps.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, stamps.Address) { Content = new ByteArrayContent(question) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Query);
        try
        {
            using var response = client.Send(request, HttpCompletionOption.ResponseContentRead, timeout.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new SignatureException("timestamp.refused", $"Máy chủ cấp dấu thời gian {stamps.Address.Host} từ chối (mã {(int)response.StatusCode}), nên chưa ký. Đồng chí báo người quản trị, rồi bấm “Thử ký số lại”.");
            }

            using var answer = new MemoryStream();
            response.Content.ReadAsStream(timeout.Token).CopyTo(answer);
            return answer.ToArray();
        }
        catch (OperationCanceledException error)
        {
            throw new SignatureException("timestamp.slow", $"Máy chủ cấp dấu thời gian {stamps.Address.Host} không trả lời trong {stamps.Timeout.TotalSeconds:0} giây, nên chưa ký. Đồng chí kiểm tra mạng, rồi bấm “Thử ký số lại”.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new SignatureException("timestamp.unreachable", $"Không nối được tới máy chủ cấp dấu thời gian {stamps.Address.Host}, nên chưa ký. Đồng chí kiểm tra mạng, rồi bấm “Thử ký số lại”.", error);
        }
    }
}
