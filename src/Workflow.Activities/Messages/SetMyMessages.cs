using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Messages;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>I say how I want to be told what waits for me.</summary>
[Allow(Everyone = true)]
public sealed record SetMyMessages(Guid CommandId, MessageMode Mode, string Address) : ICommand;

internal sealed class SetMyMessagesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetMyMessages, Answer>
{
    public async Task<Answer> Handle(SetMyMessages command, CancellationToken cancellationToken)
    {
        var address = command.Address.Trim();
        if (MessagePreference.Refused(command.Mode, address) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var mine = await db.Set<MessagePreference>().SingleOrDefaultAsync(one => one.PersonId == actor.PersonId, cancellationToken);
        if (mine is null)
        {
            mine = new MessagePreference { PersonId = actor.PersonId, OrganizationId = actor.OrganizationId };
            db.Add(mine);
        }

        (mine.Mode, mine.Address, mine.SetAt) = (command.Mode, address, actor.Now);
        return Answer.Done(actor.PersonId, command.Mode switch
        {
            MessageMode.AtOnce => "Từ nay mỗi việc mới đến lượt đồng chí được báo ngay một thư.",
            MessageMode.Daily => "Từ nay mỗi ngày làm việc đồng chí nhận một thư tổng hợp khi có việc chờ.",
            _ => "Từ nay đồng chí không nhận thư; việc vẫn hiện ở trang “Việc của tôi”.",
        });
    }
}
