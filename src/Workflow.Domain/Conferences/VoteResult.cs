using System.Globalization;

namespace Workflow.Domain.Conferences;

/// <summary>What follows from counts, a threshold and nothing else.</summary>
/// <param name="Adopted">Whether the question is adopted, one variant is chosen, or all seats are filled.</param>
/// <param name="Chosen">Options that reached the threshold and fit; in an election the most votes first.</param>
/// <param name="Tied">Candidates of equal votes for the last seat, none of whom is elected by this vote.</param>
public sealed record VoteResult(bool Adopted, IReadOnlyList<int> Chosen, IReadOnlyList<int> Tied)
{
    /// <summary>Works the result out.</summary>
    /// <param name="required">Votes in favour that are needed: more than half of all incumbents unless the profile says otherwise.</param>
    /// <param name="seats">How many may be chosen: 1 for a question and for variants.</param>
    public static VoteResult Of(IReadOnlyList<OptionCount> counts, int required, int seats)
    {
        var reached = Enumerable.Range(0, counts.Count).Where(option => counts[option].InFavour >= required).OrderByDescending(option => counts[option].InFavour).ThenBy(option => option).ToList();
        if (reached.Count <= seats)
        {
            return new(reached.Count == seats, reached, []);
        }

        // Who has as many votes as the first that does not fit is not ahead of anybody: those are voted on again.
        var last = counts[reached[seats]].InFavour;
        var chosen = reached.Where(option => counts[option].InFavour > last).ToList();
        return chosen.Count == seats ? new(true, chosen, []) : new(false, chosen, [.. reached.Where(option => counts[option].InFavour == last)]);
    }

    /// <summary>"22/24 tán thành (91,7% tổng số ủy viên): THÔNG QUA": the result as a sentence with its base, worked out from the counts.</summary>
    public static string Sentence(VoteSubject subject, IReadOnlyList<string> options, IReadOnlyList<OptionCount> counts, int incumbents, int required, int seats)
    {
        var result = Of(counts, required, seats);
        string Share(int option) => $"{counts[option].InFavour}/{incumbents} tán thành ({Percent(counts[option].InFavour, incumbents)} tổng số ủy viên đương nhiệm; cần ít nhất {required})";
        return subject switch
        {
            VoteSubject.Election => (result.Chosen.Count == 0 ? $"Chưa ai trúng cử (cần ít nhất {required}/{incumbents} phiếu)" : "TRÚNG CỬ: " + string.Join("; ", result.Chosen.Select(option => $"đồng chí {options[option]}, {Share(option)}")))
                + (result.Tied.Count == 0 ? "" : $". Bằng phiếu nhau, cần bầu lại: {string.Join(", ", result.Tied.Select(option => options[option]))}"),
            VoteSubject.Variants => result.Chosen.Count == 0 ? $"Không phương án nào đạt {required}/{incumbents} phiếu: KHÔNG THÔNG QUA" : $"Phương án “{options[result.Chosen[0]]}”: {Share(result.Chosen[0])}: THÔNG QUA",
            _ => $"{Share(0)}: {(result.Adopted ? "THÔNG QUA" : "KHÔNG THÔNG QUA")}",
        };
    }

    /// <summary>"91,7%": share of the incumbents.</summary>
    public static string Percent(int inFavour, int incumbents) => (100m * inFavour / incumbents).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') + "%";
}
