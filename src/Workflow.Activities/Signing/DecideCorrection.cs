using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The chair of the conference, or who signs, approves a technical correction or rejects it. An approved one makes the next version at once.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record DecideCorrection(Guid CommandId, Guid CorrectionId, bool Approved) : ICommand;

internal sealed class DecideCorrectionHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<DecideCorrection, Answer>
{
    public async Task<Answer> Handle(DecideCorrection command, CancellationToken cancellationToken)
    {
        // A signature and an approval at one time: whoever comes second sees what the first did.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => db.Set<TechnicalCorrection>().Any(one => one.Id == command.CorrectionId && one.DraftId == row.Id)), row => row.AdoptedAt, cancellationToken);
        var one = await db.Set<TechnicalCorrection>().SingleOrDefaultAsync(row => row.Id == command.CorrectionId, cancellationToken);
        if (one is null)
        {
            return Answer.No("correction.not-found", "Không thấy sửa kỹ thuật này.");
        }

        var (draft, vote, refusal) = await CorrectionGate.Find(db, runner, one.DraftId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (one.VoteId != vote!.Id)
        {
            return Answer.No("correction.not-now", "Sửa kỹ thuật này thuộc về một lần thông qua trước nên không còn quyết định được.");
        }

        if (!await CorrectionGate.MayDecide(db, actor, draft!, vote, cancellationToken))
        {
            return Answer.No("correction.not-the-decider", "Sửa kỹ thuật do người chủ trì hội nghị đã thông qua hoặc người ký duyệt. Đồng chí báo các đồng chí ấy.");
        }

        var all = await Adoption.Corrections(db, vote).ToListAsync(cancellationToken);
        if (one.Decide(command.Approved, actor.PersonId, actor.Now, all.Count(other => other.Approved == true) + 1) is { } no)
        {
            return Answer.No(no);
        }

        if (!command.Approved)
        {
            return Answer.Done(draft!.Id, $"Không duyệt sửa kỹ thuật “{one.Old}” thành “{one.New}”.");
        }

        var before = await DraftToChange.CurrentText(db, draft!, cancellationToken);
        var (text, more) = AdoptedText.Correct(before, one, await CorrectionGate.Names(db, cancellationToken), await AuthorityOn.Day(db, actor.Today, cancellationToken));
        if (text is null)
        {
            return Answer.No(more!);
        }

        foreach (var later in all.Where(other => other.Approved is null && other.Part == one.Part && other.Place == one.Place && other.Start > one.Start))
        {
            later.Start += one.New.Length - one.Old.Length;
        }

        var version = NewVersion.Add(db, draft!, text, VersionCause.TechnicalCorrection, actor, $"“{one.Old}” thành “{one.New}”");
        return Answer.Done(draft!.Id, $"Đã duyệt sửa kỹ thuật ({CorrectionWords.Of(one.Kind)}) “{one.Old}” thành “{one.New}”, thành bản {version.Round}. Bản này vẫn là bản đã thông qua.");
    }
}
