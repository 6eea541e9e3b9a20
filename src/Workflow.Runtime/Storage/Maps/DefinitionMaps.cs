using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Runtime.Processes;

namespace Workflow.Runtime.Storage.Maps;

/// <summary>Versions that an organization deployed, and drawings on their way there.</summary>
internal sealed class DefinitionMaps : IEntityTypeConfiguration<DefinitionVersion>, IEntityTypeConfiguration<DefinitionDraft>
{
    public void Configure(EntityTypeBuilder<DefinitionVersion> map)
    {
        map.ToTable(nameof(DefinitionVersion)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ProcessId).HasMaxLength(Lengths.Key);
        map.Property(row => row.DefinitionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Note).HasMaxLength(1_000);
        map.HasOne<StoredDefinition>().WithMany().HasForeignKey(row => row.DefinitionHash);

        // Two who deploy the same at once: one of them runs again and finds it there.
        map.HasIndex(row => new { row.OrganizationId, row.DefinitionHash }).IsUnique();
        map.HasIndex(row => new { row.OrganizationId, row.ProcessId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DefinitionDraft> map)
    {
        map.ToTable(nameof(DefinitionDraft)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Xml).HasMaxLength(2_000_000);
        map.Property(row => row.Revision).IsConcurrencyToken();
        map.HasIndex(row => row.OrganizationId);
    }
}
