namespace Workflow.Domain.Issuing;

/// <summary>How far an issued document is with its long-term data.</summary>
public enum LongTermState
{
    /// <summary>To be fetched, or fetched again later.</summary>
    Waiting,

    /// <summary>There is a file with it.</summary>
    Done,

    /// <summary>Neither the certificates nor the configuration name an address where anything could be had.</summary>
    Nothing,

    /// <summary>Given up; <see cref="LongTermData.LastError"/> says why.</summary>
    Failed,
}

/// <summary>The fetching of certificates' lists for one issued document: beside its process, which never waits for it.</summary>
public sealed class LongTermData : IOfOrganization
{
    /// <summary>Longest sentence kept of a failure.</summary>
    public const int LongestError = 1_000;

    /// <summary>Pauses after a failure; after the last one it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>The issued document.</summary>
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public LongTermState State { get; private set; }
    public int Attempts { get; private set; }
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Until then it is in the hands of one host.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
    public string LastError { get; private set; } = "";

    /// <summary>It is settled, one way or the other.</summary>
    public void Settle(LongTermState state, string error = "") => (State, LastError, LeasedUntil) = (state, Cut(error), null);

    /// <summary>It failed: tried again later, or given up.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        if (++Attempts > Pauses.Count)
        {
            Settle(LongTermState.Failed, error);
            return;
        }

        (NotBefore, LeasedUntil, LastError) = (now + Pauses[Attempts - 1], null, Cut(error));
    }

    private static string Cut(string text) => text.Length <= LongestError ? text : text[..LongestError];
}
