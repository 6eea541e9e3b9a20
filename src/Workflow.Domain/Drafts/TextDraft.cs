namespace Workflow.Domain.Drafts;

/// <summary>
/// A text while somebody writes it on the page: one of a draft and a person. It binds nobody; a version comes of it only when its writer says so.
/// </summary>
public sealed class TextDraft : IOfOrganization
{
    /// <summary>Whoever saved within this time is taken to be writing still.</summary>
    public static readonly TimeSpan StillWriting = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Hash of the version that the writing began from.</summary>
    public required string BaseHash { get; set; }

    /// <summary>The text as the editor writes it (<see cref="Texts.EditedText"/>), JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Number of the saving: who has an older one would wipe out what was saved from another window.</summary>
    public required int Revision { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}
