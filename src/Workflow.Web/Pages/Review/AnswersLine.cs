using Workflow.Domain.Reviews;

namespace Workflow.Web.Pages.Review;

/// <summary>The four answers and the field for words, as they stand on a sheet.</summary>
public sealed record AnswersLine(string Reason, bool IsOpen, bool IsChange)
{
    /// <summary>The answers with their signs, none before the others.</summary>
    public static IReadOnlyList<(OpinionAnswer Answer, string Sign)> All { get; } =
        [(OpinionAnswer.Agree, "✓"), (OpinionAnswer.AgreeWithComments, "✎"), (OpinionAnswer.Disagree, "✗"), (OpinionAnswer.NotEnoughInformation, "?")];
}

/// <summary>What a device keeps of a sheet to show it without a line: what is asked and what the reader themself said, nothing of others.</summary>
internal sealed record KeptSheet(
    Guid Person, Guid Round, Guid DraftId, string Hash, string? Had, int Given, IReadOnlyList<Guid> Notes, string Title, string Question, string Gist, string NotesWords, string Mine, string Reason, DateTimeOffset ClosesAt, string Closes);
