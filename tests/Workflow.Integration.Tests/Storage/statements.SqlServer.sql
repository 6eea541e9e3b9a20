-- one claim of messages at a time
EXEC sp_getapplock @Resource = 'workflow-claim', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = -1

-- lease due messages
UPDATE due SET [LeasedUntil] = {1}, [LeasedBy] = {2}
OUTPUT inserted.[Id], inserted.[InstanceId]
FROM (
  SELECT TOP ({3}) * FROM [OutboxMessage] AS waiting WITH (UPDLOCK, READPAST, ROWLOCK)
  WHERE [DoneAt] IS NULL AND [FailedAt] IS NULL AND [NotBefore] <= {0} AND ([LeasedUntil] IS NULL OR [LeasedUntil] <= {0})
    AND NOT EXISTS (
      SELECT 1 FROM [OutboxMessage] AS other WITH (READPAST)
      WHERE other.[InstanceId] = waiting.[InstanceId] AND other.[DoneAt] IS NULL AND other.[LeasedUntil] > {0})
  ORDER BY [NotBefore], [Id]) AS due

-- lease due timers
UPDATE due SET [LeasedUntil] = {1}
OUTPUT inserted.[Id] AS [Value]
FROM (
  SELECT TOP ({2}) * FROM [ProcessTimer] WITH (UPDLOCK, READPAST, ROWLOCK)
  WHERE [State] = 'Waiting' AND [DueAt] <= {0} AND ([LeasedUntil] IS NULL OR [LeasedUntil] <= {0})
  ORDER BY [DueAt]) AS due

-- log entry with the record of a command
DECLARE @head0 TABLE ([Position] bigint, [PreviousHash] nvarchar(64), [Hash] nvarchar(64));
UPDATE [AuditHead] SET [Position] = [Position] + 1, [PreviousHash] = [Hash],
  [Hash] = LOWER(CONVERT(nvarchar(64), HASHBYTES('SHA2_256',
    @before0 + CONVERT(varbinary(max), CONCAT(CONVERT(varchar(10), LEN(CONVERT(varchar(20), [Position] + 1))), ':', CONVERT(varchar(20), [Position] + 1), ';'))
    + @middle0 + CONVERT(varbinary(max), CONCAT(CONVERT(varchar(10), LEN([Hash])), ':', CONVERT(varchar(64), [Hash]), ';'))), 2))
OUTPUT inserted.[Position], inserted.[PreviousHash], inserted.[Hash] INTO @head0
WHERE [OrganizationId] = @organization0;
INSERT INTO [AuditEntry] ([OrganizationId], [Position], [At], [ActorId], [ActorName], [Act], [SubjectId], [Text], [PreviousHash], [Hash])
SELECT @organization0, head.[Position], @at0, @actor0, @name0, @act0, @subject0, @text0, head.[PreviousHash], head.[Hash]
FROM (VALUES (1)) AS always ([One]) LEFT JOIN @head0 AS head ON 1 = 1;
INSERT INTO [CommandRecord] ([CommandId], [OrganizationId], [ActorId], [Command], [Answer], [At], [Receipt])
SELECT @command0, @organization0, @actor0, @act0, @answer0, @at0, [Position] FROM @head0;
SELECT [Position] FROM @head0

-- the same, with a commit that does not wait for the disk
(not on this database)

-- what brings such commits to disk
(not on this database)

-- then
(the driver commits)
