using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>A signature by the machine, whether asked for on the text's own page or in a list: the same gates, the same rows.</summary>
internal sealed class SigningOf(WorkflowDbContext db, ProcessRunner runner, Actor actor)
{
    /// <summary>Signs what the gate let through. Number and date are those that the paper bears already, or the next number and today.</summary>
    public async Task<Answer> Sign(Signable ready, int? wantedNumber, DateOnly? wantedDate, string? wantedPlace, CancellationToken ct)
    {
        var (draft, text, capacity) = ready;
        var now = actor.Now;
        var day = wantedDate ?? actor.Today;
        var (plan, closed) = await NumberPlan.For(db, actor, draft, text.Type, day, wantedNumber is not null || wantedDate is not null, ct);
        if (plan is null)
        {
            return Answer.No(closed!);
        }

        if (await runner.Complete(draft.Id, TaskKeys.Signing, "signed", actor.PersonId, now, ct) is { } late)
        {
            return Answer.No(late);
        }

        var entry = plan.Book is { } book ? await DraftNumber.Take(db, actor, draft, text.Type, book, day, wantedNumber, ct) : null;
        await PinnedFiles.Withdraw(db, draft.Id, now, ct);
        var issued = new IssuedDocument
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            VersionId = draft.CurrentVersionId,
            VersionHash = draft.CurrentHash,
            AdoptedHash = draft.AdoptedHash,
            TermId = plan.Term.Id,
            TypeKey = draft.TypeKey,
            IssuingBody = draft.IssuingBody,
            Number = entry?.Number ?? 0,
            NumberAndSymbol = entry?.NumberAndSymbol ?? plan.Open(text.Type),
            Subject = draft.Subject,
            Place = wantedPlace ?? plan.Organization.Place,
            Date = day,
            SignerId = actor.PersonId,
            SignerName = actor.Name,
            Authority = capacity.Authority,
            Position = capacity.Position,
            SignedAt = now,
            Urgency = draft.Urgency,
            Circulation = draft.Circulation,
            ProfileId = plan.ProfileId,
            SearchText = draft.SearchText,
        };
        db.Add(issued);
        entry?.Issue(issued, RegisterWords.Recipients(text));
        return Answer.Done(draft.Id, $"Đồng chí {actor.Name} đã ký {text.Type.Name} {(issued.IsNumbered ? $"số {issued.NumberAndSymbol}" : "(số và ngày ghi khi cơ quan ký)")}.{(issued.VersionHash == issued.AdoptedHash ? "" : $" Bản ký {issued.VersionHash[..16]}… = bản hội nghị thông qua {issued.AdoptedHash[..16]}… và các sửa kỹ thuật đã duyệt.")}");
    }
}
