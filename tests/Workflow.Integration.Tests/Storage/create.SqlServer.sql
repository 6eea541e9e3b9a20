CREATE TABLE [AppraisalChecklist] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ValidFrom] date NOT NULL,
    [Source] nvarchar(500) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_AppraisalChecklist] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AspNetRoles] (
    [Id] uniqueidentifier NOT NULL,
    [Name] nvarchar(256) NULL,
    [NormalizedName] nvarchar(256) NULL,
    [ConcurrencyStamp] nvarchar(max) NULL,
    CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AspNetUsers] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [MustChangePassword] bit NOT NULL,
    [UserName] nvarchar(256) NULL,
    [NormalizedUserName] nvarchar(256) NULL,
    [Email] nvarchar(256) NULL,
    [NormalizedEmail] nvarchar(256) NULL,
    [EmailConfirmed] bit NOT NULL,
    [PasswordHash] nvarchar(500) NULL,
    [SecurityStamp] nvarchar(500) NULL,
    [ConcurrencyStamp] nvarchar(500) NULL,
    [PhoneNumber] nvarchar(256) NULL,
    [PhoneNumberConfirmed] bit NOT NULL,
    [TwoFactorEnabled] bit NOT NULL,
    [LockoutEnd] datetimeoffset NULL,
    [LockoutEnabled] bit NOT NULL,
    [AccessFailedCount] int NOT NULL,
    CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AuditEntry] (
    [OrganizationId] uniqueidentifier NOT NULL,
    [Position] bigint NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ActorId] uniqueidentifier NOT NULL,
    [ActorName] nvarchar(200) NOT NULL,
    [Act] nvarchar(100) NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Text] nvarchar(4000) NOT NULL,
    [PreviousHash] nvarchar(64) NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_AuditEntry] PRIMARY KEY ([OrganizationId], [Position])
);
GO


CREATE TABLE [AuditHead] (
    [OrganizationId] uniqueidentifier NOT NULL,
    [Position] bigint NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [PreviousHash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_AuditHead] PRIMARY KEY ([OrganizationId])
);
GO


CREATE TABLE [Body] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_Body] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [CalendarDay] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Day] date NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Name] nvarchar(200) NOT NULL,
    [Source] nvarchar(300) NOT NULL,
    [AddedAt] datetimeoffset NOT NULL,
    [AddedById] uniqueidentifier NOT NULL,
    [RemovedAt] datetimeoffset NULL,
    [RemovedById] uniqueidentifier NULL,
    CONSTRAINT [PK_CalendarDay] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [CaseFile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Title] nvarchar(500) NOT NULL,
    [StartedById] uniqueidentifier NOT NULL,
    [StartedAt] datetimeoffset NOT NULL,
    [ProcessInstanceId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_CaseFile] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [CheckSwitch] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Key] nvarchar(100) NOT NULL,
    [IsOff] bit NOT NULL,
    [From] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_CheckSwitch] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [CommandRecord] (
    [CommandId] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ActorId] uniqueidentifier NOT NULL,
    [Command] nvarchar(100) NOT NULL,
    [Answer] nvarchar(4000) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Receipt] bigint NOT NULL,
    CONSTRAINT [PK_CommandRecord] PRIMARY KEY ([CommandId])
);
GO


CREATE TABLE [DefinitionDraft] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Xml] nvarchar(max) NOT NULL,
    [Revision] int NOT NULL,
    [SavedAt] datetimeoffset NOT NULL,
    [SavedById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_DefinitionDraft] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Draft] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [TypeKey] nvarchar(500) NOT NULL,
    [IssuingBody] nvarchar(40) NOT NULL,
    [Subject] nvarchar(2000) NOT NULL,
    [DraftingBody] nvarchar(500) NOT NULL,
    [DrafterId] uniqueidentifier NOT NULL,
    [SubmissionNote] nvarchar(4000) NOT NULL,
    [CreatedAt] datetimeoffset NOT NULL,
    [ProcessInstanceId] uniqueidentifier NOT NULL,
    [CurrentRound] int NOT NULL,
    [CurrentVersionId] uniqueidentifier NOT NULL,
    [CurrentHash] nvarchar(64) NOT NULL,
    [AdoptedHash] nvarchar(64) NOT NULL,
    [AdoptedAt] datetimeoffset NULL,
    [Urgency] nvarchar(40) NOT NULL,
    [Circulation] nvarchar(100) NOT NULL,
    [SearchText] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_Draft] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [DraftRoute] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Body] nvarchar(40) NOT NULL,
    [ProcessId] nvarchar(100) NOT NULL,
    [From] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [Reason] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_DraftRoute] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [EntryCode] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [MadeAt] datetimeoffset NOT NULL,
    [SpentAt] datetimeoffset NULL,
    [IsUsed] bit NOT NULL,
    CONSTRAINT [PK_EntryCode] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [IncomingBook] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Year] int NOT NULL,
    [Last] int NOT NULL,
    [LastAt] datetimeoffset NULL,
    CONSTRAINT [PK_IncomingBook] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [KeptMessage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(300) NOT NULL,
    [Key] nvarchar(300) NOT NULL,
    [Variables] nvarchar(max) NOT NULL,
    [KeptAt] datetimeoffset NOT NULL,
    [ExpiresAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_KeptMessage] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [ListedDocument] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Symbol] nvarchar(40) NOT NULL,
    [Title] nvarchar(300) NOT NULL,
    [Issuer] nvarchar(200) NOT NULL,
    [Issued] nvarchar(10) NOT NULL,
    [EndsOn] date NULL,
    [ReplacedBy] nvarchar(300) NOT NULL,
    [Source] nvarchar(300) NOT NULL,
    [IsDropped] bit NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ListedDocument] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [ListedName] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Name] nvarchar(200) NOT NULL,
    [Aliases] nvarchar(1000) NOT NULL,
    [To] date NULL,
    [Successor] nvarchar(200) NOT NULL,
    [Source] nvarchar(300) NOT NULL,
    [IsDropped] bit NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ListedName] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [MailMessage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Key] nvarchar(100) NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [CreatedAt] datetimeoffset NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [NotBefore] datetimeoffset NOT NULL,
    [Attempts] int NOT NULL,
    [LeasedUntil] datetimeoffset NULL,
    [LeasedBy] uniqueidentifier NULL,
    [SettledAt] datetimeoffset NULL,
    [SentTo] nvarchar(254) NOT NULL,
    [Subject] nvarchar(500) NOT NULL,
    [LastError] nvarchar(1000) NOT NULL,
    CONSTRAINT [PK_MailMessage] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Organization] (
    [Id] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [HeaderName] nvarchar(500) NOT NULL,
    [SuperiorHeaderName] nvarchar(500) NOT NULL,
    [Place] nvarchar(500) NOT NULL,
    [Symbol] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_Organization] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [OrganizationAuthority] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Source] nvarchar(4000) NOT NULL,
    [CopiedFrom] nvarchar(500) NOT NULL,
    [ValidFrom] date NOT NULL,
    [Values] nvarchar(max) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_OrganizationAuthority] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [OrganizationLayout] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Source] nvarchar(4000) NOT NULL,
    [CopiedFrom] nvarchar(500) NOT NULL,
    [ValidFrom] date NOT NULL,
    [Values] nvarchar(max) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_OrganizationLayout] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [OwnExchange] (
    [OrganizationId] uniqueidentifier NOT NULL,
    [OrganId] nvarchar(35) NOT NULL,
    [InCharge] nvarchar(500) NOT NULL,
    [Address] nvarchar(500) NOT NULL,
    [Email] nvarchar(500) NOT NULL,
    [Telephone] nvarchar(500) NOT NULL,
    [ChangedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_OwnExchange] PRIMARY KEY ([OrganizationId])
);
GO


CREATE TABLE [Person] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [FullName] nvarchar(500) NOT NULL,
    [Position] nvarchar(500) NOT NULL,
    [UnitId] uniqueidentifier NULL,
    CONSTRAINT [PK_Person] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [PortalSwitch] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IsOn] bit NOT NULL,
    [From] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_PortalSwitch] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [RecipientGroup] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Aliases] nvarchar(4000) NOT NULL,
    [BodyId] uniqueidentifier NULL,
    CONSTRAINT [PK_RecipientGroup] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [RuleProfile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [ValidFrom] date NOT NULL,
    [QuorumNumerator] int NOT NULL,
    [QuorumDenominator] int NOT NULL,
    [MajorityNumerator] int NOT NULL,
    [MajorityDenominator] int NOT NULL,
    [VotingSource] nvarchar(500) NOT NULL,
    [SilenceApproves] bit NOT NULL,
    [PartialAgreementApproves] bit NOT NULL,
    [CirculationSource] nvarchar(500) NOT NULL,
    [PersonnelWords] nvarchar(2000) NOT NULL,
    [MaterialsDays] int NOT NULL,
    [ExecutiveInvitationDays] int NOT NULL,
    [StandingInvitationDays] int NOT NULL,
    [NumberPadding] int NOT NULL,
    [Saturday] nvarchar(40) NOT NULL,
    [WorkBegins] time NOT NULL,
    [WorkEnds] time NOT NULL,
    [HalfDayEnds] time NOT NULL,
    [Reminders] nvarchar(100) NOT NULL,
    [EscalateAfterMinutes] int NOT NULL,
    [DigestAt] time NOT NULL,
    [DeadlineSource] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_RuleProfile] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [SealedBallot] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [Sealed] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_SealedBallot] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [SecretBallot] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [Marks] nvarchar(30) NOT NULL,
    CONSTRAINT [PK_SecretBallot] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [SigningRule] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Numbering] nvarchar(40) NOT NULL,
    [ValidFrom] date NOT NULL,
    [Source] nvarchar(4000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_SigningRule] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [StagedPackage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [FileName] nvarchar(200) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [FileHash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_StagedPackage] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [StagedRegister] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [FileName] nvarchar(200) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [FileHash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_StagedRegister] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [StagedUpload] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NULL,
    [BaseHash] nvarchar(64) NOT NULL,
    [DraftingBody] nvarchar(500) NOT NULL,
    [Note] nvarchar(4000) NOT NULL,
    [FileName] nvarchar(500) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [Converted] varbinary(max) NULL,
    [FileHash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_StagedUpload] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [StoredDefinition] (
    [Hash] nvarchar(64) NOT NULL,
    [ProcessId] nvarchar(100) NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Xml] nvarchar(max) NOT NULL,
    [DeployedAt] datetimeoffset NOT NULL,
    [Bindings] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_StoredDefinition] PRIMARY KEY ([Hash])
);
GO


