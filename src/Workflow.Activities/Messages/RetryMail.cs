using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>A message that the machine gave up is tried again, from the first attempt on.</summary>
[Allow(Office.Administrator)]
public sealed record RetryMail(Guid CommandId, Guid Id) : ICommand;

internal sealed class RetryMailHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RetryMail, Answer>
{
    public async Task<Answer> Handle(RetryMail command, CancellationToken cancellationToken)
    {
        if (await db.Set<MailMessage>().SingleOrDefaultAsync(row => row.Id == command.Id && row.State == MailState.Failed, cancellationToken) is not { } mail)
        {
            return Answer.No("mail.not-failed", "Thư này không còn ở trạng thái lỗi. Đồng chí tải lại trang.");
        }

        (mail.State, mail.SettledAt, mail.Attempts, mail.NotBefore) = (MailState.Waiting, null, 0, actor.Now);
        return Answer.Done(mail.Id, "Thư sẽ được gửi lại ngay; nếu việc đã xong, thư được bỏ.");
    }
}
