using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Documents.Signatures;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

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
        votes = await db.Set<Vote>().Select(row => new { row.Counts, row.Adopted }).ToListAsync(),
        numbers = await db.Set<IssuedDocument>().Select(row => row.NumberAndSymbol).ToListAsync(),
        last = await db.Set<NumberSeries>().Select(row => row.Last).ToListAsync(),
        files = await db.Set<IssuedFile>().OrderBy(row => row.Kind).Select(row => row.Kind).ToListAsync(),
        dispatches = await db.Set<Dispatch>().GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
        targets = await db.Set<Target>().CountAsync(),
        duties = await db.Set<ReportingDuty>().CountAsync(),
        log = await db.Set<AuditEntry>().GroupBy(row => row.Act).OrderBy(group => group.Key).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
        whole = await AuditTrail.FirstBadEntry(db, world.OrganizationId, default),
        state = await db.Set<ProcessInstance>().Select(row => row.State.Length).ToListAsync(),
        definition = await db.Set<ProcessInstance>().Join(db.Set<StoredDefinition>(), row => row.DefinitionHash, definition => definition.Hash, (_, definition) => definition.ProcessId).ToListAsync(),
        journal = await Journal(db, world),
        outbox = await db.Set<OutboxMessage>().GroupBy(row => new { row.ActivityKey, Done = row.DoneAt != null }).OrderBy(group => group.Key.ActivityKey).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
        timers = await db.Set<ProcessTimer>().OrderBy(row => row.ElementId).Select(row => new { row.ElementId, row.State }).ToListAsync(),
        papers = await Papers(db, world),
        open = await db.Set<OpenTask>().Where(row => row.ClosedAt == null).OrderBy(row => row.TaskKey).Select(row => row.TaskKey).ToListAsync(),
    }));

    // What happened, in order, and that it gives the stored state.
    private static async Task<object> Journal(WorkflowDbContext db, DemoWorld world)
    {
        var story = await new CaseReader(db, world.Services.GetRequiredService<DefinitionCatalog>()).Read(await db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync(), default);
        return new { story!.JournalGivesState, events = story.Events.Select(one => $"{one.Kind} {one.Step} {one.Detail}") };
    }

    // Every signed paper, as an outsider judges it.
    private static async Task<object> Papers(WorkflowDbContext db, DemoWorld world)
    {
        var root = X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Path.Combine(world.CertificateFolder, "demo-ca.pem"))).RawData);
        return (await db.Set<IssuedFile>().OrderBy(row => row.Kind).ToListAsync()).Where(file => file.Kind == IssuedFileKind.Sealed)
            .Select(file => PdfVerifier.Verify(file.Content, [root], TimeProvider.System.GetUtcNow().AddDays(10))).Select(report => new { report.Verdict, Signers = report.Signatures.Select(one => one.Signer) });
    }
}
