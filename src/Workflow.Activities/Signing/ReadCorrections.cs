using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>A technical correction as a page shows it.</summary>
public sealed record CorrectionRow(Guid Id, string Where, string Old, string New, string Kind, string Reason, string ProposedBy, bool IsMine, bool? Approved, string DecidedBy, DateTimeOffset? DecidedAt);

/// <summary>What was adopted and what was corrected since.</summary>
/// <param name="VotedRound">The version that was voted.</param>
/// <param name="Holds">Whether adopted text and approved corrections make the current text, hash for hash.</param>
public sealed record CorrectionsView(Guid VoteId, string VotedHash, int VotedRound, DateTimeOffset? AdoptedAt, bool Holds, IReadOnlyList<CorrectionRow> Rows, bool MayPropose, bool MayDecide)
{
    public IReadOnlyList<CorrectionRow> Approved => [.. Rows.Where(row => row.Approved == true)];

    public IReadOnlyList<CorrectionRow> Waiting => [.. Rows.Where(row => row.Approved is null)];
}

/// <summary>Technical corrections of an adopted draft; null when it is not adopted.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadCorrections(Guid DraftId) : IQuery<CorrectionsView?>, IOfDraft;

internal sealed class ReadCorrectionsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadCorrections, CorrectionsView?>
{
    public async Task<CorrectionsView?> Handle(ReadCorrections request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        if (draft is null || draft.AdoptedHash.Length == 0 || await Adoption.VoteOn(db, draft.Id, draft.AdoptedHash, cancellationToken) is not { } vote)
        {
            return null;
        }

        var rows = await Adoption.Corrections(db, vote).AsNoTracking().ToListAsync(cancellationToken);
        var people = rows.Select(row => row.ProposedById).Concat(rows.Select(row => row.DecidedById).OfType<Guid>()).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var round = await db.Set<DraftVersion>().Where(version => version.DraftId == draft.Id && version.Hash == draft.AdoptedHash).MaxAsync(version => version.Round, cancellationToken);
        var signing = await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == draft.Id && task.TaskKey == TaskKeys.Signing && task.ClosedAt == null, cancellationToken);
        return new(
            vote.Id, draft.AdoptedHash, round, draft.AdoptedAt, await Adoption.SignableHash(db, draft, cancellationToken) == draft.CurrentHash,
            [.. rows.Select(row => new CorrectionRow(row.Id, Where(row), row.Old, row.New, CorrectionWords.Of(row.Kind), row.Reason, names[row.ProposedById], row.ProposedById == actor.PersonId, row.Approved, row.DecidedById is { } by ? names[by] : "", row.DecidedAt))],
            signing && await actor.May<ProposeCorrection>(cancellationToken), signing && await CorrectionGate.MayDecide(db, actor, draft, vote, cancellationToken));
    }

    private static string Where(TechnicalCorrection row) => row.Part switch
    {
        CorrectionPart.Label => "nhãn của đoạn",
        CorrectionPart.Subject => "trích yếu",
        CorrectionPart.Recipient => "nơi nhận",
        CorrectionPart.Authority => "dòng thẩm quyền",
        _ => "",
    };
}