CREATE TABLE [Term] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Ordinal] nvarchar(500) NOT NULL,
    [Years] nvarchar(500) NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    CONSTRAINT [PK_Term] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [ToldTurn] (
    [PersonId] uniqueidentifier NOT NULL,
    [Key] nvarchar(100) NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [MailId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_ToldTurn] PRIMARY KEY ([PersonId], [Key])
);
GO


CREATE TABLE [Unit] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Aliases] nvarchar(4000) NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    [IsArchive] bit NOT NULL,
    [Channel] nvarchar(40) NOT NULL,
    [MailAddress] nvarchar(254) NOT NULL,
    CONSTRAINT [PK_Unit] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AppraisalItem] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ChecklistId] uniqueidentifier NOT NULL,
    [Ordinal] int NOT NULL,
    [Part] nvarchar(40) NOT NULL,
    [Topic] nvarchar(40) NOT NULL,
    [Words] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_AppraisalItem] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AppraisalItem_AppraisalChecklist_ChecklistId] FOREIGN KEY ([ChecklistId]) REFERENCES [AppraisalChecklist] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AspNetRoleClaims] (
    [Id] int NOT NULL IDENTITY,
    [RoleId] uniqueidentifier NOT NULL,
    [ClaimType] nvarchar(max) NULL,
    [ClaimValue] nvarchar(max) NULL,
    CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserClaims] (
    [Id] int NOT NULL IDENTITY,
    [UserId] uniqueidentifier NOT NULL,
    [ClaimType] nvarchar(max) NULL,
    [ClaimValue] nvarchar(max) NULL,
    CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserLogins] (
    [LoginProvider] nvarchar(128) NOT NULL,
    [ProviderKey] nvarchar(128) NOT NULL,
    [ProviderDisplayName] nvarchar(max) NULL,
    [UserId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
    CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserRoles] (
    [UserId] uniqueidentifier NOT NULL,
    [RoleId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
    CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserTokens] (
    [UserId] uniqueidentifier NOT NULL,
    [LoginProvider] nvarchar(128) NOT NULL,
    [Name] nvarchar(128) NOT NULL,
    [Value] nvarchar(max) NULL,
    CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
    CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [Conference] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [BodyId] uniqueidentifier NOT NULL,
    [TermId] uniqueidentifier NOT NULL,
    [Ordinal] int NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Ground] nvarchar(1000) NOT NULL,
    [AskedBy] nvarchar(40) NOT NULL,
    [Askers] int NOT NULL,
    [AskersOf] int NOT NULL,
    [StartsAt] datetimeoffset NOT NULL,
    [Place] nvarchar(500) NOT NULL,
    [ChairId] uniqueidentifier NOT NULL,
    [NoteTakerId] uniqueidentifier NOT NULL,
    [InvitedAt] datetimeoffset NULL,
    [OpenedAt] datetimeoffset NULL,
    [OpenedWithoutQuorum] nvarchar(1000) NOT NULL,
    [NowItemId] uniqueidentifier NULL,
    [Discussion] nvarchar(max) NOT NULL,
    [DoorCode] nvarchar(6) NOT NULL,
    [ClosedAt] datetimeoffset NULL,
    [CancelledAt] datetimeoffset NULL,
    [CancelReason] nvarchar(1000) NOT NULL,
    [Conclusion] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_Conference] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Conference_Body_BodyId] FOREIGN KEY ([BodyId]) REFERENCES [Body] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Appraisal] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Passed] bit NOT NULL,
    [Note] nvarchar(4000) NOT NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [ChecklistSource] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_Appraisal] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Appraisal_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AppraisalSheet] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Content] nvarchar(max) NOT NULL,
    [SavedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_AppraisalSheet] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AppraisalSheet_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DraftRound] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [VersionId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [SentAt] datetimeoffset NOT NULL,
    [SentById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_DraftRound] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DraftRound_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DraftVersion] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Round] int NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [Canonical] nvarchar(max) NOT NULL,
    [Cause] nvarchar(40) NOT NULL,
    [AuthorId] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Note] nvarchar(2000) NOT NULL,
    [ImportedFacts] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_DraftVersion] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DraftVersion_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [IssuedDocument] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [VersionId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [AdoptedHash] nvarchar(500) NOT NULL,
    [TermId] uniqueidentifier NOT NULL,
    [TypeKey] nvarchar(40) NOT NULL,
    [IssuingBody] nvarchar(40) NOT NULL,
    [Number] int NOT NULL,
    [NumberAndSymbol] nvarchar(500) NOT NULL,
    [Subject] nvarchar(2000) NOT NULL,
    [Place] nvarchar(500) NOT NULL,
    [Date] date NOT NULL,
    [SignerId] uniqueidentifier NOT NULL,
    [SignerName] nvarchar(500) NOT NULL,
    [Authority] nvarchar(500) NOT NULL,
    [Position] nvarchar(500) NOT NULL,
    [SignedAt] datetimeoffset NOT NULL,
    [Urgency] nvarchar(40) NOT NULL,
    [Circulation] nvarchar(100) NOT NULL,
    [ProfileId] uniqueidentifier NOT NULL,
    [NumberedAt] datetimeoffset NULL,
    [SealedById] uniqueidentifier NULL,
    [SealedAt] datetimeoffset NULL,
    [ReleasedAt] datetimeoffset NULL,
    [FollowUpConfirmedAt] datetimeoffset NULL,
    [SearchText] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_IssuedDocument] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IssuedDocument_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PinnedFile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Purpose] nvarchar(40) NOT NULL,
    [Way] nvarchar(40) NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [SignerId] uniqueidentifier NOT NULL,
    [SignerName] nvarchar(500) NOT NULL,
    [TermId] uniqueidentifier NOT NULL,
    [TypeKey] nvarchar(40) NOT NULL,
    [Number] int NOT NULL,
    [NumberAndSymbol] nvarchar(500) NOT NULL,
    [Place] nvarchar(500) NOT NULL,
    [Date] date NOT NULL,
    [ProfileId] uniqueidentifier NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [Pages] int NOT NULL,
    [PinnedById] uniqueidentifier NOT NULL,
    [PinnedAt] datetimeoffset NOT NULL,
    [Token] nvarchar(64) NOT NULL,
    [TokenUntil] datetimeoffset NULL,
    [TakenAt] datetimeoffset NULL,
    [EndedAt] datetimeoffset NULL,
    [End] nvarchar(40) NULL,
    [ReturnedSha256] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_PinnedFile] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PinnedFile_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReadingMark] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Round] int NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_ReadingMark] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReadingMark_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReviewRound] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [VersionId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [Question] nvarchar(2000) NOT NULL,
    [OpenedAt] datetimeoffset NOT NULL,
    [OpenedById] uniqueidentifier NOT NULL,
    [ClosesAt] datetimeoffset NOT NULL,
    [ClosedAt] datetimeoffset NULL,
    [Purpose] nvarchar(40) NOT NULL,
    [Body] nvarchar(40) NULL,
    [IsOfProcess] bit NOT NULL,
    [Shown] nvarchar(40) NOT NULL,
    [SilenceCounts] bit NOT NULL,
    [SilenceRule] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_ReviewRound] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReviewRound_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TechnicalCorrection] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [Part] nvarchar(40) NOT NULL,
    [Place] nvarchar(40) NOT NULL,
    [Start] int NOT NULL,
    [Old] nvarchar(200) NOT NULL,
    [New] nvarchar(200) NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Reason] nvarchar(2000) NOT NULL,
    [ProposedById] uniqueidentifier NOT NULL,
    [ProposedAt] datetimeoffset NOT NULL,
    [Approved] bit NULL,
    [DecidedById] uniqueidentifier NULL,
    [DecidedAt] datetimeoffset NULL,
    [Applied] int NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_TechnicalCorrection] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_TechnicalCorrection_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TextDraft] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [BaseHash] nvarchar(64) NOT NULL,
    [Content] nvarchar(max) NOT NULL,
    [Revision] int NOT NULL,
    [SavedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_TextDraft] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_TextDraft_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Absence] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [SubstituteId] uniqueidentifier NOT NULL,
    [From] date NOT NULL,
    [To] date NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    [DecidedById] uniqueidentifier NOT NULL,
    [DecidedAt] datetimeoffset NOT NULL,
    [WithdrawnAt] datetimeoffset NULL,
    [WithdrawnById] uniqueidentifier NULL,
    CONSTRAINT [PK_Absence] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Absence_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Absence_Person_SubstituteId] FOREIGN KEY ([SubstituteId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [BoundCertificate] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NULL,
    [Certificate] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [Subject] nvarchar(500) NOT NULL,
    [Issuer] nvarchar(500) NOT NULL,
    [NotBefore] datetimeoffset NOT NULL,
    [NotAfter] datetimeoffset NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    [EndReason] nvarchar(500) NOT NULL,
    [BoundById] uniqueidentifier NOT NULL,
    [BoundAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_BoundCertificate] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_BoundCertificate_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Membership] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [BodyId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    CONSTRAINT [PK_Membership] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Membership_Body_BodyId] FOREIGN KEY ([BodyId]) REFERENCES [Body] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Membership_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MessagePreference] (
    [PersonId] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Mode] nvarchar(40) NOT NULL,
    [Address] nvarchar(254) NOT NULL,
    [SetAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_MessagePreference] PRIMARY KEY ([PersonId]),
    CONSTRAINT [FK_MessagePreference_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OfficeHeld] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Office] nvarchar(40) NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    CONSTRAINT [PK_OfficeHeld] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OfficeHeld_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SignaturePicture] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NULL,
    [Content] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [Width] int NOT NULL,
    [Height] int NOT NULL,
    [WidthMm] decimal(24,6) NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    [EndReason] nvarchar(500) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_SignaturePicture] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SignaturePicture_Person_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DefinitionVersion] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ProcessId] nvarchar(100) NOT NULL,
    [DefinitionHash] nvarchar(64) NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Number] int NOT NULL,
    [DeployedAt] datetimeoffset NOT NULL,
    [DeployedById] uniqueidentifier NOT NULL,
    [Note] nvarchar(1000) NOT NULL,
    [RetiredAt] datetimeoffset NULL,
    [RetiredById] uniqueidentifier NULL,
    CONSTRAINT [PK_DefinitionVersion] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DefinitionVersion_StoredDefinition_DefinitionHash] FOREIGN KEY ([DefinitionHash]) REFERENCES [StoredDefinition] ([Hash]) ON DELETE NO ACTION
);
GO


