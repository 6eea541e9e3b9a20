using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Runtime.Processes;

namespace Workflow.Runtime.Storage.Maps;

/// <summary>What waits to be told, and what waits to be heard.</summary>
internal sealed class WaitingMaps :
    IEntityTypeConfiguration<ProcessSubscription>, IEntityTypeConfiguration<KeptMessage>, IEntityTypeConfiguration<LatestDefinition>, IEntityTypeConfiguration<StartPoint>
{
    // Name and key together must fit an index of SQL Server.
    private const int Name = 300;

    public void Configure(EntityTypeBuilder<ProcessSubscription> map)
    {
        map.ToTable(nameof(ProcessSubscription)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Name).HasMaxLength(Name);
        map.Property(row => row.Key).HasMaxLength(Name);
        map.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId);
        map.HasIndex(row => new { row.InstanceId, row.Token }).IsUnique();
        map.HasIndex(row => new { row.Name, row.Key });
    }

    public void Configure(EntityTypeBuilder<KeptMessage> map)
    {
        map.ToTable(nameof(KeptMessage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Name).HasMaxLength(Name);
        map.Property(row => row.Key).HasMaxLength(Name);
        map.Property(row => row.Variables).HasMaxLength(Lengths.Json);
        map.HasIndex(row => new { row.Name, row.Key });
        map.HasIndex(row => row.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<LatestDefinition> map)
    {
        map.ToTable(nameof(LatestDefinition)).HasKey(row => new { row.OrganizationId, row.ProcessId });
        map.Property(row => row.ProcessId).HasMaxLength(Lengths.Key);
        map.Property(row => row.DefinitionHash).HasMaxLength(Lengths.Hash).IsConcurrencyToken();
        map.HasOne<StoredDefinition>().WithMany().HasForeignKey(row => row.DefinitionHash);
    }

    public void Configure(EntityTypeBuilder<StartPoint> map)
    {
        map.ToTable(nameof(StartPoint)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ProcessId).HasMaxLength(Lengths.Key);
        map.Property(row => row.DefinitionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Name).HasMaxLength(Name);
        map.Property(row => row.Every).HasMaxLength(Lengths.Key);
        map.Property(row => row.DueAt).IsConcurrencyToken();
        map.HasOne<StoredDefinition>().WithMany().HasForeignKey(row => row.DefinitionHash);
        map.HasIndex(row => row.ProcessId);
        map.HasIndex(row => row.Name);
        map.HasIndex(row => row.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
    }
}
