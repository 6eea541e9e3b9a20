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
        foreach (var (catcher, host, inner) in Catchers<ErrorEvent>(activity, scope, trigger => trigger.Catches(code), trigger => trigger.Code is null))
        {
            Catch(catcher, host, inner);
            return;
        }

        step.Finish(elementId, EndKind.UncaughtError, code);
    }

    private void EscalateFrom(string elementId, Token? activity, string scope, string code)
    {
        foreach (var (catcher, host, inner) in Catchers<EscalationEvent>(activity, scope, trigger => trigger.Catches(code), trigger => trigger.Code is null))
        {
            Catch(catcher, host, inner);
            return;
        }

        step.Want(new Effect.Escalate(elementId, code));
    }

    private void Catch(Element catcher, Token? host, string scope)
    {
        if (catcher is BoundaryEvent border)
        {
            border.Catch(step, host!);
        }
        else
        {
            ((StartEvent)catcher).Catch(step, scope);
        }
    }

    // From the inside outwards: the border of the activity itself, then of each scope its event subprocesses and its border.
    private IEnumerable<(Element Catcher, Token? Host, string Scope)> Catchers<T>(Token? activity, string scope, Func<T, bool> catches, Func<T, bool> isGeneral)
        where T : EventTrigger
    {
        var host = activity;
        while (true)
        {
            if (host is not null && !IsInstance(host))
            {
                var border = step.Definition.AttachedTo(host.ElementId).Where(one => one.Trigger is T trigger && catches(trigger)).OrderBy(one => isGeneral((T)one.Trigger)).FirstOrDefault();
                if (border is not null)
                {
                    yield return (border, host, host.Scope);
                }

                scope = host.Scope;
            }
            else if (host is not null)
            {
                scope = host.Scope;
            }

            host = step.Find(scope);
            if ((host is null || host.Wait == Wait.Scope) && !IsInterrupted(scope))
            {
                var start = step.Definition.EventSubProcessesIn(host?.ElementId ?? "").SelectMany(inner => step.Definition.StartsOf(inner.Id))
                    .Where(one => one.Trigger is T trigger && catches(trigger)).OrderBy(one => isGeneral((T)one.Trigger!)).FirstOrDefault();
                if (start is not null)
                {
                    yield return (start, null, scope);
                }
            }

            if (host is null)
            {
                yield break;
            }
        }
    }

    // Border events of a multi-instance activity belong to the whole, not to one instance.
    private bool IsInstance(Token token) => step.Find(token.Scope) is { Wait: Wait.Body } body && body.ElementId == token.ElementId;

    // An interrupting event subprocess runs: the others of this scope are off.
    private bool IsInterrupted(string scope) =>
        step.Inside(scope).Exists(token => token.Wait == Wait.Scope && step.Definition[token.ElementId] is EventSubProcess inner && step.Definition.StartsOf(inner.Id).Any(start => start.Interrupting));
}
