using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Inbox;

/// <summary>Something that waits for me.</summary>
/// <param name="Held">Who has taken it, or to whom I gave it; empty when it waits for me to do or take it.</param>
/// <param name="InPlaceOf">Name of the absent one whose work it is; empty in the own right.</param>
public sealed record InboxItem(string What, string Title, string Link, DateTimeOffset Since, string From, DateTimeOffset? Until, string Held = "", string InPlaceOf = "", bool IsPressing = false)
{
    /// <summary>What makes it this turn of this person, and no other: one message, one digest line.</summary>
    public required string Key { get; init; }

    /// <summary>Why it is theirs: "đồng chí thuộc Văn phòng Đảng ủy"; empty where the title says it.</summary>
    public string Why { get; init; } = "";

    /// <summary>Its place in the list; earlier is more urgent.</summary>
    public required DateTimeOffset UrgentAt { get; init; }

    /// <summary>Who put it there; empty for the machine.</summary>
    public Guid FromId { get; init; }

    /// <summary>Whether it is theirs to do: not what somebody else has taken.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>Whether an office drew this work itself: its name may say anything, and is not for a subject line.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>When one was last reminded; null when never.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

/// <summary>A page of what waits for me; <paramref name="Next"/> is where the following page begins, empty on the last.</summary>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, string Next);

/// <summary>What waits for me, most urgent first; nothing else. <paramref name="After"/> is the <see cref="InboxPage.Next"/> of the page before.</summary>
[Allow(Everyone = true)]
public sealed record ReadInbox(string After = "") : IQuery<InboxPage>;

internal sealed class ReadInboxHandler(WorkflowDbContext db, MyTasks mine, TaskRights rights, Actor actor) : IRequestHandler<ReadInbox, InboxPage>
{
    private const int Size = 20;
    private const int UsualPriority = 50;

    public async Task<InboxPage> Handle(ReadInbox request, CancellationToken cancellationToken)
    {
        var after = Key(request.After);
        var found = await mine.Page(after, Size, cancellationToken);
        var page = found.Take(Size).ToList();
        var items = await Items(page, cancellationToken);
        if (after is null)
        {
            // What is no task of a process stands on the first page, among the tasks of that page.
            items = [.. new[] { await Votes(cancellationToken), await OpinionsWaiting.For(db, actor, cancellationToken), items, await Incoming(cancellationToken) }.SelectMany(some => some).OrderBy(item => item.UrgentAt)];
        }

        return new(items, found.Count > Size ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].UrgentAt.UtcTicks}_{page[^1].Id:N}") : "");
    }

