using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads the lines under "Nơi nhận" (DOMAIN §2.6): names without dash and separator, purposes without brackets.</summary>
internal static partial class RecipientReader
{
    private const int LongestBrace = 7;

    public static IReadOnlyList<RecipientLine> Read(IReadOnlyList<string> lines)
    {
        var items = new List<(string Name, string? Own, string? Group)>();
        foreach (var line in lines.SelectMany(Several))
        {
            var group = GroupPurpose().Match(line);
            var text = Bullet().Replace(group.Success ? line[..group.Index] : line, "").Trim();
            var own = Purpose().Match(text);
            text = Spaces().Replace(own.Success ? text[..own.Index] : text, " ").Trim().TrimEnd(',', ';', '.', ' ');
            var purpose = own.Success ? own.Groups[1].Value.Trim() : null;
            if (text.Length == 0)
            {
                // A purpose on a line of its own belongs to the lines above it.
                if (items.Count > 0 && (purpose ?? (group.Success ? group.Groups[1].Value.Trim() : null)) is { } above)
                {
                    items[^1] = items[^1] with { Own = items[^1].Own ?? above };
                }

                continue;
            }

            // A line without a dash that goes on in lower case belongs to the one above.
            if (items.Count > 0 && !Bullet().IsMatch(line) && char.IsLower(text[0]))
            {
                items[^1] = ($"{items[^1].Name} {text}", purpose ?? items[^1].Own, items[^1].Group);
            }
            else
            {
                items.Add((text, purpose, group.Success ? group.Groups[1].Value.Trim() : null));
            }
        }

        return WithGroups(items);
    }

    // "- Thường trực Tỉnh ủy; - Văn phòng Tỉnh ủy" on one line are two.
    private static IEnumerable<string> Several(string line) => Next().Split(line);

    // A purpose that stands beside several lines stands beside the middle of them, as a brace does.
    private static List<RecipientLine> WithGroups(List<(string Name, string? Own, string? Group)> items)
    {
        var purposes = items.Select(item => item.Own).ToArray();
        var start = 0;
        for (var middle = 0; middle < items.Count; middle++)
        {
            if (items[middle].Group is { } group)
            {
                var isBrace = (2 * (middle - start)) + 1 <= LongestBrace;
                var end = isBrace ? Math.Min((2 * middle) - start, items.Count - 1) : middle;
                for (var index = isBrace ? start : middle; index <= end; index++)
                {
                    purposes[index] ??= group;
                }

                start = end + 1;
            }
        }

        return [.. items.Select((item, index) => new RecipientLine(item.Name, purposes[index]))];
    }

    [GeneratedRegex(@"(?:\s{3,}|\t\s*)[}\s]*\(([^)]*)\)\s*[,;.]?\s*$")]
    private static partial Regex GroupPurpose();

    [GeneratedRegex(@"\(((?:để|báo cáo|b/c|thực hiện|t/h|chỉ đạo|c/đ|phối hợp|p/h|biết|theo dõi)[^)]*)\)\s*[,;.]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^\s*(?:[-–—−+•*]|\uF0B7|\uF02D)\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[;,])\s+(?=- \p{Lu})")]
    private static partial Regex Next();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
