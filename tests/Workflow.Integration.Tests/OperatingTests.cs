using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Administration;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Activities.Signing;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Engine;
using Workflow.Engine.Scenarios;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>What an operator can do about a case, and what not even an operator can.</summary>
[Collection("cluster")]
public sealed class OperatingTests(TestCluster cluster)
{
    [Fact]
    public async Task A_case_is_stopped_with_a_reason_and_nothing_of_it_waits_any_longer()
    {
        await using var world = await AtSigning();
        var administrator = world.People["quantri"];
        var instance = await world.Look(db => db.Set<ProcessInstance>().SingleAsync());
        var secretary = await world.Send(world.People["bithu"], new CancelInstance(Guid.CreateVersion7(), instance.Id, "Thử dừng hồ sơ này xem sao"));
        Assert.Equal("auth.not-allowed", secretary.Refusal?.Code);
        var silent = await world.Send(administrator, new CancelInstance(Guid.CreateVersion7(), instance.Id, "  "));
        Assert.Equal("instance.reason", silent.Refusal?.Code);
        var stopped = await world.Send(administrator, new CancelInstance(Guid.CreateVersion7(), instance.Id, "Thường trực Đảng ủy rút tờ trình"));
        Assert.Null(stopped.Refusal);
        await world.Look(async db =>
        {
            Assert.NotNull((await db.Set<ProcessInstance>().SingleAsync()).EndedAt);
            Assert.Equal(0, await db.Set<OpenTask>().CountAsync(task => task.ClosedAt == null));
            Assert.Equal(0, await db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Waiting));
            Assert.Contains("rút tờ trình", (await db.Set<AuditEntry>().OrderByDescending(entry => entry.Position).FirstAsync()).Text, StringComparison.Ordinal);
            return true;
        });
        var again = await world.Send(administrator, new CancelInstance(Guid.CreateVersion7(), instance.Id, "Thường trực Đảng ủy rút tờ trình"));
        Assert.Equal("process.ended", again.Refusal?.Code);
    }

    [Fact]
    public async Task A_held_case_takes_no_answer_and_goes_on_where_it_stood()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draftId, hash) = (Guid.Empty, "");
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, version) => { (draftId, hash) = (id, version); return false; } }.Tell();
        var instance = await world.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
        Assert.Equal("instance.reason", (await world.Send(world.People["quantri"], new SuspendInstance(Guid.CreateVersion7(), instance, "vì"))).Refusal?.Code);
        Assert.Null((await world.Send(world.People["quantri"], new SuspendInstance(Guid.CreateVersion7(), instance, "Chờ ý kiến của cấp trên"))).Refusal);
        Assert.Equal("process.not-running", (await world.Send(world.People["quantri"], new SuspendInstance(Guid.CreateVersion7(), instance, "Chờ ý kiến của cấp trên"))).Refusal?.Code);
        SignResolution Sign() => new(Guid.CreateVersion7(), draftId, hash);
        Assert.Equal("process.suspended", (await world.Send(world.People["bithu"], Sign())).Refusal?.Code);
        Assert.Null((await world.Send(world.People["quantri"], new ResumeInstance(Guid.CreateVersion7(), instance))).Refusal);
        Assert.Equal("process.not-suspended", (await world.Send(world.People["quantri"], new ResumeInstance(Guid.CreateVersion7(), instance))).Refusal?.Code);
        Assert.Null((await world.Send(world.People["bithu"], Sign())).Refusal);
    }

    [Fact]
    public async Task Timers_and_the_machine_s_work_of_a_held_case_wait_with_it()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var draft = await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "UBND xã", "", "mau.txt", cluster.SampleBytes);
        await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), draft.Id));
        var hash = await world.Look(db => db.Set<Draft>().Select(row => row.CurrentHash).SingleAsync());
        await world.Send(world.People["vanphong"], new AppraiseDraft(Guid.CreateVersion7(), draft.Id, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(3), Points: await world.Judged()));
        var instance = await world.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync());
        var message = new OutboxMessage { Id = Guid.CreateVersion7(), OrganizationId = instance.OrganizationId, InstanceId = instance.Id, SubjectId = instance.SubjectId, Token = "none", ElementId = "x", ActivityKey = "remind-reviewers", Name = "Việc thử", CreatedAt = DateTimeOffset.UnixEpoch, NotBefore = DateTimeOffset.UnixEpoch };
        await world.Look(async db => { db.Add(message); return await db.SaveChangesAsync(); });
        Task<TimerState[]> Timers() => world.Look(db => db.Set<ProcessTimer>().Select(timer => timer.State).Distinct().ToArrayAsync());
        Assert.Equal([TimerState.Waiting], await Timers());
        Assert.Null((await world.Send(world.People["quantri"], new SuspendInstance(Guid.CreateVersion7(), instance.Id, "Chờ ý kiến của cấp trên"))).Refusal);
        Assert.Equal([TimerState.Held], await Timers());
        await world.Look(db => db.Set<ProcessTimer>().ExecuteUpdateAsync(set => set.SetProperty(timer => timer.DueAt, DateTimeOffset.UnixEpoch)));
        await world.Services.GetRequiredService<TimerProcessor>().FireDue(default);
        await world.RunMachine();
        Assert.Equal([TimerState.Held], await Timers());
        Assert.Null(await world.Look(db => db.Set<OutboxMessage>().Where(row => row.Id == message.Id).Select(row => row.DoneAt).SingleAsync()));
        Assert.Null((await world.Send(world.People["quantri"], new ResumeInstance(Guid.CreateVersion7(), instance.Id))).Refusal);
        await world.Services.GetRequiredService<TimerProcessor>().FireDue(default);
        Assert.DoesNotContain(TimerState.Held, await Timers());
        Assert.Contains(TimerState.Fired, await Timers());
        Assert.NotNull(await world.Look(db => db.Set<OutboxMessage>().Where(row => row.Id == message.Id).Select(row => row.DoneAt).SingleAsync()));
    }

    [Fact]
    public async Task A_numbered_document_is_not_stopped_but_recalled()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        var instance = await world.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
        var answer = await world.Send(world.People["quantri"], new CancelInstance(Guid.CreateVersion7(), instance, "Không cần văn bản này nữa"));
        Assert.Equal("instance.issued", answer.Refusal?.Code);
    }

    [Theory]
    [InlineData("render-and-sign", "incident.never-by-hand")]
    [InlineData("remind-reviewers", null)]
    public async Task Only_work_in_trouble_that_a_person_can_do_is_answered_by_hand(string activityKey, string? refusal)
    {
        await using var world = await AtSigning();
        var instance = await world.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync());
        // Work of the machine at the place where the case stands: what the answer moves is the case itself.
        var token = await world.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.Token).SingleAsync());
        var message = new OutboxMessage { Id = Guid.CreateVersion7(), OrganizationId = instance.OrganizationId, InstanceId = instance.Id, SubjectId = instance.SubjectId, Token = token, ElementId = "x", ActivityKey = activityKey, Name = "Việc thử", CreatedAt = DateTimeOffset.UnixEpoch, NotBefore = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        await world.Look(async db => { db.Add(message); return await db.SaveChangesAsync(); });
        AnswerIncident Command() => new(Guid.CreateVersion7(), message.Id, "signed", "Đã làm trên giấy và lưu hồ sơ");
        Assert.Equal("incident.none", (await world.Send(world.People["quantri"], Command())).Refusal?.Code);
        await world.Look(db => db.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastError, "mất mạng")));
        var unknown = await world.Send(world.People["quantri"], Command() with { Outcome = "bừa" });
        Assert.Equal(refusal ?? "incident.unknown-outcome", unknown.Refusal?.Code);
        Assert.Equal(refusal, (await world.Send(world.People["quantri"], Command())).Refusal?.Code);
        Assert.Equal(refusal is null, await world.Look(db => db.Set<OutboxMessage>().Where(row => row.Id == message.Id).Select(row => row.DoneAt != null).SingleAsync()));
    }

    [Fact]
    public async Task A_running_case_is_put_onto_another_version_and_ends_there()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draftId, hash) = (Guid.Empty, "");
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, version) => { (draftId, hash) = (id, version); return false; } }.Tell();
        var instance = await world.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync());
        var old = await world.Look(db => db.Set<StoredDefinition>().AsNoTracking().SingleAsync(row => row.Hash == instance.DefinitionHash));
        var words = new Vocabulary(Activities.TaskKeys.All.ToDictionary(task => task.Key, task => task.Outcomes), Activities.ActivityKeys.All.ToDictionary(task => task.Key, task => task.Outcomes));
        async Task<string> Store(string xml)
        {
            var definition = BpmnReader.Read(xml, words).Definition!;
            await world.Look(async db => { db.Add(new StoredDefinition { Hash = definition.Hash, ProcessId = definition.ProcessId, Name = definition.Name, Xml = xml, DeployedAt = TimeProvider.System.GetUtcNow() }); return await db.SaveChangesAsync(); });
            return definition.Hash;
        }

        var renamed = await Store(old.Xml.Replace("name=\"Ký ban hành\"", "name=\"Ký, cho số\"", StringComparison.Ordinal));
        var moved = await Store(old.Xml.Replace("\"Sign\"", "\"OtherSign\"", StringComparison.Ordinal).Replace("name=\"Ký ban hành\"", "name=\"Việc khác\"", StringComparison.Ordinal));
        var administrator = world.People["quantri"];
        var none = new Dictionary<string, string>();
        var lost = (await world.Ask(administrator, new ReadMigration(instance.Id, moved, none)))!;
        Assert.Contains("chưa có chỗ tương ứng", Assert.Single(lost.Problems), StringComparison.Ordinal);
        Assert.Equal("migration.no-place", (await world.Send(administrator, new MigrateInstance(Guid.CreateVersion7(), instance.Id, moved, none, "Quy trình vừa được sửa"))).Refusal?.Code);
        Assert.Empty((await world.Ask(administrator, new ReadMigration(instance.Id, moved, new Dictionary<string, string> { ["Sign"] = "OtherSign" })))!.Problems);
        Assert.Empty((await world.Ask(administrator, new ReadMigration(instance.Id, renamed, none)))!.Problems);
        Assert.Equal(instance.State, await world.Look(db => db.Set<ProcessInstance>().Select(row => row.State).SingleAsync()));
        Assert.Null((await world.Send(administrator, new MigrateInstance(Guid.CreateVersion7(), instance.Id, renamed, none, "Quy trình vừa được sửa"))).Refusal);
        Assert.Equal("Ký, cho số", await world.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.Name).SingleAsync()));
        Assert.Null((await world.Send(world.People["bithu"], new SignResolution(Guid.CreateVersion7(), draftId, hash))).Refusal);
        var view = (await world.Ask(administrator, new ReadInstance(instance.Id)))!;
        Assert.True(view.JournalGivesState);
        Assert.Equal(renamed, view.DefinitionHash);
        Assert.Contains(view.Story, line => line.Sentence.Contains("bản quy trình khác", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_is_moved_against_the_drawing_with_a_reason_but_not_past_what_the_rules_ask_for()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draftId, hash) = (Guid.Empty, "");
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, version) => { (draftId, hash) = (id, version); return false; } }.Tell();
        var administrator = world.People["quantri"];
        var instance = await world.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
        async Task<string?> Move(string from, string to, string reason = "Phát hiện sai số liệu sau biểu quyết", string by = "quantri")
        {
            var place = (await world.Ask(administrator, new ReadInstance(instance)))!.Places.Single(one => one.Step == from);
            var target = place.Targets.SingleOrDefault(one => one.ElementId == to).ElementId ?? to;
            return (await world.Send(world.People[by], new MoveInstance(Guid.CreateVersion7(), instance, place.Token, target, reason))).Refusal?.Code;
        }

        Assert.Equal("auth.not-allowed", await Move("Ký ban hành", "Revise", by: "bithu"));
        Assert.Equal("instance.reason", await Move("Ký ban hành", "Revise", "vì"));
        Assert.Equal("instance.rests-on-facts", await Move("Ký ban hành", "Seal"));
        Assert.Equal("instance.rests-on-facts", await Move("Ký ban hành", "Review"));
        Assert.Equal("process.not-waiting", await Move("Ký ban hành", "Start"));
        var token = (await world.Ask(administrator, new ReadInstance(instance)))!.Places[0].Token;
        Assert.Null(await Move("Ký ban hành", "Revise"));
        Assert.Equal("process.not-waiting", (await world.Send(administrator, new MoveInstance(Guid.CreateVersion7(), instance, token, "Revise", "Gửi lại lần nữa sau khi đã chuyển"))).Refusal?.Code);
        Assert.Equal("process.not-waiting", (await world.Send(world.People["bithu"], new SignResolution(Guid.CreateVersion7(), draftId, hash))).Refusal?.Code);
        Assert.Null((await world.Send(world.People["vanphong"], new FinishRevision(Guid.CreateVersion7(), draftId))).Refusal);
        Assert.Equal("Decide", await world.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.ElementId).SingleAsync()));
        Assert.Null(await Move("Hội nghị biểu quyết", "Sign", "Hội nghị đã thông qua đúng bản này, không cần họp lại"));
        Assert.Null((await world.Send(world.People["bithu"], new SignResolution(Guid.CreateVersion7(), draftId, hash))).Refusal);
        var view = (await world.Ask(administrator, new ReadInstance(instance)))!;
        Assert.True(view.JournalGivesState);
        Assert.Contains(view.Story, line => line.Sentence.Contains("từ “Ký ban hành” tới “Tiếp thu, giải trình”, ngoài quy trình. Lý do: Phát hiện sai số liệu", StringComparison.Ordinal));
        Assert.Equal("instance.issued", await Move(view.Places[0].Step, "Draft"));
    }

    [Fact]
    public async Task A_case_copied_as_a_test_goes_the_same_way_and_names_nobody()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        var instance = await world.Look(db => db.Set<ProcessInstance>().AsNoTracking().SingleAsync());
        var copy = (await world.Ask(world.People["quantri"], new ReadCaseCopy(instance.Id)))!;
        using var zip = new ZipArchive(new MemoryStream(copy.Content));
        string File(string name) => new StreamReader(zip.Entries.Single(entry => entry.Name == name).Open()).ReadToEnd();
        var scenario = new Scenario(ScenarioWords.FromJson(File("words.json")).Definition(File("model.bpmn")));
        Assert.Equal(File("transcript.txt"), scenario.Play(File("script.txt")));
        Assert.Equal(InstanceState.FromJson(instance.State).End, scenario.State.End);
        var names = await world.Look(db => db.Set<Person>().Select(person => person.FullName).ToListAsync());
        Assert.All(names, name => Assert.DoesNotContain(name, File("script.txt") + File("transcript.txt"), StringComparison.Ordinal));
        Assert.Null(await world.Ask(world.People["quantri"], new ReadCaseCopy(Guid.CreateVersion7())));
    }

    private async Task<DemoWorld> AtSigning()
    {
        var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (_, _) => false }.Tell();
        return world;
    }
}
