using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>
/// Who catches what is thrown inside a case. Errors and escalations rise scope by scope to the innermost catcher: an event subprocess of a
/// scope goes before a boundary event on it, one with the code before one without. Signals go to all who listen at that moment.
/// </summary>
internal sealed class Catching(StepBuilder step)
{
    /// <summary>An error rises from an activity to the nearest catcher; uncaught, it ends the case visibly.</summary>
    public void Raise(Token activity, string code) => RaiseFrom(activity.ElementId, activity, activity.Scope, code);

    /// <summary>An error rises from an error end event in a scope.</summary>
    public void Throw(string elementId, string scope, string code) => RaiseFrom(elementId, null, scope, code);

    /// <summary>An escalation rises from a scope; nobody: the calling case may catch it.</summary>
    public void Escalate(string elementId, string scope, string code) => EscalateFrom(elementId, null, scope, code);

    /// <summary>An escalation that came out of a called case.</summary>
    public void Escalate(Token call, string code) => EscalateFrom(call.ElementId, call, call.Scope, code);

    /// <summary>Tokens that listen to a signal now.</summary>
    public List<string> Listeners(string name) => [.. step.Tokens.Where(token => token.Wait == Wait.Signal && token.Name == name).Select(token => token.Id)];

    public void Hear(List<string> listeners)
    {
        foreach (var id in listeners)
        {
            // One listener may interrupt another.
            if (step.Waiting(id, Wait.Signal) is not null)
            {
                step.Occur(id);
            }
        }
    }

    private void RaiseFrom(string elementId, Token? activity, string scope, string code)
    {
        if (!Catch<ErrorEvent>(activity, scope, trigger => trigger.Catches(code), trigger => trigger.Code is null))
        {
            step.Finish(elementId, EndKind.UncaughtError, code);
        }
    }

    private void EscalateFrom(string elementId, Token? activity, string scope, string code)
    {
        if (!Catch<EscalationEvent>(activity, scope, trigger => trigger.Catches(code), trigger => trigger.Code is null))
        {
            step.Want(new Effect.Escalate(elementId, code));
        }
    }

    // From the inside outwards: the border of the activity itself, then of each scope its event subprocesses and its border.
    private bool Catch<T>(Token? activity, string scope, Func<T, bool> catches, Func<T, bool> isGeneral)
        where T : EventTrigger
    {
        var host = activity;
        while (true)
        {
            if (host is not null)
            {
                if (!IsInstance(host) && Best(step.Definition.AttachedTo(host.ElementId), border => border.Trigger as T, catches, isGeneral) is { } border)
                {
                    border.Catch(step, host);
                    return true;
                }

                scope = host.Scope;
            }

            host = step.Find(scope);
            var isOpen = (host is null || host.Wait == Wait.Scope) && !IsInterrupted(scope);
            var starts = isOpen ? step.Definition.EventSubProcessesIn(host?.ElementId ?? "").SelectMany(inner => step.Definition.StartsOf(inner.Id)) : [];
            if (Best(starts, start => start.Trigger as T, catches, isGeneral) is { } found)
            {
                found.Catch(step, scope);
                return true;
            }

            if (host is null)
            {
                return false;
            }
        }
    }

    // A catcher with the code goes before one without.
    private static TElement? Best<TElement, T>(IEnumerable<TElement> candidates, Func<TElement, T?> trigger, Func<T, bool> catches, Func<T, bool> isGeneral)
        where T : EventTrigger => candidates.Where(one => trigger(one) is { } what && catches(what)).OrderBy(one => isGeneral(trigger(one)!)).FirstOrDefault();

    // Border events of a multi-instance activity belong to the whole, not to one instance.
    private bool IsInstance(Token token) => step.Find(token.Scope) is { Wait: Wait.Body } body && body.ElementId == token.ElementId;

    // An interrupting event subprocess runs: the others of this scope are off.
    private bool IsInterrupted(string scope) =>
        step.Inside(scope).Exists(token => token.Wait == Wait.Scope && step.Definition[token.ElementId] is EventSubProcess inner && step.Definition.StartsOf(inner.Id).Any(start => start.Interrupting));
}
