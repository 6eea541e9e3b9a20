using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Domain;

namespace Workflow.Runtime.Audit;

/// <summary>One act in the log. Each entry holds the hash of the one before, so any later change shows.</summary>
public sealed class AuditEntry : IOfOrganization
{
    public required Guid OrganizationId { get; init; }

    /// <summary>1, 2, 3 … without gaps in an organization; also the receipt number of the act.</summary>
    public required long Position { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>Name of the command or activity.</summary>
    public required string Act { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>What was recorded, one Vietnamese sentence.</summary>
    public required string Text { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    /// <summary>Hash over everything that the entry says and the hash before it.</summary>
    public static string HashOf(
        Guid organizationId, long position, DateTimeOffset at, Guid actorId, string actorName, string act, Guid subjectId, string text, string previousHash)
    {
        // Databases keep microseconds at best; the hash must not depend on digits that they drop.
        var instant = at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        string[] parts = [organizationId.ToString(), position.ToString(CultureInfo.InvariantCulture), instant, actorId.ToString(), actorName, act, subjectId.ToString(), text, previousHash];
        var written = string.Concat(parts.Select(part => $"{part.Length}:{part};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
    }

    /// <summary>The hash that this entry should bear.</summary>
    public string Recompute() => HashOf(OrganizationId, Position, At, ActorId, ActorName, Act, SubjectId, Text, PreviousHash);
}

/// <summary>End of an organization's chain: the row that orders acts.</summary>
public sealed class AuditHead : IOfOrganization
{
    public required Guid OrganizationId { get; init; }
    public long Position { get; set; }
    public string Hash { get; set; } = "";
}
