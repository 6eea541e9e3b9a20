using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A step of the case, done or open.</summary>
public sealed record StepRow(string Name, string ElementId, DateTimeOffset Opened, DateTimeOffset? Closed, string By, string Outcome);

/// <summary>How sure the place of a comment in the current version is.</summary>
public enum CommentAnchorage
{
    /// <summary>Where it was written.</summary>
    Exact,

    /// <summary>The same words, elsewhere.</summary>
    Moved,

    /// <summary>Probably there: its author or the office is asked.</summary>
    Fuzzy,

    /// <summary>Its words are gone.</summary>
    Lost,

    /// <summary>It was answered on an earlier version and stays behind there.</summary>
    Behind,
}

/// <summary>A comment with its place in the current version: the clause (empty when lost or behind) and the words in it, none for the whole clause.</summary>
public sealed record CommentRow(
    Guid Id, string ClauseId, int Start, int Length, CommentAnchorage Anchor, string ClauseTitle, string Author, bool IsMine, string Quote, bool IsProposal, string Asks, DateTimeOffset At, Disposition? Disposition, string Reason);

/// <summary>A member's answer.</summary>
public sealed record OpinionRow(string Member, OpinionAnswer? Answer, string Reason, DateTimeOffset? At, bool IsMine);

/// <summary>A line of the log, as people read it.</summary>
public sealed record HistoryRow(long Position, DateTimeOffset At, string ActorName, string Text);

/// <summary>A version; <paramref name="Sent"/> is its number as a "lần dự thảo", null for a working copy.</summary>
public sealed record VersionRow(int Round, string Hash, DateTimeOffset At, string Author, VersionCause Cause, string Note, int? Sent);

/// <summary>Everything that a draft's page shows.</summary>
public sealed record DraftView(
    Draft Draft, string Type, string Drafter, DraftText Text, IReadOnlyList<VersionRow> Versions, IReadOnlyList<StepRow> Steps, string Sentence,
    IReadOnlyList<CommentRow> Comments, IReadOnlyList<OpinionRow> Opinions, DateTimeOffset? ClosesAt, IReadOnlySet<string> MyTasks, IReadOnlyList<StageHold> Work, bool MayEdit, Guid? IssuedId, string ProcessXml, IReadOnlyList<HistoryRow> History)
{
    /// <summary>How people speak of it.</summary>
    public string Title => Draft.Title();

    /// <summary>Elements where the case stands now.</summary>
    public IReadOnlyList<string> Present => [.. Steps.Where(step => step.Closed is null).Select(step => step.ElementId)];
}

/// <summary>One draft.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadDraft(Guid Id) : IQuery<DraftView?>, IOfDraft
{
    Guid IOfDraft.DraftId => Id;
}

