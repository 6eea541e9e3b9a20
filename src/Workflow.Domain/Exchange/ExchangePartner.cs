namespace Workflow.Domain.Exchange;

/// <summary>A body with which documents are exchanged. Only what a partner that stands here signed is taken, and only to its address anything is sent.</summary>
public sealed class ExchangePartner : IOfOrganization
{
    public const int LongestName = 300;
    public const int LongestAddress = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Its code; stays what it is.</summary>
    public required string OrganId { get; init; }
    public required string Name { get; set; }

    /// <summary>The unit whose copies go to it; null: it only sends to us.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Where its program takes packages (https); empty: packages go as files, by hand.</summary>
    public string Address { get; set; } = "";

    /// <summary>The first part of the key by which its program is known; empty: it may not call.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>SHA-256 of the key as a whole, lower hexadecimal.</summary>
    public string KeyHash { get; private set; } = "";
    public DateTimeOffset? KeyMadeAt { get; private set; }

    /// <summary>Who made the key: in whose name the calls are let in.</summary>
    public Guid? KeyMadeById { get; private set; }

    /// <summary>The key that the partner gave us, sealed by this installation; empty: none.</summary>
    public string SealedKey { get; set; } = "";
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string EndReason { get; private set; } = "";

    /// <summary>A new key; the one before is worth nothing from now on.</summary>
    public void TakeKey(string keyId, string hash, Guid by, DateTimeOffset at) => (KeyId, KeyHash, KeyMadeById, KeyMadeAt) = (keyId, hash, by, at);

    /// <summary>Nothing is exchanged any more; what was stays.</summary>
    public void End(string reason, DateTimeOffset at) => (EndedAt, EndReason, KeyId, KeyHash, SealedKey) = (at, reason, "", "", "");
}

/// <summary>A certificate by which a partner's packages are known, from a day to a day. Two may stand at once while one takes the place of the other.</summary>
public sealed class PartnerCertificate : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PartnerId { get; init; }

    /// <summary>SHA-256 of the certificate, lower hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset NotAfter { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }
    public string EndReason { get; private set; } = "";

    /// <summary>Whether it counts on a day.</summary>
    public bool StandsOn(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>Ends it with the day before.</summary>
    public void Finish(DateOnly today, string reason) => (To, EndReason) = (today.AddDays(-1), reason);
}
