CREATE TABLE "AppraisalChecklist" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ValidFrom" date NOT NULL,
    "Source" character varying(500) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_AppraisalChecklist" PRIMARY KEY ("Id")
);


CREATE TABLE "AspNetRoles" (
    "Id" uuid NOT NULL,
    "Name" character varying(256),
    "NormalizedName" character varying(256),
    "ConcurrencyStamp" text,
    CONSTRAINT "PK_AspNetRoles" PRIMARY KEY ("Id")
);


CREATE TABLE "AspNetUsers" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "MustChangePassword" boolean NOT NULL,
    "UserName" character varying(256),
    "NormalizedUserName" character varying(256),
    "Email" character varying(256),
    "NormalizedEmail" character varying(256),
    "EmailConfirmed" boolean NOT NULL,
    "PasswordHash" character varying(500),
    "SecurityStamp" character varying(500),
    "ConcurrencyStamp" character varying(500),
    "PhoneNumber" character varying(256),
    "PhoneNumberConfirmed" boolean NOT NULL,
    "TwoFactorEnabled" boolean NOT NULL,
    "LockoutEnd" timestamp with time zone,
    "LockoutEnabled" boolean NOT NULL,
    "AccessFailedCount" integer NOT NULL,
    CONSTRAINT "PK_AspNetUsers" PRIMARY KEY ("Id")
);


CREATE TABLE "AuditEntry" (
    "OrganizationId" uuid NOT NULL,
    "Position" bigint NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorId" uuid NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "Act" character varying(100) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "PreviousHash" character varying(64) NOT NULL,
    "Hash" character varying(64) NOT NULL,
    CONSTRAINT "PK_AuditEntry" PRIMARY KEY ("OrganizationId", "Position")
);


CREATE TABLE "AuditHead" (
    "OrganizationId" uuid NOT NULL,
    "Position" bigint NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "PreviousHash" character varying(64) NOT NULL,
    CONSTRAINT "PK_AuditHead" PRIMARY KEY ("OrganizationId")
);


CREATE TABLE "Body" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Name" character varying(500) NOT NULL,
    CONSTRAINT "PK_Body" PRIMARY KEY ("Id")
);


CREATE TABLE "CalendarDay" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Day" date NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Source" character varying(300) NOT NULL,
    "AddedAt" timestamp with time zone NOT NULL,
    "AddedById" uuid NOT NULL,
    "RemovedAt" timestamp with time zone,
    "RemovedById" uuid,
    CONSTRAINT "PK_CalendarDay" PRIMARY KEY ("Id")
);


CREATE TABLE "CaseFile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Title" character varying(500) NOT NULL,
    "StartedById" uuid NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "ProcessInstanceId" uuid NOT NULL,
    CONSTRAINT "PK_CaseFile" PRIMARY KEY ("Id")
);


CREATE TABLE "CheckSwitch" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Key" character varying(100) NOT NULL,
    "IsOff" boolean NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "Reason" character varying(500) NOT NULL,
    CONSTRAINT "PK_CheckSwitch" PRIMARY KEY ("Id")
);


CREATE TABLE "CommandRecord" (
    "CommandId" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ActorId" uuid NOT NULL,
    "Command" character varying(100) NOT NULL,
    "Answer" character varying(4000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Receipt" bigint NOT NULL,
    CONSTRAINT "PK_CommandRecord" PRIMARY KEY ("CommandId")
);


CREATE TABLE "DefinitionDraft" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Xml" character varying(2000000) NOT NULL,
    "Revision" integer NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL,
    "SavedById" uuid NOT NULL,
    CONSTRAINT "PK_DefinitionDraft" PRIMARY KEY ("Id")
);


CREATE TABLE "Draft" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "TypeKey" character varying(500) NOT NULL,
    "IssuingBody" character varying(40) NOT NULL,
    "Subject" character varying(2000) NOT NULL,
    "DraftingBody" character varying(500) NOT NULL,
    "DrafterId" uuid NOT NULL,
    "SubmissionNote" character varying(4000) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "ProcessInstanceId" uuid NOT NULL,
    "CurrentRound" integer NOT NULL,
    "CurrentVersionId" uuid NOT NULL,
    "CurrentHash" character varying(64) NOT NULL,
    "AdoptedHash" character varying(64) NOT NULL,
    "AdoptedAt" timestamp with time zone,
    "Urgency" character varying(40) NOT NULL,
    "Circulation" character varying(100) NOT NULL,
    "SearchText" character varying(200000) NOT NULL,
    CONSTRAINT "PK_Draft" PRIMARY KEY ("Id")
);


CREATE TABLE "DraftRoute" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Body" character varying(40) NOT NULL,
    "ProcessId" character varying(100) NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "Reason" character varying(2000) NOT NULL,
    CONSTRAINT "PK_DraftRoute" PRIMARY KEY ("Id")
);


CREATE TABLE "EntryCode" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "MadeAt" timestamp with time zone NOT NULL,
    "SpentAt" timestamp with time zone,
    "IsUsed" boolean NOT NULL,
    CONSTRAINT "PK_EntryCode" PRIMARY KEY ("Id")
);


CREATE TABLE "IncomingBook" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Last" integer NOT NULL,
    "LastAt" timestamp with time zone,
    CONSTRAINT "PK_IncomingBook" PRIMARY KEY ("Id")
);


CREATE TABLE "KeptMessage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(300) NOT NULL,
    "Key" character varying(300) NOT NULL,
    "Variables" character varying(200000) NOT NULL,
    "KeptAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_KeptMessage" PRIMARY KEY ("Id")
);


CREATE TABLE "ListedDocument" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Symbol" character varying(40) NOT NULL,
    "Title" character varying(300) NOT NULL,
    "Issuer" character varying(200) NOT NULL,
    "Issued" character varying(10) NOT NULL,
    "EndsOn" date,
    "ReplacedBy" character varying(300) NOT NULL,
    "Source" character varying(300) NOT NULL,
    "IsDropped" boolean NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    CONSTRAINT "PK_ListedDocument" PRIMARY KEY ("Id")
);


CREATE TABLE "ListedName" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Aliases" character varying(1000) NOT NULL,
    "To" date,
    "Successor" character varying(200) NOT NULL,
    "Source" character varying(300) NOT NULL,
    "IsDropped" boolean NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    CONSTRAINT "PK_ListedName" PRIMARY KEY ("Id")
);


CREATE TABLE "MailMessage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Key" character varying(100) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "LeasedUntil" timestamp with time zone,
    "LeasedBy" uuid,
    "SettledAt" timestamp with time zone,
    "SentTo" character varying(254) NOT NULL,
    "Subject" character varying(500) NOT NULL,
    "LastError" character varying(1000) NOT NULL,
    CONSTRAINT "PK_MailMessage" PRIMARY KEY ("Id")
);


CREATE TABLE "Organization" (
    "Id" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "HeaderName" character varying(500) NOT NULL,
    "SuperiorHeaderName" character varying(500) NOT NULL,
    "Place" character varying(500) NOT NULL,
    "Symbol" character varying(500) NOT NULL,
    CONSTRAINT "PK_Organization" PRIMARY KEY ("Id")
);


CREATE TABLE "OrganizationAuthority" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Source" character varying(4000) NOT NULL,
    "CopiedFrom" character varying(500) NOT NULL,
    "ValidFrom" date NOT NULL,
    "Values" character varying(40000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_OrganizationAuthority" PRIMARY KEY ("Id")
);


CREATE TABLE "OrganizationLayout" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Source" character varying(4000) NOT NULL,
    "CopiedFrom" character varying(500) NOT NULL,
    "ValidFrom" date NOT NULL,
    "Values" character varying(8000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_OrganizationLayout" PRIMARY KEY ("Id")
);


CREATE TABLE "OwnExchange" (
    "OrganizationId" uuid NOT NULL,
    "OrganId" character varying(35) NOT NULL,
    "InCharge" character varying(500) NOT NULL,
    "Address" character varying(500) NOT NULL,
    "Email" character varying(500) NOT NULL,
    "Telephone" character varying(500) NOT NULL,
    "ChangedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_OwnExchange" PRIMARY KEY ("OrganizationId")
);


CREATE TABLE "Person" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "FullName" character varying(500) NOT NULL,
    "Position" character varying(500) NOT NULL,
    "UnitId" uuid,
    CONSTRAINT "PK_Person" PRIMARY KEY ("Id")
);


CREATE TABLE "PortalSwitch" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IsOn" boolean NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "Reason" character varying(500) NOT NULL,
    CONSTRAINT "PK_PortalSwitch" PRIMARY KEY ("Id")
);


CREATE TABLE "RecipientGroup" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Aliases" character varying(4000) NOT NULL,
    "BodyId" uuid,
    CONSTRAINT "PK_RecipientGroup" PRIMARY KEY ("Id")
);


CREATE TABLE "RuleProfile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "ValidFrom" date NOT NULL,
    "QuorumNumerator" integer NOT NULL,
    "QuorumDenominator" integer NOT NULL,
    "MajorityNumerator" integer NOT NULL,
    "MajorityDenominator" integer NOT NULL,
    "VotingSource" character varying(500) NOT NULL,
    "SilenceApproves" boolean NOT NULL,
    "PartialAgreementApproves" boolean NOT NULL,
    "CirculationSource" character varying(500) NOT NULL,
    "PersonnelWords" character varying(2000) NOT NULL,
    "MaterialsDays" integer NOT NULL,
    "ExecutiveInvitationDays" integer NOT NULL,
    "StandingInvitationDays" integer NOT NULL,
    "NumberPadding" integer NOT NULL,
    "Saturday" character varying(40) NOT NULL,
    "WorkBegins" time without time zone NOT NULL,
    "WorkEnds" time without time zone NOT NULL,
    "HalfDayEnds" time without time zone NOT NULL,
    "Reminders" character varying(100) NOT NULL,
    "EscalateAfterMinutes" integer NOT NULL,
    "DigestAt" time without time zone NOT NULL,
    "DeadlineSource" character varying(500) NOT NULL,
    CONSTRAINT "PK_RuleProfile" PRIMARY KEY ("Id")
);


