using Workflow.Engine.Elements;

namespace Workflow.Engine.Migrating;

/// <summary>An element that a token may be put at.</summary>
/// <param name="ElementId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">Key of the task or activity that begins there; empty for anything else.</param>
public sealed record MoveTarget(string ElementId, string Name, string Key);

/// <summary>A token that an operator may move, and where to.</summary>
/// <param name="Token">The token.</param>
/// <param name="ElementId">Where it rests.</param>
/// <param name="Targets">Elements of the same scope, in the order of the file.</param>
public sealed record MovableToken(string Token, string ElementId, IReadOnlyList<MoveTarget> Targets);

/// <summary>
/// Moves a token against the drawing: what it waits for is withdrawn, and it arrives at another element of the same scope as if a flow had led
/// it there. For what the drawing cannot get out of by itself (a join whose other flow never comes); the act is journalled with its reason.
/// </summary>
public static class Override
{
    /// <summary>The tokens that may be moved and where to. Watchers go with what they watch; one of several instances does not move without the others.</summary>
    public static IReadOnlyList<MovableToken> Tokens(ProcessDefinition definition, InstanceState state)
    {
        var byId = state.Tokens.ToDictionary(token => token.Id, StringComparer.Ordinal);
        return
        [
            .. state.Tokens.Where(token => MayMove(token, byId.GetValueOrDefault))
                .Select(token => new MovableToken(token.Id, token.ElementId, [.. definition.Elements.Where(element => element.Id != token.ElementId && Receives(definition, element, ScopeElement(token, byId.GetValueOrDefault))).Select(Target)])),
        ];
    }

    private static MoveTarget Target(Element element) => new(element.Id, element.Name, element switch { UserTask task => task.Key, ServiceTask task => task.Key, _ => "" });

    internal static StepVerdict? Apply(StepBuilder step, Token token, string elementId)
    {
        if (!MayMove(token, step.Find) || !step.Definition.Knows(elementId) || !Receives(step.Definition, step.Definition[elementId], ScopeElement(token, step.Find)))
        {
            return new StepVerdict.Refused("engine.no-such-move", $"Không chuyển được từ “{step.Definition[token.ElementId].Name}” tới “{step.Definition.NameOf(elementId) ?? elementId}”.");
        }

        step.Withdraw(token);
        step.Move(new Arrival(elementId, token.Scope, "", null));
        return null;
    }

    private static bool MayMove(Token token, Func<string, Token?> find) => !token.IsWatcher && (token.Scope.Length == 0 || find(token.Scope) is { Wait: Wait.Scope });

    // A join would wait for a flow that this token did not come by.
    private static bool Receives(ProcessDefinition definition, Element element, string scope) => element.Parent == scope && element switch
    {
        StartEvent or BoundaryEvent or EventSubProcess => false,
        ParallelGateway or InclusiveGateway => definition.Into(element.Id).Count < 2,
        _ => true,
    };

    private static string ScopeElement(Token token, Func<string, Token?> find) => token.Scope.Length == 0 ? "" : find(token.Scope)!.ElementId;
}
