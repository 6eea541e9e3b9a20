using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflow.Documents.Reading;
using Xunit;

namespace Workflow.Documents.Tests.Reading;

/// <summary>A document wrapped, encoded or exported another way says the same. Runs on our sample, and on the shared documents where they are.</summary>
public sealed class SharedVariantTests
{
    private static readonly string[] Ways = ["crlf", "bom", "utf16", "utf16be", "nfd", "nbsp", "no-bold", "all-bold", "wrap-80", "wrap-96", "unwrap", "pages", "pages-dashes", "indent", "trailing", "word"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            var folder = Environment.GetEnvironmentVariable("WORKFLOW_SHARED");
            foreach (var file in (folder is null ? [] : Directory.GetFiles(Path.Combine(folder, "documents"), "*.txt")).Append(ImportTests.SamplePath))
            {
                foreach (var way in Ways)
                {
                    data.Add(Path.GetFileName(file), way);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_facts_stay_the_same(string name, string way)
    {
        var folder = Environment.GetEnvironmentVariable("WORKFLOW_SHARED");
        var path = name == Path.GetFileName(ImportTests.SamplePath) ? ImportTests.SamplePath : Path.Combine(folder!, "documents", name);
        var text = File.ReadAllText(path);
        var (bytes, file) = Turn(text, way);
        Assert.Equal(Facts.Whole(Inspect(Encoding.UTF8.GetBytes(text), "a.txt")), Facts.Whole(Inspect(bytes, file)));
    }

    private static JsonNode Inspect(byte[] file, string name) => JsonNode.Parse(Inspector.Of(ImportTests.Read(file, name)).ToJson())!;

    private static (byte[] Bytes, string Name) Turn(string text, string way) => way switch
    {
        "crlf" => (Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)), "a.txt"),
        "bom" => ([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], "a.txt"),
        "utf16" => ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], "a.txt"),
        "utf16be" => ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], "a.txt"),
        "nfd" => (Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)), "a.txt"),
        "nbsp" => (Encoding.UTF8.GetBytes(Regex.Replace(text, @"(?<=\S) (?=\S)", "\u00A0")), "a.txt"),
        "no-bold" => (Encoding.UTF8.GetBytes(text.Replace("**", "", StringComparison.Ordinal)), "a.txt"),
        "all-bold" => (Encoding.UTF8.GetBytes(Regex.Replace(text.Replace("**", "", StringComparison.Ordinal), @"^((?:[IVX]+\.|NGHỊ QUYẾT|BÁO CÁO|PHẦN).*)$", "**$1**", RegexOptions.Multiline)), "a.txt"),
        "wrap-80" => (Encoding.UTF8.GetBytes(Wrapping.Wrap(text, 80)), "a.txt"),
        "wrap-96" => (Encoding.UTF8.GetBytes(Wrapping.Wrap(text, 96)), "a.txt"),
        "unwrap" => (Encoding.UTF8.GetBytes(Wrapping.Unwrap(text)), "a.txt"),
        "pages" => (Encoding.UTF8.GetBytes(Wrapping.Pages(text, "{0}")), "a.txt"),
        "pages-dashes" => (Encoding.UTF8.GetBytes(Wrapping.Pages(text, "                    - {0} -")), "a.txt"),
        "indent" => (Encoding.UTF8.GetBytes(Regex.Replace(text, @"^(?=\p{L}{3,})", "     ", RegexOptions.Multiline)), "a.txt"),
        "trailing" => (Encoding.UTF8.GetBytes(text.Replace("\n", "  \n", StringComparison.Ordinal) + "\n\n\f\n"), "a.txt"),
        _ => (Office.Convert(Encoding.UTF8.GetBytes(Wrapping.Html(text)), "html", "docx"), "a.docx"),
    };
}
