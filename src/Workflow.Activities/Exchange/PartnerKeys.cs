using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Workflow.Activities.Exchange;

/// <summary>
/// The keys of partners' programs: ours for them are kept as a hash alone, theirs for us sealed by this installation's keys, which are no part of the database.
/// </summary>
public static class PartnerKeys
{
    private const string Purpose = "Workflow.Exchange.PartnerKey";
    private const string Prefix = "wfx";
    private const int IdBytes = 9;
    private const int SecretBytes = 32;

    /// <summary>Longest key that is looked at.</summary>
    public const int Longest = 500;

    /// <summary>A new key: 256 random bits behind a name by which it is found.</summary>
    public static string Make() => $"{Prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <summary>The part by which it is found; empty when it is no key of ours.</summary>
    public static string IdOf(string key) => key.Split('_') is [Prefix, { Length: IdBytes * 2 } id, { Length: SecretBytes * 2 }] && id.All(char.IsAsciiHexDigitLower) ? id : "";

    /// <summary>What is kept of it.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether it is the key that was given; takes as long for a wrong one as for the right one.</summary>
    public static bool Is(string key, string hash) => hash.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(key)), Encoding.ASCII.GetBytes(hash));

    /// <summary>Seals a key that a partner gave us.</summary>
    public static string Seal(IDataProtectionProvider protection, string key) => protection.CreateProtector(Purpose).Protect(key);

    /// <summary>Opens it; null when this installation has other keys than the one that sealed it.</summary>
    public static string? Open(IDataProtectionProvider protection, string sealedKey)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
