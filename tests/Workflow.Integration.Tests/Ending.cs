using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;

namespace Workflow.Integration.Tests;

/// <summary>How a story ended, as text: whatever was lost or doubled on the way shows.</summary>
internal static class Ending
{
    public static Task<string> Of(DemoWorld world) => world.Look(async db => JsonSerializer.Serialize(new
    {
        drafts = await db.Set<Draft>().CountAsync(),
        versions = await db.Set<DraftVersion>().OrderBy(row => row.Round).Select(row => row.Hash).ToListAsync(),
        comments = await db.Set<Comment>().CountAsync(),
        opinions = await db.Set<OpinionSheet>().CountAsync(row => row.Answer != null),
        ballots = await db.Set<Ballot>().CountAsync(),
        votes = await db.Set<Vote>().Select(row => new { row.InFavour, row.Against, row.Adopted }).ToListAsync(),
        numbers = await db.Set<IssuedDocument>().Select(row => row.NumberAndSymbol).ToListAsync(),
        last = await db.Set<NumberSeries>().Select(row => row.Last).ToListAsync(),
        files = await db.Set<IssuedFile>().OrderBy(row => row.Kind).Select(row => row.Kind).ToListAsync(),
        dispatches = await db.Set<Dispatch>().GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
        targets = await db.Set<Target>().CountAsync(),
        duties = await db.Set<ReportingDuty>().CountAsync(),
        log = await db.Set<AuditEntry>().GroupBy(row => row.Act).OrderBy(group => group.Key).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
        whole = await AuditTrail.FirstBadEntry(db, world.OrganizationId, default),
        state = await db.Set<ProcessInstance>().Select(row => row.State.Length).ToListAsync(),
        open = await db.Set<OpenTask>().Where(row => row.ClosedAt == null).OrderBy(row => row.TaskKey).Select(row => row.TaskKey).ToListAsync(),
    }));
}
