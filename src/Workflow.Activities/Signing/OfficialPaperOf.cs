using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Documents.Layout;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The paper that is signed, out of what was fixed for it: the same facts always give the same bytes.</summary>
internal static class OfficialPaperOf
{
    public static async Task<(OfficialPaper Paper, LayoutProfile Profile)> Issued(WorkflowDbContext db, IssuedDocument issued, CancellationToken ct)
    {
        var canonical = await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct);
        if (CanonicalText.Hash(canonical) != issued.VersionHash)
        {
            throw new InvalidOperationException($"stored text of {issued.Id} does not have the hash that was signed");
        }

        return await Of(db, CanonicalText.Read(canonical), new(issued.Authority, issued.Position, issued.SignerName), issued.IsNumbered ? issued.NumberAndSymbol : null, issued.Place, issued.Date, issued.OrganizationId, ct, issued.LaidOutOn, Marks.Of(issued.Urgency, issued.Circulation));
    }

    /// <param name="numberAndSymbol">Null: number and date are filled in when the agency signs.</param>
    /// <param name="laidOutOn">The day whose layout it follows, where that is not its own.</param>
    public static async Task<(OfficialPaper Paper, LayoutProfile Profile)> Of(
        WorkflowDbContext db, DraftText text, SignatureBlock signature, string? numberAndSymbol, string place, DateOnly date, Guid organizationId, CancellationToken ct, DateOnly? laidOutOn = null, PaperMarks? marks = null)
    {
        var organization = await db.Set<Organization>().SingleAsync(one => one.Id == organizationId, ct);
        var paper = new OfficialPaper(text with { Signature = signature }, organization.SuperiorHeaderName, organization.HeaderName, numberAndSymbol, DocumentNumber.Symbol(text.Type, organization.Symbol), place, numberAndSymbol is null ? null : date, null) { NumberedAtSealing = numberAndSymbol is null, Marks = marks ?? new() };
        return (paper, await LayoutOn.Day(db, laidOutOn ?? date, ct));
    }
}
