using Workflow.Domain.Issuing;

namespace Workflow.Documents.Checks;

/// <summary>What is known besides the text: confirmed targets of other documents, names, documents that texts cite. Pure data; who asks brings it.</summary>
public sealed record CheckContext(IReadOnlyList<KnownTarget> Targets, IReadOnlyList<KnownName> Names, IReadOnlyList<KnownDocument> Documents)
{
    /// <summary>The day on which a text that bears no date is judged; null when nobody says.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Who issues and signs what on that day; null: as the newest guidance has it.</summary>
    public AuthorityTable? Authority { get; init; }

    /// <summary>The lists that come with the program, and no other documents: what a file is judged by when no organization is named.</summary>
    public static CheckContext Shipped { get; } = new([], ShippedLists.Names(), ShippedLists.Documents());
}
