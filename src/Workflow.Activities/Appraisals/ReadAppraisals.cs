using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>A judged point.</summary>
/// <param name="Since">What the text shows of it by now; empty for a point that was met.</param>
/// <param name="WasProposed">The machine proposed it so, and whoever appraised kept it.</param>
public sealed record PointJudged(int Ordinal, AppraisalPart Part, string Words, PointJudgement Judgement, string Note, string ClauseId, string Place, string Since, bool WasProposed);

/// <summary>A recorded appraisal.</summary>
/// <param name="Version">"Dự thảo lần 1 (bản 2)".</param>
public sealed record AppraisalRow(Guid Id, string Version, string By, DateTimeOffset At, bool Passed, string Note, string Reason, string Source, IReadOnlyList<PointJudged> Points);

/// <summary>Appraisals of a draft.</summary>
/// <param name="Form">What is to be filled in; null when no appraisal waits for the reader.</param>
/// <param name="MaySetList">Whether the reader sets the points by which the office appraises.</param>
public sealed record AppraisalsView(Guid DraftId, string Title, IReadOnlyList<AppraisalRow> Rows, AppraisalForm? Form, bool MaySetList);

/// <summary>What the office said of a draft, the newest first; null when there is no such draft.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [Domain.Texts.BodyKind.ExecutiveCommittee, Domain.Texts.BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadAppraisals(Guid DraftId) : IQuery<AppraisalsView?>, IOfDraft;

internal sealed class ReadAppraisalsHandler(WorkflowDbContext db, AppraisalForms forms, Actor actor) : IRequestHandler<ReadAppraisals, AppraisalsView?>
{
    public async Task<AppraisalsView?> Handle(ReadAppraisals request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var all = await db.Set<Appraisal>().AsNoTracking().Where(one => one.DraftId == draft.Id).OrderByDescending(one => one.Number).ToListAsync(cancellationToken);
        var points = (await db.Set<AppraisalPoint>().AsNoTracking().Where(point => point.DraftId == draft.Id).OrderBy(point => point.Ordinal).ToListAsync(cancellationToken)).ToLookup(point => point.AppraisalId);
        var people = all.Select(one => one.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draft.Id).OrderBy(version => version.Round)
            .Select(version => new { version.Id, version.Hash, version.Round, Sent = db.Set<DraftRound>().Where(round => round.VersionId == version.Id).Select(round => (int?)round.Number).FirstOrDefault() }).ToListAsync(cancellationToken);
        var current = await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, cancellationToken);
        var rows = new List<AppraisalRow>();
        foreach (var one in all)
        {
            var version = versions.First(row => row.Hash == one.VersionHash);
            var seen = await VersionTexts.Of(db, version.Id, version.Hash, cancellationToken);
            rows.Add(new(
                one.Id, Name(version.Round, version.Sent), names.GetValueOrDefault(one.ById, ""), one.At, one.Passed, one.Note, one.Reason, one.ChecklistSource,
                [.. points[one.Id].Select(point => new PointJudged(
                    point.Ordinal, point.Part, point.Words, point.Judgement, point.Note, current.Clauses.Any(clause => clause.Id == point.ClauseId) ? point.ClauseId : "", point.ClauseTitle,
                    point.Judgement == PointJudgement.NotMet ? AppraisalWords.Of(point.Since(one.VersionHash, seen, draft.CurrentHash, current)) : "", point.WasProposed))]));
        }

        return new(draft.Id, draft.Title(), rows, await forms.Of(draft, cancellationToken), await actor.May<SetAppraisalChecklist>(cancellationToken));
    }

    /// <summary>"Dự thảo lần 1 (bản 2)", or "bản 2" of one that was sent to nobody.</summary>
    internal static string Name(int round, int? sent) => sent is { } number ? $"Dự thảo lần {number} (bản {round})" : $"bản {round}";
}
