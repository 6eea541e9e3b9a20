using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>Units and documents: how far each copy came; one button reminds who has not received.</summary>
public sealed class ReceiptsModel : WorkflowPage
{
    /// <summary>Filters as the address names them.</summary>
    public static IReadOnlyList<(string Key, string Words)> Filters { get; } =
        [("", "Tất cả"), ("chua-nhan", "Chưa báo nhận"), ("chua-trien-khai", "Đã nhận, chưa triển khai"), ("da-trien-khai", "Đã triển khai"), ("tu-choi", "Từ chối nhận"), ("thu-hoi", "Chờ trả lời thu hồi")];

    public ReceiptsView View { get; private set; } = null!;

    public string Thang { get; private set; } = "";

    public string Loc { get; private set; } = "";

    public string Tim { get; private set; } = "";

    public bool Whole { get; private set; }

    public bool IsFiltered => Thang.Length + Loc.Length + Tim.Length > 0;

    public string Link(int units, int documents, bool whole = false) => $"/van-ban/nhan?thang={Thang}&loc={Loc}&tim={Uri.EscapeDataString(Tim)}&trang={units}&vanBan={documents}{(whole ? "&in=true" : "")}";

    public async Task<IActionResult> OnGet(string? act, string? thang, string? loc, string? tim, int trang = 1, int vanBan = 1, [FromQuery(Name = "in")] bool whole = false)
    {
        if (act is not null)
        {
            return NotFound();
        }

        DateOnly? month = DateOnly.TryParseExact(thang, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        (Thang, Loc, Tim, Whole) = (month is null ? "" : thang!, loc ?? "", tim ?? "", whole);
        View = await Ask(new ReadReceipts(month, Filter(Loc), Tim, trang, vanBan, whole));
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid? issuedId)
    {
        ICommand? command = act switch { "nhac-don-vi" => new RemindCopies(commandId, issuedId), _ => null };
        return command is null ? NotFound() : await Act(command, _ => issuedId is { } one ? $"/van-ban/{one}/noi-nhan" : "/van-ban/nhan?loc=chua-nhan", () => OnGet(null, null, null, null));
    }

    private static ReceiptFilter Filter(string key) => key switch
    {
        "chua-nhan" => ReceiptFilter.Waiting,
        "chua-trien-khai" => ReceiptFilter.NotCarriedOut,
        "da-trien-khai" => ReceiptFilter.CarriedOut,
        "tu-choi" => ReceiptFilter.Refused,
        "thu-hoi" => ReceiptFilter.RecallAsked,
        _ => ReceiptFilter.All,
    };
}
