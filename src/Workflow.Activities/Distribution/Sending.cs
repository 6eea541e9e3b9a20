using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>Sends copies by the way of each unit: the row, what goes with a printed copy, the message. All of it is saved with the act that sends.</summary>
internal sealed class Sending(WorkflowDbContext db, Copies copies)
{
    public Dispatch Send(IssuedDocument issued, PlannedCopy planned, int issue, DispatchNews sent)
    {
        var copy = copies.Send(issued, planned.Unit, planned.Line, planned.Purpose, planned.Channel, issue, sent);
        if (!planned.HasAccount)
        {
            db.Add(Pass(copy, sent.ById ?? Guid.Empty, sent.At));
        }

        Tell(copy, planned.Unit, sent.At);
        return copy;
    }

    /// <summary>What the code on a printed copy leads to.</summary>
    public static DispatchPass Pass(Dispatch copy, Guid by, DateTimeOffset at) => new() { Id = Guid.NewGuid(), OrganizationId = copy.OrganizationId, DispatchId = copy.Id, ById = by, At = at };

    /// <summary>Lays the message into the outbox of mail, for units that are sent to by mail.</summary>
    public void Tell(Dispatch copy, Unit unit, DateTimeOffset at)
    {
        if (copy.Channel == DispatchChannel.Mail)
        {
            db.Add(Message(copy, unit.Id, MailKind.Copy, $"copy:{copy.Id:N}:{copy.Events}", at));
        }
    }

    /// <summary>A message to a unit about its copy: the key makes it one.</summary>
    public static MailMessage Message(Dispatch copy, Guid unit, MailKind kind, string key, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), OrganizationId = copy.OrganizationId, PersonId = unit, Kind = kind, Key = key, SubjectId = copy.Id, CreatedAt = at, NotBefore = at };
}
