using System.Text.RegularExpressions;

namespace Workflow.Documents.Reading;

/// <summary>Takes a list of bodies apart: "Mặt trận Tổ quốc và các đoàn thể" are two, "Các cấp ủy, tổ chức đảng" is one.</summary>
internal static partial class Bodies
{
    public static IReadOnlyList<string> In(string text) =>
        [.. Between().Split(text).Select(part => part.Trim(' ', ',', ';', ':', '-')).Where(part => part.Length > 0)];

    [GeneratedRegex(@"(?:,|;|\s+và|,\s*và|\s+cùng)\s+(?=(?:\p{Lu}|[Cc]ác\s))")]
    private static partial Regex Between();
}
