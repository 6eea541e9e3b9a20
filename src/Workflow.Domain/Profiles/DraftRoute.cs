using Workflow.Domain.Texts;

namespace Workflow.Domain.Profiles;

/// <summary>By which process an organization's new drafts of a body go, from a moment on, with the reason. The newest counts; nothing is overwritten, and running drafts stay on their way.</summary>
public sealed class DraftRoute : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>The body that adopts the draft.</summary>
    public required BodyKind Body { get; init; }

    /// <summary>Id of the process: one that ships, or one of the organization's own.</summary>
    public required string ProcessId { get; init; }
    public required DateTimeOffset From { get; init; }
    public required Guid ById { get; init; }
    public required string Reason { get; init; }

    /// <summary>The process of a body at a moment; the plain way that ships when nothing was chosen.</summary>
    public static string ProcessOf(IEnumerable<DraftRoute> routes, BodyKind body, DateTimeOffset at) =>
        routes.Where(one => one.Body == body && one.From <= at).MaxBy(one => (one.From, one.Id))?.ProcessId
        ?? (body == BodyKind.ExecutiveCommittee ? "executive-committee-resolution" : "standing-committee-document");
}
