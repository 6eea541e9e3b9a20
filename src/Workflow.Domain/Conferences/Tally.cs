using System.Globalization;

namespace Workflow.Domain.Conferences;

/// <summary>Counts of one option: a question has one, a choice between variants or an election one for each variant or candidate.</summary>
public sealed record OptionCount(int InFavour, int Against, int Abstained)
{
    /// <summary>Ballots that say something about the option.</summary>
    public int Sum => InFavour + Against + Abstained;

    /// <summary>Nothing yet.</summary>
    public static OptionCount Zero { get; } = new(0, 0, 0);
}

/// <summary>What a ballot says on each option, in order: '+' in favour, '-' against, '0' no opinion. All ballots of a vote are equally long.</summary>
public static class Marks
{
    public const char InFavour = '+';
    public const char Against = '-';
    public const char Abstain = '0';

    /// <summary>Marks of a question with one option.</summary>
    public static string Of(Choice choice) => choice switch
    {
        Choice.InFavour => "+",
        Choice.Against => "-",
        Choice.Abstain => "0",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    /// <summary>Whether such a ballot is possible: a mark for each option, and not more in favour than may be chosen.</summary>
    public static Refusal? Refused(string marks, int options, int atMost) =>
        marks.Length != options || marks.Any(mark => mark is not (InFavour or Against or Abstain))
            ? new("vote.marks", "Phiếu không khớp với các phương án đang biểu quyết. Đồng chí tải lại trang rồi chọn lại.")
            : marks.Count(mark => mark == InFavour) is var chosen && chosen > atMost
                ? new("vote.too-many", $"Đồng chí chọn {chosen} trong khi chỉ được chọn tối đa {atMost}. Đồng chí bỏ bớt rồi gửi lại.")
                : null;

    /// <summary>Counts ballots, option by option.</summary>
    public static IReadOnlyList<OptionCount> Count(IEnumerable<string> ballots, int options)
    {
        var counts = Enumerable.Repeat(OptionCount.Zero, options).ToArray();
        foreach (var ballot in ballots)
        {
            for (var option = 0; option < options; option++)
            {
                var count = counts[option];
                counts[option] = ballot[option] switch
                {
                    InFavour => count with { InFavour = count.InFavour + 1 },
                    Against => count with { Against = count.Against + 1 },
                    _ => count with { Abstained = count.Abstained + 1 },
                };
            }
        }

        return counts;
    }

    /// <summary>"20/3/1;5/19/0" and back: how counts are kept.</summary>
    public static string Write(IEnumerable<OptionCount> counts) =>
        string.Join(';', counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.InFavour}/{one.Against}/{one.Abstained}")));

    /// <summary>Reads what <see cref="Write"/> wrote; empty when nothing was counted.</summary>
    public static IReadOnlyList<OptionCount> Read(string counts) => counts.Length == 0 ? [] :
    [
        .. counts.Split(';').Select(one => one.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()).Select(one => new OptionCount(one[0], one[1], one[2])),
    ];
}
