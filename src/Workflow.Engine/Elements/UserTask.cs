using System.Globalization;
using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>User task: waits for a person's outcome.</summary>
internal sealed record UserTask(string Id, string Name, string Parent, string Key, IReadOnlyList<string> Declared) : Activity(Id, Name, Parent)
{
    public Template Title { get; init; } = Template.Constant(Name);

    /// <summary>Who may take it, each with its kind before a colon: <c>role:secretary</c>.</summary>
    public IReadOnlyList<(string Kind, Template Who)> Candidates { get; init; } = [];

    public Template? Assignee { get; init; }

    public Template? Due { get; init; }

    public Template? Priority { get; init; }

    public string Form { get; init; } = "";

    public string NotSameAs { get; init; } = "";

    /// <summary>How it is answered on the general page.</summary>
    public TaskForm Sheet { get; init; } = new([], [], IsDelegable: false);

    public override IReadOnlyList<string> Answers => Declared;

    protected override void Begin(StepBuilder step, Arrival arrival)
    {
        var token = Rest(step, arrival, Wait.Task);
        string Text(Template? template) => template is null ? "" : step.Compute(template, token.Id, null, Id).ToString();
        var who = Candidates.SelectMany(one => Each(step.Compute(one.Who, token.Id, null, Id)).Select(name => one.Kind + name));
        step.Want(new Effect.OpenTask(token.Id, Id, Key, Text(Title), string.Join(", ", who))
        {
            Assignee = Text(Assignee),
            Due = Due is null ? null : DueAt(step, Text(Due)),
            Priority = Priority is null ? 50 : int.TryParse(Text(Priority), NumberStyles.Integer, CultureInfo.InvariantCulture, out var priority) ? priority : throw Bad(Priority, "thứ tự ưu tiên"),
            Form = Form,
            NotSameAs = NotSameAs,
            Locals = token.Locals,
        });
        ArmBoundaries(step, token);
    }

    private static IEnumerable<string> Each(Value who) =>
        who is Value.Items list ? list.Of.Select(one => one.ToString()) : who.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A duration from now, or an instant.
    private DateTimeOffset? DueAt(StepBuilder step, string text) => text.Length == 0 ? null
        : CalendarSpan.Parse(text)?.After(step.At, step.Definition.Zone) ?? TimerExpression.Instant(text, step.Definition.Zone) ?? throw Bad(Due!, "thời hạn");

    private ExecutionException Bad(Template template, string what) => new("engine.expression", Id, $"“{template.Source}” ở “{Name}” ({Id}) không cho {what}.");
}
