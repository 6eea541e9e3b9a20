using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads the lines under "Nơi nhận" (DOMAIN §2.6): names without dash and separator, purposes without brackets.</summary>
internal static partial class RecipientReader
{
    private const int LongestBrace = 7;
    private const int LongestGroup = 5;

    public static (IReadOnlyList<RecipientLine> Lines, IReadOnlyList<RecipientMark> Marks) Read(IReadOnlyList<string> lines)
    {
        var items = new List<Item>();
        foreach (var line in lines.SelectMany(line => Next().Split(line.Replace('\u00A0', ' '))))
        {
            Take(items, line);
        }

        Braces(items);
        return ([.. items.Select(item => new RecipientLine(item.Name, item.Own ?? item.Group))], [.. items.Select(item => new RecipientMark(item.Own is null && item.Group is not null, item.IsPublication))]);
    }

    private static void Take(List<Item> items, string line)
    {
        var group = GroupPurpose().Match(line);
        var text = Bullet().Replace(group.Success ? line[..group.Index] : line, "").Trim();
        var own = Purpose().Match(text);
        own = own.Success ? own : BarePurpose().Match(text);
        var ended = Ended().IsMatch(line);
        text = Ends().Replace(Spaces().Replace(own.Success ? text[..own.Index] : text, " "), "").Trim(' ', '}', '|');
        var purpose = own.Success ? own.Groups[1].Value.Trim() : null;
        var beside = group.Success ? group.Groups[1].Value.Trim() : null;
        if (text.Length == 0)
        {
            OnItsOwn(items, purpose ?? beside);
        }
        else if (items.Count > 0 && !Bullet().IsMatch(line) && !items[^1].Ended && (char.IsLower(text[0]) || items[^1].HasBullet))
        {
            // A line without a dash goes on where the one above did not end.
            var last = items[^1];
            (last.Name, last.Own, last.Ended) = ($"{last.Name} {text}", purpose ?? last.Own, ended);
        }
        else
        {
            items.Add(new Item(text, Bullet().IsMatch(line)) { Own = purpose, Beside = beside, Ended = ended, IsPublication = Publication().IsMatch(text) && !Bullet().IsMatch(line) });
        }
    }

    // A purpose on a line of its own: of the lines above it where they are finished, else of the last one alone.
    private static void OnItsOwn(List<Item> items, string? purpose)
    {
        if (items.Count == 0 || purpose is null)
        {
            return;
        }

        var above = items.AsEnumerable().Reverse().TakeWhile(item => item.Own is null && item.Group is null && item.Beside is null).ToList();
        if (!items[^1].Ended || above.Count is < 2 or > LongestGroup)
        {
            items[^1].Own ??= purpose;
            items[^1].Ended = true;
            return;
        }

        above.ForEach(item => item.Group = purpose);
    }

    // A purpose that stands beside several lines stands beside the middle of them, as a brace does.
    private static void Braces(List<Item> items)
    {
        var start = 0;
        for (var middle = 0; middle < items.Count; middle++)
        {
            if (items[middle].Beside is not { } purpose)
            {
                start = items[middle].Own is not null || items[middle].Group is not null ? middle + 1 : start;
                continue;
            }

            var isBrace = (2 * (middle - start)) + 1 <= LongestBrace;
            var end = isBrace ? Math.Min((2 * middle) - start, items.Count - 1) : middle;
            var from = isBrace ? start : middle;
            if (end == from)
            {
                items[middle].Own ??= purpose;
            }

            for (var index = from; index <= end && end > from; index++)
            {
                items[index].Group ??= purpose;
            }

            start = end + 1;
        }
    }

    [GeneratedRegex(@"(?:\s{3,}|\t\s*|\s+[}|]\s*)[}|\s]*\(?((?<=\()[^)]*|(?:[Đđ]ể |báo cáo|b/c|t/h|c/đ|p/h)[^)]*?)\)?\s*[,;.]?\s*$")]
    private static partial Regex GroupPurpose();

    [GeneratedRegex(@"[(\[]((?:để|báo cáo|b/c|thực hiện|t/h|th/h|chỉ đạo|c/đ|phối hợp|p/h|biết|theo dõi|th/d|đưa tin|đăng tin)[^)\]]*)[)\]]\s*[,;.]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"(?:^|\s*[-–:,]\s*|\s+)(để (?:báo cáo|b/c|biết|thực hiện|t/h|chỉ đạo|c/đ|phối hợp|p/h|theo dõi|đăng)[^()]*?|b/c|t/h|c/đ|p/h)\s*[,;.]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BarePurpose();

    [GeneratedRegex(@"^\s*(?:[-–—−+•*]|\uF0B7|\uF02D)\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[;,.])\s+(?=[-–+•]\s?\p{Lu})")]
    private static partial Regex Next();

    [GeneratedRegex(@"[,;.]\s*$|\)\s*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"(?:\./\.|[,;.\s/])+$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?:Đăng tải|Đăng (?:trên |lên )?(?:[Cc]ổng|[Tt]rang))")]
    private static partial Regex Publication();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed class Item(string name, bool hasBullet)
    {
        public string Name { get; set; } = name;

        public bool HasBullet { get; } = hasBullet;

        public string? Own { get; set; }

        public string? Beside { get; set; }

        public string? Group { get; set; }

        public bool Ended { get; set; }

        public bool IsPublication { get; init; }
    }
}
