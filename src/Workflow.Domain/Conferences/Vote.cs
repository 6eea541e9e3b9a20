using Workflow.Domain.Profiles;

namespace Workflow.Domain.Conferences;

/// <summary>
/// A vote on a frozen version. Everything that its result follows from is stored beside it (roll, presence, base, threshold, profile),
/// so that anyone can compute it again.
/// </summary>
public sealed class Vote : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid AgendaItemId { get; init; }
    public required Guid DraftId { get; init; }
    public required string VersionHash { get; init; }
    public required VoteMode Mode { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required int Incumbents { get; init; }
    public required int Summoned { get; init; }
    public required int Present { get; init; }
    public required int QuorumRequired { get; init; }
    public required int Required { get; init; }
    public required Guid ProfileId { get; init; }
    public int InFavour { get; private set; }
    public int Against { get; private set; }
    public int Abstained { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public bool? Adopted { get; private set; }

    /// <summary>Whether a vote may start: the quorum of all members must be there (QC-CH art. 11.1).</summary>
    public static Refusal? MayOpen(RuleProfile profile, int members, int present)
    {
        var needed = Voting.QuorumRequired(profile, members);
        return present >= needed
            ? null
            : new("conference.no-quorum", $"Chưa đủ điều kiện biểu quyết: có mặt {present}/{members} đồng chí, cần ít nhất {needed} ({profile.QuorumNumerator}/{profile.QuorumDenominator} tổng số thành viên).");
    }

    /// <summary>Closes the vote with these counts and decides it: adopted only by <see cref="Required"/> votes of all incumbents.</summary>
    public Refusal? Close(int inFavour, int against, int abstained, DateTimeOffset at)
    {
        if (ClosedAt is not null)
        {
            return new("conference.vote-closed", "Biểu quyết này đã khóa, kết quả không thay đổi được nữa.");
        }

        if (inFavour < 0 || against < 0 || abstained < 0 || inFavour + against + abstained > Present)
        {
            return new("conference.counts", $"Tổng số phiếu ({inFavour + against + abstained}) không khớp: chỉ có {Present} đồng chí có mặt. Đồng chí đếm lại rồi nhập.");
        }

        (InFavour, Against, Abstained, ClosedAt, Adopted) = (inFavour, against, abstained, at, inFavour >= Required);
        return null;
    }

    /// <summary>"22/24 tán thành (91,7% tổng số ủy viên): THÔNG QUA".</summary>
    public string ResultSentence()
    {
        var percent = (100m * InFavour / Incumbents).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
        return $"{InFavour}/{Incumbents} tán thành ({percent}% tổng số ủy viên đương nhiệm; cần ít nhất {Required}): {(Adopted == true ? "THÔNG QUA" : "KHÔNG THÔNG QUA")}";
    }
}
