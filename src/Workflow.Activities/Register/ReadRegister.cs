using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Reading;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A line of the register.</summary>
public sealed record RegisterRow(Guid Id, string Number, DateOnly Date, string Title, string Signer, int Sent, int Acknowledged);

/// <summary>Sổ văn bản đi, newest first; found with or without diacritics.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadRegister(string Search, int Page) : IQuery<Paged<RegisterRow>>;

/// <summary>A copy and how far it came.</summary>
public sealed record DispatchRow(Guid Id, string Unit, string Purpose, DispatchStatus Status, DateTimeOffset SentAt, DateTimeOffset? OpenedAt, DateTimeOffset? AcknowledgedAt);

/// <summary>An issued document's page.</summary>
public sealed record IssuedView(
    IssuedDocument Document, string Type, IReadOnlyList<DispatchRow> Dispatches, IReadOnlyList<TargetProposal> TargetProposals, IReadOnlyList<DutyProposal> DutyProposals,
    IReadOnlyList<Target> Targets, IReadOnlyList<ReportingDuty> Duties, bool FollowUpIsOpen, bool IsOffice, bool IsSealed, string Sha256, IReadOnlyList<HistoryRow> History);

/// <summary>One issued document.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadIssued(Guid Id) : IQuery<IssuedView?>;

/// <summary>Bytes of an issued document, for those of the house and for units that got a copy.</summary>
[Allow(Everyone = true)]
public sealed record ReadIssuedFile(Guid Id, IssuedFileKind Kind) : IQuery<PaperFile?>;

/// <summary>A copy as its unit sees it.</summary>
public sealed record IncomingView(Guid Id, Guid IssuedId, string Number, DateOnly Date, string Subject, string Purpose, DispatchStatus Status, DateTimeOffset SentAt);

/// <summary>Copies sent to my unit.</summary>
[Allow(Office.UnitReader)]
public sealed record ReadIncoming(Guid? Id) : IQuery<IReadOnlyList<IncomingView>>;

/// <summary>Confirmed targets and duties of all documents.</summary>
public sealed record FollowUpView(IReadOnlyList<(string Number, Guid IssuedId, Target Target)> Targets, IReadOnlyList<(string Number, Guid IssuedId, ReportingDuty Duty)> Duties);

/// <summary>The register of targets and reporting duties.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadFollowUp : IQuery<FollowUpView>;

/// <summary>A released document, for everyone.</summary>
public sealed record PortalRow(Guid Id, string Number, DateOnly Date, string Type, string Subject);

/// <summary>What was released to the public page; asked without an account.</summary>
public sealed record ReadPortal(int Page) : IRequest<Paged<PortalRow>>;

/// <summary>The original of a released document; asked without an account.</summary>
public sealed record ReadPortalFile(Guid Id) : IRequest<PaperFile?>;

