namespace Workflow.Engine;

/// <summary>How tokens go: done, or withdrawn with everything that depends on them.</summary>
internal sealed partial class StepBuilder
{
    /// <summary>A token is done: it goes, and what watches beside it goes with it.</summary>
    public void Remove(Token token)
    {
        if (!tokens.Drop(token.Id))
        {
            return;
        }

        if (token.Wait is Wait.Message or Wait.Signal)
        {
            Want(new Effect.Unsubscribe(token.Id));
        }

        foreach (var watcher in tokens.Beside(token.Id))
        {
            Withdraw(watcher);
        }

        emptied.Enqueue(token.Scope);
    }

    /// <summary>A token is withdrawn with its work and everything inside its scope.</summary>
    public void Withdraw(Token token)
    {
        if (tokens.Find(token.Id) is null)
        {
            return;
        }

        foreach (var inner in tokens.Inside(token.Id))
        {
            Withdraw(inner);
        }

        switch (token.Wait)
        {
            case Wait.Task or Wait.Activity:
                Want(new Effect.CloseWork(token.Id));
                break;
            case Wait.Timer:
                Want(new Effect.CloseTimer(token.Id));
                break;
            case Wait.Call:
                Want(new Effect.CancelCall(token.Id));
                break;
            default:
                // Subscriptions are closed in Remove; the others have nothing outside.
                break;
        }

        Remove(token);
    }

    /// <summary>Everything in a scope is withdrawn, what is on its way in it too; the scope itself stays.</summary>
    public void Clear(string scope)
    {
        foreach (var token in tokens.Inside(scope))
        {
            Withdraw(token);
        }

        for (var left = moving.Count; left > 0; left--)
        {
            if (moving.Dequeue() is var arrival && arrival.Scope != scope)
            {
                moving.Enqueue(arrival);
            }
        }
    }
}
