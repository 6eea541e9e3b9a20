using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class IssuingMaps :
    IEntityTypeConfiguration<NumberSeries>, IEntityTypeConfiguration<RegisterEntry>, IEntityTypeConfiguration<StagedRegister>, IEntityTypeConfiguration<IssuedDocument>, IEntityTypeConfiguration<IssuedFile>, IEntityTypeConfiguration<DocumentCopy>,
    IEntityTypeConfiguration<PinnedFile>, IEntityTypeConfiguration<ScannedPage>, IEntityTypeConfiguration<BoundCertificate>, IEntityTypeConfiguration<SigningRule>, IEntityTypeConfiguration<LongTermData>, IEntityTypeConfiguration<SignaturePicture>,
    IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<ReportingDuty>
{
    public void Configure(EntityTypeBuilder<NumberSeries> map)
    {
        map.ToTable(nameof(NumberSeries)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Version).IsConcurrencyToken();
        map.Property(row => row.Symbol).HasMaxLength(40);
        map.HasOne<Term>().WithMany().HasForeignKey(row => row.TermId);
        map.HasIndex(row => new { row.OrganizationId, row.TermId, row.Symbol }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RegisterEntry> map)
    {
        map.ToTable(nameof(RegisterEntry)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.TypeKey).HasMaxLength(40);
        map.Property(row => row.NumberAndSymbol).HasMaxLength(50);
        map.Property(row => row.Kind).IsConcurrencyToken();
        map.Property(row => row.Subject).HasMaxLength(RegisterEntry.LongestSubject);
        map.Property(row => row.SignerName).HasMaxLength(RegisterEntry.LongestWords);
        map.Property(row => row.Recipients).HasMaxLength(RegisterEntry.LongestSubject);
        map.Property(row => row.Note).HasMaxLength(RegisterEntry.LongestWords);
        map.Property(row => row.SearchText).HasMaxLength(RegisterEntry.LongestSubject);
        map.HasOne<NumberSeries>().WithMany().HasForeignKey(row => row.SeriesId);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);

        // A number is given once: the database itself refuses anything else.
        map.HasIndex(row => new { row.SeriesId, row.Number }).IsUnique();
        map.HasIndex(row => new { row.OrganizationId, row.Date, row.Id });
        map.HasIndex(row => row.IssuedDocumentId);
        map.HasIndex(row => row.DraftId);
    }

    public void Configure(EntityTypeBuilder<StagedRegister> map)
    {
        map.ToTable(nameof(StagedRegister)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.FileName).HasMaxLength(200);
        map.Property(row => row.FileHash).HasMaxLength(Lengths.Hash);
        map.HasIndex(row => new { row.PersonId, row.At });
    }

    public void Configure(EntityTypeBuilder<IssuedDocument> map)
    {
        map.ToTable(nameof(IssuedDocument)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.TypeKey).HasMaxLength(40);
        map.Property(row => row.Subject).HasMaxLength(2_000);
        map.Property(row => row.Circulation).HasMaxLength(100);
        map.Property(row => row.SearchText).HasMaxLength(Lengths.Search);
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);

        // A number is given once, and a draft is signed once: the database itself refuses anything else.
        map.HasIndex(row => new { row.OrganizationId, row.TermId, row.TypeKey, row.Number }).IsUnique().HasFilter("\"Number\" > 0");
        map.HasIndex(row => row.DraftId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IssuedFile> map)
    {
        map.ToTable(nameof(IssuedFile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
        map.HasIndex(row => new { row.IssuedDocumentId, row.Kind }).IsUnique();

        // Anybody may ask whether bytes are ours.
        map.HasIndex(row => row.Sha256);
    }

    public void Configure(EntityTypeBuilder<DocumentCopy> map)
    {
        map.ToTable(nameof(DocumentCopy)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.OriginalSubject).HasMaxLength(RegisterEntry.LongestSubject);
        map.Property(row => row.Parts).HasMaxLength(RegisterEntry.LongestSubject);
        map.Property(row => row.Recipients).HasMaxLength(DocumentCopy.LongestRecipients);
        map.Property(row => row.OriginalSha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
        map.HasIndex(row => new { row.OrganizationId, row.At });
        map.HasIndex(row => new { row.OrganizationId, row.NumberAndSymbol, row.Date });

        // Anybody may ask whether bytes are ours.
        map.HasIndex(row => row.Sha256);
    }

    public void Configure(EntityTypeBuilder<PinnedFile> map)
    {
        map.ToTable(nameof(PinnedFile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.VersionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ReturnedSha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.TypeKey).HasMaxLength(40);

        // Two who use the one-time address at the same moment, or a file that comes back twice: one of them is first.
        map.Property(row => row.Token).HasMaxLength(Lengths.Hash).IsConcurrencyToken();
        map.Property(row => row.EndedAt).IsConcurrencyToken();
        map.HasOne<Draft>().WithMany().HasForeignKey(row => row.DraftId);
        map.HasIndex(row => row.Token);
    }

    public void Configure(EntityTypeBuilder<ScannedPage> map)
    {
        map.ToTable(nameof(ScannedPage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.HasOne<PinnedFile>().WithMany().HasForeignKey(row => row.PinnedId);
        map.HasIndex(row => new { row.PinnedId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BoundCertificate> map)
    {
        map.ToTable(nameof(BoundCertificate)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        map.HasIndex(row => new { row.OrganizationId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<SigningRule> map)
    {
        map.ToTable(nameof(SigningRule)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Source).HasMaxLength(Lengths.Paragraph);
        map.HasIndex(row => new { row.OrganizationId, row.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<LongTermData> map)
    {
        map.ToTable(nameof(LongTermData)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.LastError).HasMaxLength(LongTermData.LongestError);
        map.Property(row => row.State).IsConcurrencyToken();
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.Id);
        map.HasIndex(row => row.NotBefore).HasFilter("\"State\" = 'Waiting'");
    }

    public void Configure(EntityTypeBuilder<SignaturePicture> map)
    {
        map.ToTable(nameof(SignaturePicture)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.WidthMm).HasPrecision(6, 2);
        map.Property(row => row.To).IsConcurrencyToken();
        map.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        map.HasIndex(row => new { row.OrganizationId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<Target> map)
    {
        map.ToTable(nameof(Target)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Quote).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.Property(row => row.Period).HasMaxLength(9);
        map.Property(row => row.Change).HasMaxLength(20);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
    }

    public void Configure(EntityTypeBuilder<ReportingDuty> map)
    {
        map.ToTable(nameof(ReportingDuty)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.What).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Quote).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.ClauseId).HasMaxLength(40);
        map.HasOne<IssuedDocument>().WithMany().HasForeignKey(row => row.IssuedDocumentId);
    }
}
