using System.Globalization;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Reviews;

namespace Workflow.Activities.Review;

/// <summary>The rounds of a draft as the synthesis table tells them, as far as the reader may see: each by itself, silence and late answers named.</summary>
internal static class SynthesisRounds
{
    /// <param name="versionOf">Number of the version with a hash.</param>
    public static async Task<List<SynthesisRound>> Of(Sight seen, IReadOnlyDictionary<Guid, string> names, Func<string, int?> versionOf, CancellationToken ct)
    {
        var rounds = new List<SynthesisRound>();
        foreach (var one in seen.Rounds)
        {
            var sheets = await seen.Sheets(one, ct);
            var ended = VietnamTime.Local(one.Round.ClosedAt ?? one.Round.ClosesAt).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
            var title = $"{(one.Round.Purpose == RoundPurpose.Decision ? "Lấy ý kiến bằng văn bản" : "Lấy ý kiến")} đợt {one.Round.Number}{(versionOf(one.Round.VersionHash) is { } version ? $" về bản {version}" : "")}, {(one.IsOpen ? "hạn" : "kết thúc")} {ended}";
            rounds.Add(new(title, [.. sheets.Select(sheet => Said(sheet, one.IsOpen))], await Late(one, ct)));
        }

        return rounds;

        SynthesisOpinion Said(SeenSheet sheet, bool isOpen) =>
            new(names[sheet.PersonId], sheet.Answer is { } answer ? ReviewWords.Of(answer) : sheet.HasAnswered ? "Đã trả lời" : isOpen ? "Chưa trả lời" : "Không trả lời", sheet.Reason);

        // The last of each: who was late twice has changed their mind.
        async Task<List<SynthesisOpinion>> Late(SeenRound one, CancellationToken token) => one.IsOpen ? [] : (await seen.GivenIn(one, token)).Where(given => given.IsLate && given.Stands())
            .GroupBy(given => given.PersonId).Select(group => group.MaxBy(given => given.Number)!).Select(given => new SynthesisOpinion(names[given.PersonId], ReviewWords.Of(given.Answer), given.Reason)).ToList();
    }
}
