using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Messages;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>How I want to be told, and which messages went to me lately.</summary>
[Allow(Everyone = true)]
public sealed record ReadMyMessages : IQuery<MyMessages>;

/// <summary>A message that went to me.</summary>
public sealed record SentRow(string Subject, DateTimeOffset At);

/// <param name="Leaves">Whether this installation sends mail at all.</param>
public sealed record MyMessages(MessageMode Mode, string Address, TimeOnly DigestAt, bool Leaves, IReadOnlyList<SentRow> Sent);

internal sealed class ReadMyMessagesHandler(WorkflowDbContext db, Actor actor, MailSettings settings) : IRequestHandler<ReadMyMessages, MyMessages>
{
    private const int Lately = 10;

    public async Task<MyMessages> Handle(ReadMyMessages request, CancellationToken cancellationToken)
    {
        var mine = await db.Set<MessagePreference>().AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == actor.PersonId, cancellationToken);
        var sent = await db.Set<MailMessage>().AsNoTracking().Where(row => row.PersonId == actor.PersonId && row.State == MailState.Sent).OrderByDescending(row => row.CreatedAt).Take(Lately).Select(row => new { row.Subject, row.SettledAt }).ToListAsync(cancellationToken);
        return new(mine?.Mode ?? MessageMode.None, mine?.Address ?? "", (await Rolls.ProfileOn(db, actor.Today, cancellationToken)).DigestAt, settings.Leaves, sent.ConvertAll(row => new SentRow(row.Subject, row.SettledAt!.Value)));
    }
}
