using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;

namespace Workflow.Conformance;

/// <summary>
/// The real runtime: acts are commits on PostgreSQL, the machine's work goes through the outbox, timers are rows. After every act all journals are
/// folded anew from what the database holds.
/// </summary>
internal sealed class DurableWorld : World
{
    // Rounds of timers in one stretch of time, and work of the machine that follows from one act, before it is called endless.
    private const int MaxFirings = 20_000;
    private const int MaxActivities = 3_000;

    private readonly DurableHome home;
    private readonly Story story;
    private readonly Machine machine;
    private Store? rows;

    public DurableWorld(DurableHome home, DateTimeOffset start)
    {
        this.home = home;
        machine = new Machine(this);
        story = new Story(home);
        home.Begin(machine, start);
    }

    public override Store Rows => rows ??= story.Read().GetAwaiter().GetResult();

    protected override bool IsActivity(string elementId) => story.Definitions.Any(definition => definition.IsActivity(elementId));

    public override void Deploy(byte[] file, Vocabulary words, Deployment read) => Act(async (provider, db) =>
    {
        var bindings = words.Bindings.ToDictionary(pair => pair.Key, _ => machine.Key);
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        var report = await home.Catalog.Deploy(db, home.Organization, await reader.ReadToEndAsync(), home.Time.Now, default, bindings);
        return report.IsAccepted ? null : throw new CaseFailedException($"refused by the runtime: {string.Join(" | ", report.Findings)}");
    });

    public override void Start(string process, IReadOnlyDictionary<string, Value>? variables, string businessKey, string? by) => Act(async (runner, now) =>
    {
        await runner.Start(process, home.Organization, Guid.CreateVersion7(), Guid.Empty, now, default, Of(variables), businessKey, by);
        return null;
    });

    public override void Complete(TaskRow task, IReadOnlyDictionary<string, Value>? variables) =>
        Act((runner, now) => runner.Answer(story.Ids[task.At], "", Of(variables), Guid.Empty, now, default));

    public override void Continue(Place at, IReadOnlyDictionary<string, Value>? variables) =>
        Act((runner, now) => runner.Continue(story.Instance(at.Instance), at.Token, Of(variables), Guid.Empty, now, default));

    public override void Signal(string name, IReadOnlyDictionary<string, Value>? variables) => Act(async (runner, now) =>
    {
        await runner.Signal(name, Of(variables), home.Organization, Guid.Empty, now, default);
        return null;
    });

    public override void Message(string name, IReadOnlyDictionary<string, Value>? variables, Func<SubscriptionRow, bool> fits, int? nth, string businessKey)
    {
        var receivers = Rows.Subscriptions.Values.Where(row => row.Kind == Subscription.Message && row.Name == name && fits(row)).OrderBy(row => row.Order).ToList();
        if (receivers.Count > 1 && nth is null)
        {
            throw new ActFailedException($"{receivers.Count} receivers wait for message {name}");
        }

        Act((runner, now) => receivers.Count > (nth ?? 0)
            ? runner.Deliver(story.Ids[receivers[nth ?? 0].At], Of(variables), Guid.Empty, now, default)
            : runner.StartByMessage(name, Of(variables), businessKey, home.Organization, Guid.Empty, now, default));
    }

    public override void Advance(TimeSpan by)
    {
        var until = home.Time.Now + by;
        for (var firings = 0; NextDue() is { } due && due <= until; firings++)
        {
            home.Time.Now = due > home.Time.Now ? due : home.Time.Now;
            Fire(firings);
        }

        home.Time.Now = until;
    }

    public override void Sleep(TimeSpan by)
    {
        home.Time.Now += by;
        for (var firings = 0; NextDue() is { } due && due <= home.Time.Now; firings++)
        {
            Fire(firings);
        }
    }

    private DateTimeOffset? NextDue() => home.In(async (_, db) =>
    {
        var timer = await db.Set<ProcessTimer>().Where(row => row.State == TimerState.Waiting).MinAsync(row => (DateTimeOffset?)row.DueAt);
        var start = await db.Set<StartPoint>().MinAsync(row => row.DueAt);
        return timer < start || start is null ? timer : start;
    }).GetAwaiter().GetResult();

    private void Fire(int firings)
    {
        if (firings > MaxFirings)
        {
            throw new ActFailedException($"more than {MaxFirings} timers fire until {home.Time.Now:O}");
        }

        rows = null;
        home.Get<TimerProcessor>().FireDue(default).GetAwaiter().GetResult();
        Settle();
    }

    private void Act(Func<ProcessRunner, DateTimeOffset, Task<Refusal?>> act) => Act((provider, _) => act(provider.GetRequiredService<ProcessRunner>(), home.Time.Now));

    private void Act(Func<IServiceProvider, WorkflowDbContext, Task<Refusal?>> act)
    {
        rows = null;
        try
        {
            home.In(async (provider, db) =>
            {
                if (await act(provider, db) is { } refusal)
                {
                    throw new ActFailedException($"{refusal.Text} [{refusal.Code}]");
                }

                return await CommitSave.Run(db, home.Organization, new AuditNote(Guid.Empty, "conformance", "act", Guid.Empty, ""), home.Time.Now, default);
            }).GetAwaiter().GetResult();
        }
        catch (ExecutionException error)
        {
            throw new ActFailedException($"{error.Message} [{error.Code}]", error.ElementId);
        }

        Settle();
    }

    private void Settle()
    {
        machine.Left = MaxActivities;
        home.Get<OutboxProcessor>().RunDue(default).GetAwaiter().GetResult();
        if (home.TakeFailure() is { } failure)
        {
            throw failure switch
            {
                ExecutionException error => new ActFailedException($"{error.Message} [{error.Code}]", error.ElementId),
                ActFailedException => failure,
                _ => new CaseFailedException(failure.ToString()),
            };
        }

        story.Check().GetAwaiter().GetResult();
    }

    private static CaseVariables? Of(IReadOnlyDictionary<string, Value>? variables) => variables is null ? null : CaseVariables.FromJson(JsonSerializer.Serialize(variables));

    /// <summary>Does all of the machine's work, as the case says.</summary>
    private sealed class Machine(DurableWorld world) : IActivity
    {
        private readonly Lock one = new();
        private readonly Dictionary<Guid, ActivityResult> done = [];

        public string Key => "handler";

        public IReadOnlyList<string> Outcomes => [""];

        public int Left { get; set; }

        public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
        {
            var known = JsonSerializer.Deserialize<Dictionary<string, Value>>((await run.ReadVariables(ct)).ToJson() is { Length: > 0 } json ? json : "{}")!;
            lock (one)
            {
                // Run again after a conflict, it comes to the same end, as every activity must.
                if (done.TryGetValue(run.MessageId, out var before))
                {
                    return before;
                }

                if (--Left < 0)
                {
                    throw new ActFailedException($"more than {MaxActivities} activities without a wait", run.ElementId);
                }

                var (set, error) = world.Handle(run.ElementId, known);
                return done[run.MessageId] = (error is null ? ActivityResult.Done("", "") : ActivityResult.Failed(error, "")) with { Variables = error is null ? Of(set) : null };
            }
        }
    }
}
