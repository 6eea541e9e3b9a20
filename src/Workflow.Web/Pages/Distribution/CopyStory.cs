using Workflow.Activities.Distribution;

namespace Workflow.Web.Pages.Distribution;

/// <summary>A copy's story as a part of a page.</summary>
/// <param name="Here">Address of the page; empty where nothing can be taken back.</param>
/// <param name="Number">Row whose reason was just typed and not taken.</param>
public sealed record CopyStory(CopyView Copy, string Here = "", int Number = 0, string Reason = "");
