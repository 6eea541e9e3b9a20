using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace Workflow.Web.Shared;

/// <summary>Where the bundled modeler and the bundled editor lie. They are made at installation by npm, so they may not be there.</summary>
public sealed class ModelerFiles(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Addresses of the bundle's parts.</summary>
    public sealed record Addresses(string Script, string Style, string Licences);

    /// <summary>The addresses of the bundle "modeler" or "editor"; null when it was not installed.</summary>
    public Addresses? Find(string bundle)
    {
        var list = environment.WebRootFileProvider.GetFileInfo($"dist/{bundle}.json");
        if (!list.Exists)
        {
            return null;
        }

        using var stream = list.CreateReadStream();
        return JsonSerializer.Deserialize<Addresses>(stream, Web);
    }
}
