namespace Workflow.Domain.Distribution;

/// <summary>
/// The right of whoever holds a printed copy with its cover sheet to answer for the unit without an account. The id is random and stands, signed, in the code; the PIN stands beside it on the sheet. Tries are limited.
/// </summary>
public sealed class DispatchPass : IOfOrganization
{
    /// <summary>Wrong PINs in a row until the sheet rests.</summary>
    public const int TriesInARow = 5;

    /// <summary>Wrong PINs altogether until the office has to make a new sheet.</summary>
    public const int MostTries = 30;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(30);

    /// <summary>Random, never of a version that holds a time.</summary>
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DispatchId { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Wrong PINs since the last right one.</summary>
    public int Tries { get; set; }

    /// <summary>Wrong PINs altogether.</summary>
    public int AllTries { get; set; }
    public DateTimeOffset? RestsUntil { get; set; }
}
