using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace Workflow.Web.Shared;

/// <summary>Where the bundled modeler lies. It is made at installation by npm, so it may not be there.</summary>
public sealed class ModelerFiles(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Addresses of the bundle's parts.</summary>
    public sealed record Addresses(string Script, string Style, string Licences);

    /// <summary>The addresses; null when it was not installed.</summary>
    public Addresses? Find()
    {
        var list = environment.WebRootFileProvider.GetFileInfo("dist/modeler.json");
        if (!list.Exists)
        {
            return null;
        }

        using var stream = list.CreateReadStream();
        return JsonSerializer.Deserialize<Addresses>(stream, Web);
    }
}
