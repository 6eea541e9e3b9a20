using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Engine.Scenarios;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>A user-task key that the code knows, with the outcomes it may answer.</summary>
public sealed record DeclaredTask(string Key, params IReadOnlyList<string> Outcomes);

/// <summary>A definition that ships with the program.</summary>
public sealed record ShippedDefinition(string ProcessId, string Xml);

/// <summary>How definitions are read in this installation.</summary>
/// <param name="PlainTasks">Whether a user task may do without a key and without candidates.</param>
/// <param name="Zone">Offset in which dates without one are meant; Vietnam's unless said otherwise.</param>
/// <param name="Candidates">Whom a task may name; null: anyone, unchecked.</param>
public sealed record CatalogSettings(bool PlainTasks = false, TimeSpan? Zone = null, KnownCandidates? Candidates = null);

/// <summary>Whom a task may name as candidates.</summary>
/// <param name="Words">Whole words: <c>role:secretary</c>, <c>drafter</c>.</param>
/// <param name="Kinds">Beginnings after which anything may come: <c>user:</c>.</param>
public sealed record KnownCandidates(IReadOnlyList<string> Words, IReadOnlyList<string> Kinds);

/// <summary>A definition was refused at deployment; the message names element, line and reason.</summary>
public sealed class DeploymentRefusedException(string message) : Exception(message);