CREATE TABLE [LatestDefinition] (
    [OrganizationId] uniqueidentifier NOT NULL,
    [ProcessId] nvarchar(100) NOT NULL,
    [DefinitionHash] nvarchar(64) NOT NULL,
    [DeployedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_LatestDefinition] PRIMARY KEY ([OrganizationId], [ProcessId]),
    CONSTRAINT [FK_LatestDefinition_StoredDefinition_DefinitionHash] FOREIGN KEY ([DefinitionHash]) REFERENCES [StoredDefinition] ([Hash]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ProcessInstance] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DefinitionHash] nvarchar(64) NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [StartedAt] datetimeoffset NOT NULL,
    [BusinessKey] nvarchar(500) NOT NULL,
    [CallerInstanceId] uniqueidentifier NULL,
    [CallerToken] nvarchar(100) NOT NULL,
    [Depth] int NOT NULL,
    [State] nvarchar(max) NOT NULL,
    [Position] int NOT NULL,
    [EndedAt] datetimeoffset NULL,
    [End] nvarchar(40) NULL,
    [SuspendedAt] datetimeoffset NULL,
    CONSTRAINT [PK_ProcessInstance] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ProcessInstance_StoredDefinition_DefinitionHash] FOREIGN KEY ([DefinitionHash]) REFERENCES [StoredDefinition] ([Hash]) ON DELETE NO ACTION
);
GO


CREATE TABLE [StartPoint] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ProcessId] nvarchar(100) NOT NULL,
    [DefinitionHash] nvarchar(64) NOT NULL,
    [ElementId] nvarchar(500) NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Name] nvarchar(300) NOT NULL,
    [DueAt] datetimeoffset NULL,
    [Every] nvarchar(100) NOT NULL,
    [Times] int NULL,
    [RetryAt] datetimeoffset NULL,
    CONSTRAINT [PK_StartPoint] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_StartPoint_StoredDefinition_DefinitionHash] FOREIGN KEY ([DefinitionHash]) REFERENCES [StoredDefinition] ([Hash]) ON DELETE NO ACTION
);
GO


