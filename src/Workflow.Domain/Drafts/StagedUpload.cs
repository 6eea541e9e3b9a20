namespace Workflow.Domain.Drafts;

/// <summary>
/// A file that its sender looks through before anything of it is stored: for some hours, for that person alone. What was typed with it stays beside it,
/// also when another file is chosen.
/// </summary>
public sealed class StagedUpload : IOfOrganization
{
    /// <summary>How long a file waits for its sender.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>How many files of one person wait at most; the oldest goes first.</summary>
    public const int MostOfOne = 10;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The draft that gets a new version, or null for a new draft.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>The version that the sender had before them; empty for a new draft.</summary>
    public string BaseHash { get; init; } = "";
    public string DraftingBody { get; init; } = "";

    /// <summary>The submission (tờ trình) of a new draft, or the note of a new version.</summary>
    public string Note { get; init; } = "";
    public required string FileName { get; set; }

    /// <summary>The file as it came; empty once its sender chose another.</summary>
    public required byte[] Content { get; set; }

    /// <summary>What is read in its place when another program had to convert it; null otherwise.</summary>
    public byte[]? Converted { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>, 64 hexadecimal digits: what is stored is what was shown.</summary>
    public required string FileHash { get; set; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The bytes that the importer reads.</summary>
    public byte[] Readable => Converted ?? Content;

    /// <summary>Whether it may still be stored by this person as what was shown.</summary>
    public Refusal? MayStore(Guid person, string shownHash, DateTimeOffset now) =>
        person != PersonId || Content.Length == 0 || now > At + Kept
            ? new("upload.gone", "Tệp xem trước này không còn (quá 12 giờ, đã bỏ, hoặc đã thay bằng tệp khác). Đồng chí chọn lại tệp; chưa có gì được lưu.")
        : shownHash != FileHash ? new("upload.other-file", "Tệp đã thay đổi sau khi đồng chí xem. Đồng chí tải lại trang, xem lại rồi lưu.")
        : null;

    /// <summary>The sender wants another file: this one is forgotten, the words stay.</summary>
    public void Forget() => (Content, Converted, FileHash) = ([], null, "");
}
