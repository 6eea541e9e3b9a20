using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>One step in the making: the tokens, what is wanted, and what is still on its way.</summary>
internal sealed class StepBuilder(ProcessDefinition definition, InstanceState before, DateTimeOffset at)
{
    /// <summary>Moves in one step before it is called an endless loop.</summary>
    public const int MaxMoves = 10_000;

    private readonly List<Token> tokens = [.. before.Tokens];
    private readonly List<Effect> effects = [];
    private readonly Queue<Arrival> moving = new();
    private readonly SortedDictionary<string, string> variables = new(before.Variables.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);
    private int sequence = before.Sequence;
    private EndKind? end = before.End;

    public ProcessDefinition Definition => definition;

    public DateTimeOffset At => at;

    public IReadOnlyList<Token> Tokens => tokens;

    public IReadOnlyDictionary<string, string> Variables => variables;

    public void Set(IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            variables[name] = value;
        }
    }

    public void Want(Effect effect) => effects.Add(effect);

    public void Move(Arrival arrival) => moving.Enqueue(arrival);

    public void Follow(Flow flow, string scope, string outcome) => Move(new Arrival(flow.To, scope, outcome, flow.Id));

    /// <summary>A token leaves an element: on every outgoing flow whose condition holds; on the default flow only if no conditional one does.</summary>
    public void Leave(string elementId, string scope, string outcome)
    {
        var conditional = definition.From(elementId).Any(flow => flow.WhenOutcome == outcome);
        foreach (var flow in definition.From(elementId))
        {
            if (flow.WhenOutcome is { } asked ? asked == outcome : !flow.IsDefault || !conditional)
            {
                Follow(flow, scope, outcome);
            }
        }
    }

    public Token Rest(string elementId, string scope, Wait wait, string via, string outcome)
    {
        var token = new Token($"t{++sequence}", elementId, scope, wait, via, outcome);
        tokens.Add(token);
        return token;
    }

    public void ArmBoundaries(Token host)
    {
        foreach (var timer in definition.AttachedTo(host.ElementId).OfType<TimerBoundaryEvent>())
        {
            timer.Arm(this, host);
        }
    }

    /// <summary>A token is done: it goes, and the timers on its border with it.</summary>
    public void Remove(Token token)
    {
        tokens.Remove(token);
        foreach (var timer in tokens.Where(other => other.Wait == Wait.Timer && other.Via == token.Id).ToList())
        {
            tokens.Remove(timer);
            Want(new Effect.CloseTimer(timer.Id));
        }
    }

    /// <summary>A token is withdrawn with its work and everything inside its scope.</summary>
    public void Withdraw(Token token)
    {
        if (!tokens.Contains(token))
        {
            return;
        }

        foreach (var inner in tokens.Where(other => other.Scope == token.Id).ToList())
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
            case Wait.Join or Wait.Scope:
                break;
        }

        Remove(token);
    }

    /// <summary>A token reached an end event.</summary>
    public void Consume(string elementId, string scope) => lastEnd = elementId;

    private string lastEnd = "";

    /// <summary>Everything in the scope is withdrawn and the scope ends.</summary>
    public void Terminate(string elementId, string scope)
    {
        WithdrawAll(scope);
        lastEnd = elementId;
        if (scope.Length == 0)
        {
            Finish(elementId, EndKind.Terminated);
        }
    }

    public void Finish(string elementId, EndKind kind)
    {
        WithdrawAll("");
        moving.Clear();
        end = kind;
        Want(new Effect.Finish(elementId, kind));
    }

    /// <summary>An error rises from an element to the nearest border that catches it; uncaught, it ends the case visibly.</summary>
    public void Raise(Token source, string errorCode) => Raise(source.ElementId, source, errorCode);

    /// <summary>An error end event: the error rises from its scope.</summary>
    public void Throw(string elementId, string scope, string errorCode) => Raise(elementId, tokens.Find(outer => outer.Id == scope), errorCode);

    private void Raise(string elementId, Token? source, string errorCode)
    {
        for (var token = source; token is not null; token = tokens.Find(outer => outer.Id == token.Scope))
        {
            var border = definition.AttachedTo(token.ElementId).OfType<ErrorBoundaryEvent>()
                .OrderBy(candidate => candidate.ErrorCode is null).FirstOrDefault(candidate => candidate.Catches(errorCode));
            if (border is not null)
            {
                var scope = token.Scope;
                Withdraw(token);
                ForgetLost();
                Leave(border.Id, scope, "");
                return;
            }
        }

        Finish(elementId, EndKind.UncaughtError);
    }

    /// <summary>Runs until every token waits, and answers the new state.</summary>
    public StepResult Run()
    {
        var moves = 0;
        while (end is null)
        {
            if (moving.TryDequeue(out var arrival))
            {
                if (++moves > MaxMoves)
                {
                    throw new EndlessLoopException(arrival.ElementId);
                }

                definition[arrival.ElementId].Enter(this, arrival);
            }
            else if (tokens.FirstOrDefault(IsEmptyScope) is { } done)
            {
                definition[done.ElementId].Complete(this, done, "");
            }
            else if (tokens.Count == 0)
            {
                Finish(lastEnd, EndKind.Completed);
            }
            else
            {
                break;
            }
        }

        var state = new InstanceState { Sequence = sequence, Tokens = tokens, Variables = variables, End = end };
        return new StepResult(state, effects, new StepVerdict.Taken());
    }

    private bool IsEmptyScope(Token token) => token.Wait == Wait.Scope && !tokens.Exists(inner => inner.Scope == token.Id);

    private void WithdrawAll(string scope)
    {
        foreach (var token in tokens.Where(token => token.Scope == scope).ToList())
        {
            Withdraw(token);
        }

        ForgetLost(scope);
    }

    // Tokens on their way die with their scope; those of other scopes go on.
    private void ForgetLost(string? ended = null)
    {
        var rest = moving.Where(arrival => arrival.Scope != ended && (arrival.Scope.Length == 0 || tokens.Exists(token => token.Id == arrival.Scope))).ToList();
        moving.Clear();
        rest.ForEach(moving.Enqueue);
    }
}
