-- one claim of messages at a time
SELECT pg_advisory_xact_lock(7412002)

-- lease due messages
UPDATE "OutboxMessage" SET "LeasedUntil" = {1}, "LeasedBy" = {2}
WHERE "Id" IN (
  SELECT "Id" FROM "OutboxMessage" AS due
  WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL AND "NotBefore" <= {0} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {0})
    AND NOT EXISTS (
      SELECT 1 FROM "OutboxMessage" AS other
      WHERE other."InstanceId" = due."InstanceId" AND other."DoneAt" IS NULL AND other."LeasedUntil" > {0})
  ORDER BY "NotBefore", "Id" LIMIT {3} FOR UPDATE SKIP LOCKED)
RETURNING "Id", "InstanceId"

-- lease due timers
UPDATE "ProcessTimer" SET "LeasedUntil" = {1}
WHERE "Id" IN (
  SELECT "Id" FROM "ProcessTimer"
  WHERE "State" = 'Waiting' AND "DueAt" <= {0} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {0})
  ORDER BY "DueAt" LIMIT {2} FOR UPDATE SKIP LOCKED)
RETURNING "Id" AS "Value"

-- log entry with the record of a command
WITH head AS (
  UPDATE "AuditHead" SET "Position" = "Position" + 1, "PreviousHash" = "Hash", "Hash" = encode(sha256(
    @before0 || convert_to(length(("Position" + 1)::text) || ':' || ("Position" + 1) || ';', 'UTF8')
    || @middle0 || convert_to(length("Hash") || ':' || "Hash" || ';', 'UTF8')), 'hex')
  WHERE "OrganizationId" = @organization0
  RETURNING "Position", "PreviousHash", "Hash"
), entry AS (
  INSERT INTO "AuditEntry" ("OrganizationId", "Position", "At", "ActorId", "ActorName", "Act", "SubjectId", "Text", "PreviousHash", "Hash")
  SELECT @organization0, head."Position", @at0, @actor0, @name0, @act0, @subject0, @text0, head."PreviousHash", head."Hash"
  FROM (VALUES (1)) AS always LEFT JOIN head ON true
  RETURNING "Position"
), record AS (
  INSERT INTO "CommandRecord" ("CommandId", "OrganizationId", "ActorId", "Command", "Answer", "At", "Receipt")
  SELECT @command0, @organization0, @actor0, @act0, @answer0, @at0, "Position" FROM entry)
SELECT "Position" FROM entry

-- the same, with a commit that does not wait for the disk
WITH head AS (
  UPDATE "AuditHead" SET "Position" = "Position" + 1, "PreviousHash" = "Hash", "Hash" = encode(sha256(
    @before0 || convert_to(length(("Position" + 1)::text) || ':' || ("Position" + 1) || ';', 'UTF8')
    || @middle0 || convert_to(length("Hash") || ':' || "Hash" || ';', 'UTF8')), 'hex')
  WHERE "OrganizationId" = @organization0
  RETURNING "Position", "PreviousHash", "Hash"
), entry AS (
  INSERT INTO "AuditEntry" ("OrganizationId", "Position", "At", "ActorId", "ActorName", "Act", "SubjectId", "Text", "PreviousHash", "Hash")
  SELECT @organization0, head."Position", @at0, @actor0, @name0, @act0, @subject0, @text0, head."PreviousHash", head."Hash"
  FROM (VALUES (1)) AS always LEFT JOIN head ON true
  RETURNING "Position"
), record AS (
  INSERT INTO "CommandRecord" ("CommandId", "OrganizationId", "ActorId", "Command", "Answer", "At", "Receipt")
  SELECT @command0, @organization0, @actor0, @act0, @answer0, @at0, "Position" FROM entry)
SELECT "Position", set_config('synchronous_commit', 'off', true) FROM entry

-- what brings such commits to disk
SELECT pg_logical_emit_message(true, 'workflow', '')

-- then
COMMIT