CREATE TABLE [NumberSeries] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [TermId] uniqueidentifier NOT NULL,
    [Symbol] nvarchar(40) NOT NULL,
    [Before] int NOT NULL,
    [Last] int NOT NULL,
    [LastAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_NumberSeries] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_NumberSeries_Term_TermId] FOREIGN KEY ([TermId]) REFERENCES [Term] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ExchangePartner] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [OrganId] nvarchar(35) NOT NULL,
    [Name] nvarchar(300) NOT NULL,
    [UnitId] uniqueidentifier NULL,
    [Address] nvarchar(300) NOT NULL,
    [KeyId] nvarchar(40) NOT NULL,
    [KeyHash] nvarchar(64) NOT NULL,
    [KeyMadeAt] datetimeoffset NULL,
    [KeyMadeById] uniqueidentifier NULL,
    [SealedKey] nvarchar(2000) NOT NULL,
    [MadeAt] datetimeoffset NOT NULL,
    [EndedAt] datetimeoffset NULL,
    [EndReason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_ExchangePartner] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ExchangePartner_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [RecipientGroupUnit] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [GroupId] uniqueidentifier NOT NULL,
    [UnitId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_RecipientGroupUnit] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RecipientGroupUnit_RecipientGroup_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [RecipientGroup] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_RecipientGroupUnit_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AgendaItem] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [ParentId] uniqueidentifier NULL,
    [Position] int NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Title] nvarchar(300) NOT NULL,
    [Presenter] nvarchar(100) NOT NULL,
    [Minutes] int NOT NULL,
    [GuestsStay] bit NOT NULL,
    [DraftId] uniqueidentifier NULL,
    [VersionId] uniqueidentifier NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [MaterialAt] datetimeoffset NULL,
    [Decision] nvarchar(40) NULL,
    [DecisionReason] nvarchar(1000) NOT NULL,
    [DecidedAt] datetimeoffset NULL,
    [FinalHash] nvarchar(64) NOT NULL,
    [FinalConfirmedById] uniqueidentifier NULL,
    CONSTRAINT [PK_AgendaItem] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AgendaItem_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_AgendaItem_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Attendance] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NULL,
    [IsGuest] bit NOT NULL,
    [GuestName] nvarchar(100) NOT NULL,
    [Address] nvarchar(254) NOT NULL,
    [Presence] nvarchar(40) NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_Attendance] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Attendance_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [GuestPass] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [AttendanceId] uniqueidentifier NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [RevokedAt] datetimeoffset NULL,
    [FirstUsedAt] datetimeoffset NULL,
    CONSTRAINT [PK_GuestPass] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_GuestPass_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MaterialOpening] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [AttendanceId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_MaterialOpening] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MaterialOpening_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MinutesSignature] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [AsChair] bit NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_MinutesSignature] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MinutesSignature_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionLetter] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [ToldHash] nvarchar(64) NOT NULL,
    [Reason] nvarchar(1000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_SessionLetter] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SessionLetter_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SessionTrip] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [Side] nvarchar(40) NOT NULL,
    [Number] int NOT NULL,
    [OutAt] datetimeoffset NOT NULL,
    [OutById] uniqueidentifier NOT NULL,
    [BaseHash] nvarchar(64) NOT NULL,
    [BaseParts] nvarchar(4000) NOT NULL,
    [HomeKey] nvarchar(64) NOT NULL,
    [AwayKey] nvarchar(64) NOT NULL,
    [EndedAt] datetimeoffset NULL,
    [EndedById] uniqueidentifier NULL,
    [ResultHash] nvarchar(64) NOT NULL,
    [TakenBackReason] nvarchar(1000) NOT NULL,
    [ChapterPosition] bigint NOT NULL,
    [ChapterHash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_SessionTrip] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SessionTrip_Conference_ConferenceId] FOREIGN KEY ([ConferenceId]) REFERENCES [Conference] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [AppraisalPoint] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [AppraisalId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [Ordinal] int NOT NULL,
    [Part] nvarchar(40) NOT NULL,
    [Words] nvarchar(500) NOT NULL,
    [Judgement] nvarchar(40) NOT NULL,
    [Note] nvarchar(4000) NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [ClauseTitle] nvarchar(4000) NOT NULL,
    [WasProposed] bit NOT NULL,
    CONSTRAINT [PK_AppraisalPoint] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AppraisalPoint_Appraisal_AppraisalId] FOREIGN KEY ([AppraisalId]) REFERENCES [Appraisal] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DraftFile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VersionId] uniqueidentifier NOT NULL,
    [FileName] nvarchar(500) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    CONSTRAINT [PK_DraftFile] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DraftFile_DraftVersion_VersionId] FOREIGN KEY ([VersionId]) REFERENCES [DraftVersion] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Dispatch] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [UnitId] uniqueidentifier NOT NULL,
    [Purpose] nvarchar(500) NOT NULL,
    [RecipientLine] nvarchar(500) NOT NULL,
    [SentAt] datetimeoffset NOT NULL,
    [Channel] nvarchar(40) NOT NULL,
    [Issue] int NOT NULL,
    [Events] int NOT NULL,
    [Status] nvarchar(40) NOT NULL,
    [Recall] nvarchar(40) NOT NULL,
    [OpenedAt] datetimeoffset NULL,
    [ReceivedAt] datetimeoffset NULL,
    [CarriedOutAt] datetimeoffset NULL,
    [ArrivalNumber] nvarchar(40) NOT NULL,
    [ArrivalDay] date NULL,
    [Reminders] int NOT NULL,
    [RemindedAt] datetimeoffset NULL,
    CONSTRAINT [PK_Dispatch] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Dispatch_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Dispatch_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DocumentCopy] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [IssuedDocumentId] uniqueidentifier NULL,
    [OriginalNumber] nvarchar(500) NOT NULL,
    [OriginalIssuer] nvarchar(500) NOT NULL,
    [OriginalDate] date NOT NULL,
    [OriginalSubject] nvarchar(2000) NOT NULL,
    [OriginalSha256] nvarchar(64) NOT NULL,
    [Parts] nvarchar(2000) NOT NULL,
    [NumberAndSymbol] nvarchar(500) NOT NULL,
    [Date] date NOT NULL,
    [Recipients] nvarchar(2000) NOT NULL,
    [SignerId] uniqueidentifier NOT NULL,
    [SignerName] nvarchar(500) NOT NULL,
    [Capacity] nvarchar(500) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_DocumentCopy] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DocumentCopy_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [IssuedFile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_IssuedFile] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IssuedFile_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [LongTermData] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [Attempts] int NOT NULL,
    [NotBefore] datetimeoffset NOT NULL,
    [LeasedUntil] datetimeoffset NULL,
    [LastError] nvarchar(1000) NOT NULL,
    CONSTRAINT [PK_LongTermData] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_LongTermData_IssuedDocument_Id] FOREIGN KEY ([Id]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PortalRelease] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [FindingsHash] nvarchar(64) NOT NULL,
    [TakenBackAt] datetimeoffset NULL,
    [TakenBackById] uniqueidentifier NULL,
    [TakenBackReason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_PortalRelease] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PortalRelease_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [RecipientChoice] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [UnitId] uniqueidentifier NOT NULL,
    [Line] nvarchar(500) NOT NULL,
    [Purpose] nvarchar(100) NOT NULL,
    [Channel] nvarchar(40) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_RecipientChoice] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RecipientChoice_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_RecipientChoice_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReportingDuty] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [Who] nvarchar(500) NOT NULL,
    [ToWhom] nvarchar(500) NOT NULL,
    [What] nvarchar(4000) NOT NULL,
    [When] nvarchar(500) NOT NULL,
    [Periodicity] nvarchar(500) NOT NULL,
    [Quote] nvarchar(4000) NOT NULL,
    [ConfirmedById] uniqueidentifier NOT NULL,
    [ConfirmedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_ReportingDuty] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReportingDuty_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [StandingNote] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [From] date NOT NULL,
    [BySymbol] nvarchar(50) NOT NULL,
    [ByDate] date NULL,
    [ByName] nvarchar(500) NOT NULL,
    [ById] uniqueidentifier NULL,
    [Part] nvarchar(500) NOT NULL,
    [Reads] nvarchar(500) NOT NULL,
    [ShouldRead] nvarchar(500) NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    [UndoesId] uniqueidentifier NULL,
    [At] datetimeoffset NOT NULL,
    [RecordedById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_StandingNote] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_StandingNote_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_StandingNote_StandingNote_UndoesId] FOREIGN KEY ([UndoesId]) REFERENCES [StandingNote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Target] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [IssuedDocumentId] uniqueidentifier NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [Label] nvarchar(500) NOT NULL,
    [Comparator] nvarchar(40) NOT NULL,
    [Value] decimal(24,6) NOT NULL,
    [UpperValue] decimal(24,6) NULL,
    [Unit] nvarchar(500) NOT NULL,
    [Period] nvarchar(9) NOT NULL,
    [Area] nvarchar(500) NOT NULL,
    [Change] nvarchar(20) NOT NULL,
    [Quote] nvarchar(4000) NOT NULL,
    [ConfirmedById] uniqueidentifier NOT NULL,
    [ConfirmedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Target] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Target_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ScannedPage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PinnedId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Picture] varbinary(max) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_ScannedPage] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ScannedPage_PinnedFile_PinnedId] FOREIGN KEY ([PinnedId]) REFERENCES [PinnedFile] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CirculationDecision] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ProfileId] uniqueidentifier NOT NULL,
    [Outcome] nvarchar(40) NOT NULL,
    [Incumbents] int NOT NULL,
    [Required] int NOT NULL,
    [Approving] int NOT NULL,
    [HasDifferences] bit NOT NULL,
    [Statement] nvarchar(4000) NOT NULL,
    [DecidedById] uniqueidentifier NOT NULL,
    [DecidedAt] datetimeoffset NOT NULL,
    [Proof] nvarchar(max) NOT NULL,
    [ProofHash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_CirculationDecision] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CirculationDecision_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Comment] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NULL,
    [OpinionId] uniqueidentifier NULL,
    [AuthorId] uniqueidentifier NOT NULL,
    [AuthorAsWritten] nvarchar(500) NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [ClauseTitle] nvarchar(500) NOT NULL,
    [Quote] nvarchar(2000) NOT NULL,
    [QuoteStart] int NOT NULL,
    [Proposed] nvarchar(4000) NULL,
    [Text] nvarchar(4000) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Readers] nvarchar(40) NOT NULL,
    [IsLate] bit NOT NULL,
    [WithdrawnAt] datetimeoffset NULL,
    [MergedIntoId] uniqueidentifier NULL,
    [AssignedAt] datetimeoffset NULL,
    [Disposition] nvarchar(40) NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [AnsweredById] uniqueidentifier NULL,
    [AnsweredAt] datetimeoffset NULL,
    [DoneInRound] int NULL,
    [ObjectedAt] datetimeoffset NULL,
    [Objection] nvarchar(4000) NOT NULL,
    [ObjectionAnswered] bit NOT NULL,
    CONSTRAINT [PK_Comment] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Comment_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CommentDraft] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [Quote] nvarchar(2000) NOT NULL,
    [QuoteStart] int NOT NULL,
    [Proposed] nvarchar(4000) NULL,
    [Text] nvarchar(4000) NOT NULL,
    [Readers] nvarchar(40) NOT NULL,
    [SavedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_CommentDraft] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CommentDraft_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Conclusion] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [Source] nvarchar(40) NOT NULL,
    [Day] date NOT NULL,
    [Reference] nvarchar(300) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [RoundId] uniqueidentifier NULL,
    [Outcome] nvarchar(40) NULL,
    [WithdrawnBecause] nvarchar(4000) NOT NULL,
    [WithdrawnAt] datetimeoffset NULL,
    CONSTRAINT [PK_Conclusion] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Conclusion_Draft_DraftId] FOREIGN KEY ([DraftId]) REFERENCES [Draft] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Conclusion_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [GivenOpinion] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Answer] nvarchar(40) NOT NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [IsLate] bit NOT NULL,
    [Means] nvarchar(40) NOT NULL,
    [EnteredById] uniqueidentifier NULL,
    [EntryNote] nvarchar(2000) NOT NULL,
    [WithdrawnAt] datetimeoffset NULL,
    [ConfirmedAt] datetimeoffset NULL,
    [ObjectedAt] datetimeoffset NULL,
    [Objection] nvarchar(4000) NOT NULL,
    CONSTRAINT [PK_GivenOpinion] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_GivenOpinion_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OpinionDraft] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Answer] nvarchar(40) NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [SavedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_OpinionDraft] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpinionDraft_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OpinionSheet] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Given] int NOT NULL,
    [Answer] nvarchar(40) NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [AnsweredAt] datetimeoffset NULL,
    CONSTRAINT [PK_OpinionSheet] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpinionSheet_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [RoundDeadline] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [RoundId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [MinutesBefore] int NOT NULL,
    [DueAt] datetimeoffset NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [SettledAt] datetimeoffset NULL,
    CONSTRAINT [PK_RoundDeadline] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RoundDeadline_ReviewRound_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [ReviewRound] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JournalEntry] (
    [InstanceId] uniqueidentifier NOT NULL,
    [Position] int NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [Trigger] nvarchar(max) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ActorId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_JournalEntry] PRIMARY KEY ([InstanceId], [Position]),
    CONSTRAINT [FK_JournalEntry_ProcessInstance_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [ProcessInstance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OpenTask] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [InstanceId] uniqueidentifier NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Token] nvarchar(500) NOT NULL,
    [ElementId] nvarchar(500) NOT NULL,
    [TaskKey] nvarchar(500) NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [Candidates] nvarchar(500) NOT NULL,
    [OpenedAt] datetimeoffset NOT NULL,
    [OpenedById] uniqueidentifier NOT NULL,
    [DueAt] datetimeoffset NULL,
    [Assignee] nvarchar(500) NOT NULL,
    [Priority] int NOT NULL,
    [UrgentAt] datetimeoffset NOT NULL,
    [Form] nvarchar(500) NOT NULL,
    [NotSameAs] nvarchar(500) NOT NULL,
    [Locals] nvarchar(max) NOT NULL,
    [ClosedAt] datetimeoffset NULL,
    [ClosedById] uniqueidentifier NULL,
    [HolderId] uniqueidentifier NULL,
    [HeldAt] datetimeoffset NULL,
    [GivenById] uniqueidentifier NULL,
    [ForId] uniqueidentifier NULL,
    [Note] nvarchar(1000) NOT NULL,
    [Outcome] nvarchar(500) NOT NULL,
    [Turns] int NOT NULL,
    CONSTRAINT [PK_OpenTask] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpenTask_ProcessInstance_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [ProcessInstance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OutboxMessage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [InstanceId] uniqueidentifier NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Token] nvarchar(500) NOT NULL,
    [ElementId] nvarchar(500) NOT NULL,
    [ActivityKey] nvarchar(500) NOT NULL,
    [Name] nvarchar(500) NOT NULL,
    [CreatedAt] datetimeoffset NOT NULL,
    [Locals] nvarchar(max) NOT NULL,
    [NotBefore] datetimeoffset NOT NULL,
    [Attempts] int NOT NULL,
    [LeasedUntil] datetimeoffset NULL,
    [LeasedBy] uniqueidentifier NULL,
    [DoneAt] datetimeoffset NULL,
    [FailedAt] datetimeoffset NULL,
    [LastError] nvarchar(4000) NOT NULL,
    CONSTRAINT [PK_OutboxMessage] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OutboxMessage_ProcessInstance_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [ProcessInstance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ProcessSubscription] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [InstanceId] uniqueidentifier NOT NULL,
    [Token] nvarchar(500) NOT NULL,
    [ElementId] nvarchar(500) NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Name] nvarchar(300) NOT NULL,
    [Key] nvarchar(300) NOT NULL,
    CONSTRAINT [PK_ProcessSubscription] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ProcessSubscription_ProcessInstance_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [ProcessInstance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ProcessTimer] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [InstanceId] uniqueidentifier NOT NULL,
    [Token] nvarchar(500) NOT NULL,
    [ElementId] nvarchar(500) NOT NULL,
    [DueAt] datetimeoffset NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [LeasedUntil] datetimeoffset NULL,
    CONSTRAINT [PK_ProcessTimer] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ProcessTimer_ProcessInstance_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [ProcessInstance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [RegisterEntry] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [SeriesId] uniqueidentifier NOT NULL,
    [TypeKey] nvarchar(40) NOT NULL,
    [Number] int NOT NULL,
    [NumberAndSymbol] nvarchar(50) NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Date] date NOT NULL,
    [Subject] nvarchar(2000) NOT NULL,
    [SignerName] nvarchar(300) NOT NULL,
    [Recipients] nvarchar(2000) NOT NULL,
    [Note] nvarchar(300) NOT NULL,
    [DraftId] uniqueidentifier NULL,
    [IssuedDocumentId] uniqueidentifier NULL,
    [RecordedAt] datetimeoffset NOT NULL,
    [RecordedById] uniqueidentifier NOT NULL,
    [SearchText] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_RegisterEntry] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_RegisterEntry_IssuedDocument_IssuedDocumentId] FOREIGN KEY ([IssuedDocumentId]) REFERENCES [IssuedDocument] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_RegisterEntry_NumberSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [NumberSeries] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [IncomingPaper] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PartnerId] uniqueidentifier NULL,
    [SourceId] uniqueidentifier NOT NULL,
    [SenderName] nvarchar(300) NOT NULL,
    [DocumentId] nvarchar(120) NOT NULL,
    [Edition] int NOT NULL,
    [ContentHash] nvarchar(64) NOT NULL,
    [NumberAndSymbol] nvarchar(100) NOT NULL,
    [TypeName] nvarchar(500) NOT NULL,
    [Date] date NOT NULL,
    [Subject] nvarchar(2000) NOT NULL,
    [SignerName] nvarchar(500) NOT NULL,
    [Priority] int NOT NULL,
    [DueDate] date NULL,
    [ArrivedAt] datetimeoffset NOT NULL,
    [Verdict] nvarchar(40) NULL,
    [PackageSigner] nvarchar(500) NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [ArrivalYear] int NOT NULL,
    [ArrivalNumber] int NOT NULL,
    [RegisteredOn] date NULL,
    [Note] nvarchar(500) NOT NULL,
    [RecallWaits] bit NOT NULL,
    [RecallReason] nvarchar(2000) NOT NULL,
    [ReplacedBy] nvarchar(120) NOT NULL,
    [Events] int NOT NULL,
    [SearchText] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_IncomingPaper] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IncomingPaper_ExchangePartner_PartnerId] FOREIGN KEY ([PartnerId]) REFERENCES [ExchangePartner] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PartnerCertificate] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PartnerId] uniqueidentifier NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [Subject] nvarchar(500) NOT NULL,
    [NotAfter] datetimeoffset NOT NULL,
    [From] date NOT NULL,
    [To] date NULL,
    [EndReason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_PartnerCertificate] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PartnerCertificate_ExchangePartner_PartnerId] FOREIGN KEY ([PartnerId]) REFERENCES [ExchangePartner] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Amendment] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [ClauseId] nvarchar(100) NOT NULL,
    [ClauseTitle] nvarchar(500) NOT NULL,
    [Old] nvarchar(4000) NOT NULL,
    [New] nvarchar(4000) NOT NULL,
    [Reason] nvarchar(4000) NOT NULL,
    [MoverId] uniqueidentifier NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [StateReason] nvarchar(1000) NOT NULL,
    [DecidedAt] datetimeoffset NULL,
    CONSTRAINT [PK_Amendment] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Amendment_AgendaItem_ItemId] FOREIGN KEY ([ItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Recusal] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Reason] nvarchar(1000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Recusal] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Recusal_AgendaItem_ItemId] FOREIGN KEY ([ItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReservedOpinion] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Text] nvarchar(4000) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_ReservedOpinion] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReservedOpinion_AgendaItem_ItemId] FOREIGN KEY ([ItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Speech] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ItemId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [RequestedAt] datetimeoffset NOT NULL,
    [StartedAt] datetimeoffset NULL,
    [EndedAt] datetimeoffset NULL,
    [WithdrawnAt] datetimeoffset NULL,
    [Remark] nvarchar(4000) NOT NULL,
    [ClauseId] nvarchar(100) NOT NULL,
    [ClauseTitle] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_Speech] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Speech_AgendaItem_ItemId] FOREIGN KEY ([ItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Vote] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [AgendaItemId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Subject] nvarchar(40) NOT NULL,
    [DraftId] uniqueidentifier NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ClauseId] nvarchar(100) NOT NULL,
    [AmendmentId] uniqueidentifier NULL,
    [Question] nvarchar(1000) NOT NULL,
    [OptionLines] nvarchar(max) NOT NULL,
    [Seats] int NOT NULL,
    [Mode] nvarchar(40) NOT NULL,
    [OpenedAt] datetimeoffset NOT NULL,
    [OpenedById] uniqueidentifier NOT NULL,
    [Incumbents] int NOT NULL,
    [Present] int NOT NULL,
    [Entitled] int NOT NULL,
    [QuorumRequired] int NOT NULL,
    [WithoutQuorum] nvarchar(1000) NOT NULL,
    [Required] int NOT NULL,
    [ProfileId] uniqueidentifier NOT NULL,
    [StoppedAt] datetimeoffset NULL,
    [ClosedAt] datetimeoffset NULL,
    [Adopted] bit NULL,
    [Counts] nvarchar(500) NOT NULL,
    [Issued] int NOT NULL,
    [Collected] int NOT NULL,
    [Spoilt] int NOT NULL,
    [VoidedAt] datetimeoffset NULL,
    [VoidReason] nvarchar(1000) NOT NULL,
    CONSTRAINT [PK_Vote] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Vote_AgendaItem_AgendaItemId] FOREIGN KEY ([AgendaItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Movement] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConferenceId] uniqueidentifier NOT NULL,
    [AttendanceId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [IsIn] bit NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_Movement] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Movement_Attendance_AttendanceId] FOREIGN KEY ([AttendanceId]) REFERENCES [Attendance] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [LetterCopy] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [LetterId] uniqueidentifier NOT NULL,
    [AttendanceId] uniqueidentifier NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [MailId] uniqueidentifier NULL,
    CONSTRAINT [PK_LetterCopy] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_LetterCopy_Attendance_AttendanceId] FOREIGN KEY ([AttendanceId]) REFERENCES [Attendance] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_LetterCopy_SessionLetter_LetterId] FOREIGN KEY ([LetterId]) REFERENCES [SessionLetter] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ChapterEntry] (
    [TripId] uniqueidentifier NOT NULL,
    [Position] bigint NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ActorId] uniqueidentifier NOT NULL,
    [ActorName] nvarchar(200) NOT NULL,
    [Act] nvarchar(100) NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Text] nvarchar(4000) NOT NULL,
    [PreviousHash] nvarchar(64) NOT NULL,
    [Hash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_ChapterEntry] PRIMARY KEY ([TripId], [Position]),
    CONSTRAINT [FK_ChapterEntry_SessionTrip_TripId] FOREIGN KEY ([TripId]) REFERENCES [SessionTrip] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DispatchEvent] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DispatchId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [Way] nvarchar(40) NOT NULL,
    [ById] uniqueidentifier NULL,
    [ByName] nvarchar(120) NOT NULL,
    [Note] nvarchar(1000) NOT NULL,
    [ArrivalNumber] nvarchar(40) NOT NULL,
    [Day] date NULL,
    [Present] int NULL,
    [OfHowMany] int NULL,
    [OfNumber] int NULL,
    CONSTRAINT [PK_DispatchEvent] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DispatchEvent_Dispatch_DispatchId] FOREIGN KEY ([DispatchId]) REFERENCES [Dispatch] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [DispatchPass] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [DispatchId] uniqueidentifier NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    [RevokedAt] datetimeoffset NULL,
    [Tries] int NOT NULL,
    [AllTries] int NOT NULL,
    [RestsUntil] datetimeoffset NULL,
    CONSTRAINT [PK_DispatchPass] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_DispatchPass_Dispatch_DispatchId] FOREIGN KEY ([DispatchId]) REFERENCES [Dispatch] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ReleaseFinding] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ReleaseId] uniqueidentifier NOT NULL,
    [Ordinal] int NOT NULL,
    [Matter] nvarchar(40) NOT NULL,
    [Place] nvarchar(500) NOT NULL,
    [Quote] nvarchar(500) NOT NULL,
    [Answer] nvarchar(40) NOT NULL,
    [Reason] nvarchar(500) NOT NULL,
    CONSTRAINT [PK_ReleaseFinding] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ReleaseFinding_PortalRelease_ReleaseId] FOREIGN KEY ([ReleaseId]) REFERENCES [PortalRelease] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CommentPlace] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [CommentId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [Quote] nvarchar(2000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_CommentPlace] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CommentPlace_Comment_CommentId] FOREIGN KEY ([CommentId]) REFERENCES [Comment] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ConclusionPoint] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [ConclusionId] uniqueidentifier NOT NULL,
    [DraftId] uniqueidentifier NOT NULL,
    [Ordinal] int NOT NULL,
    [Words] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_ConclusionPoint] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ConclusionPoint_Conclusion_ConclusionId] FOREIGN KEY ([ConclusionId]) REFERENCES [Conclusion] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OpinionScan] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [OpinionId] uniqueidentifier NOT NULL,
    [ContentType] nvarchar(100) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    CONSTRAINT [PK_OpinionScan] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpinionScan_GivenOpinion_OpinionId] FOREIGN KEY ([OpinionId]) REFERENCES [GivenOpinion] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TaskCandidate] (
    [TaskId] uniqueidentifier NOT NULL,
    [Word] nvarchar(400) NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [UrgentAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_TaskCandidate] PRIMARY KEY ([TaskId], [Word]),
    CONSTRAINT [FK_TaskCandidate_OpenTask_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [OpenTask] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [TaskSubstitute] (
    [TaskId] uniqueidentifier NOT NULL,
    [AbsenceId] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [AbsentId] uniqueidentifier NOT NULL,
    [SubstituteId] uniqueidentifier NOT NULL,
    [Since] datetimeoffset NOT NULL,
    [Until] datetimeoffset NOT NULL,
    CONSTRAINT [PK_TaskSubstitute] PRIMARY KEY ([TaskId], [AbsenceId]),
    CONSTRAINT [FK_TaskSubstitute_OpenTask_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [OpenTask] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ExchangeMessage] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PartnerId] uniqueidentifier NOT NULL,
    [Direction] nvarchar(40) NOT NULL,
    [Kind] nvarchar(40) NOT NULL,
    [Key] nvarchar(160) NOT NULL,
    [DocumentId] nvarchar(120) NOT NULL,
    [Code] nvarchar(4) NOT NULL,
    [DispatchId] uniqueidentifier NULL,
    [PaperId] uniqueidentifier NULL,
    [Content] varbinary(max) NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [CreatedAt] datetimeoffset NOT NULL,
    [State] nvarchar(40) NOT NULL,
    [NotBefore] datetimeoffset NOT NULL,
    [Attempts] int NOT NULL,
    [LeasedUntil] datetimeoffset NULL,
    [LeasedBy] uniqueidentifier NULL,
    [SettledAt] datetimeoffset NULL,
    [LastError] nvarchar(1000) NOT NULL,
    CONSTRAINT [PK_ExchangeMessage] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ExchangeMessage_Dispatch_DispatchId] FOREIGN KEY ([DispatchId]) REFERENCES [Dispatch] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ExchangeMessage_ExchangePartner_PartnerId] FOREIGN KEY ([PartnerId]) REFERENCES [ExchangePartner] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ExchangeMessage_IncomingPaper_PaperId] FOREIGN KEY ([PaperId]) REFERENCES [IncomingPaper] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [IncomingEvent] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PaperId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Code] nvarchar(4) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [ById] uniqueidentifier NULL,
    [ByName] nvarchar(300) NOT NULL,
    [Note] nvarchar(2000) NOT NULL,
    CONSTRAINT [PK_IncomingEvent] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IncomingEvent_IncomingPaper_PaperId] FOREIGN KEY ([PaperId]) REFERENCES [IncomingPaper] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [IncomingFile] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PaperId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Name] nvarchar(200) NOT NULL,
    [ContentType] nvarchar(100) NOT NULL,
    [Content] varbinary(max) NOT NULL,
    [Size] int NOT NULL,
    [Sha256] nvarchar(64) NOT NULL,
    [Verdict] nvarchar(40) NULL,
    [Findings] nvarchar(4000) NOT NULL,
    CONSTRAINT [PK_IncomingFile] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_IncomingFile_IncomingPaper_PaperId] FOREIGN KEY ([PaperId]) REFERENCES [IncomingPaper] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Seconder] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [AmendmentId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Seconder] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Seconder_Amendment_AmendmentId] FOREIGN KEY ([AmendmentId]) REFERENCES [Amendment] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Ballot] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Marks] nvarchar(30) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Ballot] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Ballot_Vote_VoteId] FOREIGN KEY ([VoteId]) REFERENCES [Vote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [BallotBatch] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Code] nvarchar(8) NOT NULL,
    [First] int NOT NULL,
    [Count] int NOT NULL,
    [Reason] nvarchar(1000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_BallotBatch] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_BallotBatch_Vote_VoteId] FOREIGN KEY ([VoteId]) REFERENCES [Vote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CountEntry] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Counts] nvarchar(500) NOT NULL,
    [Issued] int NOT NULL,
    [Collected] int NOT NULL,
    [Spoilt] int NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_CountEntry] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_CountEntry_Vote_VoteId] FOREIGN KEY ([VoteId]) REFERENCES [Vote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Counter] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [IsHead] bit NOT NULL,
    CONSTRAINT [PK_Counter] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Counter_Vote_VoteId] FOREIGN KEY ([VoteId]) REFERENCES [Vote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [VoteMember] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [VoteId] uniqueidentifier NOT NULL,
    [PersonId] uniqueidentifier NOT NULL,
    [Standing] nvarchar(40) NOT NULL,
    [HasVoted] bit NOT NULL,
    CONSTRAINT [PK_VoteMember] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_VoteMember_Vote_VoteId] FOREIGN KEY ([VoteId]) REFERENCES [Vote] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PointCheck] (
    [Id] uniqueidentifier NOT NULL,
    [OrganizationId] uniqueidentifier NOT NULL,
    [PointId] uniqueidentifier NOT NULL,
    [VersionId] uniqueidentifier NOT NULL,
    [VersionHash] nvarchar(64) NOT NULL,
    [ClauseId] nvarchar(40) NOT NULL,
    [ClauseTitle] nvarchar(4000) NOT NULL,
    [IsMet] bit NOT NULL,
    [Result] nvarchar(4000) NOT NULL,
    [ById] uniqueidentifier NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_PointCheck] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PointCheck_ConclusionPoint_PointId] FOREIGN KEY ([PointId]) REFERENCES [ConclusionPoint] ([Id]) ON DELETE NO ACTION
);
GO


