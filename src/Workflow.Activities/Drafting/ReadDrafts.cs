using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A draft in the list.</summary>
public sealed record DraftRow(Guid Id, string Title, string DraftingBody, int Round, string Step, DateTimeOffset CreatedAt);

/// <summary>Drafts, newest first, found with or without diacritics.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadDrafts(string Search, int Page) : IQuery<Paged<DraftRow>>;

internal sealed class ReadDraftsHandler(WorkflowDbContext db) : IRequestHandler<ReadDrafts, Paged<DraftRow>>
{
    public async Task<Paged<DraftRow>> Handle(ReadDrafts request, CancellationToken cancellationToken)
    {
        var wanted = Folding.Fold(request.Search);
        var page = await db.Set<Draft>().AsNoTracking().Where(draft => wanted == "" || draft.SearchText.Contains(wanted))
            .OrderByDescending(draft => draft.CreatedAt).ThenBy(draft => draft.Id)
            .Select(draft => new { draft.Id, draft.TypeKey, draft.Subject, draft.DraftingBody, draft.CurrentRound, draft.CreatedAt }).ToPage(request.Page, cancellationToken);
        var ids = page.Rows.Select(row => row.Id).ToList();
        var steps = (await db.Set<OpenTask>().AsNoTracking().Where(task => ids.Contains(task.SubjectId) && task.ClosedAt == null).Select(task => new { task.SubjectId, task.Name }).ToListAsync(cancellationToken)).ToLookup(task => task.SubjectId, task => task.Name);
        var stopped = await db.Set<ProcessInstance>().Where(instance => ids.Contains(instance.SubjectId) && instance.End == CaseEnd.Cancelled).Select(instance => instance.SubjectId).ToListAsync(cancellationToken);
        return page.Select(row => new DraftRow(
            row.Id, DocumentType.Of(row.TypeKey).Titled(row.Subject), row.DraftingBody, row.CurrentRound, steps.Contains(row.Id) ? string.Join(", ", steps[row.Id]) : stopped.Contains(row.Id) ? "Đã dừng" : "Đã xong", row.CreatedAt));
    }
}
