using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class ConferenceMaps :
    IEntityTypeConfiguration<Conference>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Attendance>,
    IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Conference> map)
    {
        map.ToTable(nameof(Conference)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Discussion).HasMaxLength(Lengths.Json);
        map.HasOne<Body>().WithMany().HasForeignKey(row => row.BodyId);
        map.HasIndex(row => new { row.BodyId, row.TermId, row.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgendaItem> map)
    {
        map.ToTable(nameof(AgendaItem)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.ConferenceId, row.DraftId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Attendance> map)
    {
        map.ToTable(nameof(Attendance)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => new { row.ConferenceId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Vote> map)
    {
        map.ToTable(nameof(Vote)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClosedAt).IsConcurrencyToken();
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.AgendaItemId);

        // One vote per item: a second one would overwrite what members decided.
        map.HasIndex(row => row.AgendaItemId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Ballot> map)
    {
        map.ToTable(nameof(Ballot)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.PersonId }).IsUnique();
    }
}
