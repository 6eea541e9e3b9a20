using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What the notice of conclusions says besides what is on record: directions, tasks. By the office or the chair; the figures are not in it and cannot be changed by it.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record WriteConclusion(Guid CommandId, Guid ConferenceId, string Text) : ICommand;

internal sealed class WriteConclusionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<WriteConclusion, Answer>
{
    private const int Longest = 20_000;

    public async Task<Answer> Handle(WriteConclusion command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        if (await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if (conference.OpenedAt is null || conference.CancelledAt is not null)
        {
            return Answer.No("conclusion.not-yet", "Hội nghị chưa khai mạc nên chưa có kết luận để soạn thông báo.");
        }

        if (command.Text.Length > Longest)
        {
            return Answer.No("conclusion.long", "Lời kết luận tối đa 20.000 chữ. Đồng chí viết gọn lại.");
        }

        conference.Conclusion = command.Text.Trim().Normalize();
        return Answer.Done(conference.Id, "Đã lưu lời kết luận vào thông báo kết luận hội nghị.");
    }
}
