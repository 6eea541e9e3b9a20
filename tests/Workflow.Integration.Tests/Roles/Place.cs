using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Integration.Tests.Roles;

/// <summary>Where the story stands, with every id that a form of that stage would carry: what is refused is refused for the person alone.</summary>
internal sealed record Place(string Stage, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyList<(string Key, string Value)> Fields)
{
    /// <summary>Hash of a definition that ships: it is everybody's.</summary>
    public string Shipped { get; private init; } = "";

    public string At(string address) => Ids.Aggregate(address.Replace("[shipped]", Shipped, StringComparison.Ordinal), (done, id) => done.Replace($"{{{id.Key}}}", id.Value.ToString(), StringComparison.Ordinal));

    /// <summary>Reads it from the database; null before the draft is there.</summary>
    public static async Task<Place?> Read(WorkflowDbContext db)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync() is not { } draft)
        {
            return null;
        }

        var open = await db.Set<OpenTask>().Where(task => task.SubjectId == draft.Id && task.ClosedAt == null).OrderBy(task => task.TaskKey).Select(task => task.TaskKey).ToListAsync();
        var item = await db.Set<AgendaItem>().AsNoTracking().SingleOrDefaultAsync();
        var vote = await db.Set<Vote>().AsNoTracking().SingleOrDefaultAsync();
        var isOpen = item is not null && await db.Set<Conference>().AnyAsync(one => one.Id == item.ConferenceId && one.OpenedAt != null);
        var called = !open.Contains("conference") || item is null ? "" : vote is not null ? ", voting" : isOpen ? ", opened" : ", called";
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == draft.CurrentVersionId).Select(version => version.Canonical).SingleAsync());
        var comment = await db.Set<Comment>().Select(row => row.Id).FirstOrDefaultAsync();
        var issued = await db.Set<IssuedDocument>().Select(row => row.Id).SingleOrDefaultAsync();
        var unit = await db.Set<Account>().Where(row => row.UserName == "donvi1").Join(db.Set<Person>(), row => row.PersonId, person => person.Id, (_, person) => person.UnitId).SingleAsync();
        var dispatch = await db.Set<Dispatch>().Where(row => row.UnitId == unit).Select(row => row.Id).SingleOrDefaultAsync();
        var chair = await db.Set<Account>().Where(row => row.UserName == "bithu").Select(row => row.PersonId).SingleAsync();
        var victim = await db.Set<Account>().Where(row => row.UserName == "uyvien20").Select(row => row.Id).SingleAsync();
        var round = await db.Set<ReviewRound>().Select(row => row.Id).SingleOrDefaultAsync();
        Guid Or(Guid id) => id == default ? Guid.NewGuid() : id;
        return new(string.Join('+', open) + called, new Dictionary<string, Guid> { ["draft"] = draft.Id, ["round"] = Or(round), ["instance"] = draft.ProcessInstanceId, ["conference"] = Or(item?.ConferenceId ?? default), ["vote"] = Or(vote?.Id ?? default), ["item"] = Or(item?.Id ?? default), ["issued"] = Or(issued), ["dispatch"] = Or(dispatch), ["account"] = victim, ["task"] = Or(default), ["upload"] = Guid.NewGuid(), ["book"] = Or(await db.Set<NumberSeries>().Select(row => row.Id).FirstOrDefaultAsync()) },
        [
            ("signed", $"{draft.Id}|{draft.CurrentHash}"), ("hash", draft.CurrentHash), ("draftId", draft.Id.ToString()), ("closesAt", "17:00"), ("personId", chair.ToString()), ("means", "Phone"), ("isRight", "true"), ("noteId", Guid.NewGuid().ToString()), ("note", "Đạt"), ("passed", "true"), ("closesOn", Domain.VietnamTime.DayOf(DateTimeOffset.UtcNow).AddDays(5).ToString("yyyy-MM-dd")), ("clauseId", text.Clauses[3].Id), ("text", "Nội dung mới."), ("answer", "Agree"), ("reason", "Có lý do chính đáng"),
            ("commentId", Or(comment).ToString()), ("disposition", "Accepted"), ("issuedId", Or(issued).ToString()), ("tracked", "Accept"), ("body", "ExecutiveCommittee"), ("day", Domain.VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd")), ("time", "08:00"),
            ("place", "Hội trường"), ("chairId", chair.ToString()), ("noteTakerId", chair.ToString()), ("draftIds", draft.Id.ToString()), ("itemId", Or(item?.Id ?? default).ToString()), ("mode", "ShowOfHands"), ("voteId", Or(vote?.Id ?? default).ToString()),
            ("marks", "0"), ("entries[0].PersonId", chair.ToString()), ("entries[0].Presence", "Absent"), ("discussion", "Khác"), ("dispatchId", Or(dispatch).ToString()), ("how", "Điện thoại"),
            ("targets", "0"), ("duties", "0"), ("password", "mat khau khac 1"), ("userName", "moi.nguoi"), ("fullName", "Lò Thị Mới"), ("office", "OfficeStaff"),
        ])
        {
            Shipped = await db.Set<ProcessInstance>().Where(row => row.Id == draft.ProcessInstanceId).Select(row => row.DefinitionHash).SingleAsync(),
        };
    }
}
