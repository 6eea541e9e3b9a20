namespace Workflow.Domain.Issuing;

/// <summary>When a document gets its number and date.</summary>
public enum NumberMoment
{
    /// <summary>Before the first signature: whoever signs sees them.</summary>
    BeforeSigning,

    /// <summary>When the agency signs: the person signs with both still open, as offices do where the registry clerk numbers what has been signed.</summary>
    AtSealing,
}

/// <summary>How an organization takes its numbers, from a day on. Rows are added, never changed; a document already signed keeps how it was signed.</summary>
public sealed class SigningRule : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required NumberMoment Numbering { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Decision or regulation that it rests on, as its author says it.</summary>
    public required string Source { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What is in force on a day: of the rows that have begun the one that began last, of two from the same day the later written. Without any: before the first signature.</summary>
    public static NumberMoment InForce(IEnumerable<SigningRule> rows, DateOnly day) =>
        rows.Where(row => row.ValidFrom <= day).OrderBy(row => row.ValidFrom).ThenBy(row => row.At).LastOrDefault()?.Numbering ?? NumberMoment.BeforeSigning;
}

/// <summary>Words for the moments.</summary>
public static class NumberMomentWords
{
    /// <summary>"trước chữ ký đầu tiên".</summary>
    public static string Of(NumberMoment moment) => moment switch
    {
        NumberMoment.BeforeSigning => "ghi số và ngày trước chữ ký đầu tiên",
        NumberMoment.AtSealing => "ghi số và ngày khi cơ quan ký, sau chữ ký của người có thẩm quyền",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };
}
