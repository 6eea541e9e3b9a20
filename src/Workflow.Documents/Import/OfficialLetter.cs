using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>A công văn names no kind: its subject stands under the number ("V/v …"), its body begins with "Kính gửi" (DOMAIN §2.2 box 5b).</summary>
internal static partial class OfficialLetter
{
    private const int MostLines = 6;

    /// <summary>The letter's title, or null when there is neither an addressee nor a subject like a letter's.</summary>
    /// <param name="blocks">The file.</param>
    /// <param name="limit">Where the addressee or the legal bases begin.</param>
    public static TitleZone? Find(IReadOnlyList<SourceBlock> blocks, int limit)
    {
        var addressed = limit < blocks.Count && Addressee().IsMatch(blocks[limit].Line);
        var about = Enumerable.Range(0, limit).FirstOrDefault(index => Pieces(blocks[index]).Any(About().IsMatch), -1);
        if (about < 0 && !addressed)
        {
            return null;
        }

        var subject = new List<string>();
        var next = about;
        for (; about >= 0 && next < limit && next - about < MostLines; next++)
        {
            var pieces = Pieces(blocks[next]).Where(piece => !HeaderZone.Names(SourceBlock.Of(piece))).ToList();
            var own = subject.Count == 0 ? pieces.FirstOrDefault(About().IsMatch) : pieces.FirstOrDefault();
            if (own is null ? pieces.Count > 0 : subject.Count > 0 && (Separator().IsMatch(own) || (!char.IsLower(own[0]) && blocks[next].AfterBlank)))
            {
                break;
            }

            if (own is not null)
            {
                subject.Add(own);
            }
        }

        var start = addressed ? limit : about < 0 ? limit : next;
        var text = string.Join(' ', subject);
        return new(start, DocumentType.Of("cong-van"), "", About().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : "", start);
    }

    private static IEnumerable<string> Pieces(SourceBlock block) => HeaderPieces.Of(block);

    [GeneratedRegex(@"^\s*Kính gửi\b", RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"^(?:V/v\.?:?\s+|(?=Về việc\s))(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"^[-–—_*=~\s]+$")]
    private static partial Regex Separator();
}
