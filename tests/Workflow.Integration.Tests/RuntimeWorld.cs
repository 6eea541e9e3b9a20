using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Integration.Tests;

/// <summary>One host's runtime on a database, with a clock that stands still and small definitions; two of them are two hosts.</summary>
internal sealed class RuntimeWorld : IAsyncDisposable
{
    public static readonly Guid Actor = Guid.CreateVersion7();

    private readonly ServiceProvider services;

    private RuntimeWorld(ServiceProvider services, Clock clock) => (this.services, Time) = (services, clock);

    public Clock Time { get; }

    public Guid Organization { get; private set; }

    public static Task<RuntimeWorld> Open(TestCluster cluster, string database, IInterceptor? interceptor = null, params IActivity[] activities) =>
        Open(cluster.Cluster.ConnectionString(database), interceptor, activities);

    public static async Task<RuntimeWorld> Open(string connectionString, IInterceptor? interceptor = null, params IActivity[] activities)
    {
        var collection = new ServiceCollection();
        var clock = new Clock();
        collection.AddLogging();
        collection.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version2);
        collection.AddRuntime(new DatabaseSettings(DatabaseProvider.PostgreSql, connectionString));
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(new DeclaredTask("work", "done"));
        foreach (var activity in activities)
        {
            collection.AddSingleton(activity).AddSingleton<IActivityDeclaration>(activity);
        }

        if (interceptor is not null)
        {
            collection.AddSingleton(interceptor);
        }

        foreach (var (id, body) in Definitions)
        {
            if (activities.Length > 0 || !body.Contains("wf:activity", StringComparison.Ordinal))
            {
                collection.AddSingleton(new ShippedDefinition(id, Xml(id, body)));
            }
        }

        var world = new RuntimeWorld(collection.BuildServiceProvider(), clock);
        await using var scope = world.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await world.services.GetRequiredService<DefinitionCatalog>().Deploy(db, clock.GetUtcNow(), default);
        world.Organization = await db.Set<Organization>().Select(one => one.Id).SingleAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A scope in which someone of the organization works; what it reads and what it saves are two calls, so a test may put anything between.</summary>
    public Work Begin()
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = Organization;
        return new Work(scope, this);
    }

    /// <summary>A scope of nobody.</summary>
    public AsyncServiceScope Nobody() => services.CreateAsyncScope();

    public async Task<Guid> Start(string process)
    {
        await using var work = Begin();
        var subject = Guid.CreateVersion7();
        await work.Runner.Start(process, Organization, subject, Actor, Time.GetUtcNow(), default);
        await work.Save();
        return subject;
    }

    public async Task<T> Look<T>(Func<WorkflowDbContext, Task<T>> look)
    {
        await using var work = Begin();
        return await look(work.Db);
    }

    /// <summary>Position of the first bad entry of the log; null when it is whole.</summary>
    public Task<long?> FirstBadEntry() => Look(db => AuditTrail.FirstBadEntry(db, Organization, default));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static readonly (string Id, string Body)[] Definitions =
    [
        ("task", """<startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="u"/><userTask id="u" wf:task="work" wf:candidates="role:office"/><sequenceFlow id="f1" sourceRef="u" targetRef="e"/><endEvent id="e"/>"""),
        ("deadline", """<startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="u"/><userTask id="u" wf:task="work" wf:candidates="role:office"/><sequenceFlow id="f1" sourceRef="u" targetRef="e"/><endEvent id="e"/><boundaryEvent id="b" attachedToRef="u"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="f2" sourceRef="b" targetRef="late"/><endEvent id="late"/>"""),
        ("wait", """<startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="t"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent><sequenceFlow id="f1" sourceRef="t" targetRef="u"/><userTask id="u" wf:task="work" wf:candidates="role:office"/><sequenceFlow id="f2" sourceRef="u" targetRef="e"/><endEvent id="e"/>"""),
        ("machines", """<startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fork"/><parallelGateway id="fork"/><sequenceFlow id="f1" sourceRef="fork" targetRef="a"/><sequenceFlow id="f2" sourceRef="fork" targetRef="b"/><serviceTask id="a" wf:activity="machine"/><serviceTask id="b" wf:activity="machine"/><sequenceFlow id="f3" sourceRef="a" targetRef="join"/><sequenceFlow id="f4" sourceRef="b" targetRef="join"/><parallelGateway id="join"/><sequenceFlow id="f5" sourceRef="join" targetRef="e"/><endEvent id="e"/>"""),
    ];

    private static string Xml(string id, string body) =>
        $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1"><process id="{id}" isExecutable="true">{body}</process></definitions>""";

    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    internal sealed class Work(AsyncServiceScope scope, RuntimeWorld world) : IAsyncDisposable
    {
        public WorkflowDbContext Db => scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();

        public ProcessRunner Runner => scope.ServiceProvider.GetRequiredService<ProcessRunner>();

        public Task<Refusal?> Complete(Guid subject) => Runner.Complete(subject, "work", "done", Actor, world.Time.GetUtcNow(), default);

        public async Task<Refusal?> Cancel(Guid subject) =>
            await Runner.Cancel(await Db.Set<ProcessInstance>().Where(one => one.SubjectId == subject).Select(one => one.Id).SingleAsync(), "thử", Actor, world.Time.GetUtcNow(), default);

        public Task<long> Save(string text = "thử") =>
            CommitSave.Run(Db, world.Organization, new AuditNote(Actor, "Nguyễn Văn A", "Test", Guid.Empty, text), world.Time.GetUtcNow(), default);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
