namespace Workflow.Domain.Distribution;

/// <summary>What happened to a copy. In the order of an exchange of electronic documents where it has a code there (DOMAIN §3.3).</summary>
public enum DispatchEventKind
{
    /// <summary>Sent; again after a refusal or a recall, with a reason.</summary>
    Sent,

    /// <summary>01: it is there. Said by a person it is a receipt, said by a machine it is not.</summary>
    Arrived,

    /// <summary>Its text was opened.</summary>
    Opened,

    /// <summary>03: taken into the unit's own book.</summary>
    Booked,

    /// <summary>04: given to somebody at the unit.</summary>
    Assigned,

    /// <summary>05: being worked on.</summary>
    Processing,

    /// <summary>06: carried out (quán triệt, triển khai).</summary>
    CarriedOut,

    /// <summary>02: not taken, with a reason.</summary>
    Refused,

    /// <summary>The unit was reminded.</summary>
    Reminded,

    /// <summary>13: the sender asks for it back.</summary>
    RecallAsked,

    /// <summary>15: given back.</summary>
    RecallAgreed,

    /// <summary>16: not given back, with a reason.</summary>
    RecallRefused,

    /// <summary>An earlier row was a mistake; both stay.</summary>
    TakenBack,
}

/// <summary>By which way a row came.</summary>
public enum DispatchWay
{
    /// <summary>From an account of the unit.</summary>
    Page,

    /// <summary>By the code and the PIN on the unit's printed copy.</summary>
    Code,

    /// <summary>The office wrote down what the unit said or signed.</summary>
    Office,

    /// <summary>From the unit's own system, by exchange.</summary>
    Exchange,

    /// <summary>The program itself.</summary>
    Machine,
}

/// <summary>Something that happened to a copy, as it is told; <see cref="Dispatch.Record"/> makes a row of it or says why not.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was told (UTC).</param>
/// <param name="Way">How it was told.</param>
public sealed record DispatchNews(DispatchEventKind Kind, DateTimeOffset At, DispatchWay Way)
{
    /// <summary>Key of the form or the message that tells it, where it has one: the row's id, so the same told again is found.</summary>
    public Guid? Id { get; init; }

    /// <summary>The person with an account who told it; null for a unit without one and for machines.</summary>
    public Guid? ById { get; init; }

    /// <summary>The name that whoever told it gave.</summary>
    public string ByName { get; init; } = "";

    /// <summary>Reason of a refusal, how the office learned of it, what was done.</summary>
    public string Note { get; init; } = "";

    /// <summary>Number in the unit's own book of arrivals; empty where it keeps none.</summary>
    public string ArrivalNumber { get; init; } = "";

    /// <summary>Day under which the unit booked it, or on which the session was held.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many were present when it was made known.</summary>
    public int? Present { get; init; }

    /// <summary>Of how many.</summary>
    public int? OfHowMany { get; init; }
}

/// <summary>A row of a copy's story: only ever added, never changed.</summary>
public sealed class DispatchEvent : IOfOrganization
{
    public const int LongestNote = 1_000;
    public const int LongestNumber = 40;
    public const int LongestName = 120;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DispatchId { get; init; }

    /// <summary>Its place in the copy's story, from 1; unique there, so two who write at once come one after the other.</summary>
    public required int Number { get; init; }
    public required DispatchEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DispatchWay Way { get; init; }
    public Guid? ById { get; init; }
    public string ByName { get; init; } = "";
    public string Note { get; init; } = "";
    public string ArrivalNumber { get; init; } = "";
    public DateOnly? Day { get; init; }
    public int? Present { get; init; }
    public int? OfHowMany { get; init; }

    /// <summary>The row that this one takes back.</summary>
    public int? OfNumber { get; init; }
}
