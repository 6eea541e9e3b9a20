using System.Globalization;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;

namespace Workflow.Web.Pages.Conferences;

/// <summary>
/// The order of an agenda before it was last arranged in this browser, so that it can be given back. A convenience of whoever arranged, not of the record:
/// a small cookie of this conference, believed only while the agenda still stands as that act left it.
/// </summary>
internal static class AgendaUndo
{
    private const string Cookie = "workflow.arranged";

    /// <summary>The order as a word: for each item, by id, its place in the list, and "u" when it stands under another.</summary>
    public static string Word(ConferenceView view) => string.Join('.', ById(view).Select(item => string.Create(CultureInfo.InvariantCulture, $"{Place(view, item)}{(item.ParentId is null ? "" : "u")}")));

    /// <summary>Keeps the order before an act together with the one after it.</summary>
    public static void Keep(HttpResponse response, ConferenceView before, ConferenceView after) =>
        response.Cookies.Append(Cookie, $"{Word(before)}-{Word(after)}", new CookieOptions { Path = $"/hoi-nghi/{after.Conference.Id}", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = response.HttpContext.Request.IsHttps, MaxAge = TimeSpan.FromHours(1) });

    /// <summary>The items in their former order, or null when there is nothing to give back.</summary>
    public static IReadOnlyList<(AgendaItem Item, bool Under)>? Read(string? kept, ConferenceView now)
    {
        if (kept?.Split('-') is not [var before, var after] || before == after || after != Word(now))
        {
            return null;
        }

        var places = before.Split('.');
        var items = ById(now).ToList();
        if (places.Length != items.Count || !places.All(place => int.TryParse(place.TrimEnd('u'), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        return [.. items.Select((item, index) => (item, place: places[index])).OrderBy(one => int.Parse(one.place.TrimEnd('u'), CultureInfo.InvariantCulture)).Select(one => (one.item, one.place.EndsWith('u')))];
    }

    /// <summary>What this browser keeps.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie];

    private static IEnumerable<AgendaItem> ById(ConferenceView view) => view.Items.Select(row => row.Item).OrderBy(item => item.Id);

    private static int Place(ConferenceView view, AgendaItem item) => view.Items.Select(row => row.Id).ToList().IndexOf(item.Id);
}
