using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Reading;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A copy as it would go out.</summary>
internal sealed record PlannedCopy(Unit Unit, string Line, string Purpose, DispatchChannel Channel, bool HasAccount);

/// <summary>A body to which the text gives something to do, and that is no recipient.</summary>
public sealed record ForgottenBody(Guid UnitId, string Name, string Task);

/// <param name="Lines">The lines under Nơi nhận with the units that they mean on the day.</param>
/// <param name="Copies">One for each unit.</param>
/// <param name="Unknown">Lines that mean no unit: the office looks.</param>
/// <param name="Forgotten">Bodies with a task that get no copy.</param>
internal sealed record Plan(IReadOnlyList<ResolvedRecipient> Lines, IReadOnlyList<PlannedCopy> Copies, IReadOnlyList<string> Unknown, IReadOnlyList<ForgottenBody> Forgotten);

/// <summary>Works out to whom a document goes, by which way: its lines as the organization is on its day, what the office chose, what each unit prefers.</summary>
internal sealed class RecipientPlan(WorkflowDbContext db)
{
    private const int LongestQuote = 200;

    public async Task<Plan> Of(IssuedDocument issued, CancellationToken ct)
    {
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct));
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(ct);
        var groups = await db.Set<RecipientGroup>().AsNoTracking().ToListAsync(ct);
        var members = (await db.Set<RecipientGroupUnit>().AsNoTracking().ToListAsync(ct)).ToLookup(one => one.GroupId, one => one.UnitId);
        var choices = (await db.Set<RecipientChoice>().AsNoTracking().Where(row => row.IssuedDocumentId == issued.Id).ToListAsync(ct)).ToDictionary(row => row.UnitId);
        var reading = await WithAccount(ct);
        var names = new RecipientResolver(units, [.. groups.Select(group => (group, (IReadOnlyList<Guid>)[.. members[group.Id]]))], issued.Date);
        var lines = names.Resolve(text.Recipients);
        var copies = lines.SelectMany(line => line.Units.Select(unit => Copy(unit, line.Line.Name, line.Line.Purpose ?? "", choices.GetValueOrDefault(unit.Id), reading))).ToList();
        var there = copies.Select(copy => copy.Unit.Id).ToHashSet();
        copies.AddRange(units.Where(unit => choices.ContainsKey(unit.Id) && there.Add(unit.Id)).OrderBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => Copy(unit, choices[unit.Id].Line, choices[unit.Id].Purpose, choices[unit.Id], reading)));
        var chosen = choices.Values.Select(choice => choice.Line).ToHashSet(StringComparer.Ordinal);

        // Two lines of the same name, of which the second finds nobody left, are no riddle; nor is one whose units an earlier line has.
        var unknown = lines.Where(one => one.Units.Count == 0 && !one.IsPublication && !chosen.Contains(one.Line.Name) && names.Units(one.Line.Name).Count == 0).Select(one => one.Line.Name).Distinct().ToList();
        return new(lines, copies, unknown, Forgotten(text, names, there));
    }

    /// <summary>Units for which somebody has an account: they see their copies on the page.</summary>
    public async Task<HashSet<Guid>> WithAccount(CancellationToken ct) => [.. await db.Set<Person>().Where(person => person.UnitId != null && db.Set<Account>().Any(account => account.PersonId == person.Id)).Select(person => person.UnitId!.Value).Distinct().ToListAsync(ct)];

    /// <summary>The way a copy really goes: nobody is sent to a page without an account, nor to an address that is not there.</summary>
    public static DispatchChannel Way(DispatchChannel wanted, Unit unit, bool hasAccount) => wanted switch
    {
        DispatchChannel.Page when !hasAccount => unit.MailAddress.Length > 0 ? DispatchChannel.Mail : DispatchChannel.Paper,
        DispatchChannel.Mail when unit.MailAddress.Length == 0 => hasAccount ? DispatchChannel.Page : DispatchChannel.Paper,
        _ => wanted,
    };

    private static PlannedCopy Copy(Unit unit, string line, string purpose, RecipientChoice? choice, HashSet<Guid> reading) =>
        new(unit, line, choice is { Purpose.Length: > 0 } ? choice.Purpose : purpose, Way(choice?.Channel ?? unit.Channel, unit, reading.Contains(unit.Id)), reading.Contains(unit.Id));

    private static List<ForgottenBody> Forgotten(DraftText text, RecipientResolver names, HashSet<Guid> there)
    {
        var tasks = FollowUpReader.Assignments(text).SelectMany(found => found.Who.Select(who => (who, found.What))).Concat(FollowUpReader.Duties(text).Select(duty => (who: duty.Who, What: "báo cáo: " + duty.What)));
        return [.. tasks.DistinctBy(task => task.who).SelectMany(task => names.Units(task.who).Select(unit => (unit, task.What))).Where(one => !there.Contains(one.unit.Id))
            .DistinctBy(one => one.unit.Id).Select(one => new ForgottenBody(one.unit.Id, one.unit.Name, one.What.Length > LongestQuote ? one.What[..LongestQuote] + "…" : one.What))];
    }
}
