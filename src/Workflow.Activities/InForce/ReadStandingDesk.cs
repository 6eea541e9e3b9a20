using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>A note as it was written, by whom, and whether it was taken back.</summary>
public sealed record StandingNoteRow(Guid Id, StandingKind Kind, string Text, string Reason, DateTimeOffset At, string By, string? TakenBack);

/// <summary>How a document stands, and every line from which that follows, newest first.</summary>
/// <param name="IsSealed">Whether it was issued: before, nothing can become of it.</param>
/// <param name="Listed">What the list of documents says, where it counts; or null.</param>
public sealed record StandingDeskView(Guid Id, string Title, string Number, DateOnly Date, string Body, DocumentStanding Standing, IReadOnlyList<StandingNoteRow> Notes, string? Listed, bool IsSealed, DateOnly Today);

/// <summary>The page on which the office writes what became of a document.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record ReadStandingDesk(Guid IssuedDocumentId) : IQuery<StandingDeskView?>;

internal sealed class ReadStandingDeskHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadStandingDesk, StandingDeskView?>
{
    public async Task<StandingDeskView?> Handle(ReadStandingDesk request, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return null;
        }

        var notes = await db.Set<StandingNote>().AsNoTracking().Where(note => note.IssuedDocumentId == issued.Id).OrderByDescending(note => note.At).ThenByDescending(note => note.Id).ToListAsync(cancellationToken);
        var listed = DocumentStanding.Listed(await db.Set<ListedDocument>().AsNoTracking().Where(row => row.Symbol == issued.NumberAndSymbol).ToListAsync(cancellationToken), issued);
        var people = notes.Select(note => note.RecordedById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(
            issued.Id, DocumentType.Of(issued.TypeKey).Titled(issued.Subject), issued.NumberAndSymbol, issued.Date, AmendingAuthority.NameOf(issued.IssuingBody), DocumentStanding.On(notes, listed, actor.Today),
            [.. notes.Where(note => note.Kind != StandingKind.TakenBack).Select(note => new StandingNoteRow(
                note.Id, note.Kind, note.From > actor.Today ? StandingWords.Coming(StandingFact.Of(note)) : StandingWords.Of(StandingFact.Of(note)), note.Reason, note.At, names.GetValueOrDefault(note.RecordedById, ""),
                notes.Find(other => other.UndoesId == note.Id) is { } undone ? $"{names.GetValueOrDefault(undone.RecordedById, "")}: {undone.Reason}" : null))],
            listed is { EndsOn: { } end } ? $"Danh mục văn bản ghi hết hiệu lực từ ngày {StandingWords.Day(end)}{(listed.ReplacedBy.Length > 0 ? $", thay bằng {listed.ReplacedBy}" : "")} (nguồn: {listed.Source})." : null, issued.SealedAt is not null, actor.Today);
    }
}
