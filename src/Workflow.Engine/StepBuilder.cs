using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>One step in the making: the tokens, what is wanted, and what is still on its way.</summary>
internal sealed partial class StepBuilder
{
    /// <summary>Moves in one step before it is called an endless loop.</summary>
    public const int MaxMoves = 30_000;

    /// <summary>Tokens at rest in one case.</summary>
    public const int MaxTokens = 10_000;

    private readonly InstanceState before;
    private readonly TokenSet tokens;
    private readonly List<Effect> effects = [];
    private readonly List<string> passed = [];
    private readonly List<string> taken = [];
    private readonly Queue<Arrival> moving = new();
    private readonly Queue<string> emptied = new();
    private int sequence;
    private int depth;
    private EndKind? end;
    private string lastEnd = "";

    public StepBuilder(ProcessDefinition definition, InstanceState before, DateTimeOffset at)
    {
        this.before = before;
        Definition = definition;
        At = at;
        tokens = new TokenSet(before.Tokens);
        variables = before.Variables;
        sequence = before.Sequence;
        depth = before.Depth;
        end = before.End;
        Catching = new Catching(this);
    }

    public ProcessDefinition Definition { get; }

    public DateTimeOffset At { get; }

    public Catching Catching { get; }

    public int Depth => depth;

    public IEnumerable<Token> Tokens => tokens.All;

    public Token? Find(string id) => tokens.Find(id);

    public Token? Waiting(string id, params ReadOnlySpan<Wait> waits) => tokens.Find(id) is { } token && waits.Contains(token.Wait) ? token : null;

    public int CountIn(string scope) => tokens.CountIn(scope);

    public List<Token> Inside(string scope) => tokens.Inside(scope);

    public void Begin(StartEvent start, Trigger.Started started)
    {
        depth = started.Depth;
        Set("", started.Variables);
        if (start.Initiator is { } name && started.By is { } by)
        {
            SetCase(name, by);
        }

        Open("", "");
        start.Begin(this, "");
    }

    public void Want(Effect effect) => effects.Add(effect);

    public void Passed(string elementId) => passed.Add(elementId);

    public void Move(Arrival arrival) => moving.Enqueue(arrival);

    public void Follow(Flow flow, string scope, string outcome)
    {
        taken.Add(flow.Id);
        Move(new Arrival(flow.To, scope, outcome, flow.Id));
    }

    /// <summary>A token leaves an element: on every unconditional flow and every one whose condition holds; on the default flow only if no conditional one does.</summary>
    public void Leave(string elementId, string scope, string outcome)
    {
        var flows = Definition.From(elementId);
        var conditional = flows.Where(flow => flow.IsConditional && Holds(flow, scope, outcome)).ToHashSet();
        var any = flows.Count == 0;
        foreach (var flow in flows)
        {
            if (flow.IsConditional ? conditional.Contains(flow) : !flow.IsDefault || conditional.Count == 0)
            {
                any = true;
                Follow(flow, scope, outcome);
            }
        }

        if (!any)
        {
            throw NoWay(elementId, outcome);
        }

        // No flow at all: an implicit end.
        if (flows.Count == 0)
        {
            Consume(elementId, scope);
        }
    }

    public bool Holds(Flow flow, string scope, string outcome) =>
        flow.WhenOutcome is { } asked ? asked == outcome : flow.Condition is not { } condition || Decide(condition, scope, null, flow.From, flow.Id);

    public ExecutionException NoWay(string elementId, string outcome) => new(
        "engine.no-flow", elementId, $"Không có nhánh nào đi tiếp từ “{Definition[elementId].Name}” ({elementId}): không điều kiện nào đúng{(outcome.Length > 0 ? $" với kết quả “{outcome}”" : "")} và không có nhánh mặc định.");

    /// <summary>A token comes to rest. Its id comes from the state's sequence.</summary>
    public Token Rest(Token draft)
    {
        if (tokens.Count >= MaxTokens)
        {
            throw new ExecutionException("engine.too-many-tokens", draft.ElementId, $"Hồ sơ có quá {MaxTokens} việc mở cùng lúc tại “{draft.ElementId}”.");
        }

        var token = draft with { Id = $"t{++sequence}" };
        tokens.Add(token);
        return token;
    }

    public Token Change(Token token) => tokens.Change(token);

    /// <summary>Puts events on watch beside a token: boundary events, or the event subprocesses of a scope.</summary>
    public void Watch(string elementId, EventTrigger trigger, string scope, string via) => trigger.Arm(this, new Token { ElementId = elementId, Scope = scope, Via = via, Wait = Wait.Timer });

    public void ArmBoundaries(Token host)
    {
        foreach (var border in Definition.AttachedTo(host.ElementId))
        {
            Watch(border.Id, border.Trigger, host.Scope, host.Id);
        }
    }

    /// <summary>A scope begins: its event subprocesses are on watch as long as it is open.</summary>
    public void Open(string scopeElement, string scope)
    {
        foreach (var start in Definition.EventSubProcessesIn(scopeElement).SelectMany(inner => Definition.StartsOf(inner.Id)))
        {
            Watch(start.Id, start.Trigger!, scope, scope.Length == 0 ? Token.ProcessWatch : scope);
        }
    }

    public void Complete(string tokenId, string outcome) => Definition[tokens.Find(tokenId)!.ElementId].Complete(this, tokens.Find(tokenId)!, outcome);

    public void Occur(string tokenId) => Definition[tokens.Find(tokenId)!.ElementId].Occur(this, tokens.Find(tokenId)!);

    /// <summary>A token reached an end.</summary>
    public void Consume(string elementId, string scope)
    {
        lastEnd = elementId;
        emptied.Enqueue(scope);
    }

    /// <summary>Everything in the scope is withdrawn and the scope ends.</summary>
    public void Terminate(string elementId, string scope)
    {
        Clear(scope);
        Consume(elementId, scope);
        if (scope.Length == 0)
        {
            Finish(elementId, EndKind.Terminated);
        }
    }

    public void Finish(string elementId, EndKind kind, string errorCode = "")
    {
        Clear("");
        moving.Clear();
        end = kind;
        Want(new Effect.Finish(elementId, kind) { ErrorCode = errorCode });
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

                // A token on its way dies with its scope.
                if (arrival.Scope.Length == 0 || tokens.Find(arrival.Scope) is not null)
                {
                    Definition[arrival.ElementId].Enter(this, arrival);
                }
            }
            else if (!EndScopes() && !FireJoins())
            {
                break;
            }
        }

        var state = new InstanceState { Sequence = sequence, Tokens = [.. tokens.All], Variables = variables, Depth = depth, End = end };
        return new StepResult(state, effects, new StepVerdict.Taken()) { Passed = passed, Taken = taken };
    }

    // Nothing is on its way: a scope without a token has ended.
    private bool EndScopes()
    {
        while (emptied.TryDequeue(out var scope))
        {
            if (!tokens.IsEmpty(scope))
            {
                continue;
            }

            if (scope.Length == 0)
            {
                Finish(lastEnd, EndKind.Completed);
                return true;
            }

            if (tokens.Find(scope) is { Wait: Wait.Scope })
            {
                Complete(scope, "");
                return true;
            }
        }

        return false;
    }

    private bool FireJoins()
    {
        if (tokens.Joining == 0)
        {
            return false;
        }

        foreach (var waiting in tokens.All.Where(token => token.Wait == Wait.Inclusive).DistinctBy(token => (token.ElementId, token.Scope)).ToList())
        {
            if (((InclusiveGateway)Definition[waiting.ElementId]).Join(this, waiting.Scope))
            {
                return true;
            }
        }

        return false;
    }
}
