using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>The end of a document: recipients, authority, position and name (DOMAIN §2.2 boxes 7 and 9).</summary>
internal sealed partial record TailZone(IReadOnlyList<RecipientLine> Recipients, IReadOnlyList<RecipientMark> Marks, SignatureBlock Signature)
{
    private const int Nearby = 12;
    private const int LongestLine = 1_000;

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
        foreach (var line in blocks.SelectMany(Lines))
        {
            var (left, right) = TailColumns.Split(line, signature);
            if (right.Length > 0)
            {
                signature.Add(right);
            }

            if (IsRecipientsHeading(left))
            {
                signing = false;
                recipients.AddRange(Inline(Heading().Replace(left.Trim(), "")));
                continue;
            }

            var begun = signature.Count > 0;
            signing = !Bulleted().IsMatch(left) && (signing || IsAuthority(left)
                || (!begun && recipients.Count > 0 && SignatureReader.IsPosition(left)) || (begun && SignatureReader.IsName(left)));
            if (left.Length > 0 && !Footnote().IsMatch(left) && !HeaderZone.Names(SourceBlock.Of(left)))
            {
                (signing ? signature : recipients).Add(left);
            }
        }

        var (lines, marks) = RecipientReader.Read(recipients.FindAll(line => line.Any(char.IsLetter)));
        return new(lines, marks, SignatureReader.Read(signature));
    }

    private static int Start(IReadOnlyList<SourceBlock> blocks, int from)
    {
        for (var index = blocks.Count - 1; index > from; index--)
        {
            if (Lines(blocks[index]).Any(IsRecipientsHeading))
            {
                return Enumerable.Range(Math.Max(from + 1, index - Nearby), Math.Min(Nearby, index - from - 1)).FirstOrDefault(i => IsAuthority(blocks[i].Line), index);
            }
        }

        var last = Enumerable.Range(0, blocks.Count).FirstOrDefault(index => index > from && Annex().IsMatch(blocks[index].Line), blocks.Count);
        for (var index = last - 1; index > from && index > last - Nearby; index--)
        {
            if (Lines(blocks[index]).Any(IsAuthority) || (SignatureReader.IsPosition(blocks[index].Line) && !IsAuthority(blocks[index - 1].Line)))
            {
                return index;
            }
        }

        return blocks.Count;
    }

    private static IEnumerable<string> Lines(SourceBlock block) => (block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? block.Text.Split('\n'))
        .Select(line => line.TrimEnd()).Where(line => !string.IsNullOrWhiteSpace(line) && line.Length <= LongestLine);

    // What stands behind "Nơi nhận:" on the same line is a list in itself.
    private static IEnumerable<string> Inline(string rest) => rest.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0);

    internal static bool IsRecipientsHeading(string text) => text.Length < 200 && Heading().IsMatch(text.Trim());

    internal static bool IsAuthority(string text) => SignatureReader.IsAuthority(text);

    [GeneratedRegex(@"^N[ơo]i\s+nh[ậâa]n\s*(?:[:.]|$)|^Nơi nhận\b|^Nơi gửi\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:[-–—−+•*]|\uF0B7|\uF02D)\s*\p{L}")]
    private static partial Regex Bulleted();

    // A footnote of the last page, which a reader of PDF files puts behind everything.
    [GeneratedRegex(@"^(?:\d{1,2}\s+|[¹²³⁴-⁹]\s*)\p{Lu}\p{Ll}")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|DANH SÁCH KÈM THEO)\b")]
    private static partial Regex Annex();
}
