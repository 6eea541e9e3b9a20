using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Publishing;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>Words that have to be answered before the text is for everybody.</summary>
public sealed record ReleaseFindingRow(PublicationMatter Matter, string Name, string Place, string Before, string Words, string After, bool IsBar);

/// <summary>What was found at an earlier release, and what was answered.</summary>
public sealed record AnsweredFinding(string Name, string Place, string Quote, PublicationAnswer Answer, string Reason);

/// <summary>A release that was made.</summary>
public sealed record ReleaseRow(DateTimeOffset At, string By, DateTimeOffset? TakenBackAt, string TakenBackBy, string TakenBackReason, IReadOnlyList<AnsweredFinding> Findings);

/// <summary>The check before a release, and the releases so far, newest first.</summary>
/// <param name="Bar">Why it cannot be released at all, or null.</param>
/// <param name="FindingsHash">What the answers will be about.</param>
public sealed record ReleaseView(Guid Id, string Title, string Number, DateTimeOffset? ReleasedAt, string? Bar, IReadOnlyList<ReleaseFindingRow> Findings, string FindingsHash, IReadOnlyList<ReleaseRow> Releases);

/// <summary>Looks through a document for what must not be public, before it is released.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record ReadRelease(Guid IssuedDocumentId) : IQuery<ReleaseView?>;

internal sealed class ReadReleaseHandler(WorkflowDbContext db) : IRequestHandler<ReadRelease, ReleaseView?>
{
    public async Task<ReleaseView?> Handle(ReadRelease request, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return null;
        }

        var findings = await ReleaseCheck.Of(db, issued, cancellationToken);
        var isSealed = await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Sealed, cancellationToken);
        var releases = await db.Set<PortalRelease>().AsNoTracking().Where(row => row.IssuedDocumentId == issued.Id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        var answered = (await db.Set<ReleaseFinding>().AsNoTracking().Where(row => db.Set<PortalRelease>().Any(release => release.Id == row.ReleaseId && release.IssuedDocumentId == issued.Id)).ToListAsync(cancellationToken)).OrderBy(row => row.Ordinal).ToLookup(row => row.ReleaseId);
        var people = releases.SelectMany(row => new[] { row.ById, row.TakenBackById ?? row.ById }).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(
            issued.Id, DocumentType.Of(issued.TypeKey).Titled(issued.Subject), issued.NumberAndSymbol, issued.ReleasedAt,
            issued.ReleasedAt is not null ? null : ReleaseCheck.Bar(issued, await PortalState.IsOn(db, cancellationToken), isSealed, findings)?.Text,
            [.. findings.Select(one => new ReleaseFindingRow(one.Matter, one.Name, one.Place, one.Before, one.Words, one.After, one.IsBar))], PublicationCheck.Hash(findings),
            [.. releases.Select(row => new ReleaseRow(
                row.At, names.GetValueOrDefault(row.ById, ""), row.TakenBackAt, row.TakenBackById is { } by ? names.GetValueOrDefault(by, "") : "", row.TakenBackReason,
                [.. answered[row.Id].Select(one => new AnsweredFinding(PublicationFinding.NameOf(one.Matter), one.Place, one.Quote, one.Answer, one.Reason))]))]);
    }
}
