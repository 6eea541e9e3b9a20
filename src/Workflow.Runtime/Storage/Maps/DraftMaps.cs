using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class DraftMaps :
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftVersion>, IEntityTypeConfiguration<DraftFile>, IEntityTypeConfiguration<StagedUpload>, IEntityTypeConfiguration<Appraisal>,
    IEntityTypeConfiguration<DraftRound>, IEntityTypeConfiguration<ReadingMark>, IEntityTypeConfiguration<TechnicalCorrection>, IEntityTypeConfiguration<TextDraft>
{
    public void Configure(EntityTypeBuilder<Draft> map)
    {
        map.ToTable(nameof(Draft)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Subject).HasMaxLength(2_000);
        map.Property(row => row.Circulation).HasMaxLength(100);
        map.Property(row => row.SubmissionNote).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.CurrentHash).HasMaxLength(Lengths.Hash).IsConcurrencyToken();
        map.Property(row => row.AdoptedHash).HasMaxLength(Lengths.Hash).IsConcurrencyToken();
        map.Property(row => row.SearchText).HasMaxLength(Lengths.Search);
        map.HasIndex(row => new { row.OrganizationId, row.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<DraftVersion> map)
    {
        map.ToTable(nameof(DraftVersion)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Canonical).HasMaxLength(CanonicalText.MaxLength);
        map.Property(row => row.ImportedFacts).HasMaxLength(Lengths.Json);
        map.Property(row => row.Note).HasMaxLength(2_000);
        map.Ignore(row => row.Text);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DraftFile> map)
    {
        map.ToTable(nameof(DraftFile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<DraftVersion>().WithMany().HasForeignKey(row => row.VersionId);
    }

    public void Configure(EntityTypeBuilder<StagedUpload> map)
    {
        map.ToTable(nameof(StagedUpload)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.BaseHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.FileHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Note).HasMaxLength(Lengths.Paragraph);
        map.Ignore(row => row.Readable);
        map.HasIndex(row => row.PersonId);
        map.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<TextDraft> map)
    {
        map.ToTable(nameof(TextDraft)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.BaseHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Content).HasMaxLength(EditedText.MaxLength);
        map.Property(row => row.Revision).IsConcurrencyToken();
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Appraisal> map)
    {
        map.ToTable(nameof(Appraisal)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Note).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Reason).HasMaxLength(Lengths.Paragraph);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DraftRound> map)
    {
        map.ToTable(nameof(DraftRound)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReadingMark> map)
    {
        map.ToTable(nameof(ReadingMark)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.PersonId, row.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TechnicalCorrection> map)
    {
        map.ToTable(nameof(TechnicalCorrection)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Place).HasMaxLength(40);
        map.Property(row => row.Old).HasMaxLength(200);
        map.Property(row => row.New).HasMaxLength(200);
        map.Property(row => row.Reason).HasMaxLength(2_000);
        map.Property(row => row.Version).IsConcurrencyToken();
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => row.VoteId);
    }
}
