using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;

namespace Workflow.Runtime.Storage.Maps;

internal sealed class ExchangeMaps :
    IEntityTypeConfiguration<OwnExchange>, IEntityTypeConfiguration<ExchangePartner>, IEntityTypeConfiguration<PartnerCertificate>, IEntityTypeConfiguration<IncomingPaper>, IEntityTypeConfiguration<IncomingEvent>,
    IEntityTypeConfiguration<IncomingFile>, IEntityTypeConfiguration<IncomingBook>, IEntityTypeConfiguration<StagedPackage>, IEntityTypeConfiguration<ExchangeMessage>
{
    private const int OrganId = 35;
    private const int DocumentId = 120;
    private const int MessageKey = 160;

    public void Configure(EntityTypeBuilder<OwnExchange> map)
    {
        map.ToTable(nameof(OwnExchange)).HasKey(row => row.OrganizationId);
        map.Property(row => row.OrganizationId).ValueGeneratedNever();
        map.Property(row => row.OrganId).HasMaxLength(OrganId);
        map.Property(row => row.ChangedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ExchangePartner> map)
    {
        map.ToTable(nameof(ExchangePartner)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.OrganId).HasMaxLength(OrganId);
        map.Property(row => row.Name).HasMaxLength(ExchangePartner.LongestName);
        map.Property(row => row.Address).HasMaxLength(ExchangePartner.LongestAddress);
        map.Property(row => row.KeyId).HasMaxLength(40);
        map.Property(row => row.KeyHash).HasMaxLength(Lengths.Hash).IsConcurrencyToken();
        map.Property(row => row.SealedKey).HasMaxLength(2_000);
        map.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId);

        // One partner for a code; one for a unit, which its acts see to, for most have none.
        map.HasIndex(row => new { row.OrganizationId, row.OrganId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        map.HasIndex(row => row.UnitId);
        map.HasIndex(row => row.KeyId);
    }

    public void Configure(EntityTypeBuilder<PartnerCertificate> map)
    {
        map.ToTable(nameof(PartnerCertificate)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.HasOne<ExchangePartner>().WithMany().HasForeignKey(row => row.PartnerId);
        map.HasIndex(row => row.PartnerId);
    }

    public void Configure(EntityTypeBuilder<IncomingPaper> map)
    {
        map.ToTable(nameof(IncomingPaper)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Events).IsConcurrencyToken();
        map.Property(row => row.SenderName).HasMaxLength(ExchangePartner.LongestName);
        map.Property(row => row.DocumentId).HasMaxLength(DocumentId);
        map.Property(row => row.ContentHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.NumberAndSymbol).HasMaxLength(100);
        map.Property(row => row.Subject).HasMaxLength(IncomingPaper.LongestSubject);
        map.Property(row => row.RecallReason).HasMaxLength(IncomingPaper.LongestSubject);
        map.Property(row => row.ReplacedBy).HasMaxLength(DocumentId);
        map.Property(row => row.SearchText).HasMaxLength(IncomingPaper.LongestSubject);
        map.Ignore(row => row.ArrivalName);
        map.HasOne<ExchangePartner>().WithMany().HasForeignKey(row => row.PartnerId);

        // The same document again is no second one, and a number is given once: the database itself refuses anything else.
        map.HasIndex(row => new { row.OrganizationId, row.SourceId, row.DocumentId, row.Edition }).IsUnique();
        map.HasIndex(row => new { row.OrganizationId, row.ArrivalYear, row.ArrivalNumber }).IsUnique().HasFilter("\"ArrivalNumber\" > 0");
        map.HasIndex(row => new { row.OrganizationId, row.ArrivedAt, row.Id });
    }

    public void Configure(EntityTypeBuilder<IncomingEvent> map)
    {
        map.ToTable(nameof(IncomingEvent)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Code).HasMaxLength(4);
        map.Property(row => row.ByName).HasMaxLength(ExchangePartner.LongestName);
        map.Property(row => row.Note).HasMaxLength(IncomingPaper.LongestSubject);
        map.HasOne<IncomingPaper>().WithMany().HasForeignKey(row => row.PaperId);
        map.HasIndex(row => new { row.PaperId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IncomingFile> map)
    {
        map.ToTable(nameof(IncomingFile)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Name).HasMaxLength(200);
        map.Property(row => row.ContentType).HasMaxLength(100);
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Findings).HasMaxLength(4_000);
        map.HasOne<IncomingPaper>().WithMany().HasForeignKey(row => row.PaperId);
        map.HasIndex(row => new { row.PaperId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IncomingBook> map)
    {
        map.ToTable(nameof(IncomingBook)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Last).IsConcurrencyToken();
        map.HasIndex(row => new { row.OrganizationId, row.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StagedPackage> map)
    {
        map.ToTable(nameof(StagedPackage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.FileName).HasMaxLength(200);
        map.Property(row => row.FileHash).HasMaxLength(Lengths.Hash);
        map.HasIndex(row => new { row.PersonId, row.At });
    }

    public void Configure(EntityTypeBuilder<ExchangeMessage> map)
    {
        map.ToTable(nameof(ExchangeMessage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Key).HasMaxLength(MessageKey);
        map.Property(row => row.DocumentId).HasMaxLength(DocumentId);
        map.Property(row => row.Code).HasMaxLength(4);
        map.Property(row => row.Sha256).HasMaxLength(Lengths.Hash);
        map.Property(row => row.LastError).HasMaxLength(ExchangeMessage.LongestError);
        map.Ignore(row => row.MayRetry);
        map.HasOne<ExchangePartner>().WithMany().HasForeignKey(row => row.PartnerId);
        map.HasOne<Dispatch>().WithMany().HasForeignKey(row => row.DispatchId);
        map.HasOne<IncomingPaper>().WithMany().HasForeignKey(row => row.PaperId);

        // A message is one row, however many hosts make it and however often it comes.
        map.HasIndex(row => new { row.OrganizationId, row.PartnerId, row.Direction, row.Key }).IsUnique();
        map.HasIndex(row => new { row.NotBefore, row.Id }).HasFilter("\"State\" = 'Waiting'");
        map.HasIndex(row => row.DispatchId);
        map.HasIndex(row => row.PaperId);
        map.HasIndex(row => new { row.OrganizationId, row.CreatedAt, row.Id });
    }
}
