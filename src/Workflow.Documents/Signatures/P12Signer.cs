using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>A certificate with its private key from a PKCS#12 file. The key stays in memory; password and key are never stored or logged.</summary>
public sealed class P12Signer : CertificateSigner
{
    private P12Signer(X509Certificate2Collection collection, X509Certificate2 certificate)
        : base(certificate, collection, null)
    {
    }

    /// <summary>Loads a file. Throws <see cref="SignatureException"/> when it is missing, the password is wrong, it holds no key,
    /// or the certificate is out of date, too weak (under RSA 2048, ECDSA 256) or not for signing.</summary>
    public static P12Signer Load(string path, string password, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            throw new SignatureException("signature.no-file", $"Không tìm thấy chứng thư số “{Path.GetFileName(path)}”. Người quản trị kiểm tra mục Signing trong cấu hình.");
        }

        var file = Path.GetFileName(path);
        X509Certificate2Collection collection;
        try
        {
            collection = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException error)
        {
            throw new SignatureException("signature.wrong-password", $"Không mở được chứng thư số “{file}”: sai mật khẩu hoặc tệp hỏng.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SignatureException("signature.unreadable", $"Chương trình không được phép đọc chứng thư số “{file}”. Người quản trị kiểm tra quyền của tệp.", error);
        }

        var certificate = collection.FirstOrDefault(one => one.HasPrivateKey);
        var problem = certificate is null ? new SignatureException("signature.no-key", $"Tệp “{file}” không chứa khóa bí mật nên không ký được.") : Problem(certificate, now);
        if (problem is null)
        {
            return new P12Signer(collection, certificate!);
        }

        foreach (var one in collection)
        {
            one.Dispose();
        }

        throw problem;
    }
}
