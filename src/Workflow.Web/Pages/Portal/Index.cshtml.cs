using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>What was released to the public: found by words, kind, year and how it stands.</summary>
[EnableRateLimiting("portal")]
[PublicCache]
public sealed class PortalModel : WorkflowPage
{
    // Longer words than these nobody looks for.
    private const int LongestSearch = 100;

    public PortalView? View { get; private set; }

    public string Tim { get; private set; } = "";

    public string Loai { get; private set; } = "";

    public int? Nam { get; private set; }

    public PublicState State { get; private set; }

    public bool IsNarrowed => Tim.Length > 0 || Loai.Length > 0 || Nam is not null || State != PublicState.Any;

    /// <summary>States as the address names them.</summary>
    public static IReadOnlyList<(string Key, PublicState State, string Words)> States { get; } = [("con", PublicState.InForce, "Còn hiệu lực"), ("sua-doi", PublicState.Amended, "Đã được sửa đổi"), ("het", PublicState.Over, "Không còn hiệu lực")];

    public async Task<IActionResult> OnGet(string? tim, string? loai, string? nam, [FromQuery(Name = "hieu-luc")] string? hieuLuc, string? trang)
    {
        tim = (tim ?? "").Trim();
        (Tim, Loai, State) = (tim.Length > LongestSearch ? tim[..LongestSearch] : tim, loai ?? "", States.FirstOrDefault(one => one.Key == hieuLuc).State);
        Nam = int.TryParse(nam, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
        View = await Ask(new ReadPortal(Tim, Loai, Nam, State, int.TryParse(trang, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1));
        if (View is null)
        {
            return NotFound();
        }

        PublicCacheAttribute.ChangedAt(HttpContext, View.ChangedAt);
        return Page();
    }

    /// <summary>The address of another page of the same search.</summary>
    public string At(int page)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[] { ("tim", Tim), ("loai", Loai), ("nam", Nam?.ToString(CultureInfo.InvariantCulture) ?? ""), ("hieu-luc", States.FirstOrDefault(one => one.State == State).Key ?? ""), ("trang", page.ToString(CultureInfo.InvariantCulture)) })
        {
            if (value.Length > 0)
            {
                query.Add(key, value);
            }
        }

        return "/cong" + query;
    }

    public string Absolute(string path) => PublicAddress.Of(Request, path);
}
