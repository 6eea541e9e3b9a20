using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;

namespace Workflow.Web.Shared;

/// <summary>The few files that a device keeps for the time without a line, known by one hash: of themselves, and of the build that makes the page around them.</summary>
public sealed class OfflineFiles(IWebHostEnvironment environment)
{
    private static readonly string[] Kept = ["css/app.css", "js/hang-doi.js", "js/phieu.js", "lay-y-kien/ngoai-mang.js"];

    private readonly Lazy<string> version = new(() =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(OfflineFiles).Module.ModuleVersionId.ToByteArray());
        foreach (var name in Kept)
        {
            using var file = environment.WebRootFileProvider.GetFileInfo(name).CreateReadStream();
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    });

    /// <summary>Sixteen hexadecimal digits.</summary>
    public string Version => version.Value;
}