CREATE INDEX [IX_Absence_PersonId] ON [Absence] ([PersonId]);
GO


CREATE INDEX [IX_Absence_SubstituteId_To] ON [Absence] ([SubstituteId], [To]);
GO


CREATE INDEX [IX_Absence_To] ON [Absence] ([To]) WHERE "WithdrawnAt" IS NULL;
GO


CREATE INDEX [IX_AgendaItem_ConferenceId_DraftId] ON [AgendaItem] ([ConferenceId], [DraftId]);
GO


CREATE INDEX [IX_AgendaItem_DraftId] ON [AgendaItem] ([DraftId]);
GO


CREATE UNIQUE INDEX [IX_Amendment_ItemId_Number] ON [Amendment] ([ItemId], [Number]);
GO


CREATE UNIQUE INDEX [IX_Appraisal_DraftId_Number] ON [Appraisal] ([DraftId], [Number]);
GO


CREATE INDEX [IX_AppraisalChecklist_OrganizationId_ValidFrom] ON [AppraisalChecklist] ([OrganizationId], [ValidFrom]);
GO


CREATE UNIQUE INDEX [IX_AppraisalItem_ChecklistId_Ordinal] ON [AppraisalItem] ([ChecklistId], [Ordinal]);
GO


CREATE UNIQUE INDEX [IX_AppraisalPoint_AppraisalId_Ordinal] ON [AppraisalPoint] ([AppraisalId], [Ordinal]);
GO


