using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.FollowUp;

/// <summary>A confirmed target and its document.</summary>
public sealed record TargetRow(string Number, Guid IssuedId, Target Target);

/// <summary>A confirmed reporting duty and its document.</summary>
public sealed record DutyRow(string Number, Guid IssuedId, ReportingDuty Duty);

/// <summary>Confirmed targets of all documents, those of the newest first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadTargets(int Page) : IQuery<Paged<TargetRow>>;

/// <summary>Confirmed reporting duties of all documents, those of the newest first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadDuties(int Page) : IQuery<Paged<DutyRow>>;

/// <summary>The register of targets as a spreadsheet, up to 10,000 lines.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadTargetsSheet : IQuery<PaperFile>;

internal sealed class ReadFollowUpHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadTargets, Paged<TargetRow>>, IRequestHandler<ReadDuties, Paged<DutyRow>>, IRequestHandler<ReadTargetsSheet, PaperFile>
{
    private const int MostLines = 10_000;

    private IQueryable<TargetRow> Targets => db.Set<Target>().AsNoTracking().Join(db.Set<IssuedDocument>(), target => target.IssuedDocumentId, document => document.Id, (target, document) => new { target, document })
        .OrderByDescending(row => row.target.ConfirmedAt).ThenBy(row => row.target.Id).Select(row => new TargetRow(row.document.NumberAndSymbol, row.document.Id, row.target));

    public Task<Paged<TargetRow>> Handle(ReadTargets request, CancellationToken cancellationToken) => Targets.ToPage(request.Page, cancellationToken);

    public Task<Paged<DutyRow>> Handle(ReadDuties request, CancellationToken cancellationToken) =>
        db.Set<ReportingDuty>().AsNoTracking().Join(db.Set<IssuedDocument>(), duty => duty.IssuedDocumentId, document => document.Id, (duty, document) => new { duty, document })
            .OrderByDescending(row => row.duty.ConfirmedAt).ThenBy(row => row.duty.Id).Select(row => new DutyRow(row.document.NumberAndSymbol, row.document.Id, row.duty)).ToPage(request.Page, cancellationToken);

    public async Task<PaperFile> Handle(ReadTargetsSheet request, CancellationToken cancellationToken) =>
        new($"chi-tieu-{actor.Today:yyyy-MM-dd}.xlsx", Spreadsheet.ContentType, Spreadsheet.Render(
            "Chỉ tiêu",
            [new("Văn bản", 16), new("Chỉ tiêu", 60), new("Mức", 10), new("Giá trị", 14), new("Đến", 14), new("Đơn vị tính", 22), new("Giai đoạn", 12), new("Nguyên văn", 80)],
            (await Targets.Take(MostLines).ToListAsync(cancellationToken)).Select(row => (IReadOnlyList<object>)[row.Number, row.Target.Label, Sign(row.Target.Comparator), row.Target.Value, row.Target.UpperValue ?? (object)"", row.Target.Unit, row.Target.Period, row.Target.Quote])));

    private static string Sign(Comparator comparator) => comparator switch { Comparator.AtLeast => "≥", Comparator.AtMost => "≤", Comparator.MoreThan => ">", Comparator.LessThan => "<", Comparator.Range => "từ … đến", _ => "=" };
}
