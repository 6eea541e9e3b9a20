using Workflow.Domain.FollowUp;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks;

/// <summary>A target that the office confirmed in another document.</summary>
/// <param name="Document">"07-NQ/ĐU".</param>
/// <param name="Date">Its day of issue.</param>
/// <param name="Period">"2026", "2025-2030", or empty when its text does not say.</param>
/// <param name="Area">The group it stands in, or null.</param>
/// <param name="Change">"growth", "increase" or "decrease", or null.</param>
public sealed record KnownTarget(string Document, DateOnly Date, string Label, Comparator Comparator, decimal Value, decimal? UpperValue, string Unit, string Period, string? Area, string? Change, string Quote);

/// <summary>A name as it is to be written.</summary>
/// <param name="Aliases">Other forms that are right as well; "/HU" is a code in numbers of documents.</param>
/// <param name="To">Last day on which it existed; null while it does.</param>
/// <param name="Successor">What is written instead since then, or null.</param>
public sealed record KnownName(NameKind Kind, string Name, IReadOnlyList<string> Aliases, DateOnly? To, string? Successor, string Source)
{
    /// <summary>The name and its other forms, without codes.</summary>
    public IEnumerable<string> Forms => Aliases.Where(alias => !alias.StartsWith('/')).Prepend(Name);

    /// <summary>Whether it had ceased to exist by a day.</summary>
    public bool HasEnded(DateOnly on) => To is { } last && on > last;
}

/// <summary>A document that texts cite.</summary>
/// <param name="Symbol">"66-QĐ/TW".</param>
/// <param name="Issuer">Who issued it, or null when that is not known.</param>
/// <param name="Issued">Day or year of issue, or empty.</param>
/// <param name="EndsOn">First day on which it no longer applies; null while it does.</param>
/// <param name="ReplacedBy">What applies instead, or null.</param>
public sealed record KnownDocument(string Symbol, string Title, string? Issuer, string Issued, DateOnly? EndsOn, string? ReplacedBy, string Source)
{
    /// <summary>What ended it, as a sentence goes on: "đã bị thu hồi"; null where only the day is known.</summary>
    public string? Ended { get; init; }

    /// <summary>What amends it, each with its first day; it stays in force.</summary>
    public IReadOnlyList<(string By, DateOnly From)> Amended { get; init; } = [];
}
