using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A round, as who is asked meets it, and as the office runs it.</summary>
/// <param name="Had">Hash of a version that the reader had before them elsewhere: what changed is told from there.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadRound(Guid Id, string? Had = null) : IQuery<RoundView?>;

/// <summary>An answer, as kept.</summary>
/// <param name="Stands">Whether it was neither taken back nor objected to.</param>
/// <param name="Counts">Whether it is the one that counts.</param>
public sealed record GivenRow(
    Guid Id, Guid PersonId, int Number, OpinionAnswer Answer, string Reason, int? VersionRound, DateTimeOffset At, bool IsLate, OpinionMeans Means, string EnteredBy, string EntryNote, bool HasScan, bool Stands, bool Counts, bool IsJudged, string Objection);

/// <summary>A member of the round; the answers as far as the reader may see them.</summary>
public sealed record RoundMember(Guid PersonId, string Name, bool IsMe, bool HasAnswered, OpinionAnswer? Answer, string Reason, IReadOnlyList<GivenRow> Given);

/// <summary>Everything that a round's page shows.</summary>
/// <param name="Gist">The first lines of what the submission says.</param>
/// <param name="Since">What changed since the reader last answered or read; empty when there is nothing to compare with.</param>
/// <param name="SinceRound">The version it is compared with.</param>
/// <param name="WithdrawUntil">Until when my last answer may be taken back; null when there is none.</param>
public sealed record RoundView(
    Guid Id, Guid DraftId, string Title, RoundPurpose Purpose, string Question, string Gist, DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, bool IsOpen, AnswersShown Shown, string SilenceRule, bool ShowsAnswers, int VersionRound, string VersionHash,
    int CurrentRound, string CurrentHash, string Since, int? SinceRound, bool AsksMe, OpinionAnswer? MyAnswer, DateTimeOffset? WithdrawUntil, OpinionAnswer? UnsentAnswer, string UnsentReason, IReadOnlyList<NoteRow> Notes,
    IReadOnlyList<RoundMember> Members, int Asked, int Missing, bool RunsIt, bool IsConcluded)
{
    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the question itself says which text it is about.</summary>
    public bool NamesDraft { get; init; }

    /// <summary>Whether an answer is still taken, be it late.</summary>
    public bool MayAnswer { get; init; }

    public RoundMember? Me => Members.FirstOrDefault(member => member.IsMe);
}

internal sealed class ReadRoundHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ReadRound, RoundView?>
{
    private const int GistLength = 260;

