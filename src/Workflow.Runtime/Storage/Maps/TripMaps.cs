using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Conferences;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class TripMaps : IEntityTypeConfiguration<SessionTrip>, IEntityTypeConfiguration<EntryCode>, IEntityTypeConfiguration<ChapterEntry>
{
    public void Configure(EntityTypeBuilder<SessionTrip> map)
    {
        map.ToTable(nameof(SessionTrip)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.BaseHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.BaseParts).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.HomeKey).HasMaxLength(Lengths.Hash);
        map.Property(row => row.AwayKey).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ResultHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ChapterHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.TakenBackReason).HasMaxLength(SessionTrip.LongestReason);
        map.Property(row => row.EndedAt).IsConcurrencyToken();
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);

        // Two who take the same session along at once cannot both be the next trip.
        map.HasIndex(row => new { row.ConferenceId, row.Number }).IsUnique();

        // The few that are away are looked for by every act that writes to a session.
        map.HasIndex(row => new { row.OrganizationId, row.Side }).HasFilter("\"EndedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<EntryCode> map)
    {
        map.ToTable(nameof(EntryCode)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.SpentAt).IsConcurrencyToken();
        map.HasIndex(row => row.Hash).IsUnique();
        map.HasIndex(row => row.PersonId);
    }

    public void Configure(EntityTypeBuilder<ChapterEntry> map)
    {
        map.ToTable(nameof(ChapterEntry)).HasKey(row => new { row.TripId, row.Position });
        map.Property(row => row.ActorName).HasMaxLength(200);
        map.Property(row => row.Act).HasMaxLength(Lengths.Key);
        map.Property(row => row.Text).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.HasOne<SessionTrip>().WithMany().HasForeignKey(row => row.TripId);
    }
}
