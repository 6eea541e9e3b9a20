using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Roles;

/// <summary>Goes along with a story, and at every new stage lets every role try everything that it may not.</summary>
internal sealed class Walk(Site site, string connection, byte[] sample, Dictionary<string, (Office[] Offices, BodyKind[] Bodies)> roll)
{
    private readonly Dictionary<string, Visitor> visitors = [];
    private readonly ConcurrentDictionary<(string Address, string Account), bool> refused = new();

    /// <summary>The stages that were walked through.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>Forms and pages tried.</summary>
    public int Sent => sent;

    /// <summary>Forms that pages offered.</summary>
    public int Offered => offered;

    private int sent;
    private int offered;

    public async Task SignIn(string account)
    {
        visitors[account] = await site.SignIn(account);
        await visitors[account].Token();
    }

    /// <summary>Sends an act's form with every field that any act might want.</summary>
    public static Task<HttpResponseMessage> Send(Visitor visitor, Place place, Act act, byte[] sample)
    {
        var isUpload = act.Address.EndsWith("/moi", StringComparison.Ordinal) || act.Address.EndsWith("/tai-len", StringComparison.Ordinal);
        (string, string)[] fields = [("commandId", Guid.CreateVersion7().ToString()), .. place.Fields, .. act.Address.StartsWith("/quan-tri", StringComparison.Ordinal) && !act.Address.Contains('{', StringComparison.Ordinal) ? [("id", place.Ids["account"].ToString())] : Array.Empty<(string, string)>()];
        return isUpload ? visitor.Upload(place.At(act.Address), "mau.txt", sample, fields) : visitor.Post(place.At(act.Address), fields);
    }

    public async Task Look(Place? place)
    {
        if (place is null || Seen.Contains(place.Stage))
        {
            return;
        }

        Seen.Add(place.Stage);
        var before = await Snapshot.Of(connection);
        await Task.WhenAll(visitors.Select(visitor => Task.Run(async () =>
        {
            await Try(visitor.Key, visitor.Value, place);
            await Offers(visitor.Key, visitor.Value, place);
        })));
        Assert.Equal(before, await Snapshot.Of(connection));
    }

    /// <summary>Who may what, as the answers told: a line an act or a page.</summary>
    public string Matrix() => string.Join('\n', Acts.All.Select(act => (Key: $"{act.Address} {act.Command.Name}", act.Address)).Concat(Acts.Sights.Select(sight => (Key: $"{sight.Address} (page)", sight.Address)))
        .Select(one => $"{one.Key}: {string.Join(' ', visitors.Keys.Where(account => !refused[(one.Key, account)]))}")) + "\n";

    private async Task Try(string account, Visitor visitor, Place place)
    {
        foreach (var act in Acts.All)
        {
            var may = May(account, act.Command);
            refused[($"{act.Address} {act.Command.Name}", account)] = !may;
            if (may && act.MayHappenIn(place.Stage))
            {
                continue;
            }

            using var answer = await Send(visitor, place, act, sample);
            Interlocked.Increment(ref sent);
            var good = may ? answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound : answer.StatusCode == HttpStatusCode.Forbidden;
            Assert.True(good, $"{place.Stage}: {account} {act.Address}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        foreach (var sight in Acts.Sights)
        {
            var may = sight.Queries.All(query => May(account, query));
            refused[($"{sight.Address} (page)", account)] = !may;
            if (!may || place.Stage == "receipts")
            {
                using var answer = await visitor.Get(place.At(sight.Address));
                Interlocked.Increment(ref sent);
                Assert.True(answer.StatusCode == (may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{place.Stage}: {account} {sight.Address}: {(int)answer.StatusCode}");
            }
        }
    }

    // A button that leads to a refusal is a lie: what a page offers, its reader may do, and now.
    private async Task Offers(string account, Visitor visitor, Place place)
    {
        foreach (var sight in Acts.Sights.Where(sight => !sight.Address.Contains('.', StringComparison.Ordinal) && sight.Queries.All(query => May(account, query))))
        {
            using var answer = await visitor.Get(place.At(sight.Address));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var page = await answer.Content.ReadAsStringAsync();
            foreach (var form in Regex.Matches(page, "<form method=\"post\"([^>]*)>(.*?)</form>", RegexOptions.Singleline).Where(form => form.Groups[2].Value.Contains("<button", StringComparison.Ordinal)))
            {
                var action = Regex.Match(form.Groups[1].Value, " action=\"([^\"]+)\"") is { Success: true } named ? named.Groups[1].Value : sight.Address;
                if (action is "/dang-xuat" or "/co-chu" or "/kiem-tra-van-ban")
                {
                    continue;
                }

                var act = Acts.All.Single(one => one.Address.Split('/')[1] == action.Split('/')[1] && one.Address.Split('/')[^1] == action.Split('/')[^1]);
                Interlocked.Increment(ref offered);
                Assert.True(May(account, act.Command) && act.MayHappenIn(place.Stage), $"{place.Stage}: {sight.Address} offers {account} {act.Command.Name}");
            }
        }
    }

    private bool May(string account, Type request)
    {
        var allow = request.GetCustomAttribute<AllowAttribute>()!;
        return allow.Everyone || allow.Offices.Intersect(roll[account].Offices).Any() || allow.Bodies.Intersect(roll[account].Bodies).Any();
    }
}
