using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Why a file is refused, or what its author should know.</summary>
public sealed record DeploymentFinding(string Code, string ElementId, int Line, string Message, bool IsWarning);

/// <summary>What became of a file: its processes, or the findings that refuse it.</summary>
public sealed record DeploymentReport(IReadOnlyList<string> Processes, IReadOnlyList<DeploymentFinding> Findings)
{
    /// <summary>Whether cases may start on it.</summary>
    public bool IsAccepted => Findings.All(finding => finding.IsWarning);

    internal DeploymentReport Refuse(DeploymentFinding finding) => this with { Findings = [.. Findings, finding] };

    // The engine only warns, so that a definition taken in earlier is still read after a word has gone; a new one is not taken.
    private const string Refused = "bpmn.unknown-candidate";

    internal static DeploymentReport Of(Deployment deployment, IReadOnlyDictionary<string, string> shipped) => new(
        [.. deployment.Definitions.Select(definition => definition.ProcessId)],
        [
            .. deployment.Findings.Select(finding => new DeploymentFinding(finding.Code, finding.ElementId, finding.Line, finding.Message, IsWarning: false)),
            .. deployment.Definitions.Where(definition => shipped.ContainsKey(definition.ProcessId)).Select(definition => new DeploymentFinding(
                "deploy.ships", definition.ProcessId, 0, $"Mã quy trình “{definition.ProcessId}” là của quy trình có sẵn trong chương trình. Hãy đặt mã khác.", IsWarning: false)),
            .. deployment.Warnings.Select(finding => new DeploymentFinding(finding.Code, finding.ElementId, finding.Line, finding.Message, IsWarning: finding.Code != Refused)),
        ]);
}

/// <summary>Who deploys, and what they say about it.</summary>
public sealed record DeployedBy(Guid PersonId, string Note)
{
    internal static DeployedBy Machine { get; } = new(Guid.Empty, "");
}

/// <summary>Which definition is the latest of a process, and what begins its cases.</summary>
internal static class Deployments
{
    /// <summary>From the coming save on, new cases start on this definition, and its start events stand in for those of the one before.</summary>
    public static async Task MakeLatest(WorkflowDbContext db, Guid organizationId, ProcessDefinition definition, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<LatestDefinition>().SingleOrDefaultAsync(row => row.ProcessId == definition.ProcessId, ct) is { } latest)
        {
            (latest.DefinitionHash, latest.DeployedAt) = (definition.Hash, at);
        }
        else
        {
            db.Add(new LatestDefinition { OrganizationId = organizationId, ProcessId = definition.ProcessId, DefinitionHash = definition.Hash, DeployedAt = at });
        }

        await NoStarts(db, definition.ProcessId, ct);
        foreach (var start in definition.Starts.Where(start => start.Kind != StartKind.Plain))
        {
            var first = start.Kind == StartKind.Timer ? definition.NextStart(start.ElementId, null, at) : null;
            if (start.Kind == StartKind.Timer && first is null)
            {
                continue;
            }

            db.Add(new StartPoint
            {
                Id = RowId.At(at),
                OrganizationId = organizationId,
                ProcessId = definition.ProcessId,
                DefinitionHash = definition.Hash,
                ElementId = start.ElementId,
                Kind = Kind(start.Kind),
                Name = start.Name,
                DueAt = first?.Due,
                Every = first?.Every ?? "",
                Times = first?.Times,
            });
        }
    }

    /// <summary>Neither time nor message nor signal begins a case of the process any more.</summary>
    public static async Task NoStarts(WorkflowDbContext db, string processId, CancellationToken ct) =>
        db.RemoveRange(await db.Set<StartPoint>().Where(row => row.ProcessId == processId).ToListAsync(ct));

    /// <summary>Notes the version in the organization's list; one that was there before is in use again.</summary>
    public static async Task Record(WorkflowDbContext db, Guid organizationId, ProcessDefinition definition, DeployedBy by, DateTimeOffset at, CancellationToken ct)
    {
        var versions = await db.Set<DefinitionVersion>().Where(row => row.ProcessId == definition.ProcessId).ToListAsync(ct);
        foreach (var version in versions)
        {
            (version.RetiredAt, version.RetiredById) = (null, null);
        }

        if (!versions.Exists(version => version.DefinitionHash == definition.Hash))
        {
            db.Add(new DefinitionVersion
            {
                Id = RowId.At(at),
                OrganizationId = organizationId,
                ProcessId = definition.ProcessId,
                DefinitionHash = definition.Hash,
                Name = definition.Name,
                Number = versions.Select(version => version.Number).DefaultIfEmpty().Max() + 1,
                DeployedAt = at,
                DeployedById = by.PersonId,
                Note = by.Note,
            });
        }
    }

    public static BeginsBy Kind(StartKind kind) => kind switch
    {
        StartKind.Message => BeginsBy.Message,
        StartKind.Signal => BeginsBy.Signal,
        StartKind.Timer => BeginsBy.Timer,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
