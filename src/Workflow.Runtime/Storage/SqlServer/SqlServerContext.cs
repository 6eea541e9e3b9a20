using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workflow.Runtime.Storage.SqlServer;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : WorkflowDbContext(options)
{
    internal override string CommitInSameTrip => "";

    internal override string OneClaimAtATime => "EXEC sp_getapplock @Resource = 'workflow-claim', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = -1";

    internal override FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE due SET [LeasedUntil] = {1}, [LeasedBy] = {2}
            OUTPUT inserted.[Id], inserted.[InstanceId]
            FROM (
              SELECT TOP ({3}) * FROM [OutboxMessage] AS waiting WITH (UPDLOCK, READPAST, ROWLOCK)
              WHERE [DoneAt] IS NULL AND [FailedAt] IS NULL AND [NotBefore] <= {0} AND ([LeasedUntil] IS NULL OR [LeasedUntil] <= {0})
                AND NOT EXISTS (
                  SELECT 1 FROM [OutboxMessage] AS other WITH (READPAST)
                  WHERE other.[InstanceId] = waiting.[InstanceId] AND other.[DoneAt] IS NULL AND other.[LeasedUntil] > {0})
              ORDER BY [NotBefore], [Id]) AS due
            """,
            now, leaseUntil, worker, limit);

    internal override FormattableString ClaimTimers(DateTimeOffset now, DateTimeOffset leaseUntil, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE due SET [LeasedUntil] = {1}
            OUTPUT inserted.[Id] AS [Value]
            FROM (
              SELECT TOP ({2}) * FROM [ProcessTimer] WITH (UPDLOCK, READPAST, ROWLOCK)
              WHERE [State] = 'Waiting' AND [DueAt] <= {0} AND ([LeasedUntil] IS NULL OR [LeasedUntil] <= {0})
              ORDER BY [DueAt]) AS due
            """,
            now, leaseUntil, limit);

    // In an UPDATE every column on the right is the old one, whatever stands to the left of it.
    internal override string AppendEntry(int n, bool withRecord, bool flushedLater) =>
        $"""
        DECLARE @head{n} TABLE ([Position] bigint, [PreviousHash] nvarchar(64), [Hash] nvarchar(64));
        UPDATE [AuditHead] SET [Position] = [Position] + 1, [PreviousHash] = [Hash],
          [Hash] = LOWER(CONVERT(nvarchar(64), HASHBYTES('SHA2_256',
            @before{n} + CONVERT(varbinary(max), CONCAT(CONVERT(varchar(10), LEN(CONVERT(varchar(20), [Position] + 1))), ':', CONVERT(varchar(20), [Position] + 1), ';'))
            + @middle{n} + CONVERT(varbinary(max), CONCAT(CONVERT(varchar(10), LEN([Hash])), ':', CONVERT(varchar(64), [Hash]), ';'))), 2))
        OUTPUT inserted.[Position], inserted.[PreviousHash], inserted.[Hash] INTO @head{n}
        WHERE [OrganizationId] = @organization{n};
        INSERT INTO [AuditEntry] ([OrganizationId], [Position], [At], [ActorId], [ActorName], [Act], [SubjectId], [Text], [PreviousHash], [Hash])
        SELECT @organization{n}, head.[Position], @at{n}, @actor{n}, @name{n}, @act{n}, @subject{n}, @text{n}, head.[PreviousHash], head.[Hash]
        FROM (VALUES (1)) AS always ([One]) LEFT JOIN @head{n} AS head ON 1 = 1;
        {(withRecord ? Record(n) : "")}
        SELECT [Position] FROM @head{n}
        """;

    private static string Record(int n) =>
        $"""
        INSERT INTO [CommandRecord] ([CommandId], [OrganizationId], [ActorId], [Command], [Answer], [At], [Receipt])
        SELECT @command{n}, @organization{n}, @actor{n}, @act{n}, @answer{n}, @at{n}, [Position] FROM @head{n};
        """;
}
