using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Issuing;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class PortalMaps : IEntityTypeConfiguration<PortalSwitch>, IEntityTypeConfiguration<PortalRelease>, IEntityTypeConfiguration<ReleaseFinding>, IEntityTypeConfiguration<StandingNote>
{
    public void Configure(EntityTypeBuilder<PortalSwitch> map)
    {
        map.ToTable(nameof(PortalSwitch)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasIndex(row => new { row.OrganizationId, row.From });
    }

    public void Configure(EntityTypeBuilder<PortalRelease> map)
    {
        map.ToTable(nameof(PortalRelease)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.FindingsHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.TakenBackAt).IsConcurrencyToken();
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
    }

    public void Configure(EntityTypeBuilder<ReleaseFinding> map)
    {
        map.ToTable(nameof(ReleaseFinding)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<PortalRelease>().WithMany().HasForeignKey(row => row.ReleaseId);
        map.HasIndex(row => new { row.ReleaseId, row.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StandingNote> map)
    {
        map.ToTable(nameof(StandingNote)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.BySymbol).HasMaxLength(50);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
        map.HasOne<StandingNote>().WithMany().HasForeignKey(row => row.UndoesId);
    }
}
