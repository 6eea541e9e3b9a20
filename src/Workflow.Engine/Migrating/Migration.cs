using Workflow.Engine.Elements;

namespace Workflow.Engine.Migrating;

/// <summary>What waits at a token has another element now.</summary>
/// <param name="Token">The token; it keeps its id, and what it waits for.</param>
/// <param name="ElementId">Where it stands in the new version.</param>
/// <param name="Name">Name of that element.</param>
/// <param name="TaskKey">Key of a user task; otherwise empty.</param>
public sealed record MovedToken(string Token, string ElementId, string Name, string TaskKey);

/// <summary>The moved state, or why it cannot be moved; exactly one is there.</summary>
public sealed record MigrationResult(InstanceState? State, IReadOnlyList<MovedToken> Moved, IReadOnlyList<Finding> Findings);

/// <summary>
/// Puts a case that waits onto another version of its definition. Only places change: every token goes on waiting for the same thing, with
/// the same deadlines and variables. What would have to be opened, withdrawn or guessed is refused.
/// </summary>
public static class Migration
{
    /// <summary>Moves a state. Pure: a dry run and the real one are the same function.</summary>
    public static MigrationResult Move(ProcessDefinition from, ProcessDefinition to, InstanceState state, IReadOnlyDictionary<string, string> elements)
    {
        var move = new Mover(from, to, state, elements);
        var findings = state.IsEnded ? [new Finding("migration.ended", "", 0, "Hồ sơ đã kết thúc nên không chuyển sang bản khác.")] : move.Check();
        return findings.Count > 0 ? new(null, [], findings) : move.Done();
    }

    private sealed class Mover(ProcessDefinition from, ProcessDefinition to, InstanceState state, IReadOnlyDictionary<string, string> elements)
    {
        private readonly Dictionary<string, Token> tokens = state.Tokens.ToDictionary(token => token.Id, StringComparer.Ordinal);

        public List<Finding> Check()
        {
            List<Finding> findings = [.. state.Tokens.SelectMany(Check).DistinctBy(finding => (finding.Code, finding.ElementId))];
            if (findings.Count == 0)
            {
                findings.AddRange(Watched("", ""));
            }

            return findings;
        }

        public MigrationResult Done()
        {
            var moved = state with { Tokens = [.. state.Tokens.Select(token => token with { ElementId = elements[token.ElementId] })] };
            return new(moved, [.. moved.Tokens.Select(token => new MovedToken(token.Id, token.ElementId, to[token.ElementId].Name, to[token.ElementId] is UserTask task ? task.Key : ""))], []);
        }

        private IEnumerable<Finding> Check(Token token)
        {
            var element = from[token.ElementId];
            if (!elements.TryGetValue(element.Id, out var id) || !to.Knows(id))
            {
                return [Found("no-place", element, $"Hồ sơ đang ở “{element.Name}” nhưng bản mới chưa có chỗ tương ứng.")];
            }

            var target = to[id];
            if (!MigrationPlan.IsSameKind(element, target))
            {
                return [Found("other-kind", element, $"“{element.Name}” và “{target.Name}” không cùng loại nên việc đang chờ không chuyển được.")];
            }

            if (element is UserTask before && target is UserTask after && before.Key != after.Key && !before.Declared.SequenceEqual(after.Declared))
            {
                return [Found("other-outcomes", element, $"“{element.Name}” ở bản mới có các kết quả khác nên người đang làm sẽ không trả lời được.")];
            }

            return [.. Placed(token, element, target), .. Watched(element.Id, target.Id)];
        }

        // Its scope, its host and the flow it came by go with it.
        private IEnumerable<Finding> Placed(Token token, Element element, Element target)
        {
            var scope = ScopeOf(token);
            if (target.Parent != (scope is null ? "" : elements.GetValueOrDefault(scope.ElementId, "?")) && element is not StartEvent)
            {
                yield return Found("other-scope", element, $"“{target.Name}” ở bản mới nằm trong quy trình con khác.");
            }

            if (element is StartEvent && target.Parent != elements.GetValueOrDefault(element.Parent, "?"))
            {
                yield return Found("other-scope", element, $"Sự kiện “{target.Name}” ở bản mới thuộc quy trình con khác.");
            }

            if (element is BoundaryEvent border && ((BoundaryEvent)target).Host != elements.GetValueOrDefault(border.Host, "?"))
            {
                yield return Found("other-host", element, $"Sự kiện “{target.Name}” ở bản mới gắn vào bước khác.");
            }

            if (token.Wait is Wait.Join or Wait.Inclusive && !to.Into(target.Id).Any(flow => flow.Id == token.Via))
            {
                yield return Found("no-flow", element, $"Một nhánh đã tới “{element.Name}” bằng đường “{token.Via}”, bản mới không có đường ấy.");
            }

            if (token.Wait == Wait.Choice && !Images(from.From(element.Id).Select(flow => flow.To)).SetEquals(to.From(target.Id).Select(flow => flow.To)))
            {
                yield return Found("other-events", element, $"“{element.Name}” ở bản mới chờ những sự kiện khác.");
            }
        }

        // Events that are on watch would have to be armed or withdrawn: refused. Errors and escalations are only looked up when thrown.
        private IEnumerable<Finding> Watched(string element, string target)
        {
            var borders = Images(from.AttachedTo(element).Where(border => IsArmed(border.Trigger)).Select(border => border.Id));
            if (!borders.SetEquals(to.AttachedTo(target).Where(border => IsArmed(border.Trigger)).Select(border => border.Id)))
            {
                yield return new Finding("migration.other-border", element, 0, $"“{from.NameOf(element)}” ở bản mới có thêm hoặc bớt hẹn giờ, thông điệp hay tín hiệu ở biên.");
            }

            var inside = Images(Starts(from, element));
            if (!inside.SetEquals(Starts(to, target)))
            {
                yield return new Finding("migration.other-event-subprocess", element, 0, "Bản mới có thêm hoặc bớt quy trình con theo sự kiện ở nơi hồ sơ đang chạy.");
            }
        }

        private static IEnumerable<string> Starts(ProcessDefinition definition, string scope) =>
            definition.EventSubProcessesIn(scope).SelectMany(one => definition.StartsOf(one.Id)).Where(start => start.Trigger is { } trigger && IsArmed(trigger)).Select(start => start.Id);

        private static bool IsArmed(EventTrigger trigger) => trigger is TimerEvent or MessageEvent or SignalEvent;

        private HashSet<string> Images(IEnumerable<string> ids) => ids.Select(id => elements.GetValueOrDefault(id, "?" + id)).ToHashSet(StringComparer.Ordinal);

        // The subprocess around it: the body of its own several instances is not one.
        private Token? ScopeOf(Token token)
        {
            var scope = tokens.GetValueOrDefault(token.Scope);
            while (scope is { Wait: Wait.Body } && scope.ElementId == token.ElementId)
            {
                scope = tokens.GetValueOrDefault(scope.Scope);
            }

            return scope;
        }

        private static Finding Found(string code, Element element, string message) => new("migration." + code, element.Id, 0, message);
    }
}
