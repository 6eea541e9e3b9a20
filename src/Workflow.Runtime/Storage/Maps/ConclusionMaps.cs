using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class ConclusionMaps : IEntityTypeConfiguration<Conclusion>, IEntityTypeConfiguration<ConclusionPoint>, IEntityTypeConfiguration<PointCheck>
{
    public void Configure(EntityTypeBuilder<Conclusion> map)
    {
        map.ToTable(nameof(Conclusion)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Source).HasConversion<string>().HasMaxLength(30);
        map.Property(row => row.Reference).HasMaxLength(300);
        map.Property(row => row.WithdrawnBecause).HasMaxLength(Lengths.Paragraph);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => row.DraftId);
    }

    public void Configure(EntityTypeBuilder<ConclusionPoint> map)
    {
        map.ToTable(nameof(ConclusionPoint)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Words).HasMaxLength(Conclusion.LongestPoint);
        map.HasOne<Conclusion>().WithMany().HasForeignKey(row => row.ConclusionId);
        map.HasIndex(row => new { row.ConclusionId, row.Ordinal }).IsUnique();
        map.HasIndex(row => row.DraftId);
    }

    public void Configure(EntityTypeBuilder<PointCheck> map)
    {
        map.ToTable(nameof(PointCheck)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.ClauseTitle).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Result).HasMaxLength(Lengths.Paragraph);
        map.HasOne<ConclusionPoint>().WithMany().HasForeignKey(row => row.PointId);
        map.HasIndex(row => new { row.PointId, row.At });
    }
}
