using Workflow.Domain.FollowUp;

namespace Workflow.Documents.Reading;

/// <summary>A goal as the text sets it, measured or in words only.</summary>
/// <param name="ClauseId">Clause that states it.</param>
/// <param name="Label">What is aimed at.</param>
/// <param name="Comparator">How the value is meant; null when there is no value.</param>
/// <param name="Value">The value; lower end of a range.</param>
/// <param name="UpperValue">Upper end of a range.</param>
/// <param name="Unit">"%", "triệu đồng/ha" …, or empty.</param>
/// <param name="Quote">The words it was read from.</param>
public sealed record FoundTarget(string ClauseId, string Label, Comparator? Comparator, decimal? Value, decimal? UpperValue, string Unit, string Quote)
{
    /// <summary>Of how many, in "26/31 thôn".</summary>
    public decimal? OutOf { get; init; }

    /// <summary>"growth", "increase" or "decrease" when the value (or the goal in words) is a change; otherwise null.</summary>
    public string? Change { get; init; }

    /// <summary>The group it stands in ("kinh tế"), or null.</summary>
    public string? Area { get; init; }

    /// <summary>The year it is set for ("2026") or the years ("2026-2030"), or null when the text does not say.</summary>
    public string? Period { get; init; }

    /// <summary>What a reader of data compares with: gt gte lt lte eq range ratio, or increase, decrease, qualitative without a value.</summary>
    public string Word => Comparator switch
    {
        null => Change is "decrease" or "increase" ? Change : "qualitative",
        _ when OutOf is not null => "ratio",
        Domain.FollowUp.Comparator.MoreThan => "gt",
        Domain.FollowUp.Comparator.AtLeast => "gte",
        Domain.FollowUp.Comparator.LessThan => "lt",
        Domain.FollowUp.Comparator.AtMost => "lte",
        Domain.FollowUp.Comparator.Range => "range",
        _ => "eq",
    };
}
