using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Audit;

/// <summary>What is to be written into the log with the coming save.</summary>
public sealed record AuditNote(Guid ActorId, string ActorName, string Act, Guid SubjectId, string Text);

/// <summary>An act's key and the answer it was given, to be stored with its receipt number.</summary>
public sealed record AuditRecord(Guid CommandId, string Answer);

/// <summary>Writes and checks the chained log.</summary>
public static class AuditTrail
{
    /// <summary>
    /// Writes entries at the end of an organization's chain and, where <paramref name="commit"/> says so, ends the transaction in the
    /// same trip; answers the last position. From its statement to the commit it locks the organization's head: the chain has one
    /// order, and everyone else of the organization waits. So this comes last, when all else is written.
    /// </summary>
    internal static async Task<long> Append(
        WorkflowDbContext db, Guid organizationId, IReadOnlyList<AuditNote> notes, AuditRecord? record, DateTimeOffset at, bool commit, bool flushedLater, CancellationToken ct)
    {
        // PostgreSQL keeps microseconds; cut here so that what is hashed is what is stored.
        var instant = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);
        var connection = db.Database.GetDbConnection();
        using var parameters = connection.CreateCommand();
        var statements = new List<string>(notes.Count + 1);
        var values = new List<object>(notes.Count * 9);
        foreach (var note in notes)
        {
            var n = statements.Count;

            // The act's own entry is the last; its key and its receipt belong to that one alone.
            var withRecord = record is not null && n == notes.Count - 1;
            statements.Add(db.AppendEntry(n, withRecord, flushedLater));
            Add("organization", organizationId);
            Add("before", Encoding.UTF8.GetBytes(AuditEntry.BeforePosition(organizationId)));
            Add("middle", Encoding.UTF8.GetBytes(AuditEntry.AfterPosition(instant, note.ActorId, note.ActorName, note.Act, note.SubjectId, note.Text)));
            Add("at", instant);
            Add("actor", note.ActorId);
            Add("name", note.ActorName);
            Add("act", note.Act);
            Add("subject", note.SubjectId);
            Add("text", note.Text);
            if (withRecord)
            {
                Add("command", record!.CommandId);
                Add("answer", record.Answer);
            }

            void Add(string name, object value)
            {
                var parameter = parameters.CreateParameter();
                parameter.ParameterName = name + n;
                parameter.Value = value;
                values.Add(parameter);
            }
        }

        if (commit)
        {
            statements.Add(db.CommitInSameTrip);
        }

        if (statements.Count == 0)
        {
            return 0;
        }

        // Through EF's own command, so that what watches the connection sees it.
        var command = db.GetService<IRawSqlCommandBuilder>().Build(string.Join(";\n", statements), values, db.Model);
        var relational = db.GetService<IRelationalConnection>();
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(new RelationalCommandParameterObject(relational, command.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>()), ct);
        long position = 0;
        do
        {
            position = await reader.ReadAsync(ct) ? reader.DbDataReader.GetInt64(0) : position;
        }
        while (await reader.DbDataReader.NextResultAsync(ct));
        return position;
    }

    /// <summary>Walks the chain; null when it is whole, otherwise the position of the first bad entry.</summary>
    public static async Task<long?> FirstBadEntry(WorkflowDbContext db, Guid organizationId, CancellationToken ct)
    {
        long expected = 1;
        var previous = "";
        var entries = db.Set<AuditEntry>().IgnoreQueryFilters().AsNoTracking().Where(entry => entry.OrganizationId == organizationId)
            .OrderBy(entry => entry.Position).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            if (entry.Position != expected || entry.PreviousHash != previous || entry.Hash != entry.Recompute())
            {
                return expected;
            }

            previous = entry.Hash;
            expected++;
        }

        var head = await db.Set<AuditHead>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.OrganizationId == organizationId, ct);
        return head is null || (head.Position == expected - 1 && head.Hash == previous) ? null : expected;
    }
}
