namespace Workflow.Web.Pages.Drafting;

/// <summary>Uploads.</summary>
internal static class Upload
{
    public const long Largest = 32_000_000;

    /// <summary>Kinds that a file dialog offers.</summary>
    public const string Accepted = ".docx,.docm,.txt,.doc,.odt,.rtf";

    public static async Task<byte[]> Bytes(IFormFile? file)
    {
        if (file is null)
        {
            return [];
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }
}
