using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Conferences;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class SessionPaperMaps :
    IEntityTypeConfiguration<SessionLetter>, IEntityTypeConfiguration<LetterCopy>, IEntityTypeConfiguration<BallotBatch>, IEntityTypeConfiguration<MaterialOpening>, IEntityTypeConfiguration<GuestPass>
{
    public void Configure(EntityTypeBuilder<SessionLetter> map)
    {
        map.ToTable(nameof(SessionLetter)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ToldHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Reason).HasMaxLength(Conference.LongestReason);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => new { row.ConferenceId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LetterCopy> map)
    {
        map.ToTable(nameof(LetterCopy)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<SessionLetter>().WithMany().HasForeignKey(row => row.LetterId);
        map.HasOne<Attendance>().WithMany().HasForeignKey(row => row.AttendanceId);

        // Each letter once to each, however often the office asks.
        map.HasIndex(row => new { row.LetterId, row.AttendanceId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BallotBatch> map)
    {
        map.ToTable(nameof(BallotBatch)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Code).HasMaxLength(8);
        map.Property(row => row.Reason).HasMaxLength(Conference.LongestReason);
        map.HasOne<Vote>().WithMany().HasForeignKey(row => row.VoteId);
        map.HasIndex(row => new { row.VoteId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MaterialOpening> map)
    {
        map.ToTable(nameof(MaterialOpening)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => new { row.ConferenceId, row.AttendanceId, row.ItemId, row.At });
    }

    public void Configure(EntityTypeBuilder<GuestPass> map)
    {
        map.ToTable(nameof(GuestPass)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => row.AttendanceId);
    }
}
