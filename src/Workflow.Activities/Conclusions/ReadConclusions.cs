using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>A point as the page shows it.</summary>
/// <param name="IsStale">It was looked at, and the text changed there since: it is to be looked at again.</param>
/// <param name="CheckedOn">Name of the version that was looked at.</param>
public sealed record PointRow(Guid Id, int Ordinal, string Words, bool? IsMet, bool IsStale, string Place, string Result, string CheckedBy, DateTimeOffset? CheckedAt, string CheckedOn);

/// <summary>A conclusion as the page shows it.</summary>
public sealed record ConclusionRow(Guid Id, string Name, string RecordedBy, DateTimeOffset RecordedAt, string MeetingVersion, string WithdrawnBecause, IReadOnlyList<PointRow> Points)
{
    public int Met => Points.Count(point => point is { IsMet: true, IsStale: false });
}

/// <summary>What meetings concluded on a draft.</summary>
/// <param name="Versions">Versions a meeting may have had before it: hash and name, newest first.</param>
/// <param name="Places">Clauses to point at: id and title; only when a point is being checked.</param>
public sealed record ConclusionsView(
    Guid DraftId, string Title, string CurrentHash, bool IsAdopted, bool MayRecord, bool MayWithdraw, IReadOnlyList<ConclusionRow> Rows, IReadOnlyList<(string Hash, string Name)> Versions, IReadOnlyList<(string Id, string Title)> Places);

/// <summary>Conclusions on a draft, point by point; null when there is no such draft.</summary>
/// <param name="Checking">The point whose form is open.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadConclusions(Guid DraftId, Guid? Checking = null) : IQuery<ConclusionsView?>, IOfDraft;

internal sealed class ReadConclusionsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadConclusions, ConclusionsView?>
{
    public async Task<ConclusionsView?> Handle(ReadConclusions request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        var conclusions = await db.Set<Conclusion>().AsNoTracking().Where(row => row.DraftId == draft.Id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        var states = await ConclusionPoints.Of(db, draft, cancellationToken);
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draft.Id).OrderByDescending(version => version.Round).Select(version => new { version.Hash, version.Round }).ToListAsync(cancellationToken);
        var names = versions.GroupBy(version => version.Hash, StringComparer.Ordinal).ToDictionary(group => group.Key, group => $"bản {group.First().Round}", StringComparer.Ordinal);
        var ids = conclusions.Select(row => row.ById).Concat(states.Select(state => state.Check?.ById).OfType<Guid>()).Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var ofConclusion = states.ToLookup(state => state.Point.ConclusionId);
        var may = draft.AdoptedHash.Length == 0;
        return new(
            draft.Id, draft.Title(), draft.CurrentHash, !may, may && await actor.May<RecordConclusion>(cancellationToken), may && await actor.May<WithdrawConclusion>(cancellationToken),
            [.. conclusions.Select(row => new ConclusionRow(
                row.Id, ConclusionWords.Name(row), people[row.ById], row.At, names.GetValueOrDefault(row.VersionHash, ""), row.WithdrawnBecause,
                [.. ofConclusion[row.Id].Select(state => Row(state, people, names))]))],
            [.. names.Select(pair => (pair.Key, pair.Value))],
            request.Checking is null ? [] : Places(await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, cancellationToken)));
    }

    private static PointRow Row(PointState state, Dictionary<Guid, string> people, Dictionary<string, string> names) => new(
        state.Point.Id, state.Point.Ordinal, state.Point.Words, state.Check?.IsMet, state.IsStale, state.Check?.ClauseTitle ?? "", state.Check?.Result ?? "",
        state.Check is { } check ? people[check.ById] : "", state.Check?.At, state.Check is { } on ? names.GetValueOrDefault(on.VersionHash, "") : "");

    private static List<(string, string)> Places(DraftText text) => [.. text.Clauses.Where(clause => clause.FullText.Length > 0 || clause.Kind == ClauseKind.Table).Select(clause => (clause.Id, ClauseTitles.Of(text, clause)))];
}
