using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Processes;

namespace Workflow.Conformance;

/// <summary>Reads the database as the facts of a case want it, and holds every case to the promises.</summary>
internal sealed class Story(DurableHome home)
{
    private readonly Dictionary<Guid, Told> told = [];
    private readonly Dictionary<string, ProcessDefinition> definitions = new(StringComparer.Ordinal);
    private readonly List<Guid> order = [];

    /// <summary>The row behind each open task and subscription.</summary>
    public Dictionary<Place, Guid> Ids { get; } = [];

    public IEnumerable<ProcessDefinition> Definitions => definitions.Values;

    public Guid Instance(int number) => order[number - 1];

    public Task<bool> Check() => home.In(async (_, db) =>
    {
        // What has not moved since was held to them already.
        var moved = await db.Set<ProcessInstance>().AsNoTracking().Select(row => new { row.Id, row.Position }).ToListAsync();
        if (moved.Exists(row => told.GetValueOrDefault(row.Id)?.Journal.Count != row.Position))
        {
            await Read();
        }

        return true;
    });

    public Task<Store> Read() => home.In(async (_, db) =>
    {
        var store = new Store();
        var instances = await db.Set<ProcessInstance>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        order.Clear();
        order.AddRange(instances.Select(row => row.Id));
        var numbers = order.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index + 1);
        Ids.Clear();
        Place At(Guid instance, string token) => new(numbers[instance], token);
        var n = 0L;
        foreach (var row in await db.Set<OpenTask>().AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.Id).ToListAsync())
        {
            store.Tasks.Add(At(row.InstanceId, row.Token), new TaskRow(At(row.InstanceId, row.Token), row.ElementId, row.Assignee, row.Name, ++n));
            Ids[At(row.InstanceId, row.Token)] = row.Id;
        }

        foreach (var row in await db.Set<ProcessSubscription>().AsNoTracking().OrderBy(row => row.Id).ToListAsync())
        {
            var kind = row.Kind == ListensTo.Message ? Subscription.Message : Subscription.Signal;
            store.Subscriptions.Add(At(row.InstanceId, row.Token), new SubscriptionRow(At(row.InstanceId, row.Token), row.ElementId, kind, row.Name, row.Key, ++n));
            Ids[At(row.InstanceId, row.Token)] = row.Id;
        }

        foreach (var row in await db.Set<ProcessTimer>().AsNoTracking().Where(row => row.State == TimerState.Waiting).OrderBy(row => row.Id).ToListAsync())
        {
            store.Timers.Add(At(row.InstanceId, row.Token), new TimerRow(At(row.InstanceId, row.Token), row.DueAt, ++n));
        }

        foreach (var row in await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.DoneAt == null).OrderBy(row => row.Id).ToListAsync())
        {
            store.Activities.Add(At(row.InstanceId, row.Token), new ActivityRow(At(row.InstanceId, row.Token), row.ElementId, row.ActivityKey, ++n));
        }

        foreach (var row in instances)
        {
            var one = await Tell(db, row);
            var instance = new Instance(numbers[row.Id], row.DefinitionHash, row.BusinessKey, row.CallerInstanceId is { } caller ? (numbers[caller], row.CallerToken) : null) { State = row.State, Journal = one.Journal };
            store.Instances[instance.Id] = instance;
            if (one.IsNew)
            {
                one.IsNew = false;
                Promises.Hold(definitions[row.DefinitionHash], instance, store);
            }

            foreach (var (element, times) in one.Completed)
            {
                store.Completed[element] = store.Completed.GetValueOrDefault(element) + times;
            }
        }

        return store;
    });

    private async Task<Told> Tell(DbContext db, ProcessInstance row)
    {
        if (!definitions.TryGetValue(row.DefinitionHash, out var definition))
        {
            definitions[row.DefinitionHash] = definition = await home.Catalog.Of((Runtime.Storage.WorkflowDbContext)db, row.DefinitionHash, default);
        }

        var one = told.GetValueOrDefault(row.Id) ?? (told[row.Id] = new Told());
        foreach (var written in await db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.InstanceId == row.Id && entry.Position > one.Journal.Count).OrderBy(entry => entry.Position).Select(entry => entry.Trigger).ToListAsync())
        {
            var step = Interpreter.Step(definition, one.State, Trigger.FromJson(written));
            (one.State, one.IsNew) = (step.State, true);
            one.Journal.Add(written);
            foreach (var element in step.Passed)
            {
                one.Completed[element] = one.Completed.GetValueOrDefault(element) + 1;
            }
        }

        return one;
    }

    private sealed class Told
    {
        public InstanceState State { get; set; } = InstanceState.Empty;

        public List<string> Journal { get; } = [];

        public Dictionary<string, int> Completed { get; } = [];

        public bool IsNew { get; set; }
    }
}