internal sealed class ReadDraftHandler(WorkflowDbContext db, StageHolds holds, Actor actor) : IRequestHandler<ReadDraft, DraftView?>
{
    public async Task<DraftView?> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draft.Id).OrderBy(version => version.Round)
            .Select(version => new { version.Round, version.Hash, version.At, version.AuthorId, version.Cause, version.Note, Sent = db.Set<DraftRound>().Where(round => round.VersionId == version.Id).Select(round => (int?)round.Number).FirstOrDefault() }).ToListAsync(cancellationToken);
        var text = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var tasks = await db.Set<OpenTask>().AsNoTracking().Where(task => task.SubjectId == draft.Id).OrderBy(task => task.OpenedAt).ThenBy(task => task.Id).ToListAsync(cancellationToken);
        var machine = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.SubjectId == draft.Id).OrderBy(message => message.CreatedAt).ToListAsync(cancellationToken);
        var round = await db.Set<ReviewRound>().AsNoTracking().Where(one => one.DraftId == draft.Id).OrderByDescending(one => one.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        var sheets = round is null ? [] : await db.Set<OpinionSheet>().AsNoTracking().Where(sheet => sheet.RoundId == round.Id).OrderBy(sheet => sheet.Id).ToListAsync(cancellationToken);
        var comments = await db.Set<Comment>().AsNoTracking().Where(comment => comment.DraftId == draft.Id).OrderBy(comment => comment.At).ToListAsync(cancellationToken);
        var process = await db.Set<ProcessInstance>().Where(instance => instance.Id == draft.ProcessInstanceId).Join(db.Set<StoredDefinition>(), instance => instance.DefinitionHash, definition => definition.Hash, (instance, definition) => new { definition.Xml, instance.End, instance.SuspendedAt }).SingleAsync(cancellationToken);
        var history = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == draft.Id).OrderByDescending(entry => entry.Position).Take(200).Select(entry => new HistoryRow(entry.Position, entry.At, entry.ActorName, entry.Text)).ToListAsync(cancellationToken);
        var issued = await db.Set<IssuedDocument>().Where(one => one.DraftId == draft.Id).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);
        var offices = await actor.OfficesHeld(cancellationToken);
        var open = tasks.Where(task => task.ClosedAt is null).ToList();
        var signable = await Adoption.SignableHash(db, draft, cancellationToken);
        var work = await holds.Of(open, cancellationToken);
        var isOffice = Offices.OfDesk.Any(offices.Contains);
        var mine = open.Where(task => work.FirstOrDefault(one => one.TaskId == task.Id)?.MayWork ?? task.Candidates switch
        {
            "role:office" => isOffice,
            "body:standing-committee" => sheets.Exists(sheet => sheet.PersonId == actor.PersonId) && round!.IsOpen(actor.Now),
            "signer" => SigningAuthority.MaySign(text, draft.CurrentHash, signable, actor.Name, [.. offices]) is null,
            _ => false,
        }).Select(task => task.TaskKey).ToHashSet();
        var closesAt = open.Exists(task => task.TaskKey == TaskKeys.Review) ? round?.ClosesAt : null;
        // Others' answers stay hidden until I have answered or the round is closed.
        var show = Offices.OfPartyOffice.Any(offices.Contains) || round is null || !round.IsOpen(actor.Now) || sheets.Exists(sheet => sheet.PersonId == actor.PersonId && sheet.Answer is not null);
        var steps = tasks.Select(task => new StepRow(task.Name, task.ElementId, task.OpenedAt, task.ClosedAt, task.ClosedById is { } by ? names.GetValueOrDefault(by, "") + (task.ForId is { } absent ? $" (thay đ/c {names.GetValueOrDefault(absent, "")})" : "") : "", task.Outcome))
            .Concat(machine.Select(message => new StepRow(message.Name, message.ElementId, message.CreatedAt, message.DoneAt, "Hệ thống", message.FailedAt is null ? "" : message.LastError))).OrderBy(step => step.Opened).ToList();
        return new DraftView(
            draft, draft.Type(), names.GetValueOrDefault(draft.DrafterId, ""), text, [.. versions.Select(version => new VersionRow(version.Round, version.Hash, version.At, names.GetValueOrDefault(version.AuthorId, ""), version.Cause, version.Note, version.Sent))], steps,
            Sentence(draft, process.End, process.SuspendedAt, open, machine, sheets, names, closesAt), await CommentPlaces.Of(db, draft, text, [.. comments.Where(comment => show || comment.AuthorId == actor.PersonId || comment.RoundId is null)], names, actor.PersonId, cancellationToken),
            [.. sheets.Where(sheet => show || sheet.PersonId == actor.PersonId).Select(sheet => new OpinionRow(names[sheet.PersonId], sheet.Answer, sheet.Reason, sheet.AnsweredAt, sheet.PersonId == actor.PersonId))],
            closesAt, mine, work, mine.Contains(TaskKeys.Drafting) || mine.Contains(TaskKeys.Revision), issued, process.Xml, history);
    }

    // What it waits for, on whom, since when, until when.
    private static string Sentence(Draft draft, CaseEnd? end, DateTimeOffset? suspendedAt, List<OpenTask> open, List<OutboxMessage> machine, List<OpinionSheet> sheets, Dictionary<Guid, string> names, DateTimeOffset? closesAt)
    {
        static string Day(DateTimeOffset at) => Domain.VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        if (end == CaseEnd.Cancelled)
        {
            return "Hồ sơ đã dừng hẳn; lý do ở phần Hồ sơ.";
        }

        if (suspendedAt is { } held)
        {
            return $"Hồ sơ đang tạm dừng từ {Day(held)}; lý do ở phần Hồ sơ.";
        }

        if (machine.Find(message => message.DoneAt is null) is { } running)
        {
            return running.FailedAt is null ? $"Hệ thống đang làm: {running.Name}." : $"Hệ thống gặp sự cố khi “{running.Name}”; người quản trị cần xem.";
        }

        if (open.Count == 0)
        {
            return "Hồ sơ đã hoàn thành và được lưu.";
        }

        return string.Join(' ', open.Select(task =>
        {
            var whom = task.Candidates switch
            {
                "drafter" => $"đồng chí {names.GetValueOrDefault(draft.DrafterId, "")}",
                "body:standing-committee" => $"{sheets.Count(sheet => sheet.Answer is null)} đồng chí Ban Thường vụ chưa trả lời",
                _ => CandidateWords.Of(task.Candidates),
            };
            if (task.HolderId is { } holder)
            {
                whom = $"đồng chí {names.GetValueOrDefault(holder, "")} (đã nhận lúc {Day(task.HeldAt!.Value)})";
            }

            return $"Đang chờ {whom}: bước “{task.Name}”, từ {Day(task.OpenedAt)}{((task.TaskKey == TaskKeys.Review ? closesAt : task.DueAt) is { } until ? $", hạn {Day(until)}" : "")}.";
        }));
    }
}
