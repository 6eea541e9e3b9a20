using System.Globalization;

namespace Workflow.Domain.Conferences;

/// <summary>
/// Ballots on paper that the office made for one vote: a code and numbers that follow each other from a random start. A number proves that a ballot came from the office; nothing says who got which,
/// so nothing ties it to a person. What was printed stands in the minutes, beside what was given out and collected.
/// </summary>
public sealed class BallotBatch : IOfOrganization
{
    /// <summary>Ballots of one batch.</summary>
    public const int MostBallots = 300;

    /// <summary>Batches of one vote.</summary>
    public const int Most = 5;

    /// <summary>Letters and digits that are not mistaken for each other.</summary>
    public const string Alphabet = "ACDEFGHKLMNPQRTUVWXY34679";

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }

    /// <summary>Order among the batches of a vote, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Four signs of <see cref="Alphabet"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The first number, six digits.</summary>
    public required int First { get; init; }
    public required int Count { get; init; }

    /// <summary>Why a further batch was needed; empty for the first.</summary>
    public string Reason { get; init; } = "";
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>"K7QF-482113".</summary>
    public IReadOnlyList<string> Numbers => [.. Enumerable.Range(First, Count).Select(Of)];

    /// <summary>"Phiếu in: lô K7QF, 24 phiếu, số kiểm soát từ K7QF-482113 đến K7QF-482136."</summary>
    public string Sentence => $"Phiếu in: lô {Code}, {Count} phiếu, số kiểm soát từ {Of(First)} đến {Of(First + Count - 1)}{(Reason.Length > 0 ? $"; lý do in thêm: {Reason.TrimEnd('.')}" : "")}.";

    private string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Code}-{number:000000}");
}
