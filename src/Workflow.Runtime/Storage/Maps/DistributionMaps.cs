using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class DistributionMaps : IEntityTypeConfiguration<Dispatch>, IEntityTypeConfiguration<DispatchEvent>, IEntityTypeConfiguration<DispatchPass>, IEntityTypeConfiguration<RecipientChoice>
{
    public void Configure(EntityTypeBuilder<Dispatch> map)
    {
        map.ToTable(nameof(Dispatch)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Events).IsConcurrencyToken();
        map.Property(row => row.ArrivalNumber).HasMaxLength(DispatchEvent.LongestNumber);
        map.Ignore(row => row.Waits);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
        map.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId);

        // One copy for a unit, however many hosts send it.
        map.HasIndex(row => new { row.IssuedDocumentId, row.UnitId }).IsUnique();
        map.HasIndex(row => new { row.UnitId, row.SentAt });
    }

    public void Configure(EntityTypeBuilder<DispatchEvent> map)
    {
        map.ToTable(nameof(DispatchEvent)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ByName).HasMaxLength(DispatchEvent.LongestName);
        map.Property(row => row.Note).HasMaxLength(DispatchEvent.LongestNote);
        map.Property(row => row.ArrivalNumber).HasMaxLength(DispatchEvent.LongestNumber);
        map.HasOne<Dispatch>().WithMany().HasForeignKey(row => row.DispatchId);

        // A place in the story is taken once: the database itself refuses anything else.
        map.HasIndex(row => new { row.DispatchId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DispatchPass> map)
    {
        map.ToTable(nameof(DispatchPass)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Dispatch>().WithMany().HasForeignKey(row => row.DispatchId);

        // One sheet is good at a time.
        map.HasIndex(row => row.DispatchId).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RecipientChoice> map)
    {
        map.ToTable(nameof(RecipientChoice)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Line).HasMaxLength(500);
        map.Property(row => row.Purpose).HasMaxLength(RecipientChoice.LongestPurpose);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
        map.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId);
        map.HasIndex(row => new { row.IssuedDocumentId, row.UnitId }).IsUnique();
    }
}
