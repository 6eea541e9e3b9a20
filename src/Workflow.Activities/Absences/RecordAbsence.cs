using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Absences;

/// <summary>"Đ/c A vắng từ … đến …, đ/c B xử lý thay": by A, or by the head of the office or the administrator for A.</summary>
[Allow(Everyone = true)]
public sealed record RecordAbsence(Guid CommandId, Guid? PersonId, Guid SubstituteId, DateOnly From, DateOnly To, string Reason) : ICommand;

internal sealed class RecordAbsenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordAbsence, Answer>
{
    public async Task<Answer> Handle(RecordAbsence command, CancellationToken cancellationToken)
    {
        var absent = command.PersonId ?? actor.PersonId;
        var offices = await actor.OfficesHeld(cancellationToken);
        if (absent != actor.PersonId && !offices.Contains(Office.ChiefOfOffice) && !offices.Contains(Office.Administrator))
        {
            return Answer.No("absence.not-yours", "Đồng chí chỉ ghi được việc vắng mặt của mình; của người khác do Chánh Văn phòng hoặc người quản trị ghi.");
        }

        // Who looks after the machine, or the office, must not take over somebody's work by writing a line here.
        if (absent != actor.PersonId && command.SubstituteId == actor.PersonId)
        {
            return Answer.No("absence.own-substitute", "Đồng chí không tự ghi mình xử lý thay người khác. Người vắng tự ghi, hoặc một đồng chí khác có thẩm quyền ghi.");
        }

        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, [absent, command.SubstituteId], cancellationToken);
        if (!roll.Acting.Contains(command.SubstituteId) || roll.Of(absent).Count == 0)
        {
            return Answer.No("absence.who", "Đồng chí chọn người xử lý thay trong danh sách; người đó phải có tài khoản đang hoạt động.");
        }

        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > Absence.LongestReason)
        {
            return Answer.No("absence.reason", $"Đồng chí ghi lý do vắng, ví dụ “đi công tác” (không quá {Absence.LongestReason} ký tự).");
        }

        var absence = new Absence
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PersonId = absent,
            SubstituteId = command.SubstituteId,
            From = command.From,
            To = command.To,
            Reason = reason,
            DecidedById = actor.PersonId,
            DecidedAt = actor.Now,
        };
        if (absence.Refused(actor.Today) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (await db.Set<Absence>().AnyAsync(row => row.PersonId == absent && row.WithdrawnAt == null && row.From <= command.To && row.To >= command.From, cancellationToken))
        {
            return Answer.No("absence.twice", "Trong những ngày này đã ghi một lần vắng khác. Đồng chí bỏ lần đó trước, rồi ghi lại.");
        }

        db.Add(absence);
        static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var (away, instead) = (await TaskChange.NameOf(db, absent, cancellationToken), await TaskChange.NameOf(db, command.SubstituteId, cancellationToken));
        var said = $"Đ/c {away} vắng từ {Day(command.From)} đến {Day(command.To)}, đ/c {instead} xử lý thay. Lý do: {reason.TrimEnd('.')}.";

        // What is open already comes to the substitute by this act; what opens later is resolved when it opens.
        var open = await Substitutes.OpenOf(db, absent, roll.Of(absent), cancellationToken);
        db.AddRange(open.Select(task => Substitutes.Row(task, absence)));
        return Answer.Done(absence.Id, open.Count == 0 ? said : $"{said} {open.Count} việc đang mở cũng đến đ/c {instead} trong những ngày này.") with
        {
            Also = Substitutes.Told(open, names => $"{said} Trong những ngày này đ/c {instead} làm thay được việc {names}."),
        };
    }
}
