using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Storage.PostgreSql;
using Workflow.Runtime.Storage.SqlServer;
using Xunit;

namespace Workflow.Integration.Tests.Storage;

/// <summary>The statements that we write ourselves, because EF has none for them: few, one place for each database, and reviewed.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Our_own_statements_are_reviewed(DatabaseProvider provider)
    {
        using WorkflowDbContext db = provider == DatabaseProvider.PostgreSql
            ? new PostgreSqlContext(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=none").Options)
            : new SqlServerContext(new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=none").Options);
        var at = DateTimeOffset.UnixEpoch;
        string[] statements =
        [
            "-- one claim of messages at a time\n" + db.OneClaimAtATime,
            "-- lease due messages\n" + db.ClaimOutbox(at, at, Guid.Empty, 16).Format,
            "-- lease due timers\n" + db.ClaimTimers(at, at, 400).Format,
            "-- log entry with the record of a command\n" + db.AppendEntry(0, withRecord: true, flushedLater: false),
            "-- the same, with a commit that does not wait for the disk\n" + (provider == DatabaseProvider.PostgreSql ? db.AppendEntry(0, withRecord: true, flushedLater: true) : "(not on this database)"),
            "-- what brings such commits to disk\n" + (provider == DatabaseProvider.PostgreSql ? FlushLine.Statement : "(not on this database)"),
            "-- then\n" + (db.CommitInSameTrip.Length > 0 ? db.CommitInSameTrip : "(the driver commits)"),
        ];
        Golden.Check($"Storage/statements.{provider}.sql", string.Join("\n\n", statements).ReplaceLineEndings("\n") + "\n");
    }
}
