namespace Workflow.Domain.Issuing;

/// <summary>Whose signature a pinned file waits for.</summary>
public enum SignaturePurpose
{
    /// <summary>The person with the capacity.</summary>
    Personal,

    /// <summary>The agency, by the registry clerk's hand.</summary>
    Agency,
}

/// <summary>How a pinned file gets its signature.</summary>
public enum PinnedWay
{
    /// <summary>A program on the signer's own machine signs the file as a whole.</summary>
    WholeFile,

    /// <summary>It is printed, signed by hand and scanned.</summary>
    Paper,
}

/// <summary>What became of a pinned file.</summary>
public enum PinnedEnd
{
    /// <summary>Its signature came back and was taken.</summary>
    Signed,

    /// <summary>Other bytes took its place: another day, another version.</summary>
    Replaced,

    /// <summary>The signer gave the paper back unsigned, or signed another way.</summary>
    Withdrawn,
}

/// <summary>
/// The exact bytes that are given out to be signed outside. They are fixed, with number and date, before anybody signs; what comes back is compared with
/// them byte by byte. Its number belongs to the draft from now on, also when this attempt ends without a signature.
/// </summary>
public sealed class PinnedFile : IOfOrganization
{
    /// <summary>How long the one-time address may be used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(30);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required SignaturePurpose Purpose { get; init; }
    public required PinnedWay Way { get; init; }

    /// <summary>Hash of the text that these bytes show.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Who signs; for the agency's signature, who asked for it.</summary>
    public required Guid SignerId { get; init; }
    public required string SignerName { get; init; }
    public required Guid TermId { get; init; }
    public required string TypeKey { get; init; }
    public required int Number { get; init; }
    public required string NumberAndSymbol { get; init; }
    public required string Place { get; init; }
    public required DateOnly Date { get; init; }
    public required Guid ProfileId { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    public required int Pages { get; init; }
    public required Guid PinnedById { get; init; }
    public required DateTimeOffset PinnedAt { get; init; }

    /// <summary>Last part of the one-time address; empty once it is used.</summary>
    public string Token { get; private set; } = "";
    public DateTimeOffset? TokenUntil { get; private set; }

    /// <summary>When the bytes were last taken by the one-time address.</summary>
    public DateTimeOffset? TakenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public PinnedEnd? End { get; private set; }

    /// <summary>SHA-256 of what came back.</summary>
    public string ReturnedSha256 { get; private set; } = "";

    /// <summary>Makes a new one-time address; an older one no longer works.</summary>
    public void Offer(string token, DateTimeOffset now) => (Token, TokenUntil) = (token, now + LinkLife);

    /// <summary>Uses the one-time address. Refused when it was used, is too old, or the signature has come.</summary>
    public Refusal? Take(string token, DateTimeOffset now)
    {
        if (EndedAt is not null || Token.Length == 0 || token != Token || now > TokenUntil)
        {
            return new("pinned.link-used", "Đường dẫn tải tệp này đã được dùng, đã hết hạn hoặc tệp đã ký xong. Đồng chí mở lại trang ký trong hệ thống và lấy đường dẫn mới.");
        }

        (Token, TakenAt) = ("", now);
        return null;
    }

    /// <summary>Ends the wait.</summary>
    public void Close(PinnedEnd end, DateTimeOffset now, string returnedSha256 = "")
    {
        (End, EndedAt, ReturnedSha256, Token) = (end, now, returnedSha256, "");
    }
}

/// <summary>A page of a paper that was signed by hand and scanned, as it waits for the office to compare it with ours.</summary>
public sealed class ScannedPage : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>The <see cref="PinnedFile"/> that was printed.</summary>
    public required Guid PinnedId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>JPEG.</summary>
    public required byte[] Picture { get; init; }
    public required DateTimeOffset At { get; init; }
}
