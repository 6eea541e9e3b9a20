namespace Workflow.Domain.Conferences;

/// <summary>A place on the list of speakers, and what was said from it. Asked for, given, ended; a request withdrawn stays as such.</summary>
public sealed class Speech : IOfOrganization
{
    public const int LongestRemark = 4_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>Order of the requests of an item, from 1.</summary>
    public required int Number { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What was said, as the note-taker writes it.</summary>
    public string Remark { get; set; } = "";

    /// <summary>The clause of which it was said; empty when of the whole.</summary>
    public string ClauseId { get; set; } = "";
    public string ClauseTitle { get; set; } = "";

    /// <summary>Whether the speaker waits.</summary>
    public bool IsWaiting => StartedAt is null && WithdrawnAt is null;

    /// <summary>Whether the speaker has the floor.</summary>
    public bool IsSpeaking => StartedAt is not null && EndedAt is null;

    public Refusal? Start(DateTimeOffset at)
    {
        if (WithdrawnAt is not null)
        {
            return new("speech.withdrawn", "Đồng chí này đã rút đăng ký phát biểu.");
        }

        StartedAt ??= at;
        return null;
    }

    public Refusal? End(DateTimeOffset at)
    {
        if (StartedAt is null)
        {
            return new("speech.not-started", "Đồng chí này chưa phát biểu.");
        }

        EndedAt ??= at;
        return null;
    }

    public Refusal? Withdraw(DateTimeOffset at)
    {
        if (StartedAt is not null)
        {
            return new("speech.started", "Đồng chí đã phát biểu nên không rút đăng ký được nữa.");
        }

        WithdrawnAt ??= at;
        return null;
    }
}
