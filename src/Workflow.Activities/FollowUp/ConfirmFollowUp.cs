using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Documents.Reading;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.FollowUp;

/// <summary>The office confirms which of the targets and duties found in the text are true; only these are stored.</summary>
/// <param name="Targets">Places of the confirmed targets in the list of proposals.</param>
/// <param name="Duties">Places of the confirmed duties in the list of proposals.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record ConfirmFollowUp(Guid CommandId, Guid IssuedDocumentId, IReadOnlyList<int> Targets, IReadOnlyList<int> Duties) : ICommand;

internal sealed class ConfirmFollowUpHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ConfirmFollowUp, Answer>
{
    public async Task<Answer> Handle(ConfirmFollowUp command, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No("issued.not-found", "Không thấy văn bản này.");
        }

        if (await StageWork.Refused(db, actor, issued.DraftId, TaskKeys.FollowUp, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (await runner.Complete(issued.DraftId, TaskKeys.FollowUp, "confirmed", actor.PersonId, actor.Now, cancellationToken) is { } late)
        {
            return Answer.No(late);
        }

        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(cancellationToken));
        var targets = FollowUpReader.Targets(text);
        var duties = FollowUpReader.Duties(text);
        if (command.Targets.Any(index => index < 0 || index >= targets.Count) || command.Duties.Any(index => index < 0 || index >= duties.Count))
        {
            return Answer.No("follow-up.unknown", "Danh sách chọn không khớp với văn bản. Đồng chí tải lại trang.");
        }

        foreach (var target in command.Targets.Distinct().Select(index => targets[index]))
        {
            db.Add(new Target
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                IssuedDocumentId = issued.Id,
                ClauseId = target.ClauseId,
                Label = Cut(target.Label, 500),
                Comparator = target.Comparator,
                Value = target.Value,
                UpperValue = target.UpperValue,
                Unit = Cut(target.Unit, 100),
                Period = target.Period ?? "",
                Area = Cut(target.Area ?? "", 200),
                Change = target.Change ?? "",
                Quote = Cut(target.Quote, 4_000),
                ConfirmedById = actor.PersonId,
                ConfirmedAt = actor.Now,
            });
        }

        foreach (var duty in command.Duties.Distinct().Select(index => duties[index]))
        {
            db.Add(new ReportingDuty
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                IssuedDocumentId = issued.Id,
                ClauseId = duty.ClauseId,
                Who = Cut(duty.Who, 500),
                ToWhom = Cut(duty.ToWhom, 500),
                What = Cut(duty.What, 4_000),
                When = Cut(duty.When, 500),
                Periodicity = duty.Periodicity,
                Quote = Cut(duty.Quote, 4_000),
                ConfirmedById = actor.PersonId,
                ConfirmedAt = actor.Now,
            });
        }

        issued.FollowUpConfirmedAt = actor.Now;
        return Answer.Done(issued.DraftId, $"Đã xác nhận {command.Targets.Distinct().Count()} chỉ tiêu và {command.Duties.Distinct().Count()} chế độ báo cáo của văn bản số {issued.NumberAndSymbol}.");
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
