using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class ConferenceMaps :
    IEntityTypeConfiguration<Conference>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<Movement>,
    IEntityTypeConfiguration<Speech>, IEntityTypeConfiguration<Amendment>, IEntityTypeConfiguration<Seconder>, IEntityTypeConfiguration<ReservedOpinion>, IEntityTypeConfiguration<MinutesSignature>
{
    public void Configure(EntityTypeBuilder<Conference> map)
    {
        map.ToTable(nameof(Conference)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Ground).HasMaxLength(Conference.LongestReason);
        map.Property(row => row.OpenedWithoutQuorum).HasMaxLength(Conference.LongestReason);
        map.Property(row => row.Discussion).HasMaxLength(Lengths.Json);
        map.Property(row => row.DoorCode).HasMaxLength(6);
        map.Property(row => row.CancelReason).HasMaxLength(Conference.LongestReason);
        map.Property(row => row.Conclusion).HasMaxLength(Lengths.Json);
        map.HasOne<Body>().WithMany().HasForeignKey(row => row.BodyId);
        map.HasIndex(row => new { row.BodyId, row.TermId, row.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgendaItem> map)
    {
        map.ToTable(nameof(AgendaItem)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Title).HasMaxLength(AgendaItem.LongestTitle);
        map.Property(row => row.Presenter).HasMaxLength(Attendance.LongestName);
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.FinalHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.DecisionReason).HasMaxLength(Conference.LongestReason);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => new { row.ConferenceId, row.DraftId });
    }

    public void Configure(EntityTypeBuilder<Attendance> map)
    {
        map.ToTable(nameof(Attendance)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.GuestName).HasMaxLength(Attendance.LongestName);
        map.Property(row => row.Address).HasMaxLength(Domain.Messages.MessagePreference.LongestAddress);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => new { row.ConferenceId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<Movement> map)
    {
        map.ToTable(nameof(Movement)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Attendance>().WithMany().HasForeignKey(row => row.AttendanceId);
        map.HasIndex(row => new { row.ConferenceId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Speech> map)
    {
        map.ToTable(nameof(Speech)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Remark).HasMaxLength(Speech.LongestRemark);
        map.Property(row => row.ClauseId).HasMaxLength(Lengths.Key);
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.ItemId);
        map.HasIndex(row => new { row.ItemId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Amendment> map)
    {
        map.ToTable(nameof(Amendment)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ClauseId).HasMaxLength(Lengths.Key);
        map.Property(row => row.Old).HasMaxLength(Amendment.LongestText);
        map.Property(row => row.New).HasMaxLength(Amendment.LongestText);
        map.Property(row => row.Reason).HasMaxLength(Amendment.LongestText);
        map.Property(row => row.StateReason).HasMaxLength(Conference.LongestReason);
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.ItemId);
        map.HasIndex(row => new { row.ItemId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Seconder> map)
    {
        map.ToTable(nameof(Seconder)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Amendment>().WithMany().HasForeignKey(row => row.AmendmentId);
        map.HasIndex(row => new { row.AmendmentId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReservedOpinion> map)
    {
        map.ToTable(nameof(ReservedOpinion)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Text).HasMaxLength(Lengths.Paragraph);
        map.HasOne<AgendaItem>().WithMany().HasForeignKey(row => row.ItemId);
        map.HasIndex(row => new { row.ItemId, row.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MinutesSignature> map)
    {
        map.ToTable(nameof(MinutesSignature)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.HasOne<Conference>().WithMany().HasForeignKey(row => row.ConferenceId);
        map.HasIndex(row => new { row.ConferenceId, row.AsChair }).IsUnique();
    }
}
