using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>Who does the work of an element.</summary>
public enum WorkOf
{
    Person, Machine, CalledCase,
}

/// <summary>Work that a definition hands out: its element, who does it and under which key.</summary>
public sealed record DescribedWork(string ElementId, string Name, WorkOf Kind, string Key, string Whom, IReadOnlyList<string> Outcomes);

/// <summary>A way in which a case begins without a person; <paramref name="Name"/> of the message or signal.</summary>
public sealed record DescribedStart(string ElementId, BeginsBy Kind, string Name);

/// <summary>A definition for those who do not know the engine.</summary>
public sealed record DescribedProcess(string ProcessId, string Name, string Hash, IReadOnlyList<DescribedWork> Work, IReadOnlyList<DescribedStart> Starts)
{
    internal static DescribedProcess Of(ProcessDefinition definition) => new(
        definition.ProcessId, definition.Name, definition.Hash,
        Of(definition, one => one.Work),
        [.. definition.Starts.Where(start => start.Kind != StartKind.Plain).Select(start => new DescribedStart(start.ElementId, Deployments.Kind(start.Kind), start.Name))]);

    internal static IReadOnlyList<DescribedWork> Of(ProcessDefinition definition, Func<ProcessDefinition, IEnumerable<DefinedWork>> which) =>
        [.. which(definition).Select(work => new DescribedWork(work.ElementId, work.Name, work.Kind switch { WorkKind.Person => WorkOf.Person, WorkKind.Machine => WorkOf.Machine, _ => WorkOf.CalledCase }, work.Key, work.Whom, definition.OutcomesAt(work.ElementId)))];
}
