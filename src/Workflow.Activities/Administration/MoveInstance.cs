using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>
/// An operator moves a case to another step, against the drawing, with a reason that stands in the log. It helps a case out of where it cannot get by
/// itself; it does not replace what the rules ask for: nothing is signed that was not adopted, no opinions are asked without an appraisal.
/// </summary>
[Allow(Office.Administrator)]
public sealed record MoveInstance(Guid CommandId, Guid InstanceId, string Token, string ElementId, string Reason) : ICommand;

internal sealed class MoveInstanceHandler(WorkflowDbContext db, ProcessRunner runner, CaseReader cases, Actor actor) : IRequestHandler<MoveInstance, Answer>
{
    // Steps that people begin with nothing but the text. The others rest on facts that only the act before them sets down.
    private static readonly string[] RestOnTheTextAlone = ["", TaskKeys.Drafting, TaskKeys.Appraisal, TaskKeys.Revision, TaskKeys.Conference, TaskKeys.Approval];

    public async Task<Answer> Handle(MoveInstance command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do chuyển bước") is { } refused)
        {
            return refused;
        }

        var instance = await db.Set<ProcessInstance>().SingleOrDefaultAsync(row => row.Id == command.InstanceId, cancellationToken);
        if (instance is null)
        {
            return Answer.No("instance.not-found", "Không thấy hồ sơ này.");
        }

        if (instance.SuspendedAt is not null)
        {
            return Answer.No("process.suspended", "Hồ sơ đang tạm dừng. Đồng chí cho hồ sơ tiếp tục rồi mới chuyển bước.");
        }

        var place = (await cases.Places(instance.Id, cancellationToken)).FirstOrDefault(one => one.Token == command.Token);
        if (place?.Targets.FirstOrDefault(one => one.ElementId == command.ElementId) is not { } target)
        {
            return Answer.No("process.not-waiting", "Hồ sơ không còn ở bước đó hoặc không chuyển tới bước đã chọn được. Đồng chí tải lại trang để xem tình trạng mới nhất.");
        }

        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == instance.SubjectId, cancellationToken) is { } draft && await Against(draft, target, cancellationToken) is { } against)
        {
            return Answer.No(against);
        }

        if (await runner.Move(instance.Id, command.Token, command.ElementId, command.Reason.Trim(), actor.PersonId, actor.Now, cancellationToken) is { } refusal)
        {
            return Answer.No(refusal);
        }

        // Opinions are not gathered any longer once the step that gathers them is gone.
        foreach (var round in await db.Set<ReviewRound>().Where(row => row.DraftId == instance.SubjectId && row.ClosedAt == null).ToListAsync(cancellationToken))
        {
            round.Close(actor.Now);
        }

        return Answer.Done(instance.SubjectId, $"Đã chuyển hồ sơ từ “{place.Step}” tới “{target.Name}”, ngoài quy trình. Lý do: {command.Reason.Trim()}");
    }

    private async Task<Refusal?> Against(Draft draft, PlaceTarget target, CancellationToken ct)
    {
        if (await db.Set<IssuedDocument>().AnyAsync(document => document.DraftId == draft.Id, ct))
        {
            return new("instance.issued", "Văn bản đã được cấp số nên không chuyển bước được nữa; muốn bỏ văn bản thì ban hành văn bản thu hồi hoặc thay thế.");
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.DraftId == draft.Id && vote.ClosedAt == null && vote.VoidedAt == null, ct))
        {
            return new("instance.being-voted", "Hội nghị đang biểu quyết dự thảo này. Đồng chí chờ đến khi biểu quyết kết thúc.");
        }

        var isAdopted = await Adoption.SignableHash(db, draft, ct) is { Length: > 0 } signable && signable == draft.CurrentHash;
        return RestOnTheTextAlone.Contains(target.Key, StringComparer.Ordinal) || (target.Key == TaskKeys.Signing && isAdopted)
            ? null
            : new("instance.rests-on-facts", $"Không chuyển thẳng tới “{target.Name}” được: bước này chỉ mở khi việc trước đó đã làm thật (ví dụ chỉ ký văn bản đã được thông qua). Đồng chí chuyển về bước trước rồi để quy trình đi tiếp.");
    }
}