CREATE INDEX [IX_AppraisalPoint_DraftId] ON [AppraisalPoint] ([DraftId]);
GO


CREATE UNIQUE INDEX [IX_AppraisalSheet_DraftId_PersonId] ON [AppraisalSheet] ([DraftId], [PersonId]);
GO


CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
GO


CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL;
GO


CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
GO


CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
GO


CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
GO


CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
GO


CREATE INDEX [IX_AspNetUsers_PersonId] ON [AspNetUsers] ([PersonId]);
GO


CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL;
GO


CREATE INDEX [IX_Attendance_ConferenceId_PersonId] ON [Attendance] ([ConferenceId], [PersonId]);
GO


CREATE INDEX [IX_AuditEntry_SubjectId_Position] ON [AuditEntry] ([SubjectId], [Position]);
GO


CREATE UNIQUE INDEX [IX_Ballot_VoteId_PersonId] ON [Ballot] ([VoteId], [PersonId]);
GO


CREATE UNIQUE INDEX [IX_BallotBatch_VoteId_Number] ON [BallotBatch] ([VoteId], [Number]);
GO


CREATE UNIQUE INDEX [IX_Body_OrganizationId_Kind] ON [Body] ([OrganizationId], [Kind]);
GO


CREATE INDEX [IX_BoundCertificate_OrganizationId_PersonId] ON [BoundCertificate] ([OrganizationId], [PersonId]);
GO


CREATE INDEX [IX_BoundCertificate_PersonId] ON [BoundCertificate] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_CalendarDay_OrganizationId_Day] ON [CalendarDay] ([OrganizationId], [Day]) WHERE "RemovedAt" IS NULL;
GO


CREATE INDEX [IX_CaseFile_StartedById] ON [CaseFile] ([StartedById]);
GO


CREATE INDEX [IX_CheckSwitch_OrganizationId_Key_From] ON [CheckSwitch] ([OrganizationId], [Key], [From]);
GO


CREATE INDEX [IX_CirculationDecision_DraftId_VersionHash] ON [CirculationDecision] ([DraftId], [VersionHash]);
GO


CREATE UNIQUE INDEX [IX_CirculationDecision_RoundId] ON [CirculationDecision] ([RoundId]);
GO


CREATE INDEX [IX_CommandRecord_At] ON [CommandRecord] ([At]);
GO


CREATE INDEX [IX_Comment_DraftId] ON [Comment] ([DraftId]);
GO


CREATE INDEX [IX_Comment_OpinionId] ON [Comment] ([OpinionId]);
GO


CREATE INDEX [IX_Comment_RoundId] ON [Comment] ([RoundId]);
GO


CREATE INDEX [IX_CommentDraft_RoundId_PersonId] ON [CommentDraft] ([RoundId], [PersonId]);
GO


CREATE UNIQUE INDEX [IX_CommentPlace_CommentId_VersionHash] ON [CommentPlace] ([CommentId], [VersionHash]);
GO


CREATE INDEX [IX_Conclusion_DraftId] ON [Conclusion] ([DraftId]);
GO


CREATE INDEX [IX_Conclusion_RoundId] ON [Conclusion] ([RoundId]);
GO


CREATE UNIQUE INDEX [IX_ConclusionPoint_ConclusionId_Ordinal] ON [ConclusionPoint] ([ConclusionId], [Ordinal]);
GO


CREATE INDEX [IX_ConclusionPoint_DraftId] ON [ConclusionPoint] ([DraftId]);
GO


CREATE UNIQUE INDEX [IX_Conference_BodyId_TermId_Ordinal] ON [Conference] ([BodyId], [TermId], [Ordinal]);
GO


CREATE UNIQUE INDEX [IX_CountEntry_VoteId_Number] ON [CountEntry] ([VoteId], [Number]);
GO


CREATE UNIQUE INDEX [IX_Counter_VoteId_PersonId] ON [Counter] ([VoteId], [PersonId]);
GO


CREATE INDEX [IX_DefinitionDraft_OrganizationId] ON [DefinitionDraft] ([OrganizationId]);
GO


CREATE INDEX [IX_DefinitionVersion_DefinitionHash] ON [DefinitionVersion] ([DefinitionHash]);
GO


CREATE UNIQUE INDEX [IX_DefinitionVersion_OrganizationId_DefinitionHash] ON [DefinitionVersion] ([OrganizationId], [DefinitionHash]);
GO


