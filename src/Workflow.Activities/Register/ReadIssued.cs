using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Distribution;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
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

/// <summary>A copy and how far it came.</summary>
public sealed record DispatchRow(Guid Id, string Unit, string Purpose, DispatchStatus Status, RecallState Recall, DateTimeOffset SentAt, DateTimeOffset? OpenedAt, DateTimeOffset? ReceivedAt)
{
    /// <summary>Whether the unit still has to say that it has it.</summary>
    public bool Waits => ReceivedAt is null && Status != DispatchStatus.Refused && Recall != RecallState.Agreed;
}

/// <summary>An issued document's page.</summary>
public sealed record IssuedView(
    IssuedDocument Document, string Type, string LayoutName, IReadOnlyList<DispatchRow> Dispatches, IReadOnlyList<TargetProposal> TargetProposals, IReadOnlyList<DutyProposal> DutyProposals,
    IReadOnlyList<Target> Targets, IReadOnlyList<ReportingDuty> Duties, bool FollowUpIsOpen, IReadOnlyList<StageHold> Work, bool MayConfirm, bool MayAcknowledge, bool IsSealed, string Sha256, IReadOnlyList<HistoryRow> History)
{
    /// <summary>How far the long-term data is; null where none is asked for.</summary>
    public LongTermState? LongTerm { get; init; }

    /// <summary>Why it is not there yet, or was given up.</summary>
    public string LongTermProblem { get; init; } = "";
}

/// <summary>One issued document.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadIssued(Guid Id) : IQuery<IssuedView?>;

internal sealed class ReadIssuedHandler(WorkflowDbContext db, StageHolds holds, Actor actor) : IRequestHandler<ReadIssued, IssuedView?>
{
    public async Task<IssuedView?> Handle(ReadIssued request, CancellationToken cancellationToken)
    {
        var document = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (document is null || !await actor.May<ReadIssued>(cancellationToken, document.DraftId))
        {
            return null;
        }

        var dispatches = await db.Set<Dispatch>().AsNoTracking().Where(row => row.IssuedDocumentId == document.Id)
            .Join(db.Set<Domain.Organizations.Unit>(), dispatch => dispatch.UnitId, unit => unit.Id, (dispatch, unit) => new DispatchRow(dispatch.Id, unit.Name, dispatch.Purpose, dispatch.Status, dispatch.Recall, dispatch.SentAt, dispatch.OpenedAt, dispatch.ReceivedAt)).ToListAsync(cancellationToken);
        var work = await holds.Of(await db.Set<OpenTask>().AsNoTracking().Where(task => task.SubjectId == document.DraftId && task.TaskKey == TaskKeys.FollowUp && task.ClosedAt == null).ToListAsync(cancellationToken), cancellationToken);
        var open = work.Count > 0;
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == document.VersionId).Select(version => version.Canonical).SingleAsync(cancellationToken));
        var sha = await db.Set<IssuedFile>().Where(file => file.IssuedDocumentId == document.Id && file.Kind == IssuedFileKind.Sealed).Select(file => file.Sha256).SingleOrDefaultAsync(cancellationToken);
        var longTerm = await db.Set<LongTermData>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == document.Id, cancellationToken);
        return new(
            document, text.Type.Name, (await LayoutOn.Day(db, document.LaidOutOn, cancellationToken)).Name, [.. dispatches.OrderBy(row => row.ReceivedAt is not null).ThenBy(row => row.Status).ThenBy(row => row.Unit, StringComparer.Ordinal)], open ? FollowUpReader.Targets(text) : [], open ? FollowUpReader.Duties(text) : [],
            await db.Set<Target>().AsNoTracking().Where(target => target.IssuedDocumentId == document.Id).OrderBy(target => target.Id).ToListAsync(cancellationToken),
            await db.Set<ReportingDuty>().AsNoTracking().Where(duty => duty.IssuedDocumentId == document.Id).OrderBy(duty => duty.Id).ToListAsync(cancellationToken),
            open, work, work.Any(one => one.MayWork), await actor.May<AcknowledgeForUnit>(cancellationToken), sha is not null, sha ?? "", await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == document.DraftId).OrderByDescending(entry => entry.Position).Take(100).Select(entry => new HistoryRow(entry.Position, entry.At, entry.ActorName, entry.Text)).ToListAsync(cancellationToken))
        {
            LongTerm = longTerm?.State,
            LongTermProblem = longTerm?.LastError ?? "",
        };
    }
}
