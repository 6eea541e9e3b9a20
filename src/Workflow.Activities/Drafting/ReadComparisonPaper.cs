using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Activities.Review;
using Workflow.Documents.Papers;
using Workflow.Documents.Redline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What stood, what stands, and why, as Word in three columns.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadComparisonPaper(Guid DraftId, int From, int To) : IQuery<PaperFile?>, IOfDraft;

internal sealed class ReadComparisonPaperHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ReadComparisonPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadComparisonPaper request, CancellationToken cancellationToken)
    {
        if (await Versions.Of(db, request.DraftId, cancellationToken) is not { } versions || versions.Has(request.From) is null || versions.Has(request.To) is null)
        {
            return null;
        }

        var hashes = versions.HashesBetween(request.From, request.To);
        var seen = await sight.Of(versions.Draft, cancellationToken);
        var reasons = (await seen.Comments().Where(comment => hashes.Contains(comment.VersionHash) && (comment.Disposition == Disposition.Accepted || comment.Disposition == Disposition.PartlyAccepted))
            .OrderBy(comment => comment.At).Take(500).ToListAsync(cancellationToken)).ToLookup(comment => comment.ClauseId, comment => $"{ReviewWords.Of(comment.Disposition!.Value)} góp ý: {comment.Reason}", StringComparer.Ordinal);
        string Reason(ClauseChange change) => string.Join("; ", new[] { change.Before, change.After }.Concat(change.Parts).OfType<Clause>().Select(clause => clause.Id).Distinct(StringComparer.Ordinal).SelectMany(id => reasons[id]));
        var comparison = TextComparison.Compare(await versions.Text(request.From, cancellationToken), await versions.Text(request.To, cancellationToken));
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, cancellationToken);
        var profile = await LayoutOn.Day(db, actor.Today, cancellationToken);
        var content = ComparisonTable.Render(
            new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, actor.Today), versions.Draft.Title(), Capital(versions.Name(request.From)), Capital(versions.Name(request.To)),
            [.. comparison.Different.Select(change => new ComparisonRow(change, Reason(change)))], profile);
        return new($"bang-so-sanh-{request.From}-{request.To}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", content);
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