    public async Task<RoundView?> Handle(ReadRound request, CancellationToken cancellationToken)
    {
        var draftId = await db.Set<ReviewRound>().Where(row => row.Id == request.Id).Select(row => row.DraftId).SingleOrDefaultAsync(cancellationToken);
        if (await Versions.Of(db, draftId, cancellationToken) is not { } versions)
        {
            return null;
        }

        var draft = versions.Draft;
        var seen = await sight.Of(draft, cancellationToken);
        var one = seen.Rounds.Single(row => row.Round.Id == request.Id);
        var round = one.Round;
        var rounds = await db.Set<DraftVersion>().Where(version => version.DraftId == draft.Id).Select(version => new { version.Id, version.Round, version.Hash }).ToListAsync(cancellationToken);
        int? RoundOf(string hash) => rounds.Where(version => version.Hash == hash).Select(version => (int?)version.Round).Max();
        var asked = rounds.First(version => version.Id == round.VersionId).Round;
        var members = await Members(seen, one, RoundOf, cancellationToken);
        var me = members.Find(member => member.IsMe);
        var (since, sinceRound) = one.Mine is null ? ("", null) : await Since(versions, me, request.Had is { } had ? RoundOf(had) : null, asked, cancellationToken);
        var unsent = await db.Set<OpinionDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == round.Id && row.PersonId == actor.PersonId, cancellationToken);
        var gist = draft.SubmissionNote.Trim();
        return new(
            round.Id, draft.Id, draft.Title(), round.Purpose, round.Question, gist.Length <= GistLength ? gist : gist[..GistLength].TrimEnd() + "…", round.OpenedAt, round.ClosesAt, one.IsOpen, round.Shown, round.SilenceRule, one.ShowsAnswers, asked, round.VersionHash,
            draft.CurrentRound, draft.CurrentHash, since, sinceRound, one.Mine is not null, one.Mine?.Answer, me?.Given.LastOrDefault(given => given is { Counts: true, Means: OpinionMeans.Own })?.At + GivenOpinion.MayBeWithdrawn, unsent?.Answer, unsent?.Reason ?? "",
            await UnsentNotes.Of(db, round, actor.PersonId, cancellationToken), members, await db.Set<OpinionSheet>().CountAsync(sheet => sheet.RoundId == round.Id, cancellationToken), await seen.Missing(one, cancellationToken),
            Offices.OfDesk.Any((await actor.OfficesHeld(cancellationToken)).Contains), await db.Set<CirculationDecision>().AnyAsync(row => row.RoundId == round.Id, cancellationToken))
        {
            EndedAt = one.IsOpen ? null : round.ClosedAt ?? round.ClosesAt,
            NamesDraft = round.Question.Contains(draft.Subject, StringComparison.OrdinalIgnoreCase),
            MayAnswer = one.IsOpen || await Rounds.TooLate(db, draft.Id, cancellationToken) is null,
        };
    }

    private async Task<List<RoundMember>> Members(Sight seen, SeenRound one, Func<string, int?> roundOf, CancellationToken ct)
    {
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        var opinions = await seen.Opinions(one.Round.Id).ToListAsync(ct);
        var ids = opinions.ConvertAll(opinion => opinion.Id);
        var scans = await db.Set<OpinionScan>().Where(scan => ids.Contains(scan.OpinionId)).Select(scan => scan.OpinionId).ToListAsync(ct);
        var given = opinions.ToLookup(opinion => opinion.PersonId);
        return (await seen.Sheets(one, ct)).ConvertAll(sheet =>
        {
            var standing = GivenOpinion.Standing(given[sheet.PersonId], one.Round.VersionHash);
            return new RoundMember(sheet.PersonId, names[sheet.PersonId], sheet.PersonId == actor.PersonId, sheet.HasAnswered, sheet.Answer, sheet.Reason, [.. given[sheet.PersonId].Select(opinion => new GivenRow(
                opinion.Id, opinion.PersonId, opinion.Number, opinion.Answer, opinion.Reason, roundOf(opinion.VersionHash), opinion.At, opinion.IsLate, opinion.Means, opinion.EnteredById is { } by ? names.GetValueOrDefault(by, "") : "", opinion.EntryNote,
                scans.Contains(opinion.Id), opinion.Stands(), opinion.Id == standing?.Id, opinion.ConfirmedAt is not null || opinion.ObjectedAt is not null, opinion.Objection))]);
        });
    }

    // An earlier answer is the best measure of what a member knows; otherwise what they read.
    private async Task<(string Sentence, int? Round)> Since(Versions versions, RoundMember? me, int? had, int asked, CancellationToken ct)
    {
        var answered = me?.Given.Where(given => given.VersionRound < asked).Select(given => given.VersionRound).Max();
        var isAnswered = answered is not null && !(had > answered && had < asked);
        var from = isAnswered ? answered : had < asked ? had
            : await db.Set<ReadingMark>().Where(mark => mark.DraftId == versions.Draft.Id && mark.PersonId == actor.PersonId && mark.Round < asked).Select(mark => (int?)mark.Round).MaxAsync(ct);
        return from is not { } round ? ("", null)
            : ($"{(!isAnswered ? "Từ bản đồng chí đã xem" : "Dự thảo đã được thay sau khi đồng chí trả lời. Từ bản đồng chí đã trả lời")} (bản {round}): {TextComparison.Compare(await versions.Text(round, ct), await versions.Text(asked, ct)).Sentence}", round);
    }
}
