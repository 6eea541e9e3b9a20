using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Signing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Signing;

/// <summary>All papers that wait for the reader's signature: those that were opened and ticked are signed by one button, each for itself.</summary>
public sealed class ListModel : WorkflowPage
{
    public IReadOnlyList<SigningRow> Rows { get; private set; } = [];

    /// <summary>What became of each paper that was ticked: its title and the receipt or the refusal.</summary>
    public IReadOnlyList<SigningResult> Results { get; private set; } = [];

    /// <summary>What was chosen when nothing could be sent for it.</summary>
    public bool IsTicked(SigningRow row) => TypedList("signed").Contains(row.Choice());

    public async Task<IActionResult> OnGet()
    {
        Rows = await Ask(new ReadSigningList());
        return Page();
    }

    // The answer is the page itself: a second sending of the same form asks for the same acts and shows the same answers.
    public async Task<IActionResult> OnPost(string? act, Guid commandId, List<string> signed)
    {
        if (act != "ky-da-chon")
        {
            return NotFound();
        }

        var titles = (await Ask(new ReadSigningList())).ToDictionary(row => row.DraftId, row => row.Title);
        var results = new List<SigningResult>();
        foreach (var (draftId, hash) in signed.Distinct(StringComparer.Ordinal).Select(SigningRowWords.Read).OfType<(Guid, string)>().Take(SigningRowWords.Most))
        {
            var answer = await Answered(new SignListed(SignListed.KeyOf(commandId, draftId), draftId, hash));
            if (answer.Refusal?.Code == "auth.not-allowed")
            {
                return StatusCode(403);
            }

            results.Add(new(draftId, titles.GetValueOrDefault(draftId, ""), answer.Refusal is null, answer.Refusal?.Text ?? Receipt(answer)));
        }

        Results = results;
        if (results.Count == 0)
        {
            Say("Đồng chí chưa chọn văn bản nào để ký. Đồng chí mở từng văn bản, đánh dấu văn bản đồng ý ký, rồi bấm nút ký.");
        }

        Response.StatusCode = results.Exists(one => one.Signed) ? 200 : 422;
        return await OnGet();
    }
}

/// <summary>What became of one paper of a list.</summary>
public sealed record SigningResult(Guid DraftId, string Title, bool Signed, string Text);

/// <summary>How a tick names the paper and its version.</summary>
internal static class SigningRowWords
{
    /// <summary>Most papers signed by one sending.</summary>
    public const int Most = 50;

    public static string Choice(this SigningRow row) => $"{row.DraftId}|{row.Hash}";

    public static (Guid, string)? Read(string choice) => choice.Split('|') is [var id, var hash] && Guid.TryParse(id, out var draft) ? (draft, hash) : null;
}
