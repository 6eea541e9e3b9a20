using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;

namespace Workflow.Runtime.Storage;

/// <summary>An account. What it may do follows from the offices its person holds, never from the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid OrganizationId { get; set; }
    public Guid PersonId { get; set; }
    public bool MustChangePassword { get; set; }
}

/// <summary>The organization whose rows this scope may see; empty sees nothing.</summary>
public sealed class CurrentOrganization
{
    public Guid Id { get; set; }
}

/// <summary>
/// One model for both databases. There are no set properties: a query names its type with <c>Set&lt;T&gt;()</c>, and every type of
/// an organization is filtered to the current one.
/// </summary>
public abstract class WorkflowDbContext(DbContextOptions options, CurrentOrganization current)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>What the query filter compares; read at each query.</summary>
    public Guid CurrentOrganizationId => current.Id;

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>SQL that claims at most @limit due outbox rows for a lease: the one statement in which the dialects differ.</summary>
    internal abstract FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().HasIndex(account => account.PersonId);
        builder.ApplyConfigurationsFromAssembly(typeof(WorkflowDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => typeof(IOfOrganization).IsAssignableFrom(entity.ClrType)))
        {
            OrganizationFilter.Apply(builder, entity.ClrType, this);
        }

        Conventions.Apply(builder);
    }
}
