namespace Workflow.Domain.Issuing;

/// <summary>The picture of a person's signature or of the agency's seal, from a day to a day. Its bytes never change; a new one takes its place.</summary>
public sealed class SignaturePicture : IOfOrganization
{
    /// <summary>Narrowest and widest that a picture is shown, in millimetres.</summary>
    public const decimal LeastMm = 15, MostMm = 70;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Null for the agency's seal.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>PNG, as it was brought.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of the file, lower hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>How wide it is on paper, in millimetres: a seal at its real size.</summary>
    public required decimal WidthMm { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; private set; }
    public string EndReason { get; private set; } = "";
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Ends it with the day before: nothing signed from now on shows it.</summary>
    public void Finish(DateOnly today, string reason) => (To, EndReason) = (today.AddDays(-1), reason);
}
