using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class ReviewMaps :
    IEntityTypeConfiguration<ReviewRound>, IEntityTypeConfiguration<OpinionSheet>, IEntityTypeConfiguration<GivenOpinion>, IEntityTypeConfiguration<OpinionScan>,
    IEntityTypeConfiguration<OpinionDraft>, IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentDraft>, IEntityTypeConfiguration<CommentPlace>,
    IEntityTypeConfiguration<CirculationDecision>
{
    // A roll of a hundred members with their answers.
    private const int LongestProof = 40_000;

    public void Configure(EntityTypeBuilder<ReviewRound> map)
    {
        map.ToTable(nameof(ReviewRound)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Question).HasMaxLength(2_000);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.DraftId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpinionSheet> map)
    {
        map.ToTable(nameof(OpinionSheet)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Reason).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Given).IsConcurrencyToken();
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => new { row.RoundId, row.PersonId }).IsUnique();
        map.HasIndex(row => row.PersonId);
    }

    public void Configure(EntityTypeBuilder<GivenOpinion> map)
    {
        map.ToTable(nameof(GivenOpinion)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Reason).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.EntryNote).HasMaxLength(2_000);
        map.Property(row => row.Objection).HasMaxLength(Lengths.Paragraph);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => new { row.RoundId, row.PersonId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpinionScan> map)
    {
        map.ToTable(nameof(OpinionScan)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ContentType).HasMaxLength(Lengths.Key);
        map.HasOne<GivenOpinion>().WithMany().HasForeignKey(row => row.OpinionId);
        map.HasIndex(row => row.OpinionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpinionDraft> map)
    {
        map.ToTable(nameof(OpinionDraft)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Reason).HasMaxLength(Lengths.Paragraph);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => new { row.RoundId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Comment> map)
    {
        map.ToTable(nameof(Comment)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.Quote).HasMaxLength(2_000);
        map.Property(row => row.Proposed).HasMaxLength(Lengths.Paragraph);
        map.Ignore(row => row.Asks);
        map.Ignore(row => row.IsOpen);
        map.Property(row => row.Text).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Reason).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Objection).HasMaxLength(Lengths.Paragraph);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => row.DraftId);
        map.HasIndex(row => row.OpinionId);
    }

    public void Configure(EntityTypeBuilder<CommentDraft> map)
    {
        map.ToTable(nameof(CommentDraft)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.Quote).HasMaxLength(2_000);
        map.Property(row => row.Proposed).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Text).HasMaxLength(Lengths.Paragraph);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => new { row.RoundId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<CommentPlace> map)
    {
        map.ToTable(nameof(CommentPlace)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.Quote).HasMaxLength(2_000);
        map.HasOne<Comment>().WithMany().HasForeignKey(row => row.CommentId);
        map.HasIndex(row => new { row.CommentId, row.VersionHash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CirculationDecision> map)
    {
        map.ToTable(nameof(CirculationDecision)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ProofHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Statement).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Proof).HasMaxLength(LongestProof);
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => row.RoundId).IsUnique();
        map.HasIndex(row => new { row.DraftId, row.VersionHash });
    }
}
