using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Conferences;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class VoteMaps :
    IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<VoteMember>, IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<SealedBallot>, IEntityTypeConfiguration<SecretBallot>,
    IEntityTypeConfiguration<CountEntry>, IEntityTypeConfiguration<Counter>, IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Vote> map)
    {
        map.ToTable(nameof(Vote)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ClauseId).HasMaxLength(Lengths.Key);
        map.Property(row => row.Question).HasMaxLength(1_000);
        map.Property(row => row.OptionLines).HasMaxLength(8_000);
        map.Property(row => row.WithoutQuorum).HasMaxLength(Conference.LongestReason);
        map.Property(row => row.VoidReason).HasMaxLength(Conference.LongestReason);
        map.Property(row => row.ClosedAt).IsConcurrencyToken();

        // Worked out from the columns.
        map.Ignore(row => row.Options);
        map.Ignore(row => row.Tally);
        map.Ignore(row => row.Result);
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.AgendaItemId);

        // Votes on one item are numbered; two that open at once cannot both be the next.
        map.HasIndex(row => new { row.AgendaItemId, row.Number }).IsUnique();
        map.HasIndex(row => row.ConferenceId);
    }

    public void Configure(EntityTypeBuilder<VoteMember> map)
    {
        map.ToTable(nameof(VoteMember)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Ballot> map)
    {
        map.ToTable(nameof(Ballot)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Marks).HasMaxLength(Vote.MostOptions);
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SealedBallot> map)
    {
        map.ToTable(nameof(SealedBallot)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasIndex(row => row.VoteId);
    }

    public void Configure(EntityTypeBuilder<SecretBallot> map)
    {
        map.ToTable(nameof(SecretBallot)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Marks).HasMaxLength(Vote.MostOptions);
        map.HasIndex(row => row.VoteId);
    }

    public void Configure(EntityTypeBuilder<CountEntry> map)
    {
        map.ToTable(nameof(CountEntry)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Counter> map)
    {
        map.ToTable(nameof(Counter)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Recusal> map)
    {
        map.ToTable(nameof(Recusal)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Reason).HasMaxLength(Conference.LongestReason);
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.ItemId);
        map.HasIndex(row => new { row.ItemId, row.PersonId }).IsUnique();
    }
}
