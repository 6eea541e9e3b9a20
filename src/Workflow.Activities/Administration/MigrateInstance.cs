using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>What putting a case onto another version would do; nothing is changed by asking.</summary>
[Allow(Office.Administrator)]
public sealed record ReadMigration(Guid InstanceId, string ToHash, IReadOnlyDictionary<string, string> Chosen) : IQuery<MigrationView?>;

/// <summary>Another version of a case's process.</summary>
public sealed record OtherVersion(string Hash, string Name, DateTimeOffset DeployedAt);

/// <summary>The dry run, and the versions to choose from.</summary>
public sealed record MigrationView(
    string Title, string ToHash, IReadOnlyList<OtherVersion> Versions, IReadOnlyList<(string ElementId, string Name, string TargetId)> Places, IReadOnlyList<(string ElementId, string Name)> Targets, IReadOnlyList<string> Problems);

/// <summary>A case is put onto another version of its definition, with a reason that stands in the log.</summary>
[Allow(Office.Administrator)]
public sealed record MigrateInstance(Guid CommandId, Guid InstanceId, string ToHash, IReadOnlyDictionary<string, string> Chosen, string Reason) : ICommand;

internal sealed class MigrateInstanceHandler(WorkflowDbContext db, CaseMigration migration, Actor actor) : IRequestHandler<ReadMigration, MigrationView?>, IRequestHandler<MigrateInstance, Answer>
{
    public async Task<MigrationView?> Handle(ReadMigration request, CancellationToken cancellationToken)
    {
        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.InstanceId, cancellationToken);
        if (instance is null)
        {
            return null;
        }

        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == instance.SubjectId, cancellationToken);
        var process = await db.Set<StoredDefinition>().Where(row => row.Hash == instance.DefinitionHash).Select(row => row.ProcessId).SingleAsync(cancellationToken);
        var versions = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.ProcessId == process && row.Hash != instance.DefinitionHash).OrderByDescending(row => row.DeployedAt).Take(50)
            .Select(row => new OtherVersion(row.Hash, row.Name, row.DeployedAt)).ToListAsync(cancellationToken);
        var hash = request.ToHash.Length > 0 ? request.ToHash : versions.Count > 0 ? versions[0].Hash : "";
        var preview = hash.Length == 0 ? null : await migration.Preview(request.InstanceId, hash, request.Chosen, cancellationToken);
        return new(
            draft?.Title() ?? "", hash, versions, [.. preview?.Places.Select(place => (place.ElementId, place.Name, place.TargetId)) ?? []],
            [.. preview?.Targets.Select(target => (target.ElementId, target.Name)) ?? []], preview?.Problems ?? []);
    }

    public async Task<Answer> Handle(MigrateInstance command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do chuyển") is { } refused)
        {
            return refused;
        }

        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.InstanceId, cancellationToken);
        return instance is null ? Answer.No("instance.not-found", "Không thấy hồ sơ này.")
            : await migration.Move(instance.Id, command.ToHash, command.Chosen, actor.PersonId, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal)
            : Answer.Done(instance.SubjectId, $"Đã chuyển hồ sơ sang bản quy trình {command.ToHash[..8]}. Lý do: {command.Reason.Trim()}");
    }
}
