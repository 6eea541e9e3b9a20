using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>The end of a document: recipients, authority, position and name (DOMAIN §2.2 boxes 7 and 9).</summary>
internal sealed partial record TailZone(IReadOnlyList<RecipientLine> Recipients, SignatureBlock Signature)
{
    private const int Nearby = 12;
    private const int LongestSignatureLine = 80;

    private static readonly string[] Positions =
    [
        "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHỦ NHIỆM", "CHỦ NHIỆM", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    ];

    /// <summary>Where the end begins ("Nơi nhận", or the authority line when that stands first) and where an annex after it begins.</summary>
    public static (int Start, int End) Find(IReadOnlyList<SourceBlock> blocks, int from)
    {
        var start = Start(blocks, from);
        for (var index = start + 1; index < blocks.Count; index++)
        {
            if (Annex().IsMatch(blocks[index].Line))
            {
                return (start, index);
            }
        }

        return (start, blocks.Count);
    }

    public static TailZone Read(IEnumerable<SourceBlock> blocks)
    {
        var recipients = new List<string>();
        var signature = new List<string>();
        var signing = false;
        foreach (var block in blocks)
        {
            foreach (var line in Lines(block))
            {
                var (left, right) = Columns(line, signature.Count > 0);
                if (right.Length > 0)
                {
                    signature.Add(right);
                }

                signing = !IsRecipientsHeading(left) && (signing || IsAuthority(left) || (signature.Count == 0 && recipients.Count > 0 && IsPosition(left)));
                if (IsRecipientsHeading(left))
                {
                    recipients.AddRange(left.Split(':', 2).Skip(1).Where(rest => !string.IsNullOrWhiteSpace(rest)));
                }
                else if (left.Length > 0 && !HeaderZone.Names(SourceBlock.Of(left)))
                {
                    (signing ? signature : recipients).Add(left);
                }
            }
        }

        return new(RecipientReader.Read(recipients), ReadSignature(signature));
    }

    private static int Start(IReadOnlyList<SourceBlock> blocks, int from)
    {
        for (var index = blocks.Count - 1; index > from; index--)
        {
            if (Lines(blocks[index]).Any(IsRecipientsHeading))
            {
                var authority = Enumerable.Range(Math.Max(from, index - Nearby), Math.Min(Nearby, index - from)).FirstOrDefault(i => IsAuthority(blocks[i].Line), index);
                return authority;
            }
        }

        var last = Enumerable.Range(0, blocks.Count).FirstOrDefault(index => index > from && Annex().IsMatch(blocks[index].Line), blocks.Count);
        for (var index = last - 1; index > from && index > last - Nearby; index--)
        {
            if (Lines(blocks[index]).Any(IsAuthority) || (IsPosition(blocks[index].Line) && !IsAuthority(blocks[index - 1].Line)))
            {
                return index;
            }
        }

        return blocks.Count;
    }

    private static IEnumerable<string> Lines(SourceBlock block) => (block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? block.Text.Split('\n'))
        .Select(line => line.TrimEnd()).Where(line => !string.IsNullOrWhiteSpace(line));

    // Recipients left, signature right, on one line with a wide gap; a purpose in brackets on the right belongs to the left.
    private static (string Left, string Right) Columns(string line, bool begun)
    {
        var gap = Gap().Matches(line.TrimStart()).LastOrDefault();
        if (gap is null)
        {
            return begun && line.Length - line.TrimStart().Length > 20 ? ("", line.Trim()) : (line.Trim(), "");
        }

        var (left, right) = (line.TrimStart()[..gap.Index].Trim(), line.TrimStart()[(gap.Index + gap.Length)..].Trim());
        var signs = IsAuthority(right) || IsPosition(right) || (begun && !right.StartsWith('('));
        return signs ? (left, right) : (line.Trim(), "");
    }

    private static bool IsRecipientsHeading(string text) => Heading().IsMatch(text.Trim());

    private static bool IsAuthority(string text) => text.Length <= LongestSignatureLine && Authority().IsMatch(text.Trim());

    private static bool IsPosition(string text) => Positions.Contains(text.Trim().ToUpperInvariant());

    private static SignatureBlock ReadSignature(List<string> lines)
    {
        if (lines.Count == 0)
        {
            return SignatureBlock.Empty;
        }

        var authority = IsPosition(lines[0]) ? "" : lines[0];
        var rest = lines.Skip(authority.Length > 0 ? 1 : 0).ToList();
        while (authority.Length > 0 && rest.Count > 1 && Joining.IsCapitals(rest[0]) && !IsPosition(rest[0]) && Positions.Any(one => rest[1].StartsWith(one, StringComparison.Ordinal)))
        {
            // An authority that fills two lines: "T/M BAN CHẤP HÀNH" / "ĐẢNG BỘ XÃ".
            authority = $"{authority} {rest[0]}";
            rest.RemoveAt(0);
        }

        var position = "";
        if (Positions.FirstOrDefault(one => authority.EndsWith(" " + one, StringComparison.Ordinal)) is { } inline && !OwnPosition().IsMatch(authority))
        {
            (authority, position) = (authority[..^inline.Length].TrimEnd(), inline);
        }
        else if (rest.Count > 0 && (IsPosition(rest[0]) || (Joining.IsCapitals(rest[0]) && rest.Count > 1)))
        {
            position = rest[0];
            rest.RemoveAt(0);
            if (rest.Count > 1 && IsPosition($"{position} {rest[0]}"))
            {
                position = $"{position} {rest[0]}";
                rest.RemoveAt(0);
            }
        }

        var names = rest.FindAll(line => line[0] is not ('(' or '[') && line.Length <= 60 && line.Any(char.IsLetter) && !line.Any(char.IsDigit));
        return new SignatureBlock(authority, position, names.FindLast(line => line.Any(char.IsLower)) ?? names.LastOrDefault() ?? "");
    }

    [GeneratedRegex(@"^(?:Nơi nhận|NƠI NHẬN)\s*(?::|$)|^Nơi nhận\b")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:T/M|TM\.|TM |T/L|TL\.|K/T|KT\.|Q\.|TUQ\.)\s*\p{Lu}")]
    private static partial Regex Authority();

    // "K/T CHÁNH VĂN PHÒNG" names the position it stands for; the signer's own follows.
    [GeneratedRegex(@"^(?:K/T|KT\.|Q\.)")]
    private static partial Regex OwnPosition();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|DANH SÁCH KÈM THEO)\b")]
    private static partial Regex Annex();

    [GeneratedRegex(@"\t+| {3,}")]
    private static partial Regex Gap();
}
