using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Workflow.Documents.Signatures.Tokens;

/// <summary>An RSA key on a token: it signs hashes (PKCS#1 v1.5, as PAdES in Vietnam uses it) and gives nothing else away.</summary>
internal sealed class TokenRsa : RSA
{
    private readonly TokenSession session;
    private readonly nuint handle;
    private readonly RSA publicKey;

    public TokenRsa(TokenSession session, nuint handle, RSA publicKey)
    {
        (this.session, this.handle, this.publicKey) = (session, handle, publicKey);
        KeySizeValue = publicKey.KeySize;
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (padding != RSASignaturePadding.Pkcs1)
        {
            throw new CryptographicException("only PKCS#1 v1.5");
        }

        // The token pads; what it pads is the DigestInfo (RFC 8017, 9.2).
        var oid = hashAlgorithm == HashAlgorithmName.SHA256 ? "2.16.840.1.101.3.4.2.1" : hashAlgorithm == HashAlgorithmName.SHA384 ? "2.16.840.1.101.3.4.2.2" : hashAlgorithm == HashAlgorithmName.SHA512 ? "2.16.840.1.101.3.4.2.3" : throw new CryptographicException("only SHA-2");
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            using (info.PushSequence())
            {
                info.WriteObjectIdentifier(oid);
                info.WriteNull();
            }

            info.WriteOctetString(hash);
        }

        return session.Sign(TokenSession.RsaPkcs, handle, info.Encode());
    }

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) => publicKey.VerifyHash(hash, signature, hashAlgorithm, padding);

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("the key stays on the token") : publicKey.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        publicKey.Dispose();
    }
}

/// <summary>An ECDSA key on a token; it answers r and s one after the other, as .NET expects them.</summary>
internal sealed class TokenEcdsa : ECDsa
{
    private readonly TokenSession session;
    private readonly nuint handle;
    private readonly ECDsa publicKey;

    public TokenEcdsa(TokenSession session, nuint handle, ECDsa publicKey)
    {
        (this.session, this.handle, this.publicKey) = (session, handle, publicKey);
        KeySizeValue = publicKey.KeySize;
    }

    public override byte[] SignHash(byte[] hash) => session.Sign(TokenSession.Ecdsa, handle, hash);

    public override bool VerifyHash(byte[] hash, byte[] signature) => publicKey.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("the key stays on the token") : publicKey.ExportParameters(false);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        publicKey.Dispose();
    }
}
