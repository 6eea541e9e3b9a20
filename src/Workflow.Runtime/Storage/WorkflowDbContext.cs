using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Storage.PostgreSql;

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
public abstract class WorkflowDbContext(DbContextOptions options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    private static readonly CurrentOrganization Nobody = new();
    private CurrentOrganization current = Nobody;
    private SharedFlush? disk;
    private bool holds;
    private bool inAct;

    /// <summary>What the query filter compares; read at each query.</summary>
    public Guid CurrentOrganizationId => current.Id;

    /// <summary>Lends the context to a scope. Contexts are pooled: between two scopes one belongs to nobody and sees nothing.</summary>
    internal WorkflowDbContext LendTo(CurrentOrganization organization, SharedFlush? flush)
    {
        (current, disk) = (organization, flush);
        return this;
    }

    /// <summary>An act is under way from here until <see cref="ReleaseConnection"/>.</summary>
    internal void BeginAct()
    {
        if (!inAct)
        {
            inAct = true;
            disk?.Enter();
        }
    }

    /// <summary>What the act may wait for after its commit instead of making the commit wait for the disk; null: the commit must.</summary>
    internal FlushLine? ShareFlush() => disk?.Join();

    /// <summary>Waits until the act, which has committed, is on disk: without a connection, but still under way.</summary>
    internal async Task OnDisk(FlushLine line)
    {
        await CloseHeld();
        await line.Flushed();
    }

    /// <summary>Waits until all that this scope can see is on disk: before somebody is told of another's act as done.</summary>
    public Task EverythingOnDisk(CancellationToken ct) => disk?.Everything(ct) ?? Task.CompletedTask;

    /// <summary>
    /// Keeps one connection from here to the save, so that no more acts are under way than there are connections: those that wait do so before they have
    /// begun, and an act that has begun never waits for a second turn. Nothing slow may follow before the save.
    /// </summary>
    internal async Task HoldConnection(CancellationToken ct)
    {
        BeginAct();
        if (!holds)
        {
            await Database.OpenConnectionAsync(ct);
            holds = true;
        }
    }

    /// <summary>Gives back what <see cref="HoldConnection"/> kept, if anything: the act is over.</summary>
    public async Task ReleaseConnection()
    {
        EndAct();
        await CloseHeld();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        current = Nobody;
        EndAct();
        if (holds)
        {
            holds = false;
            Database.CloseConnection();
        }

        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        current = Nobody;

        // A context that goes back to its pool counts on: what it opened it must close, or its next act never gives the connection back.
        await ReleaseConnection();
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
    }

    private async Task CloseHeld()
    {
        if (holds)
        {
            holds = false;
            await Database.CloseConnectionAsync();
        }
    }

    private void EndAct()
    {
        if (inAct)
        {
            inAct = false;
            disk?.Leave();
        }
    }

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>SQL that leases at most <paramref name="limit"/> due outbox rows and answers their ids; never two of one case at a time to different workers.</summary>
    internal abstract FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit);

    /// <summary>SQL that lets one host claim at a time, until its transaction ends.</summary>
    internal abstract string OneClaimAtATime { get; }

    /// <summary>SQL that leases at most <paramref name="limit"/> due timers and answers their ids.</summary>
    internal abstract FormattableString ClaimTimers(DateTimeOffset now, DateTimeOffset leaseUntil, int limit);

    /// <summary>
    /// SQL that takes the next place in an organization's log, computes the entry's hash and writes the entry; answers the position.
    /// The database computes the hash so that the head of the chain, on which all acts of an organization wait, is not locked during
    /// a trip to the program. Fails when the organization has no log.
    /// </summary>
    /// <param name="n">Suffix of the parameters.</param>
    /// <param name="withRecord">The act's key and answer are written with it.</param>
    /// <param name="flushedLater">The commit that follows does not wait for the disk.</param>
    internal abstract string AppendEntry(int n, bool withRecord, bool flushedLater);

    /// <summary>What ends a transaction in the same trip as its last statement; empty where the driver must do it itself.</summary>
    internal abstract string CommitInSameTrip { get; }

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
