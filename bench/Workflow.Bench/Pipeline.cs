using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;

namespace Workflow.Bench;

/// <summary>A whole act of a person: an opinion through the pipeline, with authorization, idempotency, rules and log.</summary>
internal static class Pipeline
{
    public static async Task Run(string name, byte[] file, PrivateCluster cluster, Meter meter, Ceilings ceilings, TimeSpan each)
    {
        var import = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
        await using var world = await DemoWorld.Create(import, cluster);
        var drafted = await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "UBND", "", Path.GetFileName(name), file);
        await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), drafted.Id));
        var hash = await world.Look(db => db.Set<Draft>().Select(draft => draft.CurrentHash).SingleAsync());
        await world.Send(world.People["vanphong"], new AppraiseDraft(Guid.CreateVersion7(), drafted.Id, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(3), Points: await world.Judged()));
        var member = world.People["uyvien06"];
        Console.WriteLine();
        Console.WriteLine("An act of a person (an opinion on a draft, changed each time) through the whole pipeline, all of one organization");
        Console.WriteLine("                           callers   acts/s  of rmw  median   p99 ms    CPU ms/act: ours + server    commits/act  shared flushes/act");
        foreach (var callers in new[] { 1, 4, 16 })
        {
            var rmw = await meter.Run(callers, each, ceilings.ReadModifyWrite);
            var acts = await meter.Run(callers, each, async (_, done) =>
            {
                var from = Stopwatch.GetTimestamp();
                var answer = await world.Act(member, new SendOpinion(Guid.CreateVersion7(), drafted.Id, hash, OpinionAnswer.Agree, "Ý kiến"));
                _ = answer.Refusal is null ? 0 : throw new InvalidOperationException(answer.Refusal.Code);
                done(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            });
            EngineLoad.Line("opinion", callers, acts, rmw);
        }
    }
}
