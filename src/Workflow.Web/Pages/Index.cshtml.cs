using Workflow.Activities.Inbox;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages;

/// <summary>What waits for me.</summary>
public sealed class IndexModel : WorkflowPage
{
    public IReadOnlyList<InboxItem> Items { get; private set; } = [];

    public async Task OnGet() => Items = await Ask(new ReadInbox());
}
