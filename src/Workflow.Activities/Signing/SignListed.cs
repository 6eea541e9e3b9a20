using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>
/// One text of a list that is signed together. Each is an act of its own, with its own answer; it is signed only when the signer has had this very version open
/// before, as the server noted it.
/// </summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record SignListed(Guid CommandId, Guid DraftId, string VersionHash) : ICommand
{
    /// <summary>The act's key for one text of a list: the same form sent twice asks for the same acts.</summary>
    public static Guid KeyOf(Guid form, Guid draftId) => new(SHA256.HashData([.. form.ToByteArray(), .. draftId.ToByteArray()]).AsSpan(0, 16));
}

internal sealed class SignListedHandler(WorkflowDbContext db, SigningOf signing, Actor actor) : IRequestHandler<SignListed, Answer>
{
    public async Task<Answer> Handle(SignListed command, CancellationToken cancellationToken)
    {
        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, command.VersionHash, actor.Name, [.. await actor.OfficesHeld(cancellationToken)], actor.Today, cancellationToken);
        if (ready is null)
        {
            return Answer.No(refusal!);
        }

        return await Opened(db, actor, ready.Draft).AnyAsync(cancellationToken)
            ? await signing.Sign(ready, null, null, null, cancellationToken)
            : Answer.No("signing.not-opened", "Đồng chí chưa mở bản mới nhất của văn bản này, nên chưa ký trong danh sách được. Đồng chí mở văn bản, xem lại, rồi quay lại danh sách và chọn ký.");
    }

    /// <summary>When the signer first had the version that is to be signed before their eyes.</summary>
    public static IQueryable<ReadingMark> Opened(WorkflowDbContext db, Actor actor, Draft draft) =>
        db.Set<ReadingMark>().Where(mark => mark.DraftId == draft.Id && mark.PersonId == actor.PersonId && mark.Round == draft.CurrentRound);
}
