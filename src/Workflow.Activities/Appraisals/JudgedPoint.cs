using System.Text.Encodings.Web;
using System.Text.Json;
using Workflow.Domain.Drafts;

namespace Workflow.Activities.Appraisals;

/// <summary>A point as it is filled in.</summary>
/// <param name="ItemId">The point of the list.</param>
/// <param name="Judgement">Null as long as nothing was chosen.</param>
/// <param name="Place">The clause that the note is about, by its number in the text or by its id; empty for the whole.</param>
public sealed record JudgedPoint(Guid ItemId, PointJudgement? Judgement, string Note, string Place);

/// <summary>All that is typed and chosen on the page of an appraisal, as it is kept until it is recorded.</summary>
public sealed record AppraisalEntry(IReadOnlyList<JudgedPoint> Points, string Note, string Reason)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal string ToJson() => JsonSerializer.Serialize(this, Plain);

    internal static AppraisalEntry FromJson(string json) => JsonSerializer.Deserialize<AppraisalEntry>(json, Plain)!;
}
