using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Routes;

/// <summary>By which process drafts go, and which processes a draft can go by at all.</summary>
internal sealed class DraftRoutes(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Bodies whose drafts have a way of their own.</summary>
    public static readonly IReadOnlyList<BodyKind> Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee];

    /// <summary>The process on which a new draft begins. The Standing Board's papers go the Standing Committee's way.</summary>
    public async Task<string> ProcessOf(BodyKind body, DateTimeOffset at, CancellationToken ct) =>
        DraftRoute.ProcessOf(await db.Set<DraftRoute>().AsNoTracking().ToListAsync(ct), body == BodyKind.ExecutiveCommittee ? body : BodyKind.StandingCommittee, at);

    /// <summary>Processes in use that take a draft from drafting on, those that ship first.</summary>
    public async Task<IReadOnlyList<DescribedProcess>> Choices(CancellationToken ct)
    {
        var own = await db.Set<LatestDefinition>().AsNoTracking().OrderBy(row => row.ProcessId).Select(row => row.DefinitionHash).ToListAsync(ct);
        var found = new List<DescribedProcess>();
        foreach (var hash in catalog.Shipped.Select(catalog.ShippedHash).Concat(own))
        {
            if (await catalog.Describe(db, hash, ct) is { } process && process.Work.Any(work => work.Kind == WorkOf.Person && work.Key == TaskKeys.Drafting))
            {
                found.Add(process);
            }
        }

        return found;
    }

    /// <summary>For which bodies drafts begin on this process now.</summary>
    public async Task<IReadOnlyList<BodyKind>> Using(string processId, DateTimeOffset at, CancellationToken ct)
    {
        var routes = await db.Set<DraftRoute>().AsNoTracking().ToListAsync(ct);
        return [.. Bodies.Where(body => DraftRoute.ProcessOf(routes, body, at) == processId)];
    }

    /// <summary>Why drafts of a body cannot go by a process: a step is missing without which nothing is adopted or signed, or nobody is asked. Null when they can.</summary>
    public static Refusal? Against(DescribedProcess process, BodyKind body)
    {
        var decides = body == BodyKind.ExecutiveCommittee ? TaskKeys.Conference : TaskKeys.Approval;
        var tasks = process.Work.Where(work => work.Kind == WorkOf.Person).ToList();
        return new[] { TaskKeys.Drafting, TaskKeys.Appraisal, decides, TaskKeys.Signing, TaskKeys.Sealing }.FirstOrDefault(key => !tasks.Exists(work => work.Key == key)) is { } missing
                ? new("route.step-missing", $"Quy trình “{process.Name}” không có bước “{Definitions.WorkWords.Task(missing)}”, nên dự thảo của {ReviewWords.Of(body)} không đi theo được.")
            : tasks.Find(work => work.Key == TaskKeys.Review && CandidateWords.BodyOf(work.Whom) is null) is { } vague
                ? new("route.nobody-asked", $"Bước “{vague.Name}” của quy trình “{process.Name}” phải ghi đúng một cơ quan được hỏi (Thường trực, Ban Thường vụ hoặc Ban Chấp hành).")
            : null;
    }
}
