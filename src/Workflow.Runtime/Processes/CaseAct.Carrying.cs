using Microsoft.EntityFrameworkCore;
using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>What crosses between cases: calls and their answers, escalations, signals, messages.</summary>
internal sealed partial class CaseAct
{
    // False for what is a row of the case itself.
    private bool Carry(ProcessInstance instance, Effect effect, InstanceState state, DateTimeOffset at, Guid actorId)
    {
        switch (effect)
        {
            case Effect.StartCall call:
                next.Enqueue(ct => Call(instance, call, at, actorId, ct));
                return true;
            case Effect.CancelCall cancel:
                next.Enqueue(ct => TakeBack(instance.Id, cancel.Token, at, actorId, ct));
                return true;
            case Effect.BroadcastSignal signal:
                next.Enqueue(ct => Broadcast(instance.OrganizationId, signal.Name, null, instance.Id, at, actorId, ct));
                return true;
            case Effect.PublishMessage message:
                next.Enqueue(ct => Publish(instance.OrganizationId, message, "", Subscriptions.TimeToLive, at, actorId, ct));
                return true;
            case Effect.Subscribe { Kind: Subscription.Message } subscribe:
                next.Enqueue(ct => TakeKept(instance, subscribe.Token, at, actorId, ct));
                return false;
            case Effect.Escalate escalate:
                if (instance.CallerInstanceId is { } above)
                {
                    next.Enqueue(ct => Escalate(above, instance.CallerToken, escalate.EscalationCode, state, at, actorId, ct));
                }

                return true;
            case Effect.Finish finish:
                // The end stands in the case's own row already.
                if (instance.CallerInstanceId is { } caller && finish.Kind != EndKind.Cancelled)
                {
                    next.Enqueue(ct => Return(caller, instance.CallerToken, finish, state, at, actorId, ct));
                }

                return true;
            default:
                return false;
        }
    }

    private async Task Call(ProcessInstance caller, Effect.StartCall call, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        // Withdrawn before it began.
        if (Waiting(caller, call.Token) is null)
        {
            return;
        }

        var called = await Latest(caller.OrganizationId, call.ProcessId, ct)
            ?? throw new ExecutionException("engine.no-such-process", call.ElementId, $"Không có quy trình “{call.ProcessId}” mà bước “{call.ElementId}” gọi đến.");
        await Begin(called, new NewCase(caller.OrganizationId, caller.SubjectId, caller.BusinessKey, caller, call.Token), new Trigger.Started(at, call.Variables) { Depth = call.Depth }, actorId, ct);
    }

    private async Task Return(Guid callerId, string token, Effect.Finish finish, InstanceState ended, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var caller = await Case(callerId, ct);
        if (Waiting(caller, token) is { } waiting)
        {
            var isError = finish.Kind == EndKind.UncaughtError;
            var back = (await catalog.Of(db, caller.DefinitionHash, ct)).ComesBack(waiting.ElementId, ended.Variables, at, isError);
            await Step(caller, isError ? new Trigger.WorkFailed(at, token, finish.ErrorCode, back) : new Trigger.CallReturned(at, token, back), actorId, ct);
        }
    }

    private async Task Escalate(Guid callerId, string token, string code, InstanceState called, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var caller = await Case(callerId, ct);
        if (Waiting(caller, token) is { } waiting)
        {
            var back = (await catalog.Of(db, caller.DefinitionHash, ct)).ComesBack(waiting.ElementId, called.Variables, at, isPartial: true);
            await Step(caller, new Trigger.CallEscalated(at, token, code, back), actorId, ct);
        }
    }

    private async Task TakeBack(Guid callerId, string token, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var called = await db.Set<ProcessInstance>().Where(row => row.CallerInstanceId == callerId && row.CallerToken == token && row.EndedAt == null).ToListAsync(ct);
        foreach (var one in called.Union(begun.Where(row => row.CallerInstanceId == callerId && row.CallerToken == token)))
        {
            await Step(one, new Trigger.Cancelled(at, "Bước gọi đã được rút lại."), actorId, ct);
        }
    }

    private static Token? Waiting(ProcessInstance caller, string token) => InstanceState.FromJson(caller.State).Tokens.FirstOrDefault(one => one.Id == token);
}
