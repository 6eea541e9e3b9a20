namespace Workflow.Domain.FollowUp;

/// <summary>How a measured value is meant.</summary>
public enum Comparator
{
    /// <summary>exactly</summary>
    Equal,

    /// <summary>"trở lên", "từ", "ít nhất"</summary>
    AtLeast,

    /// <summary>"không quá", "tối đa", "trở xuống"</summary>
    AtMost,

    /// <summary>"trên", "hơn": the value itself is not enough</summary>
    MoreThan,

    /// <summary>"dưới": the value itself is too much</summary>
    LessThan,

    /// <summary>"75-80%"</summary>
    Range,
}

/// <summary>A target found in a text: proposed by the program, true only when the office confirms it.</summary>
/// <param name="ClauseId">Clause that states it.</param>
/// <param name="Label">What is measured.</param>
/// <param name="Comparator">How the value is meant.</param>
/// <param name="Value">The value; lower end of a range.</param>
/// <param name="UpperValue">Upper end of a range, otherwise null.</param>
/// <param name="Unit">"%", "triệu đồng", "ha" …</param>
/// <param name="Quote">The words it was read from.</param>
public sealed record TargetProposal(
    string ClauseId, string Label, Comparator Comparator, decimal Value, decimal? UpperValue, string Unit, string Quote)
{
    /// <summary>The year it is set for ("2026") or the years ("2026-2030"), or null.</summary>
    public string? Period { get; init; }

    /// <summary>The group it stands in ("kinh tế"), or null.</summary>
    public string? Area { get; init; }

    /// <summary>"growth", "increase" or "decrease" when the value is a change; otherwise null.</summary>
    public string? Change { get; init; }
}

/// <summary>A reporting duty found in a text.</summary>
/// <param name="ClauseId">Clause that states it.</param>
/// <param name="Who">Who reports.</param>
/// <param name="ToWhom">To whom, or empty.</param>
/// <param name="What">What is reported.</param>
/// <param name="When">The deadline as written ("trước ngày 20 tháng cuối quý"), or the period ("định kỳ").</param>
/// <param name="Periodicity">"monthly", "quarterly", "half-yearly", "yearly", "once" (a deadline and no period) or "periodic".</param>
/// <param name="Quote">The words it was read from.</param>
public sealed record DutyProposal(
    string ClauseId, string Who, string ToWhom, string What, string When, string Periodicity, string Quote);
