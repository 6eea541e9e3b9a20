using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office enters an answer that came on paper or by telephone. The member is told, and may say that it is not theirs.</summary>
/// <param name="Note">By telephone: who spoke with whom and when. On paper: what is to be said of the sheet.</param>
/// <param name="Scan">The scan; a paper needs it.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record EnterOpinion(Guid CommandId, Guid RoundId, string VersionHash, Guid PersonId, OpinionAnswer Answer, string Reason, OpinionMeans Means, string Note, byte[] Scan) : ICommand;

internal sealed class EnterOpinionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<EnterOpinion, Answer>
{
    public async Task<Answer> Handle(EnterOpinion command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await Rounds.Locked(db, Guid.Empty, command.RoundId, command.PersonId, actor.Now, cancellationToken);
        refusal ??= asked!.Round.Asks(command.VersionHash) ?? OpinionSheet.Refused(command.Answer, command.Reason) ?? Refused(command);
        refusal ??= asked!.IsOpen ? null : await Rounds.TooLate(db, asked.Round.DraftId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var (round, sheet, isOpen) = asked!;
        var given = await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == round.Id && one.PersonId == command.PersonId).ToListAsync(cancellationToken);
        if (GivenOpinion.Standing(given, round.VersionHash) is { Means: OpinionMeans.Own })
        {
            return Answer.No("review.answered-self", "Đồng chí ấy đã tự trả lời trên phần mềm. Muốn đổi, đồng chí ấy tự đổi; Văn phòng không nhập đè được.");
        }

        var opinion = new GivenOpinion
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            RoundId = round.Id,
            PersonId = command.PersonId,
            Number = ++sheet.Given,
            Answer = command.Answer,
            Reason = command.Reason.Trim(),
            VersionHash = round.VersionHash,
            At = actor.Now,
            IsLate = !isOpen,
            Means = command.Means,
            EnteredById = actor.PersonId,
            EntryNote = command.Note.Trim(),
        };
        db.Add(opinion);
        if (isOpen)
        {
            sheet.Take(opinion);
        }

        if (command.Scan.Length > 0)
        {
            db.Add(new OpinionScan { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, OpinionId = opinion.Id, ContentType = OpinionScan.TypeOf(command.Scan)!, Content = command.Scan });
        }

        var name = await db.Set<Person>().Where(person => person.Id == command.PersonId).Select(person => person.FullName).SingleAsync(cancellationToken);
        return Answer.Done(round.DraftId, $"Đã nhập phiếu của đồng chí {name}, {ReviewWords.Of(command.Means)}{(isOpen ? "" : ", sau khi hết hạn nên ghi là ý kiến muộn")}. Đồng chí ấy được báo và có thể báo lại nếu không đúng.");
    }

    private static Refusal? Refused(EnterOpinion command) =>
        command.Means is not (OpinionMeans.Paper or OpinionMeans.Phone) ? new("review.means", "Đồng chí chọn phiếu đến bằng giấy hay qua điện thoại.")
        : command.Note.Length > 2_000 ? new("review.note-too-long", "Ghi chú dài quá 2.000 chữ. Đồng chí viết gọn lại.")
        : command.Means == OpinionMeans.Phone && string.IsNullOrWhiteSpace(command.Note) ? new("review.phone-note", "Đồng chí ghi ai đã nhận điện thoại, lúc nào, để khi cần thì đối chiếu.")
        : command.Means == OpinionMeans.Paper && command.Scan.Length == 0 ? new("review.scan-needed", "Phiếu giấy cần kèm bản quét (PDF hoặc ảnh) có chữ ký của đồng chí ủy viên.")
        : command.Scan.Length > OpinionScan.Largest ? new("review.scan-too-large", "Bản quét lớn hơn 10 MB. Đồng chí quét lại ở độ nét thấp hơn.")
        : command.Scan.Length > 0 && OpinionScan.TypeOf(command.Scan) is null ? new("review.scan-type", "Bản quét phải là tệp PDF, JPEG hoặc PNG. Đồng chí chọn lại tệp.")
        : null;
}
