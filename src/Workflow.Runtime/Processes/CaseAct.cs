using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// One act: a step of a case and all that it causes in other cases, first in, first out, until nothing is left to carry. Nothing is saved here;
/// the one save checks the position of every case it touched.
/// </summary>
internal sealed partial class CaseAct(WorkflowDbContext db, DefinitionCatalog catalog, Substitution substitution)
{
    /// <summary>Steps in other cases that one act may cause: calls branch, signals and messages go round.</summary>
    internal const int MaxSteps = 3_000;

    private readonly EffectRows rows = new(db);
    private readonly Queue<Func<CancellationToken, Task>> next = new();
    private readonly List<ProcessInstance> begun = [];
    private readonly Dictionary<(Guid Organization, string Process), ProcessDefinition?> latest = [];

    /// <summary>Applies a trigger to a case that the context holds, and carries what follows.</summary>
    public async Task<StepVerdict> Apply(ProcessInstance instance, Trigger trigger, Guid actorId, CancellationToken ct)
    {
        var verdict = await Step(instance, trigger, actorId, ct);
        await Settle(ct);
        return verdict;
    }

    /// <summary>Starts a case of the latest definition of a process, and carries what follows; null when there is no such process.</summary>
    public async Task<ProcessInstance?> Start(string processId, NewCase about, Trigger.Started trigger, Guid actorId, CancellationToken ct)
    {
        if (await Latest(about.OrganizationId, processId, ct) is not { } definition)
        {
            return null;
        }

        var instance = await Begin(definition, about, trigger, actorId, ct);
        await Settle(ct);
        return instance;
    }

    /// <summary>Starts a case by a start event of a definition, and carries what follows.</summary>
    public async Task<ProcessInstance> Start(StartPoint point, DateTimeOffset at, CancellationToken ct)
    {
        var instance = await Begin(await catalog.Of(db, point.DefinitionHash, ct), new NewCase(point.OrganizationId), new Trigger.Started(at) { StartEvent = point.ElementId }, Guid.Empty, ct);
        await Settle(ct);
        return instance;
    }

    private async Task<ProcessInstance> Begin(ProcessDefinition definition, NewCase about, Trigger.Started trigger, Guid actorId, CancellationToken ct)
    {
        var id = RowId.At(trigger.At);
        var instance = new ProcessInstance
        {
            Id = id,
            OrganizationId = about.OrganizationId,
            DefinitionHash = definition.Hash,
            SubjectId = about.SubjectId ?? id,
            StartedAt = trigger.At,
            BusinessKey = about.BusinessKey,
            CallerInstanceId = about.Caller?.Id,
            CallerToken = about.CallerToken,
            Depth = trigger.Depth,

            // What a held case calls is held with it.
            SuspendedAt = about.Caller?.SuspendedAt,
        };
        db.Add(instance);
        begun.Add(instance);
        if (await Step(instance, trigger, actorId, ct) is StepVerdict.Refused refused)
        {
            throw new ExecutionException(refused.Code, trigger.StartEvent ?? "", refused.Text);
        }

        return instance;
    }

    private async Task<StepVerdict> Step(ProcessInstance instance, Trigger trigger, Guid actorId, CancellationToken ct)
    {
        var definition = await catalog.Of(db, instance.DefinitionHash, ct);
        var before = instance.Position == 0 ? InstanceState.Empty : InstanceState.FromJson(instance.State);
        var result = Interpreter.Step(definition, before, trigger);
        if (result.Verdict is StepVerdict.Taken)
        {
            await rows.Load(instance, result.Effects, before, ct);
            Record(instance, trigger, result.State, actorId);
            foreach (var effect in result.Effects)
            {
                if (!Carry(instance, effect, result.State, trigger.At, actorId))
                {
                    rows.Write(instance, effect, trigger, actorId);
                }
            }
        }

        return result.Verdict;
    }

    private void Record(ProcessInstance instance, Trigger trigger, InstanceState state, Guid actorId)
    {
        instance.Position++;
        instance.State = state.ToJson();
        instance.EndedAt = state.IsEnded ? trigger.At : null;
        instance.End = state.End is { } end ? Enum.Parse<CaseEnd>(end.ToString()) : null;
        db.Add(new JournalEntry
        {
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Position = instance.Position,
            Trigger = trigger.ToJson(),
            At = trigger.At,
            ActorId = actorId,
        });
    }

    private async Task Settle(CancellationToken ct)
    {
        for (var steps = 0; next.TryDequeue(out var carry); steps++)
        {
            if (steps == MaxSteps)
            {
                throw new ExecutionException("engine.too-many-cases", "", $"Một lần xử lý gây ra quá {MaxSteps} bước ở các hồ sơ khác (gọi nhau, tín hiệu hoặc thông điệp chạy vòng).");
            }

            await carry(ct);
        }

        await substitution.Resolve(rows.Opened, ct);
        rows.Opened.Clear();
    }

    private async ValueTask<ProcessDefinition?> Latest(Guid organizationId, string processId, CancellationToken ct)
    {
        if (!latest.TryGetValue((organizationId, processId), out var definition))
        {
            latest[(organizationId, processId)] = definition = await catalog.Latest(db, processId, ct);
        }

        return definition;
    }

    private async Task<ProcessInstance> Case(Guid id, CancellationToken ct) =>
        await db.Set<ProcessInstance>().FindAsync([id], ct) ?? throw new InvalidOperationException($"no case {id}");
}

/// <summary>What a new case is about, and who calls it.</summary>
internal sealed record NewCase(Guid OrganizationId, Guid? SubjectId = null, string BusinessKey = "", ProcessInstance? Caller = null, string CallerToken = "");
