using MediatR;
using Workflow.Activities.Inbox;

namespace Workflow.Activities.Messages;

/// <summary>What waits for somebody, as their own page shows it: messages say what the page says and nothing else.</summary>
internal static class Waiting
{
    // Who has more than this waiting is told of the most urgent; the page has the rest.
    private const int MostPages = 10;

    public static async Task<List<InboxItem>> Of(IMediator mediator, CancellationToken ct)
    {
        var items = new List<InboxItem>();
        var after = "";
        for (var page = 0; page < MostPages && (page == 0 || after.Length > 0); page++)
        {
            var read = await mediator.Send(new ReadInbox(after), ct);
            items.AddRange(read.Items.Where(item => item.Waits));
            after = read.Next;
        }

        return [.. items.OrderBy(item => item.UrgentAt)];
    }
}
