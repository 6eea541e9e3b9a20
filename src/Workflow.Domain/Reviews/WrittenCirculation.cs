using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Reviews;

/// <summary>How a written circulation ended.</summary>
public enum CirculationOutcome
{
    /// <summary>More than half of the incumbent members approve and no important difference remains: as good as a resolution of a meeting.</summary>
    Approved,

    /// <summary>More than half approve, but important differences remain: it must go to a meeting.</summary>
    MeetingForDifferences,

    /// <summary>Not more than half approve: it is not decided; a meeting may.</summary>
    NotApproved,
}

/// <summary>Lấy ý kiến Ban Thường vụ bằng văn bản, as QC-CH art. 9.3 has it; what is open in it stands in the dated profile.</summary>
public static class WrittenCirculation
{
    /// <summary>
    /// Whether such a matter may be decided without a meeting: only by the Standing Committee and never personnel. Words of the subject err on the safe
    /// side; who opens it also says so.
    /// </summary>
    public static Refusal? Refused(BodyKind issuingBody, string subject, bool saidNotPersonnel, RuleProfile rules)
    {
        if (issuingBody != BodyKind.StandingCommittee)
        {
            return new("circulation.standing-committee-only", "Chỉ văn bản của Ban Thường vụ mới lấy ý kiến bằng văn bản để quyết định; văn bản của Ban Chấp hành phải qua hội nghị.");
        }

        // With their marks: without them "cần bổ sung" would be taken for "cán bộ".
        var words = Words(subject);
        var word = rules.PersonnelWords.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(one => words.Contains(Words(one), StringComparison.Ordinal));
        return word is not null ? new("circulation.personnel", $"Trích yếu có “{word}”: công tác cán bộ không được lấy ý kiến bằng văn bản, phải đưa ra hội nghị Ban Thường vụ.")
            : saidNotPersonnel ? null
            : new("circulation.say-not-personnel", "Đồng chí xác nhận nội dung này không phải công tác cán bộ thì mới lấy ý kiến bằng văn bản được.");
    }

    /// <summary>Decides, and writes down all that it was decided by, so that anyone can work it out again.</summary>
    /// <param name="round">The round, closed.</param>
    /// <param name="rollOfTheDay">Incumbent members on the day of the decision: the base.</param>
    /// <param name="given">Every answer of the round.</param>
    /// <param name="differences">Whether important differences remain, as the office states.</param>
    /// <param name="at">When it is decided; answers, withdrawals and objections after it do not count.</param>
    public static CirculationResult Decide(ReviewRound round, RuleProfile rules, IReadOnlyCollection<Guid> rollOfTheDay, IEnumerable<GivenOpinion> given, bool differences, string statement, DateTimeOffset at)
    {
        var byMember = given.Where(one => one.RoundId == round.Id).ToLookup(one => one.PersonId);
        var proof = new StringBuilder();
        void Line(params object[] words) => proof.AppendJoin(' ', words.Select(word => word is DateTimeOffset then ? then.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture) : Convert.ToString(word, CultureInfo.InvariantCulture))).Append('\n');
        var required = Voting.AdoptionRequired(rules, rollOfTheDay.Count);
        Line("circulation", 1, round.Id);
        Line("version", round.VersionHash);
        Line("closed", round.ClosedAt ?? round.ClosesAt);
        Line("rules", rules.Id, rules.MajorityNumerator, rules.MajorityDenominator, "partial", rules.PartialAgreementApproves, "silence", rules.SilenceApproves);
        Line("roll", VietnamTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), rollOfTheDay.Count, "required", required);
        var approving = 0;
        foreach (var member in rollOfTheDay.Order())
        {
            var answer = GivenOpinion.Standing(byMember[member], round.VersionHash, at);
            var approves = answer?.Answer switch
            {
                OpinionAnswer.Agree => true,
                OpinionAnswer.AgreeWithComments => rules.PartialAgreementApproves,
                null => rules.SilenceApproves,
                _ => false,
            };
            approving += approves ? 1 : 0;
            Line("member", member, answer is null ? "silent" : $"{answer.Answer} {answer.Number} {answer.Means}", approves ? "approves" : "-");
        }

        var outcome = approving < required ? CirculationOutcome.NotApproved : differences ? CirculationOutcome.MeetingForDifferences : CirculationOutcome.Approved;
        Line("differences", differences, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement))));
        Line("outcome", outcome, approving);
        var text = proof.ToString();
        return new(outcome, rollOfTheDay.Count, required, approving, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static string Words(string text) => $" {string.Join(' ', text.Normalize().ToLowerInvariant().Split([.. " \t\n,.;:()“”\"'/-"], StringSplitOptions.RemoveEmptyEntries))} ";

    /// <summary>The result in one sentence with its base spelled out.</summary>
    public static string Sentence(CirculationOutcome outcome, int approving, int incumbents, int required) =>
        $"{approving}/{incumbents} ủy viên Ban Thường vụ đương nhiệm tán thành (cần ít nhất {required}): " + outcome switch
        {
            CirculationOutcome.Approved => "THÔNG QUA, có giá trị như nghị quyết của hội nghị.",
            CirculationOutcome.MeetingForDifferences => "còn ý kiến khác nhau quan trọng, PHẢI ĐƯA RA HỘI NGHỊ.",
            CirculationOutcome.NotApproved => "CHƯA ĐỦ quá nửa; đưa ra hội nghị để thảo luận, quyết định.",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
}

/// <summary>A decision as worked out, with the text that proves it and the text's SHA-256.</summary>
public sealed record CirculationResult(CirculationOutcome Outcome, int Incumbents, int Required, int Approving, string Proof, string ProofHash);

/// <summary>A decision as stored on the day.</summary>
public sealed class CirculationDecision : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid DraftId { get; init; }
    public required string VersionHash { get; init; }
    public required Guid ProfileId { get; init; }
    public required CirculationOutcome Outcome { get; init; }
    public required int Incumbents { get; init; }
    public required int Required { get; init; }
    public required int Approving { get; init; }
    public required bool HasDifferences { get; init; }

    /// <summary>What the office states of differences that remain.</summary>
    public required string Statement { get; init; }
    public required Guid DecidedById { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Roll of the day, every member's answer or silence, rule and version, line by line.</summary>
    public required string Proof { get; init; }
    public required string ProofHash { get; init; }
}