CREATE TABLE "SealedBallot" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "Sealed" character varying(500) NOT NULL,
    CONSTRAINT "PK_SealedBallot" PRIMARY KEY ("Id")
);


CREATE TABLE "SecretBallot" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "Marks" character varying(30) NOT NULL,
    CONSTRAINT "PK_SecretBallot" PRIMARY KEY ("Id")
);


CREATE TABLE "SigningRule" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Numbering" character varying(40) NOT NULL,
    "ValidFrom" date NOT NULL,
    "Source" character varying(4000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_SigningRule" PRIMARY KEY ("Id")
);


CREATE TABLE "StagedPackage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "FileName" character varying(200) NOT NULL,
    "Content" bytea NOT NULL,
    "FileHash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StagedPackage" PRIMARY KEY ("Id")
);


CREATE TABLE "StagedRegister" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "FileName" character varying(200) NOT NULL,
    "Content" bytea NOT NULL,
    "FileHash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StagedRegister" PRIMARY KEY ("Id")
);


CREATE TABLE "StagedUpload" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "DraftId" uuid,
    "BaseHash" character varying(64) NOT NULL,
    "DraftingBody" character varying(500) NOT NULL,
    "Note" character varying(4000) NOT NULL,
    "FileName" character varying(500) NOT NULL,
    "Content" bytea NOT NULL,
    "Converted" bytea,
    "FileHash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StagedUpload" PRIMARY KEY ("Id")
);


CREATE TABLE "StoredDefinition" (
    "Hash" character varying(64) NOT NULL,
    "ProcessId" character varying(100) NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Xml" character varying(2000000) NOT NULL,
    "DeployedAt" timestamp with time zone NOT NULL,
    "Bindings" character varying(200000) NOT NULL,
    CONSTRAINT "PK_StoredDefinition" PRIMARY KEY ("Hash")
);


CREATE TABLE "Term" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Ordinal" character varying(500) NOT NULL,
    "Years" character varying(500) NOT NULL,
    "From" date NOT NULL,
    "To" date,
    CONSTRAINT "PK_Term" PRIMARY KEY ("Id")
);


CREATE TABLE "ToldTurn" (
    "PersonId" uuid NOT NULL,
    "Key" character varying(100) NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "MailId" uuid NOT NULL,
    CONSTRAINT "PK_ToldTurn" PRIMARY KEY ("PersonId", "Key")
);


CREATE TABLE "Unit" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Aliases" character varying(4000) NOT NULL,
    "From" date NOT NULL,
    "To" date,
    "IsArchive" boolean NOT NULL,
    "Channel" character varying(40) NOT NULL,
    "MailAddress" character varying(254) NOT NULL,
    CONSTRAINT "PK_Unit" PRIMARY KEY ("Id")
);


CREATE TABLE "AppraisalItem" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ChecklistId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Part" character varying(40) NOT NULL,
    "Topic" character varying(40) NOT NULL,
    "Words" character varying(500) NOT NULL,
    CONSTRAINT "PK_AppraisalItem" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AppraisalItem_AppraisalChecklist_ChecklistId" FOREIGN KEY ("ChecklistId") REFERENCES "AppraisalChecklist" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AspNetRoleClaims" (
    "Id" integer GENERATED BY DEFAULT AS IDENTITY,
    "RoleId" uuid NOT NULL,
    "ClaimType" text,
    "ClaimValue" text,
    CONSTRAINT "PK_AspNetRoleClaims" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AspNetRoleClaims_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserClaims" (
    "Id" integer GENERATED BY DEFAULT AS IDENTITY,
    "UserId" uuid NOT NULL,
    "ClaimType" text,
    "ClaimValue" text,
    CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" character varying(128) NOT NULL,
    "ProviderKey" character varying(128) NOT NULL,
    "ProviderDisplayName" text,
    "UserId" uuid NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserRoles" (
    "UserId" uuid NOT NULL,
    "RoleId" uuid NOT NULL,
    CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserTokens" (
    "UserId" uuid NOT NULL,
    "LoginProvider" character varying(128) NOT NULL,
    "Name" character varying(128) NOT NULL,
    "Value" text,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Conference" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "BodyId" uuid NOT NULL,
    "TermId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Ground" character varying(1000) NOT NULL,
    "AskedBy" character varying(40) NOT NULL,
    "Askers" integer NOT NULL,
    "AskersOf" integer NOT NULL,
    "StartsAt" timestamp with time zone NOT NULL,
    "Place" character varying(500) NOT NULL,
    "ChairId" uuid NOT NULL,
    "NoteTakerId" uuid NOT NULL,
    "InvitedAt" timestamp with time zone,
    "OpenedAt" timestamp with time zone,
    "OpenedWithoutQuorum" character varying(1000) NOT NULL,
    "NowItemId" uuid,
    "Discussion" character varying(200000) NOT NULL,
    "DoorCode" character varying(6) NOT NULL,
    "ClosedAt" timestamp with time zone,
    "CancelledAt" timestamp with time zone,
    "CancelReason" character varying(1000) NOT NULL,
    "Conclusion" character varying(200000) NOT NULL,
    CONSTRAINT "PK_Conference" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Conference_Body_BodyId" FOREIGN KEY ("BodyId") REFERENCES "Body" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Appraisal" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Passed" boolean NOT NULL,
    "Note" character varying(4000) NOT NULL,
    "Reason" character varying(4000) NOT NULL,
    "ChecklistSource" character varying(500) NOT NULL,
    CONSTRAINT "PK_Appraisal" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Appraisal_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AppraisalSheet" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Content" character varying(200000) NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_AppraisalSheet" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AppraisalSheet_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DraftRound" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "VersionId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "SentById" uuid NOT NULL,
    CONSTRAINT "PK_DraftRound" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DraftRound_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DraftVersion" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Round" integer NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "Canonical" character varying(8000000) NOT NULL,
    "Cause" character varying(40) NOT NULL,
    "AuthorId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Note" character varying(2000) NOT NULL,
    "ImportedFacts" character varying(200000) NOT NULL,
    CONSTRAINT "PK_DraftVersion" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DraftVersion_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "IssuedDocument" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "VersionId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "AdoptedHash" character varying(500) NOT NULL,
    "TermId" uuid NOT NULL,
    "TypeKey" character varying(40) NOT NULL,
    "IssuingBody" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "NumberAndSymbol" character varying(500) NOT NULL,
    "Subject" character varying(2000) NOT NULL,
    "Place" character varying(500) NOT NULL,
    "Date" date NOT NULL,
    "SignerId" uuid NOT NULL,
    "SignerName" character varying(500) NOT NULL,
    "Authority" character varying(500) NOT NULL,
    "Position" character varying(500) NOT NULL,
    "SignedAt" timestamp with time zone NOT NULL,
    "Urgency" character varying(40) NOT NULL,
    "Circulation" character varying(100) NOT NULL,
    "ProfileId" uuid NOT NULL,
    "NumberedAt" timestamp with time zone,
    "SealedById" uuid,
    "SealedAt" timestamp with time zone,
    "ReleasedAt" timestamp with time zone,
    "FollowUpConfirmedAt" timestamp with time zone,
    "SearchText" character varying(200000) NOT NULL,
    CONSTRAINT "PK_IssuedDocument" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IssuedDocument_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PinnedFile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Purpose" character varying(40) NOT NULL,
    "Way" character varying(40) NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "SignerId" uuid NOT NULL,
    "SignerName" character varying(500) NOT NULL,
    "TermId" uuid NOT NULL,
    "TypeKey" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "NumberAndSymbol" character varying(500) NOT NULL,
    "Place" character varying(500) NOT NULL,
    "Date" date NOT NULL,
    "ProfileId" uuid NOT NULL,
    "Content" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Pages" integer NOT NULL,
    "PinnedById" uuid NOT NULL,
    "PinnedAt" timestamp with time zone NOT NULL,
    "Token" character varying(64) NOT NULL,
    "TokenUntil" timestamp with time zone,
    "TakenAt" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "End" character varying(40),
    "ReturnedSha256" character varying(64) NOT NULL,
    CONSTRAINT "PK_PinnedFile" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_PinnedFile_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ReadingMark" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Round" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ReadingMark" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ReadingMark_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ReviewRound" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "VersionId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "Question" character varying(2000) NOT NULL,
    "OpenedAt" timestamp with time zone NOT NULL,
    "OpenedById" uuid NOT NULL,
    "ClosesAt" timestamp with time zone NOT NULL,
    "ClosedAt" timestamp with time zone,
    "Purpose" character varying(40) NOT NULL,
    "Body" character varying(40),
    "IsOfProcess" boolean NOT NULL,
    "Shown" character varying(40) NOT NULL,
    "SilenceCounts" boolean NOT NULL,
    "SilenceRule" character varying(500) NOT NULL,
    CONSTRAINT "PK_ReviewRound" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ReviewRound_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "TechnicalCorrection" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "Part" character varying(40) NOT NULL,
    "Place" character varying(40) NOT NULL,
    "Start" integer NOT NULL,
    "Old" character varying(200) NOT NULL,
    "New" character varying(200) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Reason" character varying(2000) NOT NULL,
    "ProposedById" uuid NOT NULL,
    "ProposedAt" timestamp with time zone NOT NULL,
    "Approved" boolean,
    "DecidedById" uuid,
    "DecidedAt" timestamp with time zone,
    "Applied" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_TechnicalCorrection" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_TechnicalCorrection_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "TextDraft" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "BaseHash" character varying(64) NOT NULL,
    "Content" character varying(2000000) NOT NULL,
    "Revision" integer NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_TextDraft" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_TextDraft_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Absence" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "SubstituteId" uuid NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "Reason" character varying(500) NOT NULL,
    "DecidedById" uuid NOT NULL,
    "DecidedAt" timestamp with time zone NOT NULL,
    "WithdrawnAt" timestamp with time zone,
    "WithdrawnById" uuid,
    CONSTRAINT "PK_Absence" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Absence_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Absence_Person_SubstituteId" FOREIGN KEY ("SubstituteId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "BoundCertificate" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid,
    "Certificate" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Subject" character varying(500) NOT NULL,
    "Issuer" character varying(500) NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "NotAfter" timestamp with time zone NOT NULL,
    "From" date NOT NULL,
    "To" date,
    "EndReason" character varying(500) NOT NULL,
    "BoundById" uuid NOT NULL,
    "BoundAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_BoundCertificate" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_BoundCertificate_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Membership" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "BodyId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "From" date NOT NULL,
    "To" date,
    CONSTRAINT "PK_Membership" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Membership_Body_BodyId" FOREIGN KEY ("BodyId") REFERENCES "Body" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Membership_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "MessagePreference" (
    "PersonId" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Mode" character varying(40) NOT NULL,
    "Address" character varying(254) NOT NULL,
    "SetAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_MessagePreference" PRIMARY KEY ("PersonId"),
    CONSTRAINT "FK_MessagePreference_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OfficeHeld" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Office" character varying(40) NOT NULL,
    "From" date NOT NULL,
    "To" date,
    CONSTRAINT "PK_OfficeHeld" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OfficeHeld_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SignaturePicture" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PersonId" uuid,
    "Content" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Width" integer NOT NULL,
    "Height" integer NOT NULL,
    "WidthMm" numeric(24,6) NOT NULL,
    "From" date NOT NULL,
    "To" date,
    "EndReason" character varying(500) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_SignaturePicture" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SignaturePicture_Person_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DefinitionVersion" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ProcessId" character varying(100) NOT NULL,
    "DefinitionHash" character varying(64) NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Number" integer NOT NULL,
    "DeployedAt" timestamp with time zone NOT NULL,
    "DeployedById" uuid NOT NULL,
    "Note" character varying(1000) NOT NULL,
    "RetiredAt" timestamp with time zone,
    "RetiredById" uuid,
    CONSTRAINT "PK_DefinitionVersion" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DefinitionVersion_StoredDefinition_DefinitionHash" FOREIGN KEY ("DefinitionHash") REFERENCES "StoredDefinition" ("Hash") ON DELETE RESTRICT
);


