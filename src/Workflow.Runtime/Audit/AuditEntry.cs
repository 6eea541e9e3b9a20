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
        var written = BeforePosition(organizationId) + Part(position.ToString(CultureInfo.InvariantCulture)) + AfterPosition(at, actorId, actorName, act, subjectId, text) + Part(previousHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
    }

    /// <summary>What is hashed ahead of the position. The database adds the position and the previous hash, which only it knows.</summary>
    internal static string BeforePosition(Guid organizationId) => Part(organizationId.ToString());

    /// <summary>What is hashed between the position and the previous hash.</summary>
    internal static string AfterPosition(DateTimeOffset at, Guid actorId, string actorName, string act, Guid subjectId, string text)
    {
        // Databases keep microseconds at best; the hash must not depend on digits that they drop.
        var instant = at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return string.Concat(Part(instant), Part(actorId.ToString()), Part(actorName), string.Concat(Part(act), Part(subjectId.ToString()), Part(text)));
    }

    private static string Part(string part) => $"{part.Length}:{part};";

    /// <summary>The hash that this entry should bear.</summary>
    public string Recompute() => HashOf(OrganizationId, Position, At, ActorId, ActorName, Act, SubjectId, Text, PreviousHash);
}

/// <summary>End of an organization's chain: the row that orders acts.</summary>
public sealed class AuditHead : IOfOrganization
{
    public required Guid OrganizationId { get; init; }
    public long Position { get; set; }
    public string Hash { get; set; } = "";

    /// <summary>The hash before <see cref="Hash"/>; kept so that one statement can move the head and tell both.</summary>
    public string PreviousHash { get; set; } = "";
}
