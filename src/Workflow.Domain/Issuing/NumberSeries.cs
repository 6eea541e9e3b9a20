namespace Workflow.Domain.Issuing;

/// <summary>
/// The counter of one series: per symbol ("NQ/ĐU") and term (36-HD; DOMAIN §1.9). Executive and Standing Committee share it, and so do kinds with
/// one abbreviation (Quyết định and Quy định are both "QĐ"): what is written on paper must never be the same twice.
/// </summary>
public sealed class NumberSeries : IOfOrganization
{
    /// <summary>The highest number that is believed; the busiest series met in practice reaches some hundreds in a term.</summary>
    public const int Highest = 99_999;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid TermId { get; init; }

    /// <summary>"NQ/ĐU".</summary>
    public required string Symbol { get; init; }

    /// <summary>Numbers up to this one were given before the book was kept here; they are not in it. 0 when the book is whole.</summary>
    public int Before { get; private set; }

    /// <summary>Last number given; 0 before the first.</summary>
    public int Last { get; private set; }

    /// <summary>When the last number was given.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Changes with every number, so that two signers cannot take the same one.</summary>
    public int Version { get; private set; }

    /// <summary>Takes the next number.</summary>
    public int Take(DateTimeOffset at)
    {
        Version++;
        LastAt = at;
        return ++Last;
    }

    /// <summary>
    /// Takes this number where the book is still empty: a paper that bears it already opens the book, and what came before was kept elsewhere.
    /// Otherwise the next, so that no number is left out.
    /// </summary>
    public int Open(int wanted, DateTimeOffset at)
    {
        if (Last == 0 && wanted is > 1 and <= Highest)
        {
            Before = Last = wanted - 1;
        }

        return Take(at);
    }

    /// <summary>An older book is taken over, from its first number to its last.</summary>
    public void TakeOver(int first, int last, DateTimeOffset at)
    {
        Version++;
        LastAt = at;
        Before = Last == 0 ? first - 1 : Math.Min(Before, first - 1);
        Last = Math.Max(Last, last);
    }
}