CREATE UNIQUE INDEX [IX_DefinitionVersion_OrganizationId_ProcessId_Number] ON [DefinitionVersion] ([OrganizationId], [ProcessId], [Number]);
GO


CREATE UNIQUE INDEX [IX_Dispatch_IssuedDocumentId_UnitId] ON [Dispatch] ([IssuedDocumentId], [UnitId]);
GO


CREATE INDEX [IX_Dispatch_UnitId_SentAt] ON [Dispatch] ([UnitId], [SentAt]);
GO


CREATE UNIQUE INDEX [IX_DispatchEvent_DispatchId_Number] ON [DispatchEvent] ([DispatchId], [Number]);
GO


CREATE UNIQUE INDEX [IX_DispatchPass_DispatchId] ON [DispatchPass] ([DispatchId]) WHERE "RevokedAt" IS NULL;
GO


CREATE INDEX [IX_DocumentCopy_IssuedDocumentId] ON [DocumentCopy] ([IssuedDocumentId]);
GO


CREATE INDEX [IX_DocumentCopy_OrganizationId_At] ON [DocumentCopy] ([OrganizationId], [At]);
GO


CREATE INDEX [IX_DocumentCopy_OrganizationId_NumberAndSymbol_Date] ON [DocumentCopy] ([OrganizationId], [NumberAndSymbol], [Date]);
GO


CREATE INDEX [IX_DocumentCopy_Sha256] ON [DocumentCopy] ([Sha256]);
GO


CREATE INDEX [IX_Draft_OrganizationId_CreatedAt] ON [Draft] ([OrganizationId], [CreatedAt]);
GO


CREATE INDEX [IX_DraftFile_VersionId] ON [DraftFile] ([VersionId]);
GO


CREATE UNIQUE INDEX [IX_DraftRound_DraftId_Number] ON [DraftRound] ([DraftId], [Number]);
GO


CREATE INDEX [IX_DraftRoute_OrganizationId_Body] ON [DraftRoute] ([OrganizationId], [Body]);
GO


CREATE UNIQUE INDEX [IX_DraftVersion_DraftId_Round] ON [DraftVersion] ([DraftId], [Round]);
GO


CREATE UNIQUE INDEX [IX_EntryCode_Hash] ON [EntryCode] ([Hash]);
GO


CREATE INDEX [IX_EntryCode_PersonId] ON [EntryCode] ([PersonId]);
GO


CREATE INDEX [IX_ExchangeMessage_DispatchId] ON [ExchangeMessage] ([DispatchId]);
GO


CREATE INDEX [IX_ExchangeMessage_NotBefore_Id] ON [ExchangeMessage] ([NotBefore], [Id]) WHERE "State" = 'Waiting';
GO


CREATE INDEX [IX_ExchangeMessage_OrganizationId_CreatedAt_Id] ON [ExchangeMessage] ([OrganizationId], [CreatedAt], [Id]);
GO


CREATE UNIQUE INDEX [IX_ExchangeMessage_OrganizationId_PartnerId_Direction_Key] ON [ExchangeMessage] ([OrganizationId], [PartnerId], [Direction], [Key]);
GO


CREATE INDEX [IX_ExchangeMessage_PaperId] ON [ExchangeMessage] ([PaperId]);
GO


CREATE INDEX [IX_ExchangeMessage_PartnerId] ON [ExchangeMessage] ([PartnerId]);
GO


CREATE INDEX [IX_ExchangePartner_KeyId] ON [ExchangePartner] ([KeyId]);
GO


CREATE UNIQUE INDEX [IX_ExchangePartner_OrganizationId_OrganId] ON [ExchangePartner] ([OrganizationId], [OrganId]) WHERE "EndedAt" IS NULL;
GO


CREATE INDEX [IX_ExchangePartner_UnitId] ON [ExchangePartner] ([UnitId]);
GO


CREATE UNIQUE INDEX [IX_GivenOpinion_RoundId_PersonId_Number] ON [GivenOpinion] ([RoundId], [PersonId], [Number]);
GO


CREATE INDEX [IX_GuestPass_AttendanceId] ON [GuestPass] ([AttendanceId]);
GO


CREATE INDEX [IX_GuestPass_ConferenceId] ON [GuestPass] ([ConferenceId]);
GO


CREATE UNIQUE INDEX [IX_IncomingBook_OrganizationId_Year] ON [IncomingBook] ([OrganizationId], [Year]);
GO


CREATE UNIQUE INDEX [IX_IncomingEvent_PaperId_Number] ON [IncomingEvent] ([PaperId], [Number]);
GO


CREATE UNIQUE INDEX [IX_IncomingFile_PaperId_Number] ON [IncomingFile] ([PaperId], [Number]);
GO


CREATE UNIQUE INDEX [IX_IncomingPaper_OrganizationId_ArrivalYear_ArrivalNumber] ON [IncomingPaper] ([OrganizationId], [ArrivalYear], [ArrivalNumber]) WHERE "ArrivalNumber" > 0;
GO


CREATE INDEX [IX_IncomingPaper_OrganizationId_ArrivedAt_Id] ON [IncomingPaper] ([OrganizationId], [ArrivedAt], [Id]);
GO


CREATE UNIQUE INDEX [IX_IncomingPaper_OrganizationId_SourceId_DocumentId_Edition] ON [IncomingPaper] ([OrganizationId], [SourceId], [DocumentId], [Edition]);
GO


CREATE INDEX [IX_IncomingPaper_PartnerId] ON [IncomingPaper] ([PartnerId]);
GO


CREATE UNIQUE INDEX [IX_IssuedDocument_DraftId] ON [IssuedDocument] ([DraftId]);
GO


CREATE UNIQUE INDEX [IX_IssuedDocument_OrganizationId_TermId_TypeKey_Number] ON [IssuedDocument] ([OrganizationId], [TermId], [TypeKey], [Number]) WHERE "Number" > 0;
GO


CREATE UNIQUE INDEX [IX_IssuedFile_IssuedDocumentId_Kind] ON [IssuedFile] ([IssuedDocumentId], [Kind]);
GO


CREATE INDEX [IX_IssuedFile_Sha256] ON [IssuedFile] ([Sha256]);
GO


CREATE INDEX [IX_KeptMessage_ExpiresAt] ON [KeptMessage] ([ExpiresAt]);
GO


CREATE INDEX [IX_KeptMessage_Name_Key] ON [KeptMessage] ([Name], [Key]);
GO


CREATE INDEX [IX_LatestDefinition_DefinitionHash] ON [LatestDefinition] ([DefinitionHash]);
GO


CREATE INDEX [IX_LetterCopy_AttendanceId] ON [LetterCopy] ([AttendanceId]);
GO


CREATE UNIQUE INDEX [IX_LetterCopy_LetterId_AttendanceId] ON [LetterCopy] ([LetterId], [AttendanceId]);
GO


CREATE INDEX [IX_ListedDocument_OrganizationId_Symbol_At] ON [ListedDocument] ([OrganizationId], [Symbol], [At]);
GO


CREATE INDEX [IX_ListedName_OrganizationId_Name_At] ON [ListedName] ([OrganizationId], [Name], [At]);
GO


CREATE INDEX [IX_LongTermData_NotBefore] ON [LongTermData] ([NotBefore]) WHERE "State" = 'Waiting';
GO


CREATE INDEX [IX_MailMessage_CreatedAt] ON [MailMessage] ([CreatedAt]);
GO


CREATE INDEX [IX_MailMessage_NotBefore_Id] ON [MailMessage] ([NotBefore], [Id]) WHERE "State" = 'Waiting';
GO


CREATE UNIQUE INDEX [IX_MailMessage_PersonId_Key] ON [MailMessage] ([PersonId], [Key]);
GO


CREATE INDEX [IX_MaterialOpening_ConferenceId_AttendanceId_ItemId_At] ON [MaterialOpening] ([ConferenceId], [AttendanceId], [ItemId], [At]);
GO


CREATE UNIQUE INDEX [IX_Membership_BodyId_PersonId_From] ON [Membership] ([BodyId], [PersonId], [From]);
GO


CREATE INDEX [IX_Membership_PersonId] ON [Membership] ([PersonId]);
GO


CREATE INDEX [IX_MessagePreference_Mode] ON [MessagePreference] ([Mode]);
GO


CREATE UNIQUE INDEX [IX_MinutesSignature_ConferenceId_AsChair] ON [MinutesSignature] ([ConferenceId], [AsChair]);
GO


CREATE INDEX [IX_Movement_AttendanceId] ON [Movement] ([AttendanceId]);
GO


CREATE UNIQUE INDEX [IX_Movement_ConferenceId_Number] ON [Movement] ([ConferenceId], [Number]);
GO


CREATE UNIQUE INDEX [IX_NumberSeries_OrganizationId_TermId_Symbol] ON [NumberSeries] ([OrganizationId], [TermId], [Symbol]);
GO


CREATE INDEX [IX_NumberSeries_TermId] ON [NumberSeries] ([TermId]);
GO


CREATE INDEX [IX_OfficeHeld_PersonId] ON [OfficeHeld] ([PersonId]);
GO


CREATE INDEX [IX_OpenTask_Candidates_UrgentAt_OrganizationId] ON [OpenTask] ([Candidates], [UrgentAt], [OrganizationId]) WHERE "ClosedAt" IS NULL;
GO


CREATE INDEX [IX_OpenTask_GivenById] ON [OpenTask] ([GivenById]) WHERE "ClosedAt" IS NULL AND "GivenById" IS NOT NULL;
GO


CREATE INDEX [IX_OpenTask_HolderId] ON [OpenTask] ([HolderId]) WHERE "ClosedAt" IS NULL AND "HolderId" IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_OpenTask_InstanceId_Token] ON [OpenTask] ([InstanceId], [Token]);
GO


CREATE INDEX [IX_OpenTask_SubjectId_ClosedAt] ON [OpenTask] ([SubjectId], [ClosedAt]);
GO


