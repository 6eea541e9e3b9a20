using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Drafts;
using Workflow.Domain.Profiles;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class AppraisalMaps : IEntityTypeConfiguration<AppraisalChecklist>, IEntityTypeConfiguration<AppraisalItem>, IEntityTypeConfiguration<AppraisalPoint>, IEntityTypeConfiguration<AppraisalSheet>
{
    public void Configure(EntityTypeBuilder<AppraisalChecklist> map)
    {
        map.ToTable(nameof(AppraisalChecklist)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasIndex(row => new { row.OrganizationId, row.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<AppraisalItem> map)
    {
        map.ToTable(nameof(AppraisalItem)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Words).HasMaxLength(AppraisalChecklist.LongestWords);
        map.HasOne<AppraisalChecklist>().WithMany().HasForeignKey(row => row.ChecklistId);
        map.HasIndex(row => new { row.ChecklistId, row.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AppraisalPoint> map)
    {
        map.ToTable(nameof(AppraisalPoint)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Words).HasMaxLength(AppraisalChecklist.LongestWords);
        map.Property(row => row.Note).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.ClauseTitle).HasMaxLength(Lengths.Paragraph);
        map.HasOne<Appraisal>().WithMany().HasForeignKey(row => row.AppraisalId);
        map.HasIndex(row => new { row.AppraisalId, row.Ordinal }).IsUnique();
        map.HasIndex(row => row.DraftId);
    }

    public void Configure(EntityTypeBuilder<AppraisalSheet> map)
    {
        map.ToTable(nameof(AppraisalSheet)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Content).HasMaxLength(Lengths.Json);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.PersonId }).IsUnique();
    }
}