CREATE TABLE "LatestDefinition" (
    "OrganizationId" uuid NOT NULL,
    "ProcessId" character varying(100) NOT NULL,
    "DefinitionHash" character varying(64) NOT NULL,
    "DeployedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_LatestDefinition" PRIMARY KEY ("OrganizationId", "ProcessId"),
    CONSTRAINT "FK_LatestDefinition_StoredDefinition_DefinitionHash" FOREIGN KEY ("DefinitionHash") REFERENCES "StoredDefinition" ("Hash") ON DELETE RESTRICT
);


CREATE TABLE "ProcessInstance" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DefinitionHash" character varying(64) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "BusinessKey" character varying(500) NOT NULL,
    "CallerInstanceId" uuid,
    "CallerToken" character varying(100) NOT NULL,
    "Depth" integer NOT NULL,
    "State" character varying(200000) NOT NULL,
    "Position" integer NOT NULL,
    "EndedAt" timestamp with time zone,
    "End" character varying(40),
    "SuspendedAt" timestamp with time zone,
    CONSTRAINT "PK_ProcessInstance" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ProcessInstance_StoredDefinition_DefinitionHash" FOREIGN KEY ("DefinitionHash") REFERENCES "StoredDefinition" ("Hash") ON DELETE RESTRICT
);


CREATE TABLE "StartPoint" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ProcessId" character varying(100) NOT NULL,
    "DefinitionHash" character varying(64) NOT NULL,
    "ElementId" character varying(500) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Name" character varying(300) NOT NULL,
    "DueAt" timestamp with time zone,
    "Every" character varying(100) NOT NULL,
    "Times" integer,
    "RetryAt" timestamp with time zone,
    CONSTRAINT "PK_StartPoint" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StartPoint_StoredDefinition_DefinitionHash" FOREIGN KEY ("DefinitionHash") REFERENCES "StoredDefinition" ("Hash") ON DELETE RESTRICT
);


