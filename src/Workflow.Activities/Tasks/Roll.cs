using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>The candidate words of people on a day: of the offices they hold, the bodies they sit in, and their own.</summary>
internal sealed class Roll
{
    private readonly Dictionary<Guid, HashSet<string>> words = [];
    private readonly HashSet<Guid> acting = [];

    /// <summary>The words of a person; none for a stranger.</summary>
    public IReadOnlySet<string> Of(Guid person) => words.GetValueOrDefault(person) ?? [];

    /// <summary>People with an account that is open: only they can do anything.</summary>
    public IReadOnlySet<Guid> Acting => acting;

    /// <summary>Every word that stands for somebody who can act.</summary>
    public IReadOnlySet<string> Alive => acting.SelectMany(Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those who can act and bear a word.</summary>
    public IEnumerable<Guid> Bearing(string word) => acting.Where(person => Of(person).Contains(word));

    /// <summary>Reads the roll of a day, of these people or of all.</summary>
    public static async Task<Roll> Read(WorkflowDbContext db, Guid organization, DateOnly day, DateTimeOffset now, IReadOnlyCollection<Guid>? people, CancellationToken ct)
    {
        var roll = new Roll();
        void Add(Guid person, string word)
        {
            if (!roll.words.TryGetValue(person, out var mine))
            {
                roll.words[person] = mine = [CandidateWords.Of(person)];
            }

            mine.Add(word);
        }

        foreach (var held in await db.Set<OfficeHeld>().AsNoTracking().Where(held => (people == null || people.Contains(held.PersonId)) && held.From <= day && (held.To == null || held.To >= day)).Select(held => new { held.PersonId, held.Office }).ToListAsync(ct))
        {
            Add(held.PersonId, CandidateWords.Of(held.Office));
            if (Offices.OfDesk.Contains(held.Office))
            {
                Add(held.PersonId, CandidateWords.Desk);
            }
        }

        foreach (var member in await db.Set<Membership>().AsNoTracking().Where(member => (people == null || people.Contains(member.PersonId)) && member.From <= day && (member.To == null || member.To >= day))
            .Join(db.Set<Body>(), member => member.BodyId, body => body.Id, (member, body) => new { member.PersonId, body.Kind }).ToListAsync(ct))
        {
            Add(member.PersonId, CandidateWords.Of(member.Kind));
        }

        foreach (var account in await db.Set<Account>().AsNoTracking().Where(account => account.OrganizationId == organization && (people == null || people.Contains(account.PersonId))).Select(account => new { account.PersonId, account.UserName, account.LockoutEnd }).ToListAsync(ct))
        {
            Add(account.PersonId, CandidateWords.Person + account.UserName?.ToLowerInvariant());

            // Locked for some minutes is not closed.
            if (account.LockoutEnd is null || account.LockoutEnd < now.AddDays(1))
            {
                roll.acting.Add(account.PersonId);
            }
        }

        return roll;
    }
}
