using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>Bảng đối soát tiếp thu kết luận on the draft as it is now: of one conclusion, or of the newest; without any, an empty table to fill in by hand.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadReconciliationPaper(Guid DraftId, Guid? ConclusionId, PaperFormat Format) : IQuery<PaperFile?>, IOfDraft;

internal sealed class ReadReconciliationPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadReconciliationPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadReconciliationPaper request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        var conclusion = await db.Set<Conclusion>().AsNoTracking().Where(row => row.DraftId == request.DraftId && row.WithdrawnAt == null && (request.ConclusionId == null || row.Id == request.ConclusionId))
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(cancellationToken);
        if (draft is null || (conclusion is null && request.ConclusionId is not null))
        {
            return null;
        }

        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, cancellationToken);
        var sent = await db.Set<DraftRound>().AsNoTracking().Where(round => round.DraftId == draft.Id && round.VersionId == draft.CurrentVersionId).Select(round => (int?)round.Number).FirstOrDefaultAsync(cancellationToken);
        var rows = (await ConclusionPoints.Of(db, draft, cancellationToken)).Where(state => state.Point.ConclusionId == conclusion?.Id)
            .Select(state => new ReconciliationRow(state.Point.Words, Result(state), state.IsStale ? null : state.Check?.IsMet)).ToList();
        var paper = ReconciliationTable.Of(
            new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, actor.Today), draft.Title(), conclusion is null ? "Kết luận ngày" : ConclusionWords.Name(conclusion),
            sent is { } number ? $"Dự thảo lần {number}" : $"Bản làm việc {draft.CurrentRound}", rows);
        return PaperFile.Of(paper, "bang-doi-soat", request.Format, await LayoutOn.Day(db, actor.Today, cancellationToken), cancellationToken);
    }

    private static string Result(PointState state) => state.Check is not { } check || state.IsStale ? "" : check.ClauseTitle.Length > 0 ? $"{check.ClauseTitle}:\n{check.Result}" : check.Result;
}
