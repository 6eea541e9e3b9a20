using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>Lấy ý kiến bằng văn bản, by the rules of QC-CH art. 9.3.</summary>
public sealed class WrittenCirculationTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Roll = [.. Enumerable.Range(1, 11).Select(index => new Guid(index, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(6, 0, false, CirculationOutcome.Approved)]
    [InlineData(5, 0, false, CirculationOutcome.NotApproved)]
    [InlineData(5, 1, false, CirculationOutcome.Approved)]
    [InlineData(6, 0, true, CirculationOutcome.MeetingForDifferences)]
    [InlineData(11, 0, true, CirculationOutcome.MeetingForDifferences)]
    [InlineData(5, 0, true, CirculationOutcome.NotApproved)]
    public void More_than_half_of_all_incumbents_approve_and_no_important_difference_remains(int agree, int partly, bool differences, CirculationOutcome outcome)
    {
        var given = Given(agree, OpinionAnswer.Agree).Concat(Given(partly, OpinionAnswer.AgreeWithComments, agree)).ToList();
        var result = WrittenCirculation.Decide(Round(), Rules(), Roll, given, differences, "", Opened.AddDays(3));
        Assert.Equal((outcome, 11, 6, agree + partly), (result.Outcome, result.Incumbents, result.Required, result.Approving));
        Assert.Equal(11 - agree - partly, result.Proof.Split("silent").Length - 1);
    }

    [Fact]
    public void Silence_counts_only_where_the_rules_of_the_day_say_so_and_partial_agreement_where_they_do()
    {
        var rules = Rules();
        Assert.Equal(CirculationOutcome.NotApproved, WrittenCirculation.Decide(Round(), rules, Roll, [], false, "", Opened).Outcome);
        rules.SilenceApproves = true;
        Assert.Equal((CirculationOutcome.Approved, 11), (WrittenCirculation.Decide(Round(), rules, Roll, [], false, "", Opened).Outcome, WrittenCirculation.Decide(Round(), rules, Roll, [], false, "", Opened).Approving));
        Assert.Contains("được tính là tán thành", rules.SilenceRule, StringComparison.Ordinal);

        // Who says no, or that they cannot judge yet, is not silent.
        Assert.Equal(5, WrittenCirculation.Decide(Round(), rules, Roll, [.. Given(3, OpinionAnswer.Disagree), .. Given(3, OpinionAnswer.NotEnoughInformation, 3)], false, "", Opened.AddDays(3)).Approving);
        rules.PartialAgreementApproves = false;
        Assert.Equal(5, WrittenCirculation.Decide(Round(), rules, Roll, Given(6, OpinionAnswer.AgreeWithComments), false, "", Opened.AddDays(3)).Approving);
    }

    [Fact]
    public void Answers_that_are_late_taken_back_objected_to_or_on_another_version_do_not_count_and_an_outsider_never()
    {
        var (late, back, entered, other) = (Opinion(0, OpinionAnswer.Agree, isLate: true), Opinion(1, OpinionAnswer.Agree), Opinion(2, OpinionAnswer.Agree, means: OpinionMeans.Paper), Opinion(3, OpinionAnswer.Agree, hash: "b"));
        Assert.Null(back.Withdraw(Opened.AddMinutes(9)));
        Assert.Null(entered.Judge(false, "Tôi không ký phiếu này.", Opened.AddHours(5)));
        var outsider = Opinion(20, OpinionAnswer.Agree);
        GivenOpinion[] all = [late, back, entered, other, outsider];
        Assert.Equal(0, WrittenCirculation.Decide(Round(), Rules(), Roll, all, false, "", Opened.AddDays(3)).Approving);

        // Recomputed for the instant before the objection, it is what counted then.
        Assert.Equal(1, WrittenCirculation.Decide(Round(), Rules(), Roll, all, false, "", Opened.AddHours(4)).Approving);
    }

    [Fact]
    public void The_proof_changes_with_anything_that_it_speaks_of()
    {
        var given = Given(6, OpinionAnswer.Agree).ToList();
        string Hash(RuleProfile? rules = null, Guid[]? roll = null, List<GivenOpinion>? opinions = null, bool differences = false, string statement = "", string version = "a") =>
            WrittenCirculation.Decide(Round(version), rules ?? Rules(), roll ?? Roll, opinions ?? given, differences, statement, Opened.AddDays(3)).ProofHash;
        Assert.Equal(Hash(), Hash(opinions: [.. Enumerable.Reverse(given)], roll: [.. Enumerable.Reverse(Roll)]));
        var other = Rules();
        other.SilenceApproves = true;
        string[] hashes = [Hash(), Hash(other), Hash(roll: Roll[..10]), Hash(opinions: given[..5]), Hash(differences: true), Hash(statement: "khác"), Hash(version: "b")];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("Về công tác nhân sự Ban Thường vụ", "circulation.personnel")]
    [InlineData("Bổ nhiệm đồng chí Lò Văn A", "circulation.personnel")]
    [InlineData("Kỷ luật đảng viên", "circulation.personnel")]
    [InlineData("Cần bổ sung nhiệm vụ năm 2027", null)]
    [InlineData("Về bầu không khí dân chủ", null)]
    public void Personnel_never_goes_this_way(string subject, string? code)
    {
        Assert.Equal(code, WrittenCirculation.Refused(BodyKind.StandingCommittee, subject, true, Rules())?.Code);
        Assert.Equal("circulation.standing-committee-only", WrittenCirculation.Refused(BodyKind.ExecutiveCommittee, subject, true, Rules())?.Code);
        Assert.Equal(code ?? "circulation.say-not-personnel", WrittenCirculation.Refused(BodyKind.StandingCommittee, subject, false, Rules())?.Code);
    }

    [Fact]
    public void An_answer_is_taken_back_within_ten_minutes_and_a_clock_set_back_does_not_open_them_again()
    {
        Assert.Equal("review.withdraw-late", Opinion(0, OpinionAnswer.Agree).Withdraw(Opened.AddMinutes(11))?.Code);
        Assert.Equal("review.withdraw-late", Opinion(0, OpinionAnswer.Agree).Withdraw(Opened.AddMinutes(-1))?.Code);
        Assert.Equal("review.withdraw-late", Opinion(0, OpinionAnswer.Agree, means: OpinionMeans.Paper).Withdraw(Opened)?.Code);
        Assert.Null(Opinion(0, OpinionAnswer.Agree).Withdraw(Opened.AddMinutes(10)));
    }

    [Fact]
    public void What_was_hidden_is_never_shown_sooner()
    {
        var round = Round();
        Assert.Null(round.Show(AnswersShown.AfterClose));
        Assert.Equal("review.not-loosened", round.Show(AnswersShown.AfterMine)?.Code);
        Assert.False(round.ShowsAnswers(isOpen: true, iAnswered: true));
        Assert.True(round.ShowsAnswers(isOpen: false, iAnswered: false));
    }

    private static IEnumerable<GivenOpinion> Given(int count, OpinionAnswer answer, int from = 0) => Enumerable.Range(from, count).Select(index => Opinion(index, answer));

    private static GivenOpinion Opinion(int member, OpinionAnswer answer, bool isLate = false, OpinionMeans means = OpinionMeans.Own, string hash = "a") => new()
    {
        Id = Guid.NewGuid(),
        OrganizationId = Guid.Empty,
        RoundId = Guid.Empty,
        PersonId = member < 11 ? Roll[member] : Guid.NewGuid(),
        Number = 1,
        Answer = answer,
        Reason = "",
        VersionHash = hash,
        At = Opened,
        IsLate = isLate,
        Means = means,
    };

    private static RuleProfile Rules() => new() { Id = Guid.Empty, OrganizationId = Guid.Empty, Name = "Quy tắc", ValidFrom = new DateOnly(2026, 1, 1) };

    private static ReviewRound Round(string hash = "a") => new()
    {
        Id = Guid.Empty,
        OrganizationId = Guid.Empty,
        DraftId = Guid.Empty,
        VersionId = Guid.Empty,
        VersionHash = hash,
        Question = "",
        OpenedAt = Opened,
        ClosesAt = Opened.AddDays(2),
        Purpose = RoundPurpose.Decision,
    };
}
