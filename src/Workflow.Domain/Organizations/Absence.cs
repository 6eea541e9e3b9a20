namespace Workflow.Domain.Organizations;

/// <summary>
/// "Đ/c A vắng từ … đến …, đ/c B xử lý thay": whose work another may do as well. Its days are never changed; it is withdrawn and recorded anew.
/// What it means for a task stands on the task.
/// </summary>
public sealed class Absence : IOfOrganization
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid SubstituteId { get; init; }

    /// <summary>First and last day, both included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required string Reason { get; init; }
    public required Guid DecidedById { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>From this instant on the substitute begins none of these tasks any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    public Guid? WithdrawnById { get; set; }

    /// <summary>From when on the substitute may do what is open: not before it was decided.</summary>
    public DateTimeOffset Begins => Later(VietnamTime.At(From, TimeOnly.MinValue), DecidedAt);

    /// <summary>The instant from which on no more.</summary>
    public DateTimeOffset Ends => VietnamTime.At(To.AddDays(1), TimeOnly.MinValue) is var end && WithdrawnAt is { } withdrawn && withdrawn < end ? withdrawn : end;

    /// <summary>Whether it may be recorded like this.</summary>
    public Refusal? Refused(DateOnly today) => this switch
    {
        { } when PersonId == SubstituteId => new("absence.oneself", "Người vắng và người xử lý thay phải là hai đồng chí khác nhau."),
        { } when To < From => new("absence.days", "Ngày cuối vắng mặt phải từ ngày đầu trở đi. Đồng chí sửa lại ngày."),
        { } when To < today => new("absence.past", "Những ngày này đã qua, nên việc xử lý thay không còn tác dụng. Đồng chí ghi ngày từ hôm nay trở đi."),
        { } when To.DayNumber - From.DayNumber > 366 => new("absence.too-long", "Vắng mặt quá một năm thì cần quyết định phân công lại chức vụ, không dùng xử lý thay."),
        _ => null,
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
