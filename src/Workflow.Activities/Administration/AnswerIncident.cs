using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>
/// What the machine could not do, a person has done another way and answers in its place, with a reason that stands in the log. Only
/// work in trouble can be answered so.
/// </summary>
[Allow(Office.Administrator)]
public sealed record AnswerIncident(Guid CommandId, Guid MessageId, string Outcome, string Reason) : ICommand;

internal sealed class AnswerIncidentHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<AnswerIncident, Answer>
{
    // A signature that does not exist cannot be declared: these two are only ever done by the machine itself.
    private static readonly string[] NeverByHand = [ActivityKeys.RenderAndSign, ActivityKeys.ApplyAgencySignature, ActivityKeys.Dispatch];

    public async Task<Answer> Handle(AnswerIncident command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "đã làm việc này bằng cách nào") is { } refused)
        {
            return refused;
        }

        var message = await db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.Id == command.MessageId, cancellationToken);
        if (message is null || message.LastError.Length == 0)
        {
            return Answer.No("incident.none", "Việc này không gặp sự cố nên không trả lời thay được.");
        }

        if (NeverByHand.Contains(message.ActivityKey))
        {
            return Answer.No("incident.never-by-hand", $"“{message.Name}” phải do hệ thống làm; đồng chí khắc phục nguyên nhân rồi bấm “Thử lại”.");
        }

        return await runner.AnswerForMachine(message, command.Outcome, actor.PersonId, actor.Now, cancellationToken) is { } refusal
            ? Answer.No(refusal)
            : Answer.Done(message.SubjectId, $"Đã trả lời thay hệ thống bước “{message.Name}”: {StoryWords.Outcome(command.Outcome)}. {command.Reason.Trim()}");
    }
}
