using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Bench;

/// <summary>Pages with much behind them beside the same with little, through HTTP: an inbox of 10,000 items, a draft with 1,000 comments; and 200 members who answer at once.</summary>
internal static class InboxLoad
{
    private const int Few = 10;
    private const int Many = 10_000;
    private const int Remarks = 1_000;
    private const int Answering = 200;

    // A task for whoever began it, and one for the whole office.
    private const string Definition = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" targetNamespace="urn:bench">
          <process id="bench-own" name="Việc của người lập" isExecutable="true" wf:starters="role:drafter, role:office"><startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="t"/><userTask id="t" name="Lập đề nghị" wf:candidates="drafter"/><sequenceFlow id="f1" sourceRef="t" targetRef="e"/><endEvent id="e"/></process>
        </definitions>
        """;

    private static Guid New => Guid.CreateVersion7();

    public static async Task Run(string name, byte[] file, PrivateCluster cluster, Meter meter, TimeSpan each, string folder)
    {
        var import = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
        await using var little = await DemoWorld.Create(import, cluster, "little");
        await using var much = await DemoWorld.Create(import, cluster, "much");
        await using var few = await PageHost.Start(cluster.ConnectionString("little"), Path.Combine(folder, "few"));
        await using var many = await PageHost.Start(cluster.ConnectionString("much"), Path.Combine(folder, "many"));
        var sides = new Sides((little, few), (much, many), meter, each);
        Console.WriteLine();
        Console.WriteLine("A page through HTTP, by turns with few and with many   median ms: few   many  ratio   CPU ms: few   many  ratio   KB: few / many");
        await Inbox(sides);
        await Comments(sides, Path.GetFileName(name), file);
        await Answers(little, few, Path.GetFileName(name), file);
    }

    private static async Task Inbox(Sides sides)
    {
        foreach (var world in new[] { sides.Few.World, sides.Many.World })
        {
            foreach (var definition in new[] { Definition, Definition.Replace("bench-own", "bench-office", StringComparison.Ordinal).Replace("candidates=\"drafter\"", "candidates=\"role:office\"", StringComparison.Ordinal) })
            {
                await using var scope = world.Services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.OrganizationId;
                var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
                var report = await scope.ServiceProvider.GetRequiredService<DefinitionCatalog>().Deploy(db, world.OrganizationId, definition, TimeProvider.System.GetUtcNow(), default);
                _ = report.IsAccepted ? await db.SaveChangesAsync() : throw new InvalidOperationException(string.Join('\n', report.Findings));
            }
        }

        // The desk of the office first: what waits for whoever began it is looked for by everybody.
        await Begin(sides.Few.World, "soanthao", "bench-office", Few);
        await Begin(sides.Many.World, "soanthao", "bench-office", Many);
        await sides.Compare("inbox, 10 and 10,000 of the office", "vanphong", "/");
        await Begin(sides.Few.World, "soanthao", "bench-own", Few);
        await Begin(sides.Many.World, "soanthao", "bench-own", Many);
        await sides.Compare("inbox, 10 and 10,000 of one's own", "soanthao", "/");
        await sides.Compare("the registry, others have 20 and 20,000", "vanthu", "/");
    }

    private static Task Begin(DemoWorld world, string person, string process, int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, ct) =>
    {
        if ((await world.Act(world.People[person], new BeginProcess(New, process, $"Đề nghị số {n}"))).Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Text);
        }
    });

    private static async Task Comments(Sides sides, string name, byte[] file)
    {
        var drafts = new[] { await Asked(sides.Few.World, name, file, Few), await Asked(sides.Many.World, name, file, Remarks) };
        foreach (var stage in new[] { "round open", "round closed", "next version" })
        {
            foreach (var (world, draft) in new[] { (sides.Few.World, drafts[0]), (sides.Many.World, drafts[1]) }.Where(_ => stage != "round open"))
            {
                await (stage == "round closed" ? Done(world, world.People["vanphong"], new CloseReview(New, draft)) : Edit(world, draft));
            }

            foreach (var (what, reader, tab) in new[] { ("text, a member", "uyvien06", ""), ("text, the office", "vanphong", ""), ("comments, the office", "vanphong", "/y-kien") })
            {
                await sides.Compare($"draft with 10 and 1,000, {what}, {stage}", reader, $"/du-thao/{drafts[0]}{tab}", $"/du-thao/{drafts[1]}{tab}");
            }
        }
    }

    // A draft that five members remark on, all over the text.
    private static async Task<Guid> Asked(DemoWorld world, string name, byte[] file, int remarks)
    {
        var members = Enumerable.Range(6, 5).Select(n => world.People[$"uyvien{n:00}"]).ToList();
        var draft = await Appraised(world, name, file);
        var view = (await world.Ask(members[0], new ReadDraft(draft)))!;
        var clauses = view.Text.Clauses.Where(clause => clause is { Kind: ClauseKind.Paragraph, Text.Length: > 40 }).ToList();
        for (var n = 0; n < remarks; n++)
        {
            await Done(world, members[n % members.Count], new AddComment(New, draft, view.Draft.CurrentHash, clauses[n % clauses.Count].Id, $"Đề nghị nêu rõ hơn cơ quan chủ trì, thời hạn hoàn thành và nguồn lực thực hiện ({n})."));
        }

        foreach (var member in members)
        {
            await Done(world, member, new SendOpinion(New, draft, view.Draft.CurrentHash, OpinionAnswer.AgreeWithComments, "", view.Round!.Id));
        }

        return draft;
    }

    private static async Task<Guid> Appraised(DemoWorld world, string name, byte[] file)
    {
        var (drafter, office) = (world.People["soanthao"], world.People["vanphong"]);
        var draft = (await world.Draft(drafter, New, "UBND", "", name, file)).Id;
        await Done(world, drafter, new SubmitDraft(New, draft));
        await Done(world, office, new AppraiseDraft(New, draft, await Hash(world, draft), true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(3), Points: await world.Judged()));
        return draft;
    }

    private static async Task Edit(DemoWorld world, Guid draft)
    {
        var view = (await world.Ask(world.People["vanphong"], new ReadDraft(draft)))!;
        var clause = view.Text.Clauses.First(one => one is { Kind: ClauseKind.Paragraph, Text.Length: > 40 });
        await Done(world, world.People["vanphong"], new EditClause(New, draft, view.Draft.CurrentHash, clause.Id, clause.Text + " Có bổ sung.", "sửa"));
    }

    private static Task<string> Hash(DemoWorld world, Guid draft) => world.Look(db => db.Set<Draft>().Where(row => row.Id == draft).Select(row => row.CurrentHash).SingleAsync());

    private static async Task Done(DemoWorld world, Person person, Activities.Pipeline.ICommand command)
    {
        var answer = await world.Send(person, command);
        _ = answer.Refusal is null ? 0 : throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal.Text}");
    }

    private static async Task Answers(DemoWorld world, PageHost host, string name, byte[] file)
    {
        await TestMembers.Add(world, Answering);
        var office = world.People["vanphong"];
        var draft = (await world.Draft(world.People["soanthao"], New, "UBND", "", name, file)).Id;
        var hash = await Hash(world, draft);
        var people = await world.Look(db => db.Set<Person>().Where(person => person.Position == TestMembers.Position).Select(person => person.Id).ToListAsync());
        await Done(world, office, new OpenRound(New, draft, hash, RoundPurpose.Comments, null, people, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(1), new TimeOnly(17, 0), AnswersShown.AfterClose));
        var round = await world.Look(db => db.Set<ReviewRound>().Where(one => one.DraftId == draft).Select(one => one.Id).SingleAsync());
        var phones = new HttpClient[Answering];
        await Parallel.ForAsync(0, Answering, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => phones[n] = await host.SignIn($"thu{n:000}", n));
        var watch = Stopwatch.StartNew();
        var latencies = new double[Answering];
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Answering).Select(n => Task.Run(async () =>
        {
            // As the sheet's script sends: a fresh token, then the answer under its key.
            var from = Stopwatch.GetTimestamp();
            var token = System.Text.Json.JsonDocument.Parse(await phones[n].GetStringAsync("/lay-y-kien/ai")).RootElement.GetProperty("token").GetString()!;
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("commandId", New.ToString()), new("draftId", draft.ToString()), new("hash", hash), new("answer", n % 7 == 0 ? "Disagree" : "Agree"), new("reason", $"Ý kiến {n}"), new("after", "0")]);
            if (!(await phones[n].PostAsync($"/lay-y-kien/{round}/gui-sau", form)).IsSuccessStatusCode)
            {
                Interlocked.Increment(ref refused);
            }

            latencies[n] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var (given, counted, people2) = await world.Look(async db => (
            await db.Set<GivenOpinion>().CountAsync(one => one.RoundId == round), await db.Set<OpinionSheet>().CountAsync(one => one.RoundId == round && one.Answer != null), await db.Set<GivenOpinion>().Where(one => one.RoundId == round).Select(one => one.PersonId).Distinct().CountAsync()));
        Array.Sort(latencies);
        Console.WriteLine();
        Console.WriteLine($"{Answering} members press at the same moment: all answered in {seconds:0.0} s (median {latencies[Answering / 2]:0} ms, slowest {latencies[^1]:0} ms); {refused} refused, {given} answers stored of {people2} members, {counted} sheets counted.");
        if (refused != 0 || given != Answering || counted != Answering || people2 != Answering || seconds > 60)
        {
            throw new InvalidOperationException("an answer was lost, doubled or late");
        }
    }
}