    private static TaskKey? Key(string text) => text.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var last)
        ? new(new DateTimeOffset(at, TimeSpan.Zero), last)
        : null;

    private async Task<List<InboxItem>> Items(List<OpenTask> tasks, CancellationToken ct)
    {
        var subjects = tasks.ConvertAll(task => task.SubjectId);
        var titles = await Subjects.Titles(db, subjects, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().Where(one => subjects.Contains(one.DraftId)).ToDictionaryAsync(one => one.DraftId, one => one.Id, ct);
        var closes = (await db.Set<ReviewRound>().AsNoTracking().Where(round => subjects.Contains(round.DraftId) && round.ClosedAt == null)
            .Select(round => new AskedRound(round.DraftId, round.Id, round.VersionHash, round.ClosesAt, db.Set<RoundDeadline>().Where(row => row.RoundId == round.Id && row.Kind == DeadlineKind.Reminder && row.State == DeadlineState.Done).Max(row => row.SettledAt)))
            .ToListAsync(ct)).ToLookup(round => round.DraftId);
        var standsFor = (await rights.Me(ct)).StandsIn.Select(one => one.AbsentId);
        var people = tasks.SelectMany(task => new[] { task.OpenedById, task.HolderId, task.ForId }).OfType<Guid>().Concat(standsFor).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        string Name(Guid? id) => id is { } one ? names.GetValueOrDefault(one, "Hệ thống") : "";
        var me = await rights.Me(ct);
        var items = new List<InboxItem>();
        foreach (var facts in await rights.Facts(tasks, ct))
        {
            var task = facts.Task;
            var (link, until) = Place(task, issued, closes);
            var judged = StageWork.Passes(task.TaskKey) ? TaskRights.Judge(me, facts) : new(null, null);
            if (judged.Refusal is null or { Code: "task.held" })
            {
                var held = task.HolderId is not { } holder ? "" : holder == actor.PersonId ? "Đồng chí đã nhận" : task.GivenById == actor.PersonId ? $"Đồng chí đã giao cho đ/c {Name(holder)}" : $"Đ/c {Name(holder)} đã nhận lúc {Moment(task.HeldAt!.Value)}";
                var asked = task.TaskKey == TaskKeys.Review ? closes[task.SubjectId].FirstOrDefault() : null;
                items.Add(new(task.Name, titles.GetValueOrDefault(task.SubjectId, ""), link, task.OpenedAt, Name(task.OpenedById), until, held, Name(judged.ForId), task.Priority > UsualPriority)
                {
                    Key = asked is not null ? OpinionsWaiting.Key(asked.Id, asked.VersionHash) : $"task:{task.Id:N}",
                    Why = task.GivenById is { } giver && giver != actor.PersonId ? $"đ/c {Name(giver)} giao cho đồng chí" : asked is not null ? OpinionsWaiting.Asked : WhyMine.Of(facts.Words, me.Words, judged.ForId is not null),
                    UrgentAt = asked?.ClosesAt ?? task.UrgentAt,
                    FromId = task.OpenedById,
                    IsDrawn = task.TaskKey.Length == 0,
                    Waits = task.HolderId is null || task.HolderId == actor.PersonId,
                    RemindedAt = asked?.RemindedAt,
                });
            }
        }

        return items;
    }

    private static (string Link, DateTimeOffset? Until) Place(OpenTask task, Dictionary<Guid, Guid> issued, ILookup<Guid, AskedRound> closes) => task.TaskKey switch
    {
        "" => ($"/viec/{task.Id}", task.DueAt),
        TaskKeys.FollowUp when issued.TryGetValue(task.SubjectId, out var id) => ($"/van-ban/{id}", task.DueAt),
        TaskKeys.Conference or TaskKeys.Approval => ("/hoi-nghi", task.DueAt),
        TaskKeys.Review when closes[task.SubjectId].Any() => ($"/lay-y-kien/{closes[task.SubjectId].First().Id}", closes[task.SubjectId].First().ClosesAt),
        _ => ($"/du-thao/{task.SubjectId}", task.DueAt),
    };

    private sealed record AskedRound(Guid DraftId, Guid Id, string VersionHash, DateTimeOffset ClosesAt, DateTimeOffset? RemindedAt);

    private static string Moment(DateTimeOffset at) => Domain.VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task<List<InboxItem>> Votes(CancellationToken ct) => [.. (await db.Set<Vote>().AsNoTracking()
        .Where(vote => vote.ClosedAt == null && vote.VoidedAt == null && (vote.Mode == VoteMode.Devices || vote.Mode == VoteMode.SecretDevices)
            && db.Set<VoteMember>().Any(member => member.VoteId == vote.Id && member.PersonId == actor.PersonId && member.Standing == Standing.MayVote && !member.HasVoted))
        .Select(vote => new { vote.Id, vote.Question, vote.ConferenceId, vote.OpenedAt }).ToListAsync(ct))
        .Select(row => new InboxItem("Biểu quyết", row.Question, $"/hoi-nghi/{row.ConferenceId}", row.OpenedAt, "Hội nghị", row.OpenedAt) { Key = $"vote:{row.Id:N}", UrgentAt = row.OpenedAt, Why = "đồng chí có mặt tại hội nghị" })];

    private async Task<List<InboxItem>> Incoming(CancellationToken ct)
    {
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(ct);
        return unit is null ? [] : [.. (await db.Set<Dispatch>().AsNoTracking().Where(dispatch => dispatch.UnitId == unit && (dispatch.Recall == RecallState.Asked || (dispatch.ReceivedAt == null && dispatch.Status != DispatchStatus.Refused && dispatch.Recall != RecallState.Agreed))).OrderBy(dispatch => dispatch.SentAt).Take(Size)
            .Join(db.Set<IssuedDocument>(), dispatch => dispatch.IssuedDocumentId, document => document.Id, (dispatch, document) => new { dispatch, document.NumberAndSymbol, document.Subject }).ToListAsync(ct))
            .Select(row => new InboxItem(row.dispatch.Recall == RecallState.Asked ? "Văn bản bị thu hồi, chờ trả lời" : "Văn bản đến, chưa báo nhận", $"{row.NumberAndSymbol} {row.Subject}", $"/van-ban-den/{row.dispatch.Id}", row.dispatch.SentAt, "Văn phòng Đảng ủy", null)
            {
                Key = $"{(row.dispatch.Recall == RecallState.Asked ? "recall" : "dispatch")}:{row.dispatch.Id:N}", UrgentAt = row.dispatch.SentAt.AddDays(1), Why = row.dispatch.Recall == RecallState.Asked ? "Văn phòng đề nghị thu hồi bản gửi cho đơn vị" : "đơn vị của đồng chí là nơi nhận",
            })];
    }
}
