using System.IO.Compression;
using System.Xml.Linq;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>The paragraphs of a Word file, as one reads them.</summary>
internal static class OfficeWords
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static IReadOnlyList<string> Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants(Word + "p").Select(paragraph => string.Concat(paragraph.Descendants(Word + "t").Select(text => text.Value)))];
    }
}