/// <summary>Deploys definitions, and keeps parsed ones by hash: they never change.</summary>
public sealed class DefinitionCatalog(
    IEnumerable<DeclaredTask> tasks, IEnumerable<IActivityDeclaration> activities, IEnumerable<ShippedDefinition> shipped, CatalogSettings? settings = null)
{
    private readonly Vocabulary vocabulary = new(
        tasks.ToDictionary(task => task.Key, task => task.Outcomes),
        activities.ToDictionary(activity => activity.Key, activity => activity.Outcomes))
    {
        PlainTasks = settings?.PlainTasks ?? false,
        Zone = settings?.Zone ?? TimeSpan.FromHours(7),
        Candidates = settings?.Candidates is { } known ? new(known.Words, known.Kinds) : null,
    };

    private readonly Dictionary<string, string> xmlByProcess = shipped.ToDictionary(one => one.ProcessId, one => one.Xml);
    private readonly ConcurrentDictionary<string, ProcessDefinition> newest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProcessDefinition> byHash = new(StringComparer.Ordinal);
    private IReadOnlyList<(BeginsBy Kind, string Name, string Hash, string ElementId)>? shippedStarts;

    /// <summary>Stores the shipped definitions that this database does not hold yet.</summary>
    public async Task Deploy(WorkflowDbContext db, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var (id, xml) in xmlByProcess)
        {
            var definition = Newest(id);
            if (definition.Starts.Any(start => start.Kind == StartKind.Timer))
            {
                throw new DeploymentRefusedException($"{id}: a definition that ships belongs to no organization, so no time can begin a case of it");
            }

            if (!await db.Set<StoredDefinition>().AnyAsync(row => row.Hash == definition.Hash, ct))
            {
                db.Add(new StoredDefinition { Hash = definition.Hash, ProcessId = definition.ProcessId, Name = definition.Name, Xml = xml, DeployedAt = at });
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The text of a file of any of the usual encodings; null when the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> file) => file.Length > MaxLength * 4 ? null : BpmnReader.Decode(file);

    /// <summary>Largest file taken, in characters.</summary>
    public const int MaxLength = BpmnReader.MaxLength;

    /// <summary>User-task keys that definitions may name, with their outcomes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tasks => vocabulary.Tasks;

    /// <summary>Activity keys that definitions may name, with their outcomes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Activities => vocabulary.Activities;

    /// <summary>Whether the process ships with the program: it belongs to no organization and is not replaced.</summary>
    public bool Ships(string processId) => xmlByProcess.ContainsKey(processId);

    /// <summary>Ids of the processes that ship.</summary>
    public IReadOnlyCollection<string> Shipped => xmlByProcess.Keys;

    /// <summary>The version on which new cases of a shipped process start.</summary>
    public string ShippedHash(string processId) => Newest(processId).Hash;

    /// <summary>Reads a file without storing anything; <paramref name="bindings"/> name activities by element and go before what the file says.</summary>
    public DeploymentReport Check(string xml, IReadOnlyDictionary<string, string>? bindings = null) => DeploymentReport.Of(Read(xml, bindings), xmlByProcess);

    /// <summary>
    /// Deploys the processes of a file for an organization: its new cases start on them from the coming save on, which is the caller's. Nothing
    /// is stored when it is refused; the findings say why.
    /// </summary>
    public async Task<DeploymentReport> Deploy(
        WorkflowDbContext db, Guid organizationId, string xml, DateTimeOffset at, CancellationToken ct, IReadOnlyDictionary<string, string>? bindings = null, DeployedBy? by = null)
    {
        var deployment = Read(xml, bindings);
        var report = DeploymentReport.Of(deployment, xmlByProcess);
        var written = bindings is { Count: > 0 } ? JsonSerializer.Serialize(new SortedDictionary<string, string>(bindings.ToDictionary(), StringComparer.Ordinal)) : "";
        foreach (var definition in report.IsAccepted ? deployment.Definitions : [])
        {
            var stored = await db.Set<StoredDefinition>().Where(row => row.Hash == definition.Hash).Select(row => row.Bindings).SingleOrDefaultAsync(ct);
            if (stored is not null && stored != written)
            {
                return report.Refuse(new("deploy.other-bindings", definition.ProcessId, 0, "Tệp này đã được nạp với các việc máy làm khác. Hãy sửa tệp (dù chỉ một ghi chú) rồi nạp lại.", IsWarning: false));
            }

            if (stored is null)
            {
                db.Add(new StoredDefinition { Hash = definition.Hash, ProcessId = definition.ProcessId, Name = definition.Name, Xml = xml, Bindings = written, DeployedAt = at });
            }

            await Deployments.MakeLatest(db, organizationId, byHash.GetOrAdd(definition.Hash, definition), at, ct);
            await Deployments.Record(db, organizationId, definition, by ?? DeployedBy.Machine, at, ct);
        }

        return report;
    }

    /// <summary>The shipped definition of a process, on which new cases start.</summary>
    internal ProcessDefinition Newest(string processId) => newest.GetOrAdd(processId, id => Parse(xmlByProcess[id], null, ""));

    /// <summary>The definition on which new cases of the current organization start: the shipped one, or the last one deployed; null when there is none.</summary>
    internal async ValueTask<ProcessDefinition?> Latest(WorkflowDbContext db, string processId, CancellationToken ct) =>
        xmlByProcess.ContainsKey(processId) ? Newest(processId)
        : await db.Set<LatestDefinition>().Where(row => row.ProcessId == processId).Select(row => row.DefinitionHash).SingleOrDefaultAsync(ct) is { } hash ? await Of(db, hash, ct)
        : null;

    /// <summary>The shipped start events that a message or signal begins.</summary>
    internal IEnumerable<(string Hash, string ElementId)> ShippedStarts(BeginsBy kind, string name) =>
        (shippedStarts ??= [.. xmlByProcess.Keys.Select(Newest).SelectMany(definition => definition.Starts.Where(start => start.Kind is StartKind.Message or StartKind.Signal).Select(start => (Deployments.Kind(start.Kind), start.Name, definition.Hash, start.ElementId)))])
        .Where(start => start.Kind == kind && start.Name == name).Select(start => (start.Hash, start.ElementId));

    internal async ValueTask<ProcessDefinition> Of(WorkflowDbContext db, string hash, CancellationToken ct)
    {
        if (byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        var stored = await db.Set<StoredDefinition>().Where(row => row.Hash == hash).Select(row => new { row.Xml, row.Bindings }).SingleAsync(ct);
        return Parse(stored.Xml, hash, stored.Bindings);
    }

    /// <summary>The words with which a stored definition is read.</summary>
    internal ScenarioWords WordsOf(StoredDefinition stored) =>
        new(stored.ProcessId, stored.Bindings.Length == 0 ? vocabulary : vocabulary with { Bindings = JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Bindings)! });

    /// <summary>The processes of a file that is not stored; empty when it is refused.</summary>
    public IReadOnlyList<DescribedProcess> Describe(string xml) => [.. Definitions(xml).Select(DescribedProcess.Of)];

    /// <summary>A stored definition.</summary>
    public async Task<DescribedProcess> Describe(WorkflowDbContext db, string hash, CancellationToken ct) => DescribedProcess.Of(await Of(db, hash, ct));

    /// <summary>The definitions of a file that is not stored; empty when it is refused.</summary>
    internal IReadOnlyList<ProcessDefinition> Definitions(string xml) => Read(xml, null).Definitions;

    // A file may hold several processes, each with a hash of its own.
    private ProcessDefinition Parse(string xml, string? hash, string bindings)
    {
        var deployment = Read(xml, bindings.Length == 0 ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(bindings));
        return deployment.Definitions.FirstOrDefault(definition => hash is null || definition.Hash == hash) is { } definition
            ? byHash.GetOrAdd(definition.Hash, definition)
            : throw new DeploymentRefusedException(string.Join('\n', deployment.Findings.Select(finding => $"{finding.ElementId} (dòng {finding.Line}): {finding.Message} [{finding.Code}]")));
    }

    private Deployment Read(string xml, IReadOnlyDictionary<string, string>? bindings) =>
        BpmnReader.Read(xml, bindings is null ? vocabulary : vocabulary with { Bindings = bindings });
}
