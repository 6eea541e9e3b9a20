using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>
/// The definitions that an organization may see: those that ship, and those it deployed. The text of a definition is stored once for all
/// organizations, so it bears no organization itself.
/// </summary>
internal sealed class VisibleDefinitions(WorkflowDbContext db, DefinitionCatalog catalog)
{
    public async Task<StoredDefinition?> Find(string hash, CancellationToken ct)
    {
        var shipped = catalog.Shipped;
        return await db.Set<StoredDefinition>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Hash == hash && (shipped.Contains(row.ProcessId) || db.Set<DefinitionVersion>().Any(version => version.DefinitionHash == row.Hash)), ct);
    }
}
