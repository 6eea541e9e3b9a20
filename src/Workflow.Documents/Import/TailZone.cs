using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>The end of a document: recipients, authority, position and name (DOMAIN §2.2 boxes 7 and 9).</summary>
internal sealed partial record TailZone(IReadOnlyList<RecipientLine> Recipients, SignatureBlock Signature)
{
    private static readonly string[] Positions =
    [
        "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHỦ NHIỆM", "CHỦ NHIỆM", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN",
    ];

    /// <summary>Where the end begins: "Nơi nhận", or the authority line when that stands first.</summary>
    public static int Start(IReadOnlyList<SourceBlock> blocks, int from)
    {
        for (var index = blocks.Count - 1; index > from; index--)
        {
            if (IsRecipientsHeading(blocks[index].Text))
            {
                var authority = Enumerable.Range(Math.Max(from, index - 10), Math.Min(10, index - from)).Where(i => IsAuthority(blocks[i].Text)).ToList();
                return authority.Count > 0 ? authority[0] : index;
            }
        }

        for (var index = blocks.Count - 1; index > from && index > blocks.Count - 15; index--)
        {
            if (IsAuthority(blocks[index].Text))
            {
                return index;
            }
        }

        return blocks.Count;
    }

    public static TailZone Read(IEnumerable<SourceBlock> blocks)
    {
        var lines = blocks.SelectMany(block => block.Text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var recipients = new List<string>();
        var signature = new List<string>();
        var signing = false;
        foreach (var line in lines)
        {
            signing = IsRecipientsHeading(line) ? false : signing || IsAuthority(line);
            var target = signing ? signature : recipients;
            if (IsRecipientsHeading(line))
            {
                line.Split(':', 2).Skip(1).Where(rest => !string.IsNullOrWhiteSpace(rest)).ToList().ForEach(recipients.Add);
            }
            else
            {
                target.Add(line);
            }
        }

        return new(RecipientReader.Read(recipients), ReadSignature(signature));
    }

    private static bool IsRecipientsHeading(string text) => Heading().IsMatch(text.Trim());

    private static bool IsAuthority(string text) => Authority().IsMatch(text.Trim());

    private static SignatureBlock ReadSignature(List<string> lines)
    {
        if (lines.Count == 0)
        {
            return SignatureBlock.Empty;
        }

        var authority = lines[0];
        var position = "";
        var rest = lines.Skip(1).ToList();
        if (Positions.FirstOrDefault(one => authority.EndsWith(" " + one, StringComparison.Ordinal)) is { } inline)
        {
            (authority, position) = (authority[..^inline.Length].TrimEnd(), inline);
        }
        else if (rest.Count > 0 && Joining.IsCapitals(rest[0]))
        {
            position = rest[0];
            rest.RemoveAt(0);
        }

        var name = rest.FindLast(line => !line.StartsWith('(') && !line.StartsWith('[') && line.Any(char.IsLower) && line.Length <= 60) ?? "";
        return new SignatureBlock(authority, position, name);
    }

    [GeneratedRegex(@"^Nơi nhận\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(T/M|TM\.|T/L|TL\.|K/T|KT\.|Q\.)\s*\p{Lu}")]
    private static partial Regex Authority();
}

/// <summary>Reads the lines under "Nơi nhận".</summary>
internal static partial class RecipientReader
{
    public static IReadOnlyList<RecipientLine> Read(IReadOnlyList<string> lines)
    {
        var items = new List<(string Name, string? Own, string? Group)>();
        foreach (var line in lines)
        {
            var group = GroupPurpose().Match(line);
            var text = Bullet().Replace(group.Success ? line[..group.Index] : line, "").Trim();
            var own = Purpose().Match(text);
            text = (own.Success ? text[..own.Index] : text).Trim().TrimEnd(',', ';', '.').Trim();
            var purpose = own.Success ? own.Groups[1].Value.Trim() : null;
            if (text.Length == 0)
            {
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

    // A purpose that stands beside several lines stands beside the middle of them, as a brace does.
    private static List<RecipientLine> WithGroups(List<(string Name, string? Own, string? Group)> items)
    {
        var purposes = items.Select(item => item.Own).ToArray();
        var start = 0;
        for (var middle = 0; middle < items.Count; middle++)
        {
            if (items[middle].Group is { } group)
            {
                var end = Math.Min((2 * middle) - start, items.Count - 1);
                for (var index = start; index <= end; index++)
                {
                    purposes[index] ??= group;
                }

                start = end + 1;
            }
        }

        return [.. items.Select((item, index) => new RecipientLine(item.Name, purposes[index]))];
    }

    [GeneratedRegex(@"\s{3,}\(([^)]*)\)\s*[,;.]?\s*$")]
    private static partial Regex GroupPurpose();

    [GeneratedRegex(@"\(((?:để|Để|báo cáo|b/c|thực hiện|chỉ đạo|phối hợp|biết)[^)]*)\)\s*[,;.]?\s*$")]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^\s*[-–+•]\s*")]
    private static partial Regex Bullet();
}
