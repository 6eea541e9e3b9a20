using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>What waits to be signed outside, and how far it is.</summary>
public sealed record PinnedRow(Guid Id, string NumberAndSymbol, DateOnly Date, string Sha256, int Bytes, DateTimeOffset PinnedAt, string Token, DateTimeOffset? TokenUntil, DateTimeOffset? TakenAt);

/// <summary>The page on which a file is given out to be signed and taken back.</summary>
/// <param name="Purpose">Whose signature is wanted now; null while none is, or while it is not for the reader to give.</param>
/// <param name="Problem">Why it cannot be given this way yet.</param>
public sealed record PinnedView(Guid DraftId, string Title, string Hash, SignaturePurpose? Purpose, string Problem, PinnedRow? Pinned)
{
    /// <summary>Whether number and date will be open in the file that is pinned now.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>The reader's own turn in signing a file outside.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.RegistryClerk, StandsIn = true)]
public sealed record ReadPinned(Guid DraftId) : IQuery<PinnedView?>, IOfDraft;

internal sealed class ReadPinnedHandler(WorkflowDbContext db, StageHolds holds, Actor actor) : IRequestHandler<ReadPinned, PinnedView?>
{
    public async Task<PinnedView?> Handle(ReadPinned request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var tasks = await db.Set<OpenTask>().AsNoTracking().Where(task => task.SubjectId == draft.Id && task.ClosedAt == null && (task.TaskKey == TaskKeys.Signing || task.TaskKey == TaskKeys.Sealing)).ToListAsync(cancellationToken);
        SignaturePurpose? purpose = null;
        if (tasks.Exists(task => task.TaskKey == TaskKeys.Signing) && await MaySign(draft, cancellationToken))
        {
            purpose = SignaturePurpose.Personal;
        }
        else if (tasks.Where(task => task.TaskKey == TaskKeys.Sealing).ToList() is { Count: > 0 } sealing && (await holds.Of(sealing, cancellationToken)).Any(one => one.MayWork))
        {
            purpose = SignaturePurpose.Agency;
        }

        if (purpose is not { } wanted)
        {
            return new(draft.Id, draft.Title(), draft.CurrentHash, null, "", null);
        }

        var certificates = await ExpectedSigner.Of(db, wanted == SignaturePurpose.Personal ? actor.PersonId : null, actor.Today, cancellationToken);
        var problem = certificates.Count > 0 ? "" : ExpectedSigner.None(wanted == SignaturePurpose.Personal ? $"đồng chí {actor.Name}" : "cơ quan").Text;
        var pinned = await PinnedFiles.Open(db, draft.Id, wanted, cancellationToken);
        var row = pinned is null || (wanted == SignaturePurpose.Personal && (pinned.SignerId != actor.PersonId || pinned.VersionHash != draft.CurrentHash || pinned.Way != PinnedWay.WholeFile)) ? null
            : new PinnedRow(pinned.Id, pinned.NumberAndSymbol, pinned.Date, pinned.Sha256, pinned.Content.Length, pinned.PinnedAt, actor.Now <= pinned.TokenUntil ? pinned.Token : "", pinned.TokenUntil, pinned.TakenAt);
        var open = wanted == SignaturePurpose.Personal && SigningRule.InForce(await db.Set<SigningRule>().AsNoTracking().ToListAsync(cancellationToken), actor.Today) == NumberMoment.AtSealing
            && !await db.Set<RegisterEntry>().AnyAsync(entry => entry.DraftId == draft.Id && entry.Kind == EntryKind.Reserved, cancellationToken);
        return new(draft.Id, draft.Title(), draft.CurrentHash, wanted, problem, row) { IsOpen = open };
    }

    private async Task<bool> MaySign(Draft draft, CancellationToken ct)
    {
        var text = await DraftToChange.CurrentText(db, draft, ct);
        return (await AuthorityOn.Day(db, actor.Today, ct)).MaySign(text, draft.CurrentHash, await Adoption.SignableHash(db, draft, ct), actor.Name, [.. await actor.OfficesHeld(ct)]) is null;
    }
}
