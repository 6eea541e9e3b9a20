using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>To whom a document goes or went: lines and what they mean, what they leave open, who was forgotten.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadRecipients(Guid IssuedId) : IQuery<RecipientsView?>;

/// <summary>A line under Nơi nhận.</summary>
public sealed record LineView(string Name, string Purpose, IReadOnlyList<string> Units, bool IsPublication, bool IsUnknown);

/// <summary>A unit and its copy.</summary>
/// <param name="DispatchId">The copy; null before the document went out.</param>
public sealed record RecipientRow(Guid UnitId, string Unit, string Line, string Purpose, DispatchChannel Channel, bool HasAccount, Guid? DispatchId, int Issue, DispatchStatus Status, RecallState Recall, DateTimeOffset? ReceivedAt, string ArrivalNumber, int Reminders);

/// <param name="Others">Units of today that are no recipients.</param>
public sealed record RecipientsView(
    Guid IssuedId, string Type, string Number, DateOnly Date, string Subject, bool IsSent, IReadOnlyList<LineView> Lines, IReadOnlyList<RecipientRow> Rows, IReadOnlyList<ForgottenBody> Forgotten, IReadOnlyList<(Guid Id, string Name)> Others, int Waits, int Sheets);

internal sealed class ReadRecipientsHandler(WorkflowDbContext db, RecipientPlan plan, Actor actor) : IRequestHandler<ReadRecipients, RecipientsView?>
{
    public async Task<RecipientsView?> Handle(ReadRecipients request, CancellationToken cancellationToken)
    {
        if (await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.IssuedId, cancellationToken) is not { } issued)
        {
            return null;
        }

        var planned = await plan.Of(issued, cancellationToken);
        var copies = await db.Set<Dispatch>().AsNoTracking().Where(copy => copy.IssuedDocumentId == issued.Id).Join(db.Set<Domain.Organizations.Unit>(), copy => copy.UnitId, unit => unit.Id, (copy, unit) => new { copy, unit.Name }).ToListAsync(cancellationToken);
        var reading = await plan.WithAccount(cancellationToken);
        List<RecipientRow> rows = copies.Count > 0
            ? [.. copies.OrderBy(one => one.copy.ReceivedAt is not null).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => new RecipientRow(one.copy.UnitId, one.Name, one.copy.RecipientLine, one.copy.Purpose, one.copy.Channel, reading.Contains(one.copy.UnitId), one.copy.Id, one.copy.Issue, one.copy.Status, one.copy.Recall, one.copy.ReceivedAt, one.copy.ArrivalNumber, one.copy.Reminders))]
            : [.. planned.Copies.Select(copy => new RecipientRow(copy.Unit.Id, copy.Unit.Name, copy.Line, copy.Purpose, copy.Channel, copy.HasAccount, null, 1, default, default, null, "", 0))];
        var there = rows.Select(row => row.UnitId).ToHashSet();
        var today = actor.Today;
        var others = await db.Set<Domain.Organizations.Unit>().AsNoTracking().Where(unit => unit.To == null || unit.To >= today).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancellationToken);

        // A line that the office chose a unit for is answered, also after the document went out.
        var answered = copies.Select(one => one.copy.RecipientLine).ToHashSet(StringComparer.Ordinal);
        return new(
            issued.Id, DocumentType.Of(issued.TypeKey).Name, issued.NumberAndSymbol, issued.Date, issued.Subject, copies.Count > 0,
            [.. planned.Lines.Select(line => new LineView(line.Line.Name, line.Line.Purpose ?? "", Units(line, rows), line.IsPublication, planned.Unknown.Contains(line.Line.Name) && !answered.Contains(line.Line.Name)))],
            rows, [.. planned.Forgotten.Where(one => !there.Contains(one.UnitId))], [.. others.Where(unit => !there.Contains(unit.Id)).OrderBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => (unit.Id, unit.Name))],
            copies.Count(one => one.copy.Waits), copies.Count == 0 ? 0 : await db.Set<DispatchPass>().CountAsync(pass => pass.RevokedAt == null && db.Set<Dispatch>().Any(copy => copy.Id == pass.DispatchId && copy.IssuedDocumentId == issued.Id), cancellationToken));
    }

    private static List<string> Units(ResolvedRecipient line, List<RecipientRow> rows) =>
        [.. line.Units.Select(unit => unit.Name).Concat(rows.Where(row => row.Line == line.Line.Name).Select(row => row.Unit)).Distinct()];
}
