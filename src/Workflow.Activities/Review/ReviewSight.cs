using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// What a reader may see of opinions and comments on a draft. The one filter: no query reads them but through here (a test looks for any that does), so
/// that whatever is hidden is hidden on every page, in every paper, list and count.
/// </summary>
internal sealed class ReviewSight(WorkflowDbContext db, Actor actor)
{
    public async Task<Sight> Of(Draft draft, CancellationToken ct)
    {
        var offices = await actor.OfficesHeld(ct);
        var rounds = await db.Set<ReviewRound>().AsNoTracking().Where(round => round.DraftId == draft.Id).OrderBy(round => round.Number)
            .Select(round => new { round, mine = db.Set<OpinionSheet>().FirstOrDefault(sheet => sheet.RoundId == round.Id && sheet.PersonId == actor.PersonId) }).ToListAsync(ct);
        var seen = new List<SeenRound>();
        foreach (var (round, mine) in rounds.Select(row => (row.round, row.mine)))
        {
            var isOpen = await Rounds.IsOpen(db, round, actor.Now, ct);
            seen.Add(new(round, isOpen, mine, round.ShowsAnswers(isOpen, mine?.Answer is not null)));
        }

        return new(db, draft.Id, actor.PersonId, seen, draft.DrafterId == actor.PersonId || Offices.OfDesk.Any(offices.Contains),
            offices.Contains(Office.ChiefOfOffice) || (await actor.Bodies(ct)).Contains(BodyKind.StandingBoard), Offices.OfDesk.Any(offices.Contains));
    }
}

/// <summary>A round, and whether its answers may be read by who asks.</summary>
internal sealed record SeenRound(ReviewRound Round, bool IsOpen, OpinionSheet? Mine, bool ShowsAnswers);

/// <summary>A member of a round; answer and reason only where the reader may see them.</summary>
/// <param name="HasAnswered">Who is missing is no secret of those who ask.</param>
internal sealed record SeenSheet(Guid PersonId, bool HasAnswered, OpinionAnswer? Answer, string Reason, DateTimeOffset? At);

/// <summary>The filter for one reader and one draft.</summary>
internal sealed class Sight(WorkflowDbContext db, Guid draftId, Guid me, IReadOnlyList<SeenRound> rounds, bool ofDraftingBody, bool ofStandingBoard, bool asks)
{
    private readonly List<Guid> shown = [.. rounds.Where(round => round.ShowsAnswers).Select(round => round.Round.Id)];

    public IReadOnlyList<SeenRound> Rounds => rounds;

    /// <summary>The newest round; null when nobody was ever asked.</summary>
    public SeenRound? Newest => rounds.Count > 0 ? rounds[^1] : null;

    /// <summary>Comments that the reader may see: the own ones, and those of shown rounds that are for such readers.</summary>
    public IQueryable<Comment> Comments() => db.Set<Comment>().AsNoTracking().Where(comment => comment.DraftId == draftId && comment.WithdrawnAt == null
        && (comment.AuthorId == me || ((comment.RoundId == null || shown.Contains(comment.RoundId.Value))
            && (comment.Readers == CommentReaders.Everyone || (ofDraftingBody && comment.Readers == CommentReaders.DraftingBody) || (ofStandingBoard && comment.Readers == CommentReaders.StandingBoard)))));

    /// <summary>Answers that the reader may see.</summary>
    public IQueryable<GivenOpinion> Opinions(Guid roundId) =>
        db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == roundId && (one.PersonId == me || shown.Contains(one.RoundId))).OrderBy(one => one.PersonId).ThenBy(one => one.Number);

    /// <summary>The same, of one round, at once.</summary>
    public Task<List<GivenOpinion>> GivenIn(SeenRound round, CancellationToken ct) => Opinions(round.Round.Id).ToListAsync(ct);

    /// <summary>Who was asked, as far as the reader may know: members see themselves until answers are shown, who asks sees who is missing.</summary>
    public async Task<List<SeenSheet>> Sheets(SeenRound round, CancellationToken ct)
    {
        var sheets = await db.Set<OpinionSheet>().AsNoTracking().Where(sheet => sheet.RoundId == round.Round.Id && (round.ShowsAnswers || asks || sheet.PersonId == me)).OrderBy(sheet => sheet.PersonId).ToListAsync(ct);
        return sheets.ConvertAll(sheet => round.ShowsAnswers || sheet.PersonId == me
            ? new SeenSheet(sheet.PersonId, sheet.Answer is not null, sheet.Answer, sheet.Reason, sheet.AnsweredAt)
            : new SeenSheet(sheet.PersonId, sheet.Answer is not null, null, "", null));
    }

    /// <summary>How many of those asked have not answered: said of every round, whoever asks.</summary>
    public Task<int> Missing(SeenRound round, CancellationToken ct) => db.Set<OpinionSheet>().CountAsync(sheet => sheet.RoundId == round.Round.Id && sheet.Answer == null, ct);
}
