using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Phiếu xin ý kiến: with the answer that counts where the reader may see it, otherwise to fill in by hand.</summary>
/// <param name="PersonId">The member; without one the reader's own, and for a reader who is not asked one that names nobody.</param>
/// <param name="Blank">To fill in by hand, whatever was answered.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadOpinionPaper(Guid RoundId, Guid? PersonId, bool Blank, PaperFormat Format) : IQuery<PaperFile?>;

internal sealed class ReadOpinionPaperHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ReadOpinionPaper, PaperFile?>
{
    private const string Nobody = "............................................";

    public async Task<PaperFile?> Handle(ReadOpinionPaper request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => db.Set<ReviewRound>().Any(round => round.Id == request.RoundId && round.DraftId == row.Id), cancellationToken) is not { } draft)
        {
            return null;
        }

        var seen = await sight.Of(draft, cancellationToken);
        var one = seen.Rounds.Single(row => row.Round.Id == request.RoundId);
        var sheet = (await seen.Sheets(one, cancellationToken)).Find(row => row.PersonId == (request.PersonId ?? actor.PersonId));
        if (sheet is null && request.PersonId is not null)
        {
            return null;
        }

        var round = one.Round;
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, cancellationToken);
        var given = request.Blank || sheet?.Answer is null ? null : await Given(seen, round, sheet.PersonId, cancellationToken);
        var paper = OpinionSheetPaper.Of(new(
            new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, given is null ? null : VietnamTime.DayOf(given.At)), draft.Title(), await Name(round, cancellationToken), round.VersionHash,
            sheet is null ? Nobody : await NameOf(sheet.PersonId, cancellationToken), round.Question, round.ClosesAt, round.SilenceRule, [.. Enum.GetValues<OpinionAnswer>().Select(ReviewWords.Of)])
        {
            Given = given,
        });
        return PaperFile.Of(paper, "phieu-xin-y-kien", request.Format, await LayoutOn.Day(db, actor.Today, cancellationToken), cancellationToken);
    }

    private async Task<OpinionGiven?> Given(Sight seen, ReviewRound round, Guid person, CancellationToken ct)
    {
        if (GivenOpinion.Standing((await seen.Opinions(round.Id).ToListAsync(ct)).Where(one => one.PersonId == person), round.VersionHash) is not { } answer)
        {
            return null;
        }

        var comments = await seen.Comments().Where(comment => comment.RoundId == round.Id && comment.AuthorId == person).OrderBy(comment => comment.At).ToListAsync(ct);
        var how = answer.Means == OpinionMeans.Own ? "trên thiết bị của đồng chí" : $"{ReviewWords.Of(answer.Means)}, đồng chí {(answer.EnteredById is { } by ? await NameOf(by, ct) : "")} nhập";
        return new(Array.IndexOf(Enum.GetValues<OpinionAnswer>(), answer.Answer), answer.Reason, [.. comments.Select(comment => (comment.ClauseTitle, comment.Asks))], answer.At, how);
    }

    private async Task<string> Name(ReviewRound round, CancellationToken ct) =>
        await db.Set<DraftRound>().Where(row => row.DraftId == round.DraftId && row.VersionId == round.VersionId).Select(row => (int?)row.Number).FirstOrDefaultAsync(ct) is { } number ? $"Dự thảo lần {number}" : "Dự thảo";

    private Task<string> NameOf(Guid person, CancellationToken ct) => db.Set<Person>().Where(row => row.Id == person).Select(row => row.FullName).SingleAsync(ct);
}
