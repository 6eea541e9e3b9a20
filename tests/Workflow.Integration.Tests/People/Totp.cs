using System.Buffers.Binary;
using System.Security.Cryptography;
using Xunit;

namespace Workflow.Integration.Tests.People;

/// <summary>The authenticator application on a telephone: RFC 6238 with SHA-1, 30 seconds, 6 digits.</summary>
public static class Totp
{
    public static string Now(string base32) => At(Key(base32), DateTimeOffset.UtcNow.ToUnixTimeSeconds(), 6);

    private static string At(byte[] key, long seconds, int digits)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, seconds / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF, 4)) & 0x7FFF_FFFF;
        return (number % (int)Math.Pow(10, digits)).ToString().PadLeft(digits, '0');
    }

    private static byte[] Key(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    public sealed class OfTheStandard
    {
        [Theory]
        [InlineData(59, "94287082")]
        [InlineData(1111111109, "07081804")]
        [InlineData(20000000000, "65353130")]
        public void Test_vectors_of_the_standard(long seconds, string code) => Assert.Equal(code, At("12345678901234567890"u8.ToArray(), seconds, 8));
    }
}