CREATE TABLE "NumberSeries" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "TermId" uuid NOT NULL,
    "Symbol" character varying(40) NOT NULL,
    "Before" integer NOT NULL,
    "Last" integer NOT NULL,
    "LastAt" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_NumberSeries" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_NumberSeries_Term_TermId" FOREIGN KEY ("TermId") REFERENCES "Term" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ExchangePartner" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "OrganId" character varying(35) NOT NULL,
    "Name" character varying(300) NOT NULL,
    "UnitId" uuid,
    "Address" character varying(300) NOT NULL,
    "KeyId" character varying(40) NOT NULL,
    "KeyHash" character varying(64) NOT NULL,
    "KeyMadeAt" timestamp with time zone,
    "KeyMadeById" uuid,
    "SealedKey" character varying(2000) NOT NULL,
    "MadeAt" timestamp with time zone NOT NULL,
    "EndedAt" timestamp with time zone,
    "EndReason" character varying(500) NOT NULL,
    CONSTRAINT "PK_ExchangePartner" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ExchangePartner_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RecipientGroupUnit" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "GroupId" uuid NOT NULL,
    "UnitId" uuid NOT NULL,
    CONSTRAINT "PK_RecipientGroupUnit" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_RecipientGroupUnit_RecipientGroup_GroupId" FOREIGN KEY ("GroupId") REFERENCES "RecipientGroup" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RecipientGroupUnit_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AgendaItem" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "ParentId" uuid,
    "Position" integer NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Title" character varying(300) NOT NULL,
    "Presenter" character varying(100) NOT NULL,
    "Minutes" integer NOT NULL,
    "GuestsStay" boolean NOT NULL,
    "DraftId" uuid,
    "VersionId" uuid,
    "VersionHash" character varying(64) NOT NULL,
    "MaterialAt" timestamp with time zone,
    "Decision" character varying(40),
    "DecisionReason" character varying(1000) NOT NULL,
    "DecidedAt" timestamp with time zone,
    "FinalHash" character varying(64) NOT NULL,
    "FinalConfirmedById" uuid,
    CONSTRAINT "PK_AgendaItem" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AgendaItem_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaItem_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Attendance" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "PersonId" uuid,
    "IsGuest" boolean NOT NULL,
    "GuestName" character varying(100) NOT NULL,
    "Address" character varying(254) NOT NULL,
    "Presence" character varying(40) NOT NULL,
    "Reason" character varying(500) NOT NULL,
    CONSTRAINT "PK_Attendance" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Attendance_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "GuestPass" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "AttendanceId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "RevokedAt" timestamp with time zone,
    "FirstUsedAt" timestamp with time zone,
    CONSTRAINT "PK_GuestPass" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_GuestPass_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "MaterialOpening" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "AttendanceId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_MaterialOpening" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_MaterialOpening_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "MinutesSignature" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "AsChair" boolean NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_MinutesSignature" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_MinutesSignature_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SessionLetter" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "ToldHash" character varying(64) NOT NULL,
    "Reason" character varying(1000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_SessionLetter" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SessionLetter_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SessionTrip" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "Side" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "OutAt" timestamp with time zone NOT NULL,
    "OutById" uuid NOT NULL,
    "BaseHash" character varying(64) NOT NULL,
    "BaseParts" character varying(4000) NOT NULL,
    "HomeKey" character varying(64) NOT NULL,
    "AwayKey" character varying(64) NOT NULL,
    "EndedAt" timestamp with time zone,
    "EndedById" uuid,
    "ResultHash" character varying(64) NOT NULL,
    "TakenBackReason" character varying(1000) NOT NULL,
    "ChapterPosition" bigint NOT NULL,
    "ChapterHash" character varying(64) NOT NULL,
    CONSTRAINT "PK_SessionTrip" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SessionTrip_Conference_ConferenceId" FOREIGN KEY ("ConferenceId") REFERENCES "Conference" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AppraisalPoint" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "AppraisalId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Part" character varying(40) NOT NULL,
    "Words" character varying(500) NOT NULL,
    "Judgement" character varying(40) NOT NULL,
    "Note" character varying(4000) NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "ClauseTitle" character varying(4000) NOT NULL,
    "WasProposed" boolean NOT NULL,
    CONSTRAINT "PK_AppraisalPoint" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AppraisalPoint_Appraisal_AppraisalId" FOREIGN KEY ("AppraisalId") REFERENCES "Appraisal" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DraftFile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VersionId" uuid NOT NULL,
    "FileName" character varying(500) NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_DraftFile" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DraftFile_DraftVersion_VersionId" FOREIGN KEY ("VersionId") REFERENCES "DraftVersion" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Dispatch" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "UnitId" uuid NOT NULL,
    "Purpose" character varying(500) NOT NULL,
    "RecipientLine" character varying(500) NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "Channel" character varying(40) NOT NULL,
    "Issue" integer NOT NULL,
    "Events" integer NOT NULL,
    "Status" character varying(40) NOT NULL,
    "Recall" character varying(40) NOT NULL,
    "OpenedAt" timestamp with time zone,
    "ReceivedAt" timestamp with time zone,
    "CarriedOutAt" timestamp with time zone,
    "ArrivalNumber" character varying(40) NOT NULL,
    "ArrivalDay" date,
    "Reminders" integer NOT NULL,
    "RemindedAt" timestamp with time zone,
    CONSTRAINT "PK_Dispatch" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Dispatch_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Dispatch_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DocumentCopy" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "IssuedDocumentId" uuid,
    "OriginalNumber" character varying(500) NOT NULL,
    "OriginalIssuer" character varying(500) NOT NULL,
    "OriginalDate" date NOT NULL,
    "OriginalSubject" character varying(2000) NOT NULL,
    "OriginalSha256" character varying(64) NOT NULL,
    "Parts" character varying(2000) NOT NULL,
    "NumberAndSymbol" character varying(500) NOT NULL,
    "Date" date NOT NULL,
    "Recipients" character varying(2000) NOT NULL,
    "SignerId" uuid NOT NULL,
    "SignerName" character varying(500) NOT NULL,
    "Capacity" character varying(500) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Content" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    CONSTRAINT "PK_DocumentCopy" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DocumentCopy_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "IssuedFile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Content" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_IssuedFile" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IssuedFile_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "LongTermData" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "State" character varying(40) NOT NULL,
    "Attempts" integer NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "LeasedUntil" timestamp with time zone,
    "LastError" character varying(1000) NOT NULL,
    CONSTRAINT "PK_LongTermData" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_LongTermData_IssuedDocument_Id" FOREIGN KEY ("Id") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PortalRelease" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "FindingsHash" character varying(64) NOT NULL,
    "TakenBackAt" timestamp with time zone,
    "TakenBackById" uuid,
    "TakenBackReason" character varying(500) NOT NULL,
    CONSTRAINT "PK_PortalRelease" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_PortalRelease_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RecipientChoice" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "UnitId" uuid NOT NULL,
    "Line" character varying(500) NOT NULL,
    "Purpose" character varying(100) NOT NULL,
    "Channel" character varying(40) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_RecipientChoice" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_RecipientChoice_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RecipientChoice_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ReportingDuty" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "Who" character varying(500) NOT NULL,
    "ToWhom" character varying(500) NOT NULL,
    "What" character varying(4000) NOT NULL,
    "When" character varying(500) NOT NULL,
    "Periodicity" character varying(500) NOT NULL,
    "Quote" character varying(4000) NOT NULL,
    "ConfirmedById" uuid NOT NULL,
    "ConfirmedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ReportingDuty" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ReportingDuty_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "StandingNote" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "From" date NOT NULL,
    "BySymbol" character varying(50) NOT NULL,
    "ByDate" date,
    "ByName" character varying(500) NOT NULL,
    "ById" uuid,
    "Part" character varying(500) NOT NULL,
    "Reads" character varying(500) NOT NULL,
    "ShouldRead" character varying(500) NOT NULL,
    "Reason" character varying(500) NOT NULL,
    "UndoesId" uuid,
    "At" timestamp with time zone NOT NULL,
    "RecordedById" uuid NOT NULL,
    CONSTRAINT "PK_StandingNote" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StandingNote_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StandingNote_StandingNote_UndoesId" FOREIGN KEY ("UndoesId") REFERENCES "StandingNote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Target" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "IssuedDocumentId" uuid NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "Label" character varying(500) NOT NULL,
    "Comparator" character varying(40) NOT NULL,
    "Value" numeric(24,6) NOT NULL,
    "UpperValue" numeric(24,6),
    "Unit" character varying(500) NOT NULL,
    "Period" character varying(9) NOT NULL,
    "Area" character varying(500) NOT NULL,
    "Change" character varying(20) NOT NULL,
    "Quote" character varying(4000) NOT NULL,
    "ConfirmedById" uuid NOT NULL,
    "ConfirmedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Target" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Target_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ScannedPage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PinnedId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Picture" bytea NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ScannedPage" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ScannedPage_PinnedFile_PinnedId" FOREIGN KEY ("PinnedId") REFERENCES "PinnedFile" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CirculationDecision" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ProfileId" uuid NOT NULL,
    "Outcome" character varying(40) NOT NULL,
    "Incumbents" integer NOT NULL,
    "Required" integer NOT NULL,
    "Approving" integer NOT NULL,
    "HasDifferences" boolean NOT NULL,
    "Statement" character varying(4000) NOT NULL,
    "DecidedById" uuid NOT NULL,
    "DecidedAt" timestamp with time zone NOT NULL,
    "Proof" character varying(40000) NOT NULL,
    "ProofHash" character varying(64) NOT NULL,
    CONSTRAINT "PK_CirculationDecision" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CirculationDecision_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Comment" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "RoundId" uuid,
    "OpinionId" uuid,
    "AuthorId" uuid NOT NULL,
    "AuthorAsWritten" character varying(500) NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "ClauseTitle" character varying(500) NOT NULL,
    "Quote" character varying(2000) NOT NULL,
    "QuoteStart" integer NOT NULL,
    "Proposed" character varying(4000),
    "Text" character varying(4000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Readers" character varying(40) NOT NULL,
    "IsLate" boolean NOT NULL,
    "WithdrawnAt" timestamp with time zone,
    "MergedIntoId" uuid,
    "AssignedAt" timestamp with time zone,
    "Disposition" character varying(40),
    "Reason" character varying(4000) NOT NULL,
    "AnsweredById" uuid,
    "AnsweredAt" timestamp with time zone,
    "DoneInRound" integer,
    "ObjectedAt" timestamp with time zone,
    "Objection" character varying(4000) NOT NULL,
    "ObjectionAnswered" boolean NOT NULL,
    CONSTRAINT "PK_Comment" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Comment_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CommentDraft" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "Quote" character varying(2000) NOT NULL,
    "QuoteStart" integer NOT NULL,
    "Proposed" character varying(4000),
    "Text" character varying(4000) NOT NULL,
    "Readers" character varying(40) NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CommentDraft" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CommentDraft_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Conclusion" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "Source" character varying(40) NOT NULL,
    "Day" date NOT NULL,
    "Reference" character varying(300) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "RoundId" uuid,
    "Outcome" character varying(40),
    "WithdrawnBecause" character varying(4000) NOT NULL,
    "WithdrawnAt" timestamp with time zone,
    CONSTRAINT "PK_Conclusion" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Conclusion_Draft_DraftId" FOREIGN KEY ("DraftId") REFERENCES "Draft" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Conclusion_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "GivenOpinion" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Answer" character varying(40) NOT NULL,
    "Reason" character varying(4000) NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "IsLate" boolean NOT NULL,
    "Means" character varying(40) NOT NULL,
    "EnteredById" uuid,
    "EntryNote" character varying(2000) NOT NULL,
    "WithdrawnAt" timestamp with time zone,
    "ConfirmedAt" timestamp with time zone,
    "ObjectedAt" timestamp with time zone,
    "Objection" character varying(4000) NOT NULL,
    CONSTRAINT "PK_GivenOpinion" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_GivenOpinion_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OpinionDraft" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Answer" character varying(40),
    "Reason" character varying(4000) NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_OpinionDraft" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OpinionDraft_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OpinionSheet" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Given" integer NOT NULL,
    "Answer" character varying(40),
    "Reason" character varying(4000) NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "AnsweredAt" timestamp with time zone,
    CONSTRAINT "PK_OpinionSheet" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OpinionSheet_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RoundDeadline" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "MinutesBefore" integer NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "SettledAt" timestamp with time zone,
    CONSTRAINT "PK_RoundDeadline" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_RoundDeadline_ReviewRound_RoundId" FOREIGN KEY ("RoundId") REFERENCES "ReviewRound" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "JournalEntry" (
    "InstanceId" uuid NOT NULL,
    "Position" integer NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "Trigger" character varying(200000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorId" uuid NOT NULL,
    CONSTRAINT "PK_JournalEntry" PRIMARY KEY ("InstanceId", "Position"),
    CONSTRAINT "FK_JournalEntry_ProcessInstance_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "ProcessInstance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OpenTask" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "InstanceId" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Token" character varying(500) NOT NULL,
    "ElementId" character varying(500) NOT NULL,
    "TaskKey" character varying(500) NOT NULL,
    "Name" character varying(500) NOT NULL,
    "Candidates" character varying(500) NOT NULL,
    "OpenedAt" timestamp with time zone NOT NULL,
    "OpenedById" uuid NOT NULL,
    "DueAt" timestamp with time zone,
    "Assignee" character varying(500) NOT NULL,
    "Priority" integer NOT NULL,
    "UrgentAt" timestamp with time zone NOT NULL,
    "Form" character varying(500) NOT NULL,
    "NotSameAs" character varying(500) NOT NULL,
    "Locals" character varying(200000) NOT NULL,
    "ClosedAt" timestamp with time zone,
    "ClosedById" uuid,
    "HolderId" uuid,
    "HeldAt" timestamp with time zone,
    "GivenById" uuid,
    "ForId" uuid,
    "Note" character varying(1000) NOT NULL,
    "Outcome" character varying(500) NOT NULL,
    "Turns" integer NOT NULL,
    CONSTRAINT "PK_OpenTask" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OpenTask_ProcessInstance_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "ProcessInstance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OutboxMessage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "InstanceId" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Token" character varying(500) NOT NULL,
    "ElementId" character varying(500) NOT NULL,
    "ActivityKey" character varying(500) NOT NULL,
    "Name" character varying(500) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "Locals" character varying(200000) NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "LeasedUntil" timestamp with time zone,
    "LeasedBy" uuid,
    "DoneAt" timestamp with time zone,
    "FailedAt" timestamp with time zone,
    "LastError" character varying(4000) NOT NULL,
    CONSTRAINT "PK_OutboxMessage" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OutboxMessage_ProcessInstance_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "ProcessInstance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ProcessSubscription" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "InstanceId" uuid NOT NULL,
    "Token" character varying(500) NOT NULL,
    "ElementId" character varying(500) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Name" character varying(300) NOT NULL,
    "Key" character varying(300) NOT NULL,
    CONSTRAINT "PK_ProcessSubscription" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ProcessSubscription_ProcessInstance_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "ProcessInstance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ProcessTimer" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "InstanceId" uuid NOT NULL,
    "Token" character varying(500) NOT NULL,
    "ElementId" character varying(500) NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "LeasedUntil" timestamp with time zone,
    CONSTRAINT "PK_ProcessTimer" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ProcessTimer_ProcessInstance_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "ProcessInstance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RegisterEntry" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "SeriesId" uuid NOT NULL,
    "TypeKey" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "NumberAndSymbol" character varying(50) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Date" date NOT NULL,
    "Subject" character varying(2000) NOT NULL,
    "SignerName" character varying(300) NOT NULL,
    "Recipients" character varying(2000) NOT NULL,
    "Note" character varying(300) NOT NULL,
    "DraftId" uuid,
    "IssuedDocumentId" uuid,
    "RecordedAt" timestamp with time zone NOT NULL,
    "RecordedById" uuid NOT NULL,
    "SearchText" character varying(2000) NOT NULL,
    CONSTRAINT "PK_RegisterEntry" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_RegisterEntry_IssuedDocument_IssuedDocumentId" FOREIGN KEY ("IssuedDocumentId") REFERENCES "IssuedDocument" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RegisterEntry_NumberSeries_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "NumberSeries" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "IncomingPaper" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PartnerId" uuid,
    "SourceId" uuid NOT NULL,
    "SenderName" character varying(300) NOT NULL,
    "DocumentId" character varying(120) NOT NULL,
    "Edition" integer NOT NULL,
    "ContentHash" character varying(64) NOT NULL,
    "NumberAndSymbol" character varying(100) NOT NULL,
    "TypeName" character varying(500) NOT NULL,
    "Date" date NOT NULL,
    "Subject" character varying(2000) NOT NULL,
    "SignerName" character varying(500) NOT NULL,
    "Priority" integer NOT NULL,
    "DueDate" date,
    "ArrivedAt" timestamp with time zone NOT NULL,
    "Verdict" character varying(40),
    "PackageSigner" character varying(500) NOT NULL,
    "State" character varying(40) NOT NULL,
    "ArrivalYear" integer NOT NULL,
    "ArrivalNumber" integer NOT NULL,
    "RegisteredOn" date,
    "Note" character varying(500) NOT NULL,
    "RecallWaits" boolean NOT NULL,
    "RecallReason" character varying(2000) NOT NULL,
    "ReplacedBy" character varying(120) NOT NULL,
    "Events" integer NOT NULL,
    "SearchText" character varying(2000) NOT NULL,
    CONSTRAINT "PK_IncomingPaper" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IncomingPaper_ExchangePartner_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "ExchangePartner" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PartnerCertificate" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Subject" character varying(500) NOT NULL,
    "NotAfter" timestamp with time zone NOT NULL,
    "From" date NOT NULL,
    "To" date,
    "EndReason" character varying(500) NOT NULL,
    CONSTRAINT "PK_PartnerCertificate" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_PartnerCertificate_ExchangePartner_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "ExchangePartner" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Amendment" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "ClauseId" character varying(100) NOT NULL,
    "ClauseTitle" character varying(500) NOT NULL,
    "Old" character varying(4000) NOT NULL,
    "New" character varying(4000) NOT NULL,
    "Reason" character varying(4000) NOT NULL,
    "MoverId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "StateReason" character varying(1000) NOT NULL,
    "DecidedAt" timestamp with time zone,
    CONSTRAINT "PK_Amendment" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Amendment_AgendaItem_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItem" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Recusal" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Reason" character varying(1000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Recusal" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Recusal_AgendaItem_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItem" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ReservedOpinion" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ReservedOpinion" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ReservedOpinion_AgendaItem_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItem" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Speech" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "PersonId" uuid NOT NULL,
    "RequestedAt" timestamp with time zone NOT NULL,
    "StartedAt" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "WithdrawnAt" timestamp with time zone,
    "Remark" character varying(4000) NOT NULL,
    "ClauseId" character varying(100) NOT NULL,
    "ClauseTitle" character varying(500) NOT NULL,
    CONSTRAINT "PK_Speech" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Speech_AgendaItem_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItem" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Vote" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "AgendaItemId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Subject" character varying(40) NOT NULL,
    "DraftId" uuid,
    "VersionHash" character varying(64) NOT NULL,
    "ClauseId" character varying(100) NOT NULL,
    "AmendmentId" uuid,
    "Question" character varying(1000) NOT NULL,
    "OptionLines" character varying(8000) NOT NULL,
    "Seats" integer NOT NULL,
    "Mode" character varying(40) NOT NULL,
    "OpenedAt" timestamp with time zone NOT NULL,
    "OpenedById" uuid NOT NULL,
    "Incumbents" integer NOT NULL,
    "Present" integer NOT NULL,
    "Entitled" integer NOT NULL,
    "QuorumRequired" integer NOT NULL,
    "WithoutQuorum" character varying(1000) NOT NULL,
    "Required" integer NOT NULL,
    "ProfileId" uuid NOT NULL,
    "StoppedAt" timestamp with time zone,
    "ClosedAt" timestamp with time zone,
    "Adopted" boolean,
    "Counts" character varying(500) NOT NULL,
    "Issued" integer NOT NULL,
    "Collected" integer NOT NULL,
    "Spoilt" integer NOT NULL,
    "VoidedAt" timestamp with time zone,
    "VoidReason" character varying(1000) NOT NULL,
    CONSTRAINT "PK_Vote" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Vote_AgendaItem_AgendaItemId" FOREIGN KEY ("AgendaItemId") REFERENCES "AgendaItem" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Movement" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConferenceId" uuid NOT NULL,
    "AttendanceId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "IsIn" boolean NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    CONSTRAINT "PK_Movement" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Movement_Attendance_AttendanceId" FOREIGN KEY ("AttendanceId") REFERENCES "Attendance" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "LetterCopy" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "LetterId" uuid NOT NULL,
    "AttendanceId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "MailId" uuid,
    CONSTRAINT "PK_LetterCopy" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_LetterCopy_Attendance_AttendanceId" FOREIGN KEY ("AttendanceId") REFERENCES "Attendance" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_LetterCopy_SessionLetter_LetterId" FOREIGN KEY ("LetterId") REFERENCES "SessionLetter" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ChapterEntry" (
    "TripId" uuid NOT NULL,
    "Position" bigint NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorId" uuid NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "Act" character varying(100) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "PreviousHash" character varying(64) NOT NULL,
    "Hash" character varying(64) NOT NULL,
    CONSTRAINT "PK_ChapterEntry" PRIMARY KEY ("TripId", "Position"),
    CONSTRAINT "FK_ChapterEntry_SessionTrip_TripId" FOREIGN KEY ("TripId") REFERENCES "SessionTrip" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DispatchEvent" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DispatchId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Way" character varying(40) NOT NULL,
    "ById" uuid,
    "ByName" character varying(120) NOT NULL,
    "Note" character varying(1000) NOT NULL,
    "ArrivalNumber" character varying(40) NOT NULL,
    "Day" date,
    "Present" integer,
    "OfHowMany" integer,
    "OfNumber" integer,
    CONSTRAINT "PK_DispatchEvent" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DispatchEvent_Dispatch_DispatchId" FOREIGN KEY ("DispatchId") REFERENCES "Dispatch" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DispatchPass" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "DispatchId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "RevokedAt" timestamp with time zone,
    "Tries" integer NOT NULL,
    "AllTries" integer NOT NULL,
    "RestsUntil" timestamp with time zone,
    CONSTRAINT "PK_DispatchPass" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DispatchPass_Dispatch_DispatchId" FOREIGN KEY ("DispatchId") REFERENCES "Dispatch" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ReleaseFinding" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ReleaseId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Matter" character varying(40) NOT NULL,
    "Place" character varying(500) NOT NULL,
    "Quote" character varying(500) NOT NULL,
    "Answer" character varying(40) NOT NULL,
    "Reason" character varying(500) NOT NULL,
    CONSTRAINT "PK_ReleaseFinding" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ReleaseFinding_PortalRelease_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "PortalRelease" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CommentPlace" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "CommentId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "Quote" character varying(2000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CommentPlace" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CommentPlace_Comment_CommentId" FOREIGN KEY ("CommentId") REFERENCES "Comment" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ConclusionPoint" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "ConclusionId" uuid NOT NULL,
    "DraftId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Words" character varying(2000) NOT NULL,
    CONSTRAINT "PK_ConclusionPoint" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ConclusionPoint_Conclusion_ConclusionId" FOREIGN KEY ("ConclusionId") REFERENCES "Conclusion" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OpinionScan" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "OpinionId" uuid NOT NULL,
    "ContentType" character varying(100) NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_OpinionScan" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OpinionScan_GivenOpinion_OpinionId" FOREIGN KEY ("OpinionId") REFERENCES "GivenOpinion" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "TaskCandidate" (
    "TaskId" uuid NOT NULL,
    "Word" character varying(400) NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "UrgentAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_TaskCandidate" PRIMARY KEY ("TaskId", "Word"),
    CONSTRAINT "FK_TaskCandidate_OpenTask_TaskId" FOREIGN KEY ("TaskId") REFERENCES "OpenTask" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "TaskSubstitute" (
    "TaskId" uuid NOT NULL,
    "AbsenceId" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "AbsentId" uuid NOT NULL,
    "SubstituteId" uuid NOT NULL,
    "Since" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_TaskSubstitute" PRIMARY KEY ("TaskId", "AbsenceId"),
    CONSTRAINT "FK_TaskSubstitute_OpenTask_TaskId" FOREIGN KEY ("TaskId") REFERENCES "OpenTask" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ExchangeMessage" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Direction" character varying(40) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Key" character varying(160) NOT NULL,
    "DocumentId" character varying(120) NOT NULL,
    "Code" character varying(4) NOT NULL,
    "DispatchId" uuid,
    "PaperId" uuid,
    "Content" bytea NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "LeasedUntil" timestamp with time zone,
    "LeasedBy" uuid,
    "SettledAt" timestamp with time zone,
    "LastError" character varying(1000) NOT NULL,
    CONSTRAINT "PK_ExchangeMessage" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ExchangeMessage_Dispatch_DispatchId" FOREIGN KEY ("DispatchId") REFERENCES "Dispatch" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ExchangeMessage_ExchangePartner_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "ExchangePartner" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ExchangeMessage_IncomingPaper_PaperId" FOREIGN KEY ("PaperId") REFERENCES "IncomingPaper" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "IncomingEvent" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PaperId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Code" character varying(4) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid,
    "ByName" character varying(300) NOT NULL,
    "Note" character varying(2000) NOT NULL,
    CONSTRAINT "PK_IncomingEvent" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IncomingEvent_IncomingPaper_PaperId" FOREIGN KEY ("PaperId") REFERENCES "IncomingPaper" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "IncomingFile" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PaperId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Name" character varying(200) NOT NULL,
    "ContentType" character varying(100) NOT NULL,
    "Content" bytea NOT NULL,
    "Size" integer NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Verdict" character varying(40),
    "Findings" character varying(4000) NOT NULL,
    CONSTRAINT "PK_IncomingFile" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_IncomingFile_IncomingPaper_PaperId" FOREIGN KEY ("PaperId") REFERENCES "IncomingPaper" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Seconder" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "AmendmentId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Seconder" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Seconder_Amendment_AmendmentId" FOREIGN KEY ("AmendmentId") REFERENCES "Amendment" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Ballot" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Marks" character varying(30) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Ballot" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Ballot_Vote_VoteId" FOREIGN KEY ("VoteId") REFERENCES "Vote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "BallotBatch" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Code" character varying(8) NOT NULL,
    "First" integer NOT NULL,
    "Count" integer NOT NULL,
    "Reason" character varying(1000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_BallotBatch" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_BallotBatch_Vote_VoteId" FOREIGN KEY ("VoteId") REFERENCES "Vote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CountEntry" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Counts" character varying(500) NOT NULL,
    "Issued" integer NOT NULL,
    "Collected" integer NOT NULL,
    "Spoilt" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CountEntry" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CountEntry_Vote_VoteId" FOREIGN KEY ("VoteId") REFERENCES "Vote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Counter" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "IsHead" boolean NOT NULL,
    CONSTRAINT "PK_Counter" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Counter_Vote_VoteId" FOREIGN KEY ("VoteId") REFERENCES "Vote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "VoteMember" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "VoteId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Standing" character varying(40) NOT NULL,
    "HasVoted" boolean NOT NULL,
    CONSTRAINT "PK_VoteMember" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_VoteMember_Vote_VoteId" FOREIGN KEY ("VoteId") REFERENCES "Vote" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PointCheck" (
    "Id" uuid NOT NULL,
    "OrganizationId" uuid NOT NULL,
    "PointId" uuid NOT NULL,
    "VersionId" uuid NOT NULL,
    "VersionHash" character varying(64) NOT NULL,
    "ClauseId" character varying(40) NOT NULL,
    "ClauseTitle" character varying(4000) NOT NULL,
    "IsMet" boolean NOT NULL,
    "Result" character varying(4000) NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_PointCheck" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_PointCheck_ConclusionPoint_PointId" FOREIGN KEY ("PointId") REFERENCES "ConclusionPoint" ("Id") ON DELETE RESTRICT
);


CREATE INDEX "IX_Absence_PersonId" ON "Absence" ("PersonId");


CREATE INDEX "IX_Absence_SubstituteId_To" ON "Absence" ("SubstituteId", "To");


CREATE INDEX "IX_Absence_To" ON "Absence" ("To") WHERE "WithdrawnAt" IS NULL;


CREATE INDEX "IX_AgendaItem_ConferenceId_DraftId" ON "AgendaItem" ("ConferenceId", "DraftId");


CREATE INDEX "IX_AgendaItem_DraftId" ON "AgendaItem" ("DraftId");


CREATE UNIQUE INDEX "IX_Amendment_ItemId_Number" ON "Amendment" ("ItemId", "Number");


CREATE UNIQUE INDEX "IX_Appraisal_DraftId_Number" ON "Appraisal" ("DraftId", "Number");


CREATE INDEX "IX_AppraisalChecklist_OrganizationId_ValidFrom" ON "AppraisalChecklist" ("OrganizationId", "ValidFrom");


CREATE UNIQUE INDEX "IX_AppraisalItem_ChecklistId_Ordinal" ON "AppraisalItem" ("ChecklistId", "Ordinal");


CREATE UNIQUE INDEX "IX_AppraisalPoint_AppraisalId_Ordinal" ON "AppraisalPoint" ("AppraisalId", "Ordinal");


CREATE INDEX "IX_AppraisalPoint_DraftId" ON "AppraisalPoint" ("DraftId");


CREATE UNIQUE INDEX "IX_AppraisalSheet_DraftId_PersonId" ON "AppraisalSheet" ("DraftId", "PersonId");


CREATE INDEX "IX_AspNetRoleClaims_RoleId" ON "AspNetRoleClaims" ("RoleId");


CREATE UNIQUE INDEX "RoleNameIndex" ON "AspNetRoles" ("NormalizedName");


CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");


CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");


CREATE INDEX "IX_AspNetUserRoles_RoleId" ON "AspNetUserRoles" ("RoleId");


CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");


CREATE INDEX "IX_AspNetUsers_PersonId" ON "AspNetUsers" ("PersonId");


CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");


CREATE INDEX "IX_Attendance_ConferenceId_PersonId" ON "Attendance" ("ConferenceId", "PersonId");


CREATE INDEX "IX_AuditEntry_SubjectId_Position" ON "AuditEntry" ("SubjectId", "Position");


CREATE UNIQUE INDEX "IX_Ballot_VoteId_PersonId" ON "Ballot" ("VoteId", "PersonId");


CREATE UNIQUE INDEX "IX_BallotBatch_VoteId_Number" ON "BallotBatch" ("VoteId", "Number");


CREATE UNIQUE INDEX "IX_Body_OrganizationId_Kind" ON "Body" ("OrganizationId", "Kind");


CREATE INDEX "IX_BoundCertificate_OrganizationId_PersonId" ON "BoundCertificate" ("OrganizationId", "PersonId");


CREATE INDEX "IX_BoundCertificate_PersonId" ON "BoundCertificate" ("PersonId");


CREATE UNIQUE INDEX "IX_CalendarDay_OrganizationId_Day" ON "CalendarDay" ("OrganizationId", "Day") WHERE "RemovedAt" IS NULL;


CREATE INDEX "IX_CaseFile_StartedById" ON "CaseFile" ("StartedById");


CREATE INDEX "IX_CheckSwitch_OrganizationId_Key_From" ON "CheckSwitch" ("OrganizationId", "Key", "From");


CREATE INDEX "IX_CirculationDecision_DraftId_VersionHash" ON "CirculationDecision" ("DraftId", "VersionHash");


CREATE UNIQUE INDEX "IX_CirculationDecision_RoundId" ON "CirculationDecision" ("RoundId");


CREATE INDEX "IX_CommandRecord_At" ON "CommandRecord" ("At");


CREATE INDEX "IX_Comment_DraftId" ON "Comment" ("DraftId");


CREATE INDEX "IX_Comment_OpinionId" ON "Comment" ("OpinionId");


CREATE INDEX "IX_Comment_RoundId" ON "Comment" ("RoundId");


CREATE INDEX "IX_CommentDraft_RoundId_PersonId" ON "CommentDraft" ("RoundId", "PersonId");


CREATE UNIQUE INDEX "IX_CommentPlace_CommentId_VersionHash" ON "CommentPlace" ("CommentId", "VersionHash");


CREATE INDEX "IX_Conclusion_DraftId" ON "Conclusion" ("DraftId");


CREATE INDEX "IX_Conclusion_RoundId" ON "Conclusion" ("RoundId");


CREATE UNIQUE INDEX "IX_ConclusionPoint_ConclusionId_Ordinal" ON "ConclusionPoint" ("ConclusionId", "Ordinal");


CREATE INDEX "IX_ConclusionPoint_DraftId" ON "ConclusionPoint" ("DraftId");


CREATE UNIQUE INDEX "IX_Conference_BodyId_TermId_Ordinal" ON "Conference" ("BodyId", "TermId", "Ordinal");


CREATE UNIQUE INDEX "IX_CountEntry_VoteId_Number" ON "CountEntry" ("VoteId", "Number");


CREATE UNIQUE INDEX "IX_Counter_VoteId_PersonId" ON "Counter" ("VoteId", "PersonId");


CREATE INDEX "IX_DefinitionDraft_OrganizationId" ON "DefinitionDraft" ("OrganizationId");


CREATE INDEX "IX_DefinitionVersion_DefinitionHash" ON "DefinitionVersion" ("DefinitionHash");


CREATE UNIQUE INDEX "IX_DefinitionVersion_OrganizationId_DefinitionHash" ON "DefinitionVersion" ("OrganizationId", "DefinitionHash");


CREATE UNIQUE INDEX "IX_DefinitionVersion_OrganizationId_ProcessId_Number" ON "DefinitionVersion" ("OrganizationId", "ProcessId", "Number");


CREATE UNIQUE INDEX "IX_Dispatch_IssuedDocumentId_UnitId" ON "Dispatch" ("IssuedDocumentId", "UnitId");


CREATE INDEX "IX_Dispatch_UnitId_SentAt" ON "Dispatch" ("UnitId", "SentAt");


CREATE UNIQUE INDEX "IX_DispatchEvent_DispatchId_Number" ON "DispatchEvent" ("DispatchId", "Number");


CREATE UNIQUE INDEX "IX_DispatchPass_DispatchId" ON "DispatchPass" ("DispatchId") WHERE "RevokedAt" IS NULL;


CREATE INDEX "IX_DocumentCopy_IssuedDocumentId" ON "DocumentCopy" ("IssuedDocumentId");


CREATE INDEX "IX_DocumentCopy_OrganizationId_At" ON "DocumentCopy" ("OrganizationId", "At");


CREATE INDEX "IX_DocumentCopy_OrganizationId_NumberAndSymbol_Date" ON "DocumentCopy" ("OrganizationId", "NumberAndSymbol", "Date");


CREATE INDEX "IX_DocumentCopy_Sha256" ON "DocumentCopy" ("Sha256");


CREATE INDEX "IX_Draft_OrganizationId_CreatedAt" ON "Draft" ("OrganizationId", "CreatedAt");


CREATE INDEX "IX_DraftFile_VersionId" ON "DraftFile" ("VersionId");


CREATE UNIQUE INDEX "IX_DraftRound_DraftId_Number" ON "DraftRound" ("DraftId", "Number");


CREATE INDEX "IX_DraftRoute_OrganizationId_Body" ON "DraftRoute" ("OrganizationId", "Body");


CREATE UNIQUE INDEX "IX_DraftVersion_DraftId_Round" ON "DraftVersion" ("DraftId", "Round");


CREATE UNIQUE INDEX "IX_EntryCode_Hash" ON "EntryCode" ("Hash");


CREATE INDEX "IX_EntryCode_PersonId" ON "EntryCode" ("PersonId");


CREATE INDEX "IX_ExchangeMessage_DispatchId" ON "ExchangeMessage" ("DispatchId");


CREATE INDEX "IX_ExchangeMessage_NotBefore_Id" ON "ExchangeMessage" ("NotBefore", "Id") WHERE "State" = 'Waiting';


CREATE INDEX "IX_ExchangeMessage_OrganizationId_CreatedAt_Id" ON "ExchangeMessage" ("OrganizationId", "CreatedAt", "Id");


CREATE UNIQUE INDEX "IX_ExchangeMessage_OrganizationId_PartnerId_Direction_Key" ON "ExchangeMessage" ("OrganizationId", "PartnerId", "Direction", "Key");


CREATE INDEX "IX_ExchangeMessage_PaperId" ON "ExchangeMessage" ("PaperId");


CREATE INDEX "IX_ExchangeMessage_PartnerId" ON "ExchangeMessage" ("PartnerId");


CREATE INDEX "IX_ExchangePartner_KeyId" ON "ExchangePartner" ("KeyId");


CREATE UNIQUE INDEX "IX_ExchangePartner_OrganizationId_OrganId" ON "ExchangePartner" ("OrganizationId", "OrganId") WHERE "EndedAt" IS NULL;


CREATE INDEX "IX_ExchangePartner_UnitId" ON "ExchangePartner" ("UnitId");


CREATE UNIQUE INDEX "IX_GivenOpinion_RoundId_PersonId_Number" ON "GivenOpinion" ("RoundId", "PersonId", "Number");


CREATE INDEX "IX_GuestPass_AttendanceId" ON "GuestPass" ("AttendanceId");


CREATE INDEX "IX_GuestPass_ConferenceId" ON "GuestPass" ("ConferenceId");


CREATE UNIQUE INDEX "IX_IncomingBook_OrganizationId_Year" ON "IncomingBook" ("OrganizationId", "Year");


CREATE UNIQUE INDEX "IX_IncomingEvent_PaperId_Number" ON "IncomingEvent" ("PaperId", "Number");


CREATE UNIQUE INDEX "IX_IncomingFile_PaperId_Number" ON "IncomingFile" ("PaperId", "Number");


CREATE UNIQUE INDEX "IX_IncomingPaper_OrganizationId_ArrivalYear_ArrivalNumber" ON "IncomingPaper" ("OrganizationId", "ArrivalYear", "ArrivalNumber") WHERE "ArrivalNumber" > 0;


CREATE INDEX "IX_IncomingPaper_OrganizationId_ArrivedAt_Id" ON "IncomingPaper" ("OrganizationId", "ArrivedAt", "Id");


CREATE UNIQUE INDEX "IX_IncomingPaper_OrganizationId_SourceId_DocumentId_Edition" ON "IncomingPaper" ("OrganizationId", "SourceId", "DocumentId", "Edition");


CREATE INDEX "IX_IncomingPaper_PartnerId" ON "IncomingPaper" ("PartnerId");


CREATE UNIQUE INDEX "IX_IssuedDocument_DraftId" ON "IssuedDocument" ("DraftId");


CREATE UNIQUE INDEX "IX_IssuedDocument_OrganizationId_TermId_TypeKey_Number" ON "IssuedDocument" ("OrganizationId", "TermId", "TypeKey", "Number") WHERE "Number" > 0;


CREATE UNIQUE INDEX "IX_IssuedFile_IssuedDocumentId_Kind" ON "IssuedFile" ("IssuedDocumentId", "Kind");


CREATE INDEX "IX_IssuedFile_Sha256" ON "IssuedFile" ("Sha256");


CREATE INDEX "IX_KeptMessage_ExpiresAt" ON "KeptMessage" ("ExpiresAt");


CREATE INDEX "IX_KeptMessage_Name_Key" ON "KeptMessage" ("Name", "Key");


CREATE INDEX "IX_LatestDefinition_DefinitionHash" ON "LatestDefinition" ("DefinitionHash");


CREATE INDEX "IX_LetterCopy_AttendanceId" ON "LetterCopy" ("AttendanceId");


CREATE UNIQUE INDEX "IX_LetterCopy_LetterId_AttendanceId" ON "LetterCopy" ("LetterId", "AttendanceId");


CREATE INDEX "IX_ListedDocument_OrganizationId_Symbol_At" ON "ListedDocument" ("OrganizationId", "Symbol", "At");


CREATE INDEX "IX_ListedName_OrganizationId_Name_At" ON "ListedName" ("OrganizationId", "Name", "At");


CREATE INDEX "IX_LongTermData_NotBefore" ON "LongTermData" ("NotBefore") WHERE "State" = 'Waiting';


CREATE INDEX "IX_MailMessage_CreatedAt" ON "MailMessage" ("CreatedAt");


CREATE INDEX "IX_MailMessage_NotBefore_Id" ON "MailMessage" ("NotBefore", "Id") WHERE "State" = 'Waiting';


CREATE UNIQUE INDEX "IX_MailMessage_PersonId_Key" ON "MailMessage" ("PersonId", "Key");


CREATE INDEX "IX_MaterialOpening_ConferenceId_AttendanceId_ItemId_At" ON "MaterialOpening" ("ConferenceId", "AttendanceId", "ItemId", "At");


CREATE UNIQUE INDEX "IX_Membership_BodyId_PersonId_From" ON "Membership" ("BodyId", "PersonId", "From");


CREATE INDEX "IX_Membership_PersonId" ON "Membership" ("PersonId");


CREATE INDEX "IX_MessagePreference_Mode" ON "MessagePreference" ("Mode");


CREATE UNIQUE INDEX "IX_MinutesSignature_ConferenceId_AsChair" ON "MinutesSignature" ("ConferenceId", "AsChair");


CREATE INDEX "IX_Movement_AttendanceId" ON "Movement" ("AttendanceId");


CREATE UNIQUE INDEX "IX_Movement_ConferenceId_Number" ON "Movement" ("ConferenceId", "Number");


CREATE UNIQUE INDEX "IX_NumberSeries_OrganizationId_TermId_Symbol" ON "NumberSeries" ("OrganizationId", "TermId", "Symbol");


CREATE INDEX "IX_NumberSeries_TermId" ON "NumberSeries" ("TermId");


CREATE INDEX "IX_OfficeHeld_PersonId" ON "OfficeHeld" ("PersonId");


CREATE INDEX "IX_OpenTask_Candidates_UrgentAt_OrganizationId" ON "OpenTask" ("Candidates", "UrgentAt", "OrganizationId") WHERE "ClosedAt" IS NULL;


CREATE INDEX "IX_OpenTask_GivenById" ON "OpenTask" ("GivenById") WHERE "ClosedAt" IS NULL AND "GivenById" IS NOT NULL;


CREATE INDEX "IX_OpenTask_HolderId" ON "OpenTask" ("HolderId") WHERE "ClosedAt" IS NULL AND "HolderId" IS NOT NULL;


CREATE UNIQUE INDEX "IX_OpenTask_InstanceId_Token" ON "OpenTask" ("InstanceId", "Token");


CREATE INDEX "IX_OpenTask_SubjectId_ClosedAt" ON "OpenTask" ("SubjectId", "ClosedAt");


CREATE UNIQUE INDEX "IX_OpinionDraft_RoundId_PersonId" ON "OpinionDraft" ("RoundId", "PersonId");


CREATE UNIQUE INDEX "IX_OpinionScan_OpinionId" ON "OpinionScan" ("OpinionId");


CREATE INDEX "IX_OpinionSheet_PersonId" ON "OpinionSheet" ("PersonId");


CREATE UNIQUE INDEX "IX_OpinionSheet_RoundId_PersonId" ON "OpinionSheet" ("RoundId", "PersonId");


CREATE INDEX "IX_OrganizationAuthority_OrganizationId_ValidFrom" ON "OrganizationAuthority" ("OrganizationId", "ValidFrom");


CREATE INDEX "IX_OrganizationLayout_OrganizationId_ValidFrom" ON "OrganizationLayout" ("OrganizationId", "ValidFrom");


CREATE UNIQUE INDEX "IX_OutboxMessage_InstanceId_Token" ON "OutboxMessage" ("InstanceId", "Token");


CREATE INDEX "IX_OutboxMessage_NotBefore_Id" ON "OutboxMessage" ("NotBefore", "Id") WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL;


CREATE INDEX "IX_PartnerCertificate_PartnerId" ON "PartnerCertificate" ("PartnerId");


CREATE INDEX "IX_PinnedFile_DraftId" ON "PinnedFile" ("DraftId");


CREATE INDEX "IX_PinnedFile_Token" ON "PinnedFile" ("Token");


CREATE INDEX "IX_PointCheck_PointId_At" ON "PointCheck" ("PointId", "At");


CREATE INDEX "IX_PortalRelease_IssuedDocumentId" ON "PortalRelease" ("IssuedDocumentId");


CREATE INDEX "IX_PortalSwitch_OrganizationId_From" ON "PortalSwitch" ("OrganizationId", "From");


CREATE INDEX "IX_ProcessInstance_CallerInstanceId" ON "ProcessInstance" ("CallerInstanceId") WHERE "CallerInstanceId" IS NOT NULL;


CREATE INDEX "IX_ProcessInstance_DefinitionHash" ON "ProcessInstance" ("DefinitionHash");


CREATE INDEX "IX_ProcessInstance_SubjectId" ON "ProcessInstance" ("SubjectId");


CREATE UNIQUE INDEX "IX_ProcessSubscription_InstanceId_Token" ON "ProcessSubscription" ("InstanceId", "Token");


CREATE INDEX "IX_ProcessSubscription_Name_Key" ON "ProcessSubscription" ("Name", "Key");


CREATE INDEX "IX_ProcessTimer_DueAt" ON "ProcessTimer" ("DueAt") WHERE "State" = 'Waiting';


CREATE UNIQUE INDEX "IX_ProcessTimer_InstanceId_Token" ON "ProcessTimer" ("InstanceId", "Token");


CREATE UNIQUE INDEX "IX_ReadingMark_DraftId_PersonId_Round" ON "ReadingMark" ("DraftId", "PersonId", "Round");


CREATE UNIQUE INDEX "IX_RecipientChoice_IssuedDocumentId_UnitId" ON "RecipientChoice" ("IssuedDocumentId", "UnitId");


CREATE INDEX "IX_RecipientChoice_UnitId" ON "RecipientChoice" ("UnitId");


CREATE UNIQUE INDEX "IX_RecipientGroupUnit_GroupId_UnitId" ON "RecipientGroupUnit" ("GroupId", "UnitId");


CREATE INDEX "IX_RecipientGroupUnit_UnitId" ON "RecipientGroupUnit" ("UnitId");


CREATE UNIQUE INDEX "IX_Recusal_ItemId_PersonId" ON "Recusal" ("ItemId", "PersonId");


CREATE INDEX "IX_RegisterEntry_DraftId" ON "RegisterEntry" ("DraftId");


CREATE INDEX "IX_RegisterEntry_IssuedDocumentId" ON "RegisterEntry" ("IssuedDocumentId");


CREATE INDEX "IX_RegisterEntry_OrganizationId_Date_Id" ON "RegisterEntry" ("OrganizationId", "Date", "Id");


CREATE UNIQUE INDEX "IX_RegisterEntry_SeriesId_Number" ON "RegisterEntry" ("SeriesId", "Number");


CREATE UNIQUE INDEX "IX_ReleaseFinding_ReleaseId_Ordinal" ON "ReleaseFinding" ("ReleaseId", "Ordinal");


CREATE INDEX "IX_ReportingDuty_IssuedDocumentId" ON "ReportingDuty" ("IssuedDocumentId");


CREATE UNIQUE INDEX "IX_ReservedOpinion_ItemId_PersonId" ON "ReservedOpinion" ("ItemId", "PersonId");


CREATE UNIQUE INDEX "IX_ReviewRound_DraftId_Number" ON "ReviewRound" ("DraftId", "Number");


CREATE INDEX "IX_RoundDeadline_DueAt" ON "RoundDeadline" ("DueAt") WHERE "State" = 'Waiting';


CREATE UNIQUE INDEX "IX_RoundDeadline_RoundId_Kind_MinutesBefore" ON "RoundDeadline" ("RoundId", "Kind", "MinutesBefore");


CREATE UNIQUE INDEX "IX_RuleProfile_OrganizationId_ValidFrom" ON "RuleProfile" ("OrganizationId", "ValidFrom");


CREATE UNIQUE INDEX "IX_ScannedPage_PinnedId_Number" ON "ScannedPage" ("PinnedId", "Number");


CREATE INDEX "IX_SealedBallot_VoteId" ON "SealedBallot" ("VoteId");


CREATE UNIQUE INDEX "IX_Seconder_AmendmentId_PersonId" ON "Seconder" ("AmendmentId", "PersonId");


CREATE INDEX "IX_SecretBallot_VoteId" ON "SecretBallot" ("VoteId");


CREATE UNIQUE INDEX "IX_SessionLetter_ConferenceId_Number" ON "SessionLetter" ("ConferenceId", "Number");


CREATE UNIQUE INDEX "IX_SessionTrip_ConferenceId_Number" ON "SessionTrip" ("ConferenceId", "Number");


CREATE INDEX "IX_SessionTrip_OrganizationId_Side" ON "SessionTrip" ("OrganizationId", "Side") WHERE "EndedAt" IS NULL;


CREATE INDEX "IX_SignaturePicture_OrganizationId_PersonId" ON "SignaturePicture" ("OrganizationId", "PersonId");


CREATE INDEX "IX_SignaturePicture_PersonId" ON "SignaturePicture" ("PersonId");


CREATE INDEX "IX_SigningRule_OrganizationId_ValidFrom" ON "SigningRule" ("OrganizationId", "ValidFrom");


CREATE UNIQUE INDEX "IX_Speech_ItemId_Number" ON "Speech" ("ItemId", "Number");


CREATE INDEX "IX_StagedPackage_PersonId_At" ON "StagedPackage" ("PersonId", "At");


CREATE INDEX "IX_StagedRegister_PersonId_At" ON "StagedRegister" ("PersonId", "At");


CREATE INDEX "IX_StagedUpload_At" ON "StagedUpload" ("At");


CREATE INDEX "IX_StagedUpload_PersonId" ON "StagedUpload" ("PersonId");


CREATE INDEX "IX_StandingNote_IssuedDocumentId" ON "StandingNote" ("IssuedDocumentId");


CREATE INDEX "IX_StandingNote_UndoesId" ON "StandingNote" ("UndoesId");


CREATE INDEX "IX_StartPoint_DefinitionHash" ON "StartPoint" ("DefinitionHash");


CREATE INDEX "IX_StartPoint_DueAt" ON "StartPoint" ("DueAt") WHERE "DueAt" IS NOT NULL;


CREATE INDEX "IX_StartPoint_Name" ON "StartPoint" ("Name");


CREATE INDEX "IX_StartPoint_ProcessId" ON "StartPoint" ("ProcessId");


CREATE INDEX "IX_Target_IssuedDocumentId" ON "Target" ("IssuedDocumentId");


CREATE INDEX "IX_TaskCandidate_Word_UrgentAt_OrganizationId" ON "TaskCandidate" ("Word", "UrgentAt", "OrganizationId");


CREATE INDEX "IX_TaskSubstitute_AbsenceId" ON "TaskSubstitute" ("AbsenceId");


CREATE INDEX "IX_TaskSubstitute_SubstituteId_Until" ON "TaskSubstitute" ("SubstituteId", "Until");


CREATE INDEX "IX_TechnicalCorrection_DraftId" ON "TechnicalCorrection" ("DraftId");


CREATE INDEX "IX_TechnicalCorrection_VoteId" ON "TechnicalCorrection" ("VoteId");


CREATE UNIQUE INDEX "IX_TextDraft_DraftId_PersonId" ON "TextDraft" ("DraftId", "PersonId");


CREATE INDEX "IX_ToldTurn_At" ON "ToldTurn" ("At");


CREATE INDEX "IX_ToldTurn_MailId" ON "ToldTurn" ("MailId");


CREATE UNIQUE INDEX "IX_Vote_AgendaItemId_Number" ON "Vote" ("AgendaItemId", "Number");


CREATE INDEX "IX_Vote_ConferenceId" ON "Vote" ("ConferenceId");


CREATE UNIQUE INDEX "IX_VoteMember_VoteId_PersonId" ON "VoteMember" ("VoteId", "PersonId");


