using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member moves a change of the text at the conference; the office may put down what was moved by word of mouth.</summary>
/// <param name="MoverId">Who moves it; null: the sender.</param>
/// <param name="Old">The words that go, as they stand in the clause; empty: words are added at its end.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record MoveAmendment(Guid CommandId, Guid ItemId, string ClauseId, string Old, string New, string Reason = "", Guid? MoverId = null) : ICommand;

internal sealed class MoveAmendmentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<MoveAmendment, Answer>
{
    private const int Most = 200;

    public async Task<Answer> Handle(MoveAmendment command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item?.VersionId is not { } version)
        {
            return Answer.No(Sessions.NoItem);
        }

        var mover = command.MoverId ?? actor.PersonId;
        if (mover != actor.PersonId && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if ((Sessions.MustRun(conference) ?? Sessions.MustBeUndecided(item)) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (await Sessions.PresentMember(db, conference.Id, mover, cancellationToken) is null)
        {
            return Answer.No("amendment.not-present", "Chỉ ủy viên đã được điểm danh có mặt mới đề nghị sửa đổi tại hội nghị.");
        }

        if (await Amendments.VoteOnWhole(db, item.Id, cancellationToken))
        {
            return Answer.No("amendment.too-late", "Toàn văn đang được (hoặc đã được) biểu quyết nên không nhận thêm đề nghị sửa đổi.");
        }

        var text = await VersionTexts.Of(db, version, item.VersionHash, cancellationToken);
        if (text.Clauses.FirstOrDefault(one => one.Id == command.ClauseId) is not { } clause)
        {
            return Answer.No("amendment.clause", "Không thấy mục này trong dự thảo. Đồng chí chọn lại mục; nội dung đã gõ vẫn còn.");
        }

        var (old, young) = (command.Old.Normalize(), command.New.Trim().Normalize());
        if ((old.Trim().Length == 0 && young.Length == 0) || old == young || old.Length > Amendment.LongestText || young.Length > Amendment.LongestText || command.Reason.Length > Amendment.LongestText)
        {
            return Answer.No("amendment.words", $"Đồng chí ghi câu chữ cần bỏ và câu chữ thay vào (khác nhau, mỗi phần tối đa {Amendment.LongestText} ký tự).");
        }

        var number = await db.Set<Amendment>().CountAsync(one => one.ItemId == item.Id, cancellationToken) + 1;
        if (number > Most)
        {
            return Answer.No("amendment.most", $"Mỗi nội dung nhận nhiều nhất {Most} đề nghị sửa đổi.");
        }

        var amendment = new Amendment
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ItemId = item.Id,
            Number = number,
            ClauseId = clause.Id,
            ClauseTitle = ClauseTitles.Of(text, clause),
            Old = old,
            New = young,
            Reason = command.Reason.Trim(),
            MoverId = mover,
            ById = actor.PersonId,
            At = actor.Now,
        };

        // The words must stand there, and once: nobody guesses which is meant.
        if (Amendments.Apply(text, [amendment]) is { Refusal: { } unclear })
        {
            return Answer.No(unclear);
        }

        db.Add(amendment);
        return Answer.Done(conference.Id, $"Đã ghi đề nghị sửa đổi số {number} tại “{amendment.ClauseTitle}”.");
    }
}
