using Workflow.Domain.Profiles;

namespace Workflow.Domain.Conferences;

/// <summary>
/// A vote on a frozen version or a question. Everything that its result follows from is stored beside it (roll, presence, base, threshold, profile),
/// so that anyone can compute it again. A void vote stays, with its reason.
/// </summary>
public sealed class Vote : IOfOrganization
{
    public const int LongestQuestion = 500;

    /// <summary>Variants or candidates of one vote.</summary>
    public const int MostOptions = 30;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid AgendaItemId { get; init; }

    /// <summary>Order among the votes of an item, from 1.</summary>
    public required int Number { get; init; }
    public VoteSubject Subject { get; init; } = VoteSubject.Whole;

    /// <summary>The draft and its version; null and empty when the vote is not about a text.</summary>
    public Guid? DraftId { get; init; }
    public string VersionHash { get; init; } = "";

    /// <summary>Clause or amendment voted on.</summary>
    public string ClauseId { get; init; } = "";
    public Guid? AmendmentId { get; init; }

    /// <summary>What is asked, as members read it.</summary>
    public required string Question { get; init; }

    /// <summary>Variants or candidates, one a line; empty for a question.</summary>
    public string OptionLines { get; init; } = "";

    /// <summary>How many options a ballot may favour: seats of an election, otherwise 1.</summary>
    public int Seats { get; init; } = 1;
    public required VoteMode Mode { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required Guid OpenedById { get; init; }
    public required int Incumbents { get; init; }

    /// <summary>Members in the room when it opened, and those of them who may vote on this item.</summary>
    public required int Present { get; init; }
    public required int Entitled { get; init; }
    public required int QuorumRequired { get; init; }

    /// <summary>Why it was taken without the quorum; empty when there was one.</summary>
    public string WithoutQuorum { get; init; } = "";

    /// <summary>Votes in favour that adopt.</summary>
    public required int Required { get; init; }
    public required Guid ProfileId { get; init; }

    /// <summary>No ballots are taken while it is stopped; it may go on.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public bool? Adopted { get; private set; }

    /// <summary>Counts of each option as <see cref="Marks.Write"/> writes them; empty until it is closed.</summary>
    public string Counts { get; private set; } = "";
    public int Issued { get; private set; }
    public int Collected { get; private set; }
    public int Spoilt { get; private set; }
    public DateTimeOffset? VoidedAt { get; private set; }
    public string VoidReason { get; private set; } = "";

    /// <summary>Options by name; a question has one, without a name.</summary>
    public IReadOnlyList<string> Options => OptionLines.Length == 0 ? [""] : OptionLines.Split('\n');

    /// <summary>Counts of each option; zero until it is closed.</summary>
    public IReadOnlyList<OptionCount> Tally => Counts.Length == 0 ? [.. Options.Select(_ => OptionCount.Zero)] : Marks.Read(Counts);

    /// <summary>Neither closed nor void.</summary>
    public bool IsUndecided => ClosedAt is null && VoidedAt is null;

    /// <summary>Whether ballots are taken now.</summary>
    public bool TakesBallots => IsUndecided && StoppedAt is null;

    /// <summary>Counts of a question.</summary>
    public int InFavour => Tally[0].InFavour;
    public int Against => Tally[0].Against;
    public int Abstained => Tally[0].Abstained;

    /// <summary>Whether a vote may start: the quorum of all members must be there (QC-CH art. 11.1), or a reason for the minutes.</summary>
    public static Refusal? MayOpen(RuleProfile profile, int members, int present, string withoutQuorum = "")
    {
        var needed = Voting.QuorumRequired(profile, members);
        return present >= needed || (present > 0 && withoutQuorum.Trim().Length > 0)
            ? null
            : new("conference.no-quorum", $"Chưa đủ điều kiện biểu quyết: có mặt {present}/{members} đồng chí, cần ít nhất {needed} ({profile.QuorumNumerator}/{profile.QuorumDenominator} tổng số thành viên). Nếu vẫn biểu quyết, đồng chí ghi lý do; lý do được ghi vào biên bản.");
    }

    /// <summary>Stops the taking of ballots. Asked again it stays as it is.</summary>
    public Refusal? Stop(DateTimeOffset at)
    {
        if (!IsUndecided)
        {
            return Over();
        }

        StoppedAt ??= at;
        return null;
    }

    /// <summary>Takes ballots again. Asked again it stays as it is.</summary>
    public Refusal? Resume()
    {
        if (!IsUndecided)
        {
            return Over();
        }

        StoppedAt = null;
        return null;
    }

    /// <summary>Closes the vote with these counts and decides it: adopted only by <see cref="Required"/> votes of all incumbents.</summary>
    public Refusal? Close(IReadOnlyList<OptionCount> counts, DateTimeOffset at, int issued = 0, int collected = 0, int spoilt = 0)
    {
        if (!IsUndecided)
        {
            return Over();
        }

        if (counts.Count != Options.Count || counts.Any(one => one.InFavour < 0 || one.Against < 0 || one.Abstained < 0 || one.Sum > Entitled))
        {
            return new("conference.counts", $"Tổng số phiếu ({counts.Max(one => one.Sum)}) không khớp: chỉ có {Entitled} đồng chí có mặt được biểu quyết. Đồng chí đếm lại rồi nhập.");
        }

        (Counts, ClosedAt, Issued, Collected, Spoilt) = (Marks.Write(counts), at, issued, collected, spoilt);
        Adopted = Result.Adopted;
        return null;
    }

    /// <summary>Declares the vote void. It stays in the record; the question may be voted on again.</summary>
    public Refusal? Void(string reason, DateTimeOffset at)
    {
        if (VoidedAt is not null)
        {
            return new("vote.void-already", "Biểu quyết này đã được hủy.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new("vote.void-reason", "Hủy biểu quyết thì cần ghi lý do; lý do được ghi vào biên bản.");
        }

        (VoidedAt, VoidReason) = (at, reason.Trim());
        return null;
    }

    /// <summary>What follows from the counts.</summary>
    public VoteResult Result => VoteResult.Of(Tally, Required, Seats);

    /// <summary>"22/24 tán thành (91,7% tổng số ủy viên): THÔNG QUA".</summary>
    public string ResultSentence() => VoteResult.Sentence(Subject, Options, Tally, Incumbents, Required, Seats);

    private Refusal Over() => VoidedAt is not null
        ? new("vote.void", "Biểu quyết này đã bị hủy; đồng chí mở biểu quyết lại.")
        : new("conference.vote-closed", "Biểu quyết này đã khóa, kết quả không thay đổi được nữa.");
}
