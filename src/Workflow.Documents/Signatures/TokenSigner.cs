using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Signatures.Tokens;

namespace Workflow.Documents.Signatures;

/// <summary>
/// A certificate whose key lies on a token and never leaves it (PKCS#11): USB token, card or SoftHSM. The PIN is handed to the token and kept
/// nowhere. RSA and ECDSA on P-256, P-384, P-521.
/// </summary>
public sealed class TokenSigner : CertificateSigner
{
    private readonly TokenSession session;

    private TokenSigner(TokenSession session, X509Certificate2 certificate, AsymmetricAlgorithm key)
        : base(certificate, [certificate], key) => this.session = session;

    /// <summary>
    /// Opens a token and its key. Throws <see cref="SignatureException"/> with a sentence: no such module, no token, wrong PIN, locked PIN, no certificate
    /// with a key, or one that must not sign now.
    /// </summary>
    /// <param name="module">The maker's PKCS#11 library.</param>
    /// <param name="label">Label of the token; empty takes the only one that is plugged in.</param>
    /// <param name="pin">Cleared by nobody but the caller.</param>
    public static TokenSigner Open(string module, string label, ReadOnlySpan<byte> pin, DateTimeOffset now)
    {
        var session = TokenSession.Open(module, label, pin);
        try
        {
            foreach (var (encoded, id) in session.Certificates())
            {
                var certificate = X509CertificateLoader.LoadCertificate(encoded);
                if (session.FindKey(id) is { } handle)
                {
                    return Problem(certificate, now) is { } problem ? throw problem : new(session, certificate, Key(session, handle, certificate));
                }

                certificate.Dispose();
            }

            throw new SignatureException("token.no-key", string.Create(CultureInfo.InvariantCulture, $"Thiết bị ký số “{session.Label}” không có chứng thư số nào kèm khóa bí mật. Đồng chí kiểm tra đã cắm đúng thiết bị của mình chưa."));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static AsymmetricAlgorithm Key(TokenSession session, nuint handle, X509Certificate2 certificate)
    {
        if (certificate.GetRSAPublicKey() is { } rsa)
        {
            return new TokenRsa(session, handle, rsa);
        }

        return certificate.GetECDsaPublicKey() is { } ecdsa ? new TokenEcdsa(session, handle, ecdsa)
            : throw new SignatureException("signature.weak-key", "Khóa trên thiết bị ký số thuộc loại không được hỗ trợ (cần RSA hoặc ECDSA).");
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        session.Dispose();
    }
}
