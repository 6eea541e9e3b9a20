using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Calendars;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Mail;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class MailMaps :
    IEntityTypeConfiguration<CalendarDay>, IEntityTypeConfiguration<RoundDeadline>, IEntityTypeConfiguration<MessagePreference>, IEntityTypeConfiguration<MailMessage>, IEntityTypeConfiguration<ToldTurn>
{
    public void Configure(EntityTypeBuilder<CalendarDay> map)
    {
        map.ToTable(nameof(CalendarDay)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Name).HasMaxLength(CalendarDay.LongestName);
        map.Property(row => row.Source).HasMaxLength(CalendarDay.LongestSource);
        map.Property(row => row.RemovedAt).IsConcurrencyToken();

        // A day is one thing at a time.
        map.HasIndex(row => new { row.OrganizationId, row.Day }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RoundDeadline> map)
    {
        map.ToTable(nameof(RoundDeadline)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.State).IsConcurrencyToken();
        map.HasOne<ReviewRound>().WithMany().HasForeignKey(row => row.RoundId);
        map.HasIndex(row => new { row.RoundId, row.Kind, row.MinutesBefore }).IsUnique();
        map.HasIndex(row => row.DueAt).HasFilter("\"State\" = 'Waiting'");
    }

    public void Configure(EntityTypeBuilder<MessagePreference> map)
    {
        map.ToTable(nameof(MessagePreference)).HasKey(row => row.PersonId);
        map.Property(row => row.PersonId).ValueGeneratedNever();
        map.Property(row => row.Address).HasMaxLength(MessagePreference.LongestAddress);
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        map.HasIndex(row => row.Mode);
    }

    public void Configure(EntityTypeBuilder<MailMessage> map)
    {
        map.ToTable(nameof(MailMessage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Key).HasMaxLength(Lengths.Key);
        map.Property(row => row.SentTo).HasMaxLength(MessagePreference.LongestAddress);
        map.Property(row => row.LastError).HasMaxLength(1_000);

        // No foreign key: a guest is no person of the organization.
        map.HasIndex(row => new { row.PersonId, row.Key }).IsUnique();
        map.HasIndex(row => new { row.NotBefore, row.Id }).HasFilter("\"State\" = 'Waiting'");
        map.HasIndex(row => row.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<ToldTurn> map)
    {
        map.ToTable(nameof(ToldTurn)).HasKey(row => new { row.PersonId, row.Key });
        map.Property(row => row.Key).HasMaxLength(Lengths.Key);
        map.HasIndex(row => row.MailId);
        map.HasIndex(row => row.At);
    }
}
