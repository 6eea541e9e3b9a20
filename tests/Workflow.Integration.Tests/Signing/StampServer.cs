using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Integration.Tests.Signing;

/// <summary>A time stamping server: HTTP in front of `openssl ts`; or one that misbehaves.</summary>
internal sealed class StampServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-tsa-").FullName;

    public StampServer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Cơ quan cấp dấu thời gian thử", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        Certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        File.WriteAllText(Path.Combine(folder, "tsa.pem"), Certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path.Combine(folder, "serial"), "01\n");
        File.WriteAllText(Path.Combine(folder, "ts.cnf"), $"[one]\nserial = {folder}/serial\nsigner_cert = {folder}/tsa.pem\nsigner_key = {folder}/tsa.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n");
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/tsa/");
        }

        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Serve();
    }

    public Uri Address { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>"", "slow", "error", "rubbish".</summary>
    public string Kind { get; init; } = "";

    public void Dispose()
    {
        listener.Close();
        Certificate.Dispose();
        Directory.Delete(folder, true);
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                if (Kind == "slow")
                {
                    continue;
                }

                using var question = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(question);
                context.Response.StatusCode = Kind == "error" ? 503 : 200;
                var answer = Kind == "rubbish" ? [1, 2, 3] : Kind == "error" ? [] : Stamp(question.ToArray());
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private byte[] Stamp(byte[] question)
    {
        var (query, reply) = (Path.Combine(folder, "q.tsq"), Path.Combine(folder, "r.tsr"));
        File.WriteAllBytes(query, question);
        using var openssl = Process.Start(new ProcessStartInfo("openssl", ["ts", "-reply", "-config", Path.Combine(folder, "ts.cnf"), "-section", "one", "-queryfile", query, "-out", reply]) { RedirectStandardError = true })!;
        openssl.WaitForExit();
        return File.ReadAllBytes(reply);
    }
}
