using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>
/// Works out anew, from the united rows, all that a session concludes: the result of each vote, the text that was adopted, what the minutes say. Nothing that
/// the laptop concluded is believed because it says so.
/// </summary>
internal sealed class TripCheck(WorkflowDbContext db)
{
    /// <summary>Null when all agrees; otherwise what does not, by name.</summary>
    public async Task<Refusal?> Refused(Guid conferenceId, CancellationToken ct)
    {
        var record = (await SessionRecord.Of(db, conferenceId, ct))!;
        if (record.Conference is not { OpenedAt: { } opened, ClosedAt: { } closed } || closed < opened)
        {
            return Disagrees("hội nghị chưa bế mạc trên máy mang đi");
        }

        foreach (var vote in record.Items.SelectMany(one => record.Votes[one.Item.Id]))
        {
            if (vote.IsUndecided)
            {
                return Disagrees($"biểu quyết “{vote.Question}” chưa khóa");
            }

            if (vote.VoidedAt is null && ProofCheck.Disagreements((await Proofs.Of(db, vote.Id, ct))!) is [var first, ..])
            {
                return Disagrees($"biểu quyết “{vote.Question}”: {first}");
            }
        }

        foreach (var (item, _, title) in record.Items)
        {
            if (await Wrong(record, item, ct) is { } wrong)
            {
                return Disagrees($"nội dung “{title}”: {wrong}");
            }
        }

        var hash = record.Signatures.Count == 0 ? "" : MinutesPaper.Hash(await Minutes.Of(db, record, ct));
        return record.Signatures.Any(one => one.Hash != hash || one.PersonId != (one.AsChair ? record.Conference.ChairId : record.Conference.NoteTakerId)) ? Disagrees("chữ ký biên bản không khớp nội dung biên bản") : null;
    }

    private async Task<string?> Wrong(SessionRecord record, AgendaItem item, CancellationToken ct)
    {
        var adopted = record.Votes[item.Id].Any(vote => vote is { Subject: VoteSubject.Whole, Adopted: true, VoidedAt: null } && vote.VersionHash == item.VersionHash);
        var standing = record.Amendments[item.Id].Where(one => one.Stands).ToList();
        if ((item.Decision is ItemDecision.Adopted or ItemDecision.AdoptedWithAmendments) != adopted || (adopted && item.Decision == ItemDecision.Adopted != (standing.Count == 0)))
        {
            return "kết luận không khớp kết quả biểu quyết";
        }

        if (item.DraftId is not { } draftId)
        {
            return null;
        }

        var draft = record.Drafts[draftId];
        var current = await db.Set<DraftVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.Id == draft.CurrentVersionId && version.DraftId == draftId, ct);
        if (current is null || current.Hash != draft.CurrentHash || CanonicalText.Hash(current.Canonical) != current.Hash)
        {
            return "bản dự thảo không đúng mã băm";
        }

        var expected = item.VersionHash;
        if (draft.CurrentHash != item.VersionHash)
        {
            var (text, refusal) = Amendments.Apply(await VersionTexts.Of(db, item.VersionId!.Value, item.VersionHash, ct), standing);
            expected = refusal is null && item.Decision == ItemDecision.AdoptedWithAmendments ? CanonicalText.Hash(text!) : "";
        }

        var final = item.Decision == ItemDecision.Adopted ? item.VersionHash : item.FinalHash;
        return draft.CurrentHash != expected || current.Text.Subject != draft.Subject ? "bản hiện nay không phải bản đã biểu quyết cùng các sửa đổi của hội nghị"
            : draft.AdoptedHash != final || (final.Length > 0 && final != draft.CurrentHash) ? "bản được ghi là đã thông qua không phải bản hội nghị thông qua"
            : item.FinalHash.Length > 0 && item.FinalConfirmedById != record.Conference.ChairId ? "bản hoàn chỉnh không do chủ trì xác nhận"
            : null;
    }

    private static Refusal Disagrees(string what) => new("trip.disagrees", $"Tính lại kết quả không khớp: {what}. Kết quả không được ghép; đồng chí giữ gói này và báo cáo chủ trì.");
}
