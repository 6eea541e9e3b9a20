using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Issuing;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class OrganizationMaps :
    IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Term>, IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<OfficeHeld>, IEntityTypeConfiguration<Unit>,
    IEntityTypeConfiguration<Absence>, IEntityTypeConfiguration<CaseFile>, IEntityTypeConfiguration<RecipientGroup>, IEntityTypeConfiguration<RecipientGroupUnit>, IEntityTypeConfiguration<RuleProfile>, IEntityTypeConfiguration<CheckSwitch>, IEntityTypeConfiguration<ListedName>, IEntityTypeConfiguration<ListedDocument>, IEntityTypeConfiguration<DraftRoute>, IEntityTypeConfiguration<OrganizationLayout>, IEntityTypeConfiguration<OrganizationAuthority>
{
    public void Configure(EntityTypeBuilder<Organization> map)
    {
        map.ToTable(nameof(Organization)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Term> map)
    {
        map.ToTable(nameof(Term)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Body> map)
    {
        map.ToTable(nameof(Body)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasIndex(row => new { row.OrganizationId, row.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Person> map)
    {
        map.ToTable(nameof(Person)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Membership> map)
    {
        map.ToTable(nameof(Membership)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Body>().WithMany().HasForeignKey(row => row.BodyId);
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        map.HasIndex(row => new { row.BodyId, row.PersonId, row.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OfficeHeld> map)
    {
        map.ToTable(nameof(OfficeHeld)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }

    public void Configure(EntityTypeBuilder<Absence> map)
    {
        map.ToTable(nameof(Absence)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.SubstituteId);
        map.Property(row => row.WithdrawnAt).IsConcurrencyToken();
        map.HasIndex(row => new { row.SubstituteId, row.To });

        // Every act that opens a task asks whether anybody is away.
        map.HasIndex(row => row.To).HasFilter("\"WithdrawnAt\" IS NULL");
        map.Ignore(row => row.Begins).Ignore(row => row.Ends);
    }

    public void Configure(EntityTypeBuilder<CaseFile> map)
    {
        map.ToTable(nameof(CaseFile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasIndex(row => row.StartedById);
    }

    public void Configure(EntityTypeBuilder<Unit> map)
    {
        map.ToTable(nameof(Unit)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Aliases).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.MailAddress).HasMaxLength(Domain.Messages.MessagePreference.LongestAddress);
    }

    public void Configure(EntityTypeBuilder<RecipientGroup> map)
    {
        map.ToTable(nameof(RecipientGroup)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Aliases).HasMaxLength(Lengths.Paragraph);
    }

    public void Configure(EntityTypeBuilder<RecipientGroupUnit> map)
    {
        map.ToTable(nameof(RecipientGroupUnit)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<RecipientGroup>().WithMany().HasForeignKey(row => row.GroupId);
        map.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId);
        map.HasIndex(row => new { row.GroupId, row.UnitId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RuleProfile> map)
    {
        map.ToTable(nameof(RuleProfile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.PersonnelWords).HasMaxLength(2_000);
        map.Property(row => row.Reminders).HasMaxLength(100);
        map.Ignore(row => row.SilenceRule).Ignore(row => row.ReminderMinutes);
        map.HasIndex(row => new { row.OrganizationId, row.ValidFrom }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OrganizationLayout> map)
    {
        map.ToTable(nameof(OrganizationLayout)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Source).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Values).HasMaxLength(8_000);
        map.Ignore(row => row.Profile);
        map.HasIndex(row => new { row.OrganizationId, row.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<OrganizationAuthority> map)
    {
        map.ToTable(nameof(OrganizationAuthority)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Source).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Values).HasMaxLength(40_000);
        map.Ignore(row => row.Table);
        map.HasIndex(row => new { row.OrganizationId, row.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<DraftRoute> map)
    {
        map.ToTable(nameof(DraftRoute)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.ProcessId).HasMaxLength(Lengths.Key);
        map.Property(row => row.Reason).HasMaxLength(2_000);
        map.HasIndex(row => new { row.OrganizationId, row.Body });
    }

    public void Configure(EntityTypeBuilder<CheckSwitch> map)
    {
        map.ToTable(nameof(CheckSwitch)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Key).HasMaxLength(Lengths.Key);
        map.HasIndex(row => new { row.OrganizationId, row.Key, row.From });
    }

    public void Configure(EntityTypeBuilder<ListedName> map)
    {
        map.ToTable(nameof(ListedName)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Name).HasMaxLength(ListedName.LongestName);
        map.Property(row => row.Aliases).HasMaxLength(1_000);
        map.Property(row => row.Successor).HasMaxLength(ListedName.LongestName);
        map.Property(row => row.Source).HasMaxLength(ListedDocument.LongestWords);
        map.HasIndex(row => new { row.OrganizationId, row.Name, row.At });
    }

    public void Configure(EntityTypeBuilder<ListedDocument> map)
    {
        map.ToTable(nameof(ListedDocument)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Symbol).HasMaxLength(ListedDocument.LongestSymbol);
        map.Property(row => row.Title).HasMaxLength(ListedDocument.LongestWords);
        map.Property(row => row.Issuer).HasMaxLength(ListedName.LongestName);
        map.Property(row => row.Issued).HasMaxLength(10);
        map.Property(row => row.ReplacedBy).HasMaxLength(ListedDocument.LongestWords);
        map.Property(row => row.Source).HasMaxLength(ListedDocument.LongestWords);
        map.HasIndex(row => new { row.OrganizationId, row.Symbol, row.At });
    }
}