internal sealed class ReadRegisterHandler(WorkflowDbContext db, Actor actor) :
    IRequestHandler<ReadRegister, Paged<RegisterRow>>, IRequestHandler<ReadIssued, IssuedView?>, IRequestHandler<ReadIssuedFile, PaperFile?>, IRequestHandler<ReadIncoming, IReadOnlyList<IncomingView>>,
    IRequestHandler<ReadFollowUp, FollowUpView>, IRequestHandler<ReadPortal, Paged<PortalRow>>, IRequestHandler<ReadPortalFile, PaperFile?>
{
    private const int PageSize = 20;

    public async Task<Paged<RegisterRow>> Handle(ReadRegister request, CancellationToken cancellationToken)
    {
        var wanted = Folding.Fold(request.Search);
        var documents = db.Set<IssuedDocument>().AsNoTracking().Where(document => wanted == "" || document.SearchText.Contains(wanted) || document.NumberAndSymbol.Contains(request.Search));
        var count = await documents.CountAsync(cancellationToken);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await documents.OrderByDescending(document => document.SignedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var sent = await db.Set<Dispatch>().AsNoTracking().Where(dispatch => ids.Contains(dispatch.IssuedDocumentId)).GroupBy(dispatch => dispatch.IssuedDocumentId)
            .Select(group => new { group.Key, Sent = group.Count(), Received = group.Count(dispatch => dispatch.Status == DispatchStatus.Acknowledged) }).ToDictionaryAsync(group => group.Key, cancellationToken);
        return new([.. rows.Select(row => new RegisterRow(row.Id, row.NumberAndSymbol, row.Date, DocumentType.Of(row.TypeKey).Titled(row.Subject), row.SignerName, sent.GetValueOrDefault(row.Id)?.Sent ?? 0, sent.GetValueOrDefault(row.Id)?.Received ?? 0))], page, Math.Max(1, (count + PageSize - 1) / PageSize));
    }

    public async Task<IssuedView?> Handle(ReadIssued request, CancellationToken cancellationToken)
    {
        var document = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (document is null)
        {
            return null;
        }

        var dispatches = await db.Set<Dispatch>().AsNoTracking().Where(row => row.IssuedDocumentId == document.Id)
            .Join(db.Set<Domain.Organizations.Unit>(), dispatch => dispatch.UnitId, unit => unit.Id, (dispatch, unit) => new DispatchRow(dispatch.Id, unit.Name, dispatch.Purpose, dispatch.Status, dispatch.SentAt, dispatch.OpenedAt, dispatch.AcknowledgedAt)).ToListAsync(cancellationToken);
        var open = await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == document.DraftId && task.TaskKey == TaskKeys.FollowUp && task.ClosedAt == null, cancellationToken);
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == document.VersionId).Select(version => version.Canonical).SingleAsync(cancellationToken));
        var offices = await actor.OfficesHeld(cancellationToken);
        var sha = await db.Set<IssuedFile>().Where(file => file.IssuedDocumentId == document.Id && file.Kind == IssuedFileKind.Sealed).Select(file => file.Sha256).SingleOrDefaultAsync(cancellationToken);
        return new(
            document, text.Type.Name, [.. dispatches.OrderBy(row => row.Status).ThenBy(row => row.Unit, StringComparer.Ordinal)], open ? FollowUpReader.Targets(text) : [], open ? FollowUpReader.Duties(text) : [],
            await db.Set<Target>().AsNoTracking().Where(target => target.IssuedDocumentId == document.Id).OrderBy(target => target.Id).ToListAsync(cancellationToken),
            await db.Set<ReportingDuty>().AsNoTracking().Where(duty => duty.IssuedDocumentId == document.Id).OrderBy(duty => duty.Id).ToListAsync(cancellationToken),
            open, Offices.OfPartyOffice.Any(offices.Contains), sha is not null, sha ?? "", await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == document.DraftId).OrderByDescending(entry => entry.Position).Take(100).Select(entry => new HistoryRow(entry.Position, entry.At, entry.ActorName, entry.Text)).ToListAsync(cancellationToken));
    }

    public async Task<PaperFile?> Handle(ReadIssuedFile request, CancellationToken cancellationToken)
    {
        var offices = await actor.OfficesHeld(cancellationToken);
        var bodies = await actor.Bodies(cancellationToken);
        var ofTheHouse = bodies.Count > 0 || Offices.OfPartyOffice.Any(offices.Contains) || offices.Contains(Office.Drafter);
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellationToken);
        var sentToMe = unit is not null && await db.Set<Dispatch>().AnyAsync(dispatch => dispatch.IssuedDocumentId == request.Id && dispatch.UnitId == unit, cancellationToken);
        return ofTheHouse || sentToMe ? await File(request.Id, request.Kind, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<IncomingView>> Handle(ReadIncoming request, CancellationToken cancellationToken)
    {
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellationToken);
        return await db.Set<Dispatch>().AsNoTracking().Where(dispatch => dispatch.UnitId == unit && (request.Id == null || dispatch.Id == request.Id)).OrderByDescending(dispatch => dispatch.SentAt).Take(100)
            .Join(db.Set<IssuedDocument>(), dispatch => dispatch.IssuedDocumentId, document => document.Id, (dispatch, document) => new IncomingView(dispatch.Id, document.Id, document.NumberAndSymbol, document.Date, document.Subject, dispatch.Purpose, dispatch.Status, dispatch.SentAt)).ToListAsync(cancellationToken);
    }

    public async Task<FollowUpView> Handle(ReadFollowUp request, CancellationToken cancellationToken)
    {
        var documents = await db.Set<IssuedDocument>().AsNoTracking().ToDictionaryAsync(document => document.Id, document => document.NumberAndSymbol, cancellationToken);
        var targets = await db.Set<Target>().AsNoTracking().OrderByDescending(target => target.ConfirmedAt).ThenBy(target => target.Id).Take(500).ToListAsync(cancellationToken);
        var duties = await db.Set<ReportingDuty>().AsNoTracking().OrderByDescending(duty => duty.ConfirmedAt).ThenBy(duty => duty.Id).Take(500).ToListAsync(cancellationToken);
        return new([.. targets.Select(target => (documents[target.IssuedDocumentId], target.IssuedDocumentId, target))], [.. duties.Select(duty => (documents[duty.IssuedDocumentId], duty.IssuedDocumentId, duty))]);
    }

    public async Task<Paged<PortalRow>> Handle(ReadPortal request, CancellationToken cancellationToken)
    {
        // Released documents are public: the organization filter gives way to the release itself.
        var released = db.Set<IssuedDocument>().IgnoreQueryFilters().AsNoTracking().Where(document => document.ReleasedAt != null);
        var count = await released.CountAsync(cancellationToken);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await released.OrderByDescending(document => document.ReleasedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new([.. rows.Select(row => new PortalRow(row.Id, row.NumberAndSymbol, row.Date, DocumentType.Of(row.TypeKey).Name, row.Subject))], page, Math.Max(1, (count + PageSize - 1) / PageSize));
    }

    public async Task<PaperFile?> Handle(ReadPortalFile request, CancellationToken cancellationToken)
    {
        var organization = await db.Set<IssuedDocument>().IgnoreQueryFilters().Where(document => document.Id == request.Id && document.ReleasedAt != null).Select(document => (Guid?)document.OrganizationId).SingleOrDefaultAsync(cancellationToken);
        if (organization is null)
        {
            return null;
        }

        var file = await db.Set<IssuedFile>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.IssuedDocumentId == request.Id && one.Kind == IssuedFileKind.Sealed, cancellationToken);
        return file is null ? null : new("van-ban.pdf", "application/pdf", file.Content);
    }

    private async Task<PaperFile?> File(Guid id, IssuedFileKind kind, CancellationToken ct)
    {
        var file = await db.Set<IssuedFile>().AsNoTracking().Where(one => one.IssuedDocumentId == id && one.Kind == kind).Join(db.Set<IssuedDocument>(), one => one.IssuedDocumentId, document => document.Id, (one, document) => new { one.Content, document.NumberAndSymbol }).SingleOrDefaultAsync(ct);
        var name = file?.NumberAndSymbol.Replace('/', '-');
        return file is null ? null : kind == IssuedFileKind.Word
            ? new($"{name}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.Content)
            : new($"{name}.pdf", "application/pdf", file.Content);
    }
}
