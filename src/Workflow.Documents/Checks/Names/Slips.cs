namespace Workflow.Documents.Checks.Names;

/// <summary>How a syllable slips into another one: other marks, an initial or a final consonant that sounds alike in one part of the country, a neighbouring key.</summary>
internal static class Slips
{
    private static readonly string[][] Initials = [["ch", "tr"], ["s", "x"], ["d", "gi", "r"], ["l", "n"]];

    private static readonly string[][] Finals = [["c", "t"], ["n", "ng"], ["n", "m"]];

    private static readonly string[] LongInitials = ["ngh", "ch", "tr", "gi", "ng", "nh", "th", "ph", "kh", "gh"];

    private static readonly string[] LongFinals = ["ng", "nh", "ch"];

    public static bool IsSlip(string written, string right)
    {
        if (written == right || written.Length < 2 || right.Length < 2 || Redline.TonePlacement.Key(written) == Redline.TonePlacement.Key(right))
        {
            return false;
        }

        if (Bare.Of(written) == Bare.Of(right))
        {
            return true;
        }

        var (head, other) = (Head(written), Head(right));
        if (head != other)
        {
            return written[head.Length..] == right[other.Length..] && Initials.Any(alike => alike.Contains(head) && alike.Contains(other));
        }

        var (tail, end) = (Tail(written), Tail(right));
        return tail != end && written[..^tail.Length] == right[..^end.Length] && Finals.Any(alike => alike.Contains(tail) && alike.Contains(end));
    }

    private static string Head(string syllable) => LongInitials.FirstOrDefault(initial => syllable.Length > initial.Length && syllable.StartsWith(initial, StringComparison.Ordinal)) ?? syllable[..1];

    private static string Tail(string syllable) => LongFinals.FirstOrDefault(final => syllable.Length > final.Length && syllable.EndsWith(final, StringComparison.Ordinal)) ?? syllable[^1..];
}
