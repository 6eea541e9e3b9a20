using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The scan of a paper sheet, for those who may see the answer on it.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadOpinionScan(Guid RoundId, Guid OpinionId) : IQuery<PaperFile?>;

internal sealed class ReadOpinionScanHandler(WorkflowDbContext db, ReviewSight sight) : IRequestHandler<ReadOpinionScan, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadOpinionScan request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => db.Set<ReviewRound>().Any(round => round.Id == request.RoundId && round.DraftId == row.Id), cancellationToken);
        if (draft is null || !await (await sight.Of(draft, cancellationToken)).Opinions(request.RoundId).AnyAsync(one => one.Id == request.OpinionId, cancellationToken))
        {
            return null;
        }

        return await db.Set<OpinionScan>().AsNoTracking().SingleOrDefaultAsync(one => one.OpinionId == request.OpinionId, cancellationToken) is { } scan
            ? new($"phieu-y-kien.{scan.ContentType switch { "application/pdf" => "pdf", "image/png" => "png", _ => "jpg" }}", scan.ContentType, scan.Content)
            : null;
    }
}
