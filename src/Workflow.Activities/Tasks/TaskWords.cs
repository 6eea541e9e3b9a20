using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Says for whom tasks wait, people by their names.</summary>
internal sealed class TaskWords
{
    private readonly Dictionary<string, string> people;

    private TaskWords(Dictionary<string, string> people) => this.people = people;

    public static async Task<TaskWords> Of(WorkflowDbContext db, Guid organization, CancellationToken ct)
    {
        var rows = await db.Set<Person>().AsNoTracking().Select(person => new { person.Id, person.FullName, Account = db.Set<Account>().Where(account => account.OrganizationId == organization && account.PersonId == person.Id).Select(account => account.UserName).FirstOrDefault() }).ToListAsync(ct);
        var people = rows.ToDictionary(row => CandidateWords.Of(row.Id), row => $"đ/c {row.FullName}", StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Account is not null))
        {
            people[CandidateWords.Person + row.Account!.ToLowerInvariant()] = $"đ/c {row.FullName}";
        }

        return new(people);
    }

    public string Say(string candidates) => CandidateWords.Of(candidates, people);
}
