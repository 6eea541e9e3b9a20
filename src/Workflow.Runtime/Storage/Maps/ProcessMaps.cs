using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;

namespace Workflow.Runtime.Storage.Maps;

/// <summary>Lengths shared by the maps.</summary>
internal static class Lengths
{
    public const int Hash = 64;
    public const int Key = 100;
    public const int Paragraph = 4_000;
    public const int Json = 200_000;
    public const int Search = 200_000;
}

internal sealed class ProcessMaps :
    IEntityTypeConfiguration<StoredDefinition>, IEntityTypeConfiguration<ProcessInstance>, IEntityTypeConfiguration<JournalEntry>,
    IEntityTypeConfiguration<OpenTask>, IEntityTypeConfiguration<TaskCandidate>, IEntityTypeConfiguration<TaskSubstitute>, IEntityTypeConfiguration<ProcessTimer>, IEntityTypeConfiguration<OutboxMessage>,
    IEntityTypeConfiguration<CommandRecord>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<StoredDefinition> map)
    {
        map.ToTable(nameof(StoredDefinition)).HasKey(row => row.Hash);
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.ProcessId).HasMaxLength(Lengths.Key);
        map.Property(row => row.Xml).HasMaxLength(2_000_000);
        map.Property(row => row.Bindings).HasMaxLength(Lengths.Json);
    }

    public void Configure(EntityTypeBuilder<ProcessInstance> map)
    {
        map.ToTable(nameof(ProcessInstance)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.DefinitionHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.State).HasMaxLength(Lengths.Json);
        map.Property(row => row.CallerToken).HasMaxLength(Lengths.Key);
        map.Property(row => row.Position).IsConcurrencyToken();
        // Holding a case is no step of it, but must not meet one halfway.
        map.Property(row => row.SuspendedAt).IsConcurrencyToken();
        map.HasOne<StoredDefinition>().WithMany().HasForeignKey(row => row.DefinitionHash);

        // Never the organization first: while a table has no statistics the planner would rather read all rows of an organization than
        // one by its key, for the filter names the organization in every query.
        map.HasIndex(row => row.SubjectId);
        map.HasIndex(row => row.CallerInstanceId).HasFilter("\"CallerInstanceId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<JournalEntry> map)
    {
        map.ToTable(nameof(JournalEntry)).HasKey(row => new { row.InstanceId, row.Position });
        map.Property(row => row.Trigger).HasMaxLength(Lengths.Json);
        map.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId);
    }

    public void Configure(EntityTypeBuilder<OpenTask> map)
    {
        map.ToTable(nameof(OpenTask)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Locals).HasMaxLength(Lengths.Json);
        map.Property(row => row.Candidates).HasMaxLength(Candidates.Longest);
        map.Property(row => row.Note).HasMaxLength(1_000);
        map.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId);
        map.HasIndex(row => new { row.InstanceId, row.Token }).IsUnique();
        map.HasIndex(row => new { row.SubjectId, row.ClosedAt });

        // What waits is little however much has ended: its index must not grow with the archive.
        map.HasIndex(row => new { row.Candidates, row.UrgentAt, row.OrganizationId }).HasFilter("\"ClosedAt\" IS NULL");
        map.HasIndex(row => row.HolderId).HasFilter("\"ClosedAt\" IS NULL AND \"HolderId\" IS NOT NULL");
        map.HasIndex(row => row.GivenById).HasFilter("\"ClosedAt\" IS NULL AND \"GivenById\" IS NOT NULL");

        // Two who take it at once, or one who takes what another completes: one of them begins again and sees. A number of its own: asked whether it is
        // open and unheld, a planner goes through all open tasks instead of to this one.
        map.Property(row => row.Turns).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TaskCandidate> map)
    {
        map.ToTable(nameof(TaskCandidate)).HasKey(row => new { row.TaskId, row.Word });
        map.Property(row => row.Word).HasMaxLength(Candidates.LongestWord);
        map.HasOne<OpenTask>().WithMany().HasForeignKey(row => row.TaskId);
        map.HasIndex(row => new { row.Word, row.UrgentAt, row.OrganizationId });
    }

    public void Configure(EntityTypeBuilder<TaskSubstitute> map)
    {
        map.ToTable(nameof(TaskSubstitute)).HasKey(row => new { row.TaskId, row.AbsenceId });
        map.HasOne<OpenTask>().WithMany().HasForeignKey(row => row.TaskId);

        // With the end: of all that one ever stood in for, only what is in force is read.
        map.HasIndex(row => new { row.SubstituteId, row.Until });
        map.HasIndex(row => row.AbsenceId);
    }

    public void Configure(EntityTypeBuilder<ProcessTimer> map)
    {
        map.ToTable(nameof(ProcessTimer)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.State).IsConcurrencyToken();
        map.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId);
        map.HasIndex(row => new { row.InstanceId, row.Token }).IsUnique();
        map.HasIndex(row => row.DueAt).HasFilter("\"State\" = 'Waiting'");
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> map)
    {
        map.ToTable(nameof(OutboxMessage)).HasKey(row => row.Id);
        map.Property(row => row.Id).ValueGeneratedNever();
        map.Property(row => row.Locals).HasMaxLength(Lengths.Json);
        map.Property(row => row.LastError).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.Attempts).IsConcurrencyToken();
        map.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId);
        map.HasIndex(row => new { row.InstanceId, row.Token }).IsUnique();
        map.HasIndex(row => new { row.NotBefore, row.Id }).HasFilter("\"DoneAt\" IS NULL AND \"FailedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<CommandRecord> map)
    {
        map.ToTable(nameof(CommandRecord)).HasKey(row => row.CommandId);
        map.Property(row => row.CommandId).ValueGeneratedNever();
        map.Property(row => row.Command).HasMaxLength(Lengths.Key);
        map.Property(row => row.Answer).HasMaxLength(Lengths.Paragraph);
        map.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> map)
    {
        map.ToTable(nameof(AuditEntry)).HasKey(row => new { row.OrganizationId, row.Position });
        map.Property(row => row.ActorName).HasMaxLength(200);
        map.Property(row => row.Act).HasMaxLength(Lengths.Key);
        map.Property(row => row.Text).HasMaxLength(Lengths.Paragraph);
        map.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);

        // With the position: the newest entries of a subject are read in order and no further.
        map.HasIndex(row => new { row.SubjectId, row.Position });
    }

    public void Configure(EntityTypeBuilder<AuditHead> map)
    {
        map.ToTable(nameof(AuditHead)).HasKey(row => row.OrganizationId);
        map.Property(row => row.OrganizationId).ValueGeneratedNever();
        map.Property(row => row.Hash).HasMaxLength(Lengths.Hash);
        map.Property(row => row.PreviousHash).HasMaxLength(Lengths.Hash);
    }
}
