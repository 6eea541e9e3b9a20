namespace Workflow.Domain.Conferences;

/// <summary>
/// What one counter counted, hands or papers. Two people enter independently and must agree; every entry is kept.
/// </summary>
public sealed class CountEntry : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid ById { get; init; }

    /// <summary>Order among the entries of a vote, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Counts of each option, as <see cref="Marks.Write"/> writes them.</summary>
    public required string Counts { get; init; }

    /// <summary>Ballot papers given out, collected, and void; 0 for hands.</summary>
    public int Issued { get; init; }
    public int Collected { get; init; }
    public int Spoilt { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What must be the same in both entries.</summary>
    private (string, int, int, int) What => (Counts, Issued, Collected, Spoilt);

    /// <summary>The count on which the last entries of two different people agree; null while there is none.</summary>
    public static CountEntry? Agreed(IEnumerable<CountEntry> entries) => entries.GroupBy(one => one.ById).Select(group => group.MaxBy(one => one.Number)!)
        .GroupBy(one => one.What).Where(group => group.Count() >= 2).Select(group => group.MinBy(one => one.Number)).FirstOrDefault();

    /// <summary>Whether the numbers can be true: never more than may vote, and papers add up.</summary>
    /// <param name="entitled">Members present who may vote.</param>
    /// <param name="onPaper">Whether papers were counted.</param>
    /// <param name="atMost">How many options one ballot may favour.</param>
    public Refusal? Refused(int options, int entitled, bool onPaper, int atMost)
    {
        var counts = Marks.Read(Counts);
        if (counts.Count != options || counts.Any(one => one.InFavour < 0 || one.Against < 0 || one.Abstained < 0) || Issued < 0 || Collected < 0 || Spoilt < 0)
        {
            return new("count.numbers", "Số phiếu phải là số từ 0 trở lên cho từng phương án.");
        }

        if (!onPaper)
        {
            return counts.FirstOrDefault(one => one.Sum > entitled) is { } over
                ? new("conference.counts", $"Tổng số phiếu ({over.Sum}) không khớp: chỉ có {entitled} đồng chí có mặt được biểu quyết. Đồng chí đếm lại rồi nhập.")
                : TooManyChosen(counts, entitled, atMost);
        }

        if (Issued > entitled)
        {
            return new("count.issued", $"Số phiếu phát ra ({Issued}) lớn hơn số đồng chí có mặt được biểu quyết ({entitled}).");
        }

        if (Collected > Issued)
        {
            return new("count.collected", $"Số phiếu thu vào ({Collected}) lớn hơn số phiếu phát ra ({Issued}).");
        }

        var valid = Collected - Spoilt;
        return valid < 0 ? new("count.spoilt", $"Số phiếu không hợp lệ ({Spoilt}) lớn hơn số phiếu thu vào ({Collected}).")
            : counts.FirstOrDefault(one => one.Sum != valid) is { } wrong ? new("count.sum", $"Thu vào {Collected} phiếu, không hợp lệ {Spoilt}, còn {valid} phiếu hợp lệ; nhưng cộng lại được {wrong.Sum}. Đồng chí kiểm phiếu lại.")
            : TooManyChosen(counts, valid, atMost);
    }

    private static Refusal? TooManyChosen(IReadOnlyList<OptionCount> counts, int ballots, int atMost) =>
        counts.Count > 1 && counts.Sum(one => one.InFavour) > ballots * atMost
            ? new("count.too-many", $"Tổng số lượt tán thành ({counts.Sum(one => one.InFavour)}) nhiều hơn mức có thể có của {ballots} phiếu, mỗi phiếu chọn tối đa {atMost}.")
            : null;
}
