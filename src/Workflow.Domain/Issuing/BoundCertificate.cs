namespace Workflow.Domain.Issuing;

/// <summary>A certificate that stands for a person or the agency, from a day to a day: only by these a file signed outside is known as theirs.</summary>
public sealed class BoundCertificate : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Null for the agency.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>DER.</summary>
    public required byte[] Certificate { get; init; }

    /// <summary>SHA-256 of the certificate, lower hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public required string Subject { get; init; }
    public required string Issuer { get; init; }
    public required DateTimeOffset NotBefore { get; init; }
    public required DateTimeOffset NotAfter { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Why it was ended: lost token, new certificate.</summary>
    public string EndReason { get; private set; } = "";
    public required Guid BoundById { get; init; }
    public required DateTimeOffset BoundAt { get; init; }

    /// <summary>Whether it counts on a day.</summary>
    public bool StandsOn(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>Ends it with the day before: from now on nothing signed with it is taken.</summary>
    public void Finish(DateOnly today, string reason) => (To, EndReason) = (today.AddDays(-1), reason);
}
