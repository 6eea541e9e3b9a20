using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>What people and other systems tell cases.</summary>
public sealed partial class ProcessRunner
{
    /// <summary>Completes one open task with variables of any kind.</summary>
    public async Task<Refusal?> Answer(Guid taskId, string outcome, CaseVariables? variables, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await Complete(await ById.For(db)(db, taskId, VietnamTime.DayOf(at), ct), outcome, actorId, at, variables?.Values, ct);

    /// <summary>
    /// Gives a message to the one case that waits for it; otherwise starts the process that begins with it; otherwise keeps it for whoever will
    /// wait (<paramref name="keepFor"/>; unless said otherwise thirty days, zero: not at all, and then nobody to give it to is a refusal).
    /// Throws when several wait: nobody can say which is meant.
    /// </summary>
    public async Task<Refusal?> Publish(
        string name, string key, CaseVariables? variables, Guid organizationId, Guid actorId, DateTimeOffset at, CancellationToken ct, string businessKey = "", TimeSpan? keepFor = null) =>
        await act.Tell(organizationId, new Effect.PublishMessage("", name, key, Of(variables)), businessKey, keepFor ?? Subscriptions.TimeToLive, at, actorId, ct) is Told.Nobody
            ? NobodyWaits(name)
            : null;

    /// <summary>Gives a message to one who waits, chosen by a person or by a rule of the sender. Refused when it waits no longer.</summary>
    public async Task<Refusal?> Deliver(Guid subscriptionId, CaseVariables? variables, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await db.Set<ProcessSubscription>().SingleOrDefaultAsync(row => row.Id == subscriptionId && row.Kind == ListensTo.Message, ct) is { } waiting
            && await Apply(waiting.InstanceId, new Trigger.MessageArrived(at, waiting.Token, variables?.Values), actorId, ct) is StepVerdict.Taken
            ? null
            : new("process.not-waiting", "Không còn hồ sơ nào chờ thông điệp này ở bước đó.");

    /// <summary>Starts the process that begins with a message, whoever else waits for it. Refused when there is none.</summary>
    public async Task<Refusal?> StartByMessage(string name, CaseVariables? variables, string businessKey, Guid organizationId, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await act.StartByMessage(organizationId, name, variables?.Values, businessKey, at, actorId, ct) ? null : NobodyWaits(name);

    /// <summary>Tells every case that waits for a signal, and starts the processes that begin with it; answers how many that were.</summary>
    public Task<int> Signal(string name, CaseVariables? variables, Guid organizationId, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        act.Signal(organizationId, name, variables?.Values, at, actorId, ct);

    /// <summary>Tells a receive task that waits for no message to go on. Refused when it waits no longer.</summary>
    public async Task<Refusal?> Continue(Guid instanceId, string token, CaseVariables? variables, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await Apply(instanceId, new Trigger.Continued(at, token, variables?.Values), actorId, ct) is StepVerdict.Taken
            ? null
            : new("process.not-waiting", "Hồ sơ không còn chờ ở bước này.");

    /// <summary>Starts a case whose time has come; the caller has moved the start point on.</summary>
    internal Task<ProcessInstance> Start(StartPoint point, DateTimeOffset at, CancellationToken ct) => act.Start(point, at, ct);

    private static IReadOnlyDictionary<string, Value> Of(CaseVariables? variables) => variables?.Values ?? new Dictionary<string, Value>();

    private static Refusal NobodyWaits(string name) => new("process.nobody-waits", $"Không có hồ sơ nào chờ và không có quy trình nào bắt đầu bằng thông điệp “{name}”.");
}
