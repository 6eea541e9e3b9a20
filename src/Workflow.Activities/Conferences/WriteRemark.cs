using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The note-taker writes down what a speaker said, and of which clause.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record WriteRemark(Guid CommandId, Guid SpeechId, string Remark, string ClauseId = "") : ICommand;

internal sealed class WriteRemarkHandler(WorkflowDbContext db) : IRequestHandler<WriteRemark, Answer>
{
    public async Task<Answer> Handle(WriteRemark command, CancellationToken cancellationToken)
    {
        var found = await db.Set<Speech>().Where(one => one.Id == command.SpeechId).Select(one => (Guid?)one.ItemId).SingleOrDefaultAsync(cancellationToken);
        var (conference, item) = found is { } itemId ? await Sessions.HoldItem(db, itemId, cancellationToken) : (null, null);
        if (conference is null || item is null)
        {
            return Answer.No("speech.not-found", "Không thấy đăng ký phát biểu này.");
        }

        var speech = await db.Set<Speech>().SingleAsync(one => one.Id == command.SpeechId, cancellationToken);
        if (speech.StartedAt is null)
        {
            return Answer.No("speech.not-started", "Đồng chí này chưa phát biểu nên chưa ghi nội dung được.");
        }

        if (command.Remark.Length > Speech.LongestRemark)
        {
            return Answer.No("speech.long", $"Nội dung phát biểu dài quá {Speech.LongestRemark} ký tự. Đồng chí ghi gọn ý chính; phần đã gõ vẫn còn.");
        }

        // Signed minutes are over; until then the note-taker may still mend the wording.
        if (await db.Set<MinutesSignature>().AnyAsync(one => one.ConferenceId == conference.Id, cancellationToken))
        {
            return Answer.No("minutes.signed", "Biên bản đã có chữ ký nên nội dung không sửa được nữa.");
        }

        var title = "";
        if (command.ClauseId.Length > 0)
        {
            var text = item.VersionId is { } version ? await VersionTexts.Of(db, version, item.VersionHash, cancellationToken) : null;
            if (text?.Clauses.FirstOrDefault(one => one.Id == command.ClauseId) is not { } clause)
            {
                return Answer.No("speech.clause", "Không thấy mục này trong dự thảo. Đồng chí chọn lại mục; nội dung đã gõ vẫn còn.");
            }

            title = Review.ClauseTitles.Of(text, clause);
        }

        (speech.Remark, speech.ClauseId, speech.ClauseTitle) = (command.Remark.Trim(), command.ClauseId, title);
        return Answer.Done(conference.Id, "Đã ghi nội dung phát biểu.");
    }
}
