using Workflow.Activities.Exchange;
using Workflow.Domain;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>The book of arrivals of a year, to be printed.</summary>
public sealed class BookSheetModel(TimeProvider clock) : WorkflowPage
{
    public int Year { get; private set; }

    public IReadOnlyList<IncomingRow> Rows { get; private set; } = [];

    public async Task OnGet(int? nam)
    {
        Year = nam is >= 2000 and <= 2200 ? nam.Value : VietnamTime.DayOf(clock.GetUtcNow()).Year;
        Rows = await Ask(new ReadIncomingSheet(Year));
    }
}
