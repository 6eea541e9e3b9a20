using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The office proposes a technical correction of the adopted text, while it waits for the signature.</summary>
/// <param name="BaseHash">The version the sender had before them.</param>
/// <param name="Place">The clause's id, or the line's number under "Nơi nhận".</param>
/// <param name="Old">The words as they stand; they must stand in the part once.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ProposeCorrection(
    Guid CommandId, Guid DraftId, string BaseHash, CorrectionPart Part, string Place, string Old, string New, CorrectionKind Kind, string Reason) : ICommand;

internal sealed class ProposeCorrectionHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ProposeCorrection, Answer>
{
    private const int Longest = 200;
    private const int MostWaiting = 50;

    public async Task<Answer> Handle(ProposeCorrection command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        var (draft, vote, refusal) = await CorrectionGate.Find(db, runner, command.DraftId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (draft!.CurrentHash != command.BaseHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới hơn bản đồng chí đang mở. Đồng chí tải lại trang để đề nghị sửa trên bản mới.");
        }

        var (old, young, reason) = (command.Old.Normalize().Trim(), command.New.Normalize().Trim(), command.Reason.Trim());
        if (old.Length is 0 or > Longest || young.Length is 0 or > Longest || reason.Length is 0 or > 2_000)
        {
            return Answer.No("correction.empty", "Đồng chí ghi câu chữ đang có, câu chữ thay vào (mỗi ô không quá 200 chữ) và lý do.");
        }

        var text = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var words = AdoptedText.Words(text, command.Part, command.Place) ?? "";
        var start = words.IndexOf(old, StringComparison.Ordinal);
        if (start < 0 || words.IndexOf(old, start + 1, StringComparison.Ordinal) >= 0)
        {
            return Answer.No("correction.no-such-words", start < 0 ? $"Ở chỗ này không có câu chữ “{old}”. Đồng chí chép đúng nguyên văn." : $"“{old}” có ở nhiều chỗ. Đồng chí chép thêm vài chữ đứng trước hoặc sau vào cả hai ô.");
        }

        var one = new TechnicalCorrection
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            VoteId = vote!.Id,
            Part = command.Part,
            Place = command.Part is CorrectionPart.Subject or CorrectionPart.Authority ? "" : command.Place,
            Start = start,
            Old = old,
            New = young,
            Kind = command.Kind,
            Reason = reason,
            ProposedById = actor.PersonId,
            ProposedAt = actor.Now,
        };
        if (AdoptedText.Correct(text, one, await CorrectionGate.Names(db, cancellationToken), await AuthorityOn.Day(db, actor.Today, cancellationToken)).Refusal is { } more)
        {
            return Answer.No(more);
        }

        var waiting = await Adoption.Corrections(db, vote).Where(other => other.Approved == null).ToListAsync(cancellationToken);
        if (waiting.Count >= MostWaiting)
        {
            return Answer.No("correction.too-many", "Đã có 50 sửa kỹ thuật đang chờ duyệt. Văn bản nhiều lỗi như vậy cần trình lại hội nghị.");
        }

        if (waiting.Exists(other => other.Part == one.Part && other.Place == one.Place && start < other.Start + other.Old.Length && other.Start < start + old.Length))
        {
            return Answer.No("correction.collision", "Đã có một sửa kỹ thuật đang chờ duyệt ở đúng chỗ này. Đồng chí chờ quyết định rồi đề nghị tiếp.");
        }

        db.Add(one);
        return Answer.Done(draft.Id, $"Đề nghị sửa kỹ thuật ({CorrectionWords.Of(one.Kind)}): “{old}” thành “{young}”. Lý do: {reason}");
    }
}

/// <summary>When a technical correction may be proposed or decided at all.</summary>
internal static class CorrectionGate
{
    public static async Task<(Draft? Draft, AdoptingAct? Vote, Refusal? Refusal)> Find(WorkflowDbContext db, ProcessRunner runner, Guid draftId, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == draftId, ct);
        if (draft is null)
        {
            return (null, null, new("draft.not-found", "Không thấy dự thảo này."));
        }

        var vote = draft.AdoptedHash.Length == 0 ? null : await Adoption.VoteOn(db, draft.Id, draft.AdoptedHash, ct);
        return vote is null || await runner.FindTask(draft.Id, TaskKeys.Signing, ct) is null
            ? (draft, null, new("correction.not-now", "Sửa kỹ thuật chỉ làm được sau khi hội nghị thông qua và trước khi ký ban hành."))
            : await Adoption.SignableHash(db, draft, ct) != draft.CurrentHash
                ? (draft, null, new("signing.not-the-adopted-text", "Bản hiện nay không phải bản đã được thông qua cùng các sửa kỹ thuật đã duyệt. Văn phòng cần trình lại bản đã thông qua."))
                : (draft, vote, null);
    }

    /// <summary>Names of bodies and units, which no correction touches.</summary>
    public static async Task<IReadOnlyCollection<string>> Names(WorkflowDbContext db, CancellationToken ct)
    {
        var bodies = await db.Set<Body>().AsNoTracking().Select(body => body.Name).ToListAsync(ct);
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().Select(unit => new { unit.Name, unit.Aliases }).ToListAsync(ct);
        return [.. bodies, .. units.SelectMany(unit => unit.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(unit.Name))];
    }

    /// <summary>Whether this person decides: the chair of the conference that adopted the text, or who signs it.</summary>
    public static async Task<bool> MayDecide(WorkflowDbContext db, Actor actor, Draft draft, AdoptingAct vote, CancellationToken ct)
    {
        // A written circulation has no chair: who signs decides.
        var chair = vote.AgendaItemId is not { } itemId ? (Guid?)null : await db.Set<AgendaItem>().Where(item => item.Id == itemId).Join(db.Set<Domain.Conferences.Conference>(), item => item.ConferenceId, one => one.Id, (_, one) => one.ChairId).SingleAsync(ct);
        return chair == actor.PersonId
            || (await AuthorityOn.Day(db, actor.Today, ct)).HasCapacity(await DraftToChange.CurrentText(db, draft, ct), actor.Name, [.. await actor.OfficesHeld(ct)]) is null;
    }
}
