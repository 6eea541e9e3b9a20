using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office asks a body, or members named one by one, about the current version, beside the step of the process that always asks.</summary>
/// <param name="Body">The body that is asked; null for <paramref name="People"/>.</param>
/// <param name="NotPersonnel">Said by who opens a written circulation: it is no matter of personnel.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record OpenRound(
    Guid CommandId, Guid DraftId, string VersionHash, RoundPurpose Purpose, BodyKind? Body, IReadOnlyList<Guid> People, string Question, DateOnly ClosesOn, TimeOnly ClosesAt, AnswersShown Shown, bool NotPersonnel = false) : ICommand;

internal sealed class OpenRoundHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<OpenRound, Answer>
{
    /// <summary>Steps beside which opinions may be asked.</summary>
    internal static readonly string[] BesideSteps = [TaskKeys.Drafting, TaskKeys.Appraisal, TaskKeys.Revision];

    public async Task<Answer> Handle(OpenRound command, CancellationToken cancellationToken)
    {
        // Two rounds on one draft at a time would ask the same people two things.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        var refusal = draft is null ? new("draft.not-found", "Không thấy dự thảo này.") : await Refused(command, draft, cancellationToken);
        if (draft is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        var rules = await Rolls.ProfileOn(db, actor.Today, cancellationToken);
        var body = command.Purpose == RoundPurpose.Decision ? BodyKind.StandingCommittee : command.Body;
        if (command.Purpose == RoundPurpose.Decision && WrittenCirculation.Refused(draft.IssuingBody, draft.Subject, command.NotPersonnel, rules) is { } never)
        {
            return Answer.No(never);
        }

        var people = body is { } kind ? await Rolls.MembersOn(db, kind, actor.Today, cancellationToken) : await RoundOpening.Members(db, command.People, actor.Today, cancellationToken);
        if (people.Count == 0 || (body is null && people.Count != command.People.Distinct().Count()))
        {
            return Answer.No("review.nobody", "Đồng chí chọn một cơ quan, hoặc ít nhất một đồng chí đang là ủy viên, để lấy ý kiến.");
        }

        var closes = VietnamTime.At(command.ClosesOn, command.ClosesAt);
        var question = command.Question.Trim().Length > 0 ? command.Question.Trim() : $"Đề nghị các đồng chí cho ý kiến đối với dự thảo {draft.Type()} “{draft.Subject}”.";
        await SentVersions.Send(db, draft, actor, cancellationToken);
        var round = await RoundOpening.Open(db, actor, draft, command.Purpose, body, false, people, question, closes, command.Shown, rules, cancellationToken);
        return Answer.Done(draft.Id, $"Đã mở đợt {(command.Purpose == RoundPurpose.Decision ? "lấy ý kiến bằng văn bản" : "lấy ý kiến")} {people.Count} đồng chí về bản {draft.CurrentRound}, hạn {VietnamTime.Local(round.ClosesAt).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}.{OfficeCalendar.Moved(closes, round.ClosesAt)}");
    }

    private async Task<Refusal?> Refused(OpenRound command, Draft draft, CancellationToken ct)
    {
        if (draft.CurrentHash != command.VersionHash)
        {
            return new("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang để lấy ý kiến về bản mới; nội dung đã gõ vẫn còn.");
        }

        var open = await db.Set<OpenTask>().Where(task => task.SubjectId == draft.Id && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync(ct);
        string[] steps = command.Purpose == RoundPurpose.Decision ? [TaskKeys.Approval] : BesideSteps;
        var closes = VietnamTime.At(command.ClosesOn, command.ClosesAt);
        return !open.Exists(steps.Contains) ? command.Purpose == RoundPurpose.Decision
                ? new("circulation.not-now", "Chỉ lấy ý kiến bằng văn bản khi văn bản của Ban Thường vụ đã hoàn chỉnh, đang chờ thông qua.")
                : new("review.not-now", "Chỉ mở thêm đợt lấy ý kiến khi dự thảo đang soạn thảo, thẩm định hoặc tiếp thu.")
            : command.Body is not null && command.People.Count > 0 ? new("review.body-or-people", "Đồng chí vừa chọn cả một cơ quan vừa đánh dấu từng đồng chí. Chọn một trong hai: bỏ các dấu đã đánh, hoặc chọn “Từng đồng chí” ở trên.")
            : closes <= actor.Now || closes > actor.Now.AddDays(90) ? new("review.closing-day", "Hạn trả lời phải sau lúc này và trong vòng 90 ngày.")
            : command.Question.Length > 2_000 ? new("review.question", "Nội dung hỏi dài quá 2.000 chữ. Đồng chí viết gọn lại.")
            : !Enum.IsDefined(command.Shown) || !Enum.IsDefined(command.Purpose) ? new("review.form", "Biểu mẫu thiếu lựa chọn. Đồng chí tải lại trang rồi gửi lại.")
            : await Rounds.OpenOn(db, draft.Id, actor.Now, ct) is not null ? new("review.open-already", "Dự thảo này đang có một đợt lấy ý kiến. Đồng chí kết thúc đợt ấy rồi mở đợt mới.")
            : null;
    }
}
