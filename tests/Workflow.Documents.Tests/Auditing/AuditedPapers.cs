using Workflow.Documents.Layout;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Tests.Auditing;

/// <summary>Papers for the audit: the texts of the tests, and layouts with one value changed.</summary>
internal static class AuditedPapers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading", "Files");

    /// <summary>Texts of several kinds, and the shared ones where they are.</summary>
    public static IEnumerable<string> Files() => new[] { "08-", "11-" }.Select(start => Directory.GetFiles(Folder, start + "*").Single(file => !file.EndsWith(".json", StringComparison.Ordinal)))
        .Append(ImportTests.SamplePath)
        .Concat(SharedFactAttribute.Folder is { } shared ? Directory.GetFiles(Path.Combine(shared, "documents"), "*.txt") : []);

    public static OfficialPaper Paper(string path) => Paper(ImportTests.Read(File.ReadAllBytes(path), path).Text);

    /// <summary>The text with what an issued paper bears: who signs is added where the text does not say.</summary>
    public static OfficialPaper Paper(DraftText text) => new(
        text with { Signature = text.Signature is { Authority.Length: > 0, Position.Length: > 0, Name.Length: > 0 } ? text.Signature : new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành"), Recipients = text.Recipients.Count > 0 ? text.Recipients : [new("Các chi bộ trực thuộc"), new("Lưu Văn phòng Đảng ủy")] },
        "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null);

    /// <summary>Guidance with other values of some fields.</summary>
    public static LayoutProfile With(LayoutProfile layout, params (string Field, string Value)[] changes) =>
        new(layout.Key, layout.Name, layout.Source, layout.ValidFrom, LayoutFields.All.Select(field => KeyValuePair.Create(field.Key, changes.FirstOrDefault(one => one.Field == field.Key).Value ?? layout[field.Key])));
}