CREATE UNIQUE INDEX [IX_OpinionDraft_RoundId_PersonId] ON [OpinionDraft] ([RoundId], [PersonId]);
GO


CREATE UNIQUE INDEX [IX_OpinionScan_OpinionId] ON [OpinionScan] ([OpinionId]);
GO


CREATE INDEX [IX_OpinionSheet_PersonId] ON [OpinionSheet] ([PersonId]);
GO


CREATE UNIQUE INDEX [IX_OpinionSheet_RoundId_PersonId] ON [OpinionSheet] ([RoundId], [PersonId]);
GO


CREATE INDEX [IX_OrganizationAuthority_OrganizationId_ValidFrom] ON [OrganizationAuthority] ([OrganizationId], [ValidFrom]);
GO


CREATE INDEX [IX_OrganizationLayout_OrganizationId_ValidFrom] ON [OrganizationLayout] ([OrganizationId], [ValidFrom]);
GO


CREATE UNIQUE INDEX [IX_OutboxMessage_InstanceId_Token] ON [OutboxMessage] ([InstanceId], [Token]);
GO


CREATE INDEX [IX_OutboxMessage_NotBefore_Id] ON [OutboxMessage] ([NotBefore], [Id]) WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL;
GO


CREATE INDEX [IX_PartnerCertificate_PartnerId] ON [PartnerCertificate] ([PartnerId]);
GO


CREATE INDEX [IX_PinnedFile_DraftId] ON [PinnedFile] ([DraftId]);
GO


CREATE INDEX [IX_PinnedFile_Token] ON [PinnedFile] ([Token]);
GO


CREATE INDEX [IX_PointCheck_PointId_At] ON [PointCheck] ([PointId], [At]);
GO


CREATE INDEX [IX_PortalRelease_IssuedDocumentId] ON [PortalRelease] ([IssuedDocumentId]);
GO


CREATE INDEX [IX_PortalSwitch_OrganizationId_From] ON [PortalSwitch] ([OrganizationId], [From]);
GO


CREATE INDEX [IX_ProcessInstance_CallerInstanceId] ON [ProcessInstance] ([CallerInstanceId]) WHERE "CallerInstanceId" IS NOT NULL;
GO


CREATE INDEX [IX_ProcessInstance_DefinitionHash] ON [ProcessInstance] ([DefinitionHash]);
GO


CREATE INDEX [IX_ProcessInstance_SubjectId] ON [ProcessInstance] ([SubjectId]);
GO


CREATE UNIQUE INDEX [IX_ProcessSubscription_InstanceId_Token] ON [ProcessSubscription] ([InstanceId], [Token]);
GO


CREATE INDEX [IX_ProcessSubscription_Name_Key] ON [ProcessSubscription] ([Name], [Key]);
GO


CREATE INDEX [IX_ProcessTimer_DueAt] ON [ProcessTimer] ([DueAt]) WHERE "State" = 'Waiting';
GO


CREATE UNIQUE INDEX [IX_ProcessTimer_InstanceId_Token] ON [ProcessTimer] ([InstanceId], [Token]);
GO


CREATE UNIQUE INDEX [IX_ReadingMark_DraftId_PersonId_Round] ON [ReadingMark] ([DraftId], [PersonId], [Round]);
GO


CREATE UNIQUE INDEX [IX_RecipientChoice_IssuedDocumentId_UnitId] ON [RecipientChoice] ([IssuedDocumentId], [UnitId]);
GO


CREATE INDEX [IX_RecipientChoice_UnitId] ON [RecipientChoice] ([UnitId]);
GO


CREATE UNIQUE INDEX [IX_RecipientGroupUnit_GroupId_UnitId] ON [RecipientGroupUnit] ([GroupId], [UnitId]);
GO


CREATE INDEX [IX_RecipientGroupUnit_UnitId] ON [RecipientGroupUnit] ([UnitId]);
GO


CREATE UNIQUE INDEX [IX_Recusal_ItemId_PersonId] ON [Recusal] ([ItemId], [PersonId]);
GO


CREATE INDEX [IX_RegisterEntry_DraftId] ON [RegisterEntry] ([DraftId]);
GO


CREATE INDEX [IX_RegisterEntry_IssuedDocumentId] ON [RegisterEntry] ([IssuedDocumentId]);
GO


CREATE INDEX [IX_RegisterEntry_OrganizationId_Date_Id] ON [RegisterEntry] ([OrganizationId], [Date], [Id]);
GO


CREATE UNIQUE INDEX [IX_RegisterEntry_SeriesId_Number] ON [RegisterEntry] ([SeriesId], [Number]);
GO


CREATE UNIQUE INDEX [IX_ReleaseFinding_ReleaseId_Ordinal] ON [ReleaseFinding] ([ReleaseId], [Ordinal]);
GO


CREATE INDEX [IX_ReportingDuty_IssuedDocumentId] ON [ReportingDuty] ([IssuedDocumentId]);
GO


CREATE UNIQUE INDEX [IX_ReservedOpinion_ItemId_PersonId] ON [ReservedOpinion] ([ItemId], [PersonId]);
GO


CREATE UNIQUE INDEX [IX_ReviewRound_DraftId_Number] ON [ReviewRound] ([DraftId], [Number]);
GO


CREATE INDEX [IX_RoundDeadline_DueAt] ON [RoundDeadline] ([DueAt]) WHERE "State" = 'Waiting';
GO


CREATE UNIQUE INDEX [IX_RoundDeadline_RoundId_Kind_MinutesBefore] ON [RoundDeadline] ([RoundId], [Kind], [MinutesBefore]);
GO


CREATE UNIQUE INDEX [IX_RuleProfile_OrganizationId_ValidFrom] ON [RuleProfile] ([OrganizationId], [ValidFrom]);
GO


CREATE UNIQUE INDEX [IX_ScannedPage_PinnedId_Number] ON [ScannedPage] ([PinnedId], [Number]);
GO


CREATE INDEX [IX_SealedBallot_VoteId] ON [SealedBallot] ([VoteId]);
GO


CREATE UNIQUE INDEX [IX_Seconder_AmendmentId_PersonId] ON [Seconder] ([AmendmentId], [PersonId]);
GO


CREATE INDEX [IX_SecretBallot_VoteId] ON [SecretBallot] ([VoteId]);
GO


CREATE UNIQUE INDEX [IX_SessionLetter_ConferenceId_Number] ON [SessionLetter] ([ConferenceId], [Number]);
GO


CREATE UNIQUE INDEX [IX_SessionTrip_ConferenceId_Number] ON [SessionTrip] ([ConferenceId], [Number]);
GO


CREATE INDEX [IX_SessionTrip_OrganizationId_Side] ON [SessionTrip] ([OrganizationId], [Side]) WHERE "EndedAt" IS NULL;
GO


CREATE INDEX [IX_SignaturePicture_OrganizationId_PersonId] ON [SignaturePicture] ([OrganizationId], [PersonId]);
GO


CREATE INDEX [IX_SignaturePicture_PersonId] ON [SignaturePicture] ([PersonId]);
GO


CREATE INDEX [IX_SigningRule_OrganizationId_ValidFrom] ON [SigningRule] ([OrganizationId], [ValidFrom]);
GO


CREATE UNIQUE INDEX [IX_Speech_ItemId_Number] ON [Speech] ([ItemId], [Number]);
GO


CREATE INDEX [IX_StagedPackage_PersonId_At] ON [StagedPackage] ([PersonId], [At]);
GO


CREATE INDEX [IX_StagedRegister_PersonId_At] ON [StagedRegister] ([PersonId], [At]);
GO


CREATE INDEX [IX_StagedUpload_At] ON [StagedUpload] ([At]);
GO


CREATE INDEX [IX_StagedUpload_PersonId] ON [StagedUpload] ([PersonId]);
GO


CREATE INDEX [IX_StandingNote_IssuedDocumentId] ON [StandingNote] ([IssuedDocumentId]);
GO


CREATE INDEX [IX_StandingNote_UndoesId] ON [StandingNote] ([UndoesId]);
GO


CREATE INDEX [IX_StartPoint_DefinitionHash] ON [StartPoint] ([DefinitionHash]);
GO


CREATE INDEX [IX_StartPoint_DueAt] ON [StartPoint] ([DueAt]) WHERE "DueAt" IS NOT NULL;
GO


CREATE INDEX [IX_StartPoint_Name] ON [StartPoint] ([Name]);
GO


CREATE INDEX [IX_StartPoint_ProcessId] ON [StartPoint] ([ProcessId]);
GO


CREATE INDEX [IX_Target_IssuedDocumentId] ON [Target] ([IssuedDocumentId]);
GO


CREATE INDEX [IX_TaskCandidate_Word_UrgentAt_OrganizationId] ON [TaskCandidate] ([Word], [UrgentAt], [OrganizationId]);
GO


CREATE INDEX [IX_TaskSubstitute_AbsenceId] ON [TaskSubstitute] ([AbsenceId]);
GO


CREATE INDEX [IX_TaskSubstitute_SubstituteId_Until] ON [TaskSubstitute] ([SubstituteId], [Until]);
GO


CREATE INDEX [IX_TechnicalCorrection_DraftId] ON [TechnicalCorrection] ([DraftId]);
GO


CREATE INDEX [IX_TechnicalCorrection_VoteId] ON [TechnicalCorrection] ([VoteId]);
GO


CREATE UNIQUE INDEX [IX_TextDraft_DraftId_PersonId] ON [TextDraft] ([DraftId], [PersonId]);
GO


CREATE INDEX [IX_ToldTurn_At] ON [ToldTurn] ([At]);
GO


CREATE INDEX [IX_ToldTurn_MailId] ON [ToldTurn] ([MailId]);
GO


CREATE UNIQUE INDEX [IX_Vote_AgendaItemId_Number] ON [Vote] ([AgendaItemId], [Number]);
GO


CREATE INDEX [IX_Vote_ConferenceId] ON [Vote] ([ConferenceId]);
GO


CREATE UNIQUE INDEX [IX_VoteMember_VoteId_PersonId] ON [VoteMember] ([VoteId], [PersonId]);
GO


