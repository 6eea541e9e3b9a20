using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Authority;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
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
    Guid Id, string ClauseId, int Start, int Length, CommentAnchorage Anchor, string ClauseTitle, string Author, bool IsMine, string Quote, bool IsProposal, string Asks, DateTimeOffset At, Disposition? Disposition, string Reason)
{
    public CommentReaders Readers { get; init; }

    public bool IsLate { get; init; }

    /// <summary>Whether its author still waits for an answer.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The comment it was merged with; null for one that stands for itself.</summary>
    public Guid? MergedIntoId { get; init; }

    public bool IsAssigned { get; init; }

    public int? DoneInRound { get; init; }

    public string Objection { get; init; } = "";
}

/// <summary>A member's answer; <paramref name="HasAnswered"/> may be known where the answer itself is hidden.</summary>
public sealed record OpinionRow(string Member, OpinionAnswer? Answer, string Reason, DateTimeOffset? At, bool IsMine, bool HasAnswered);

/// <summary>A remark of the reader that is not sent yet.</summary>
public sealed record NoteRow(Guid Id, string ClauseId, string ClauseTitle, string Quote, int QuoteStart, string? Proposed, string Text, CommentReaders Readers, DateTimeOffset SavedAt);

/// <summary>The newest round on a draft as its reader meets it.</summary>
/// <param name="AsksMe">Whether the reader has a sheet in it.</param>
/// <param name="IsCurrent">Whether it asks about the version that is the newest.</param>
public sealed record DraftRoundRow(Guid Id, bool IsOpen, bool AsksMe, bool IHaveAnswered, bool IsCurrent, DateTimeOffset ClosesAt, RoundPurpose Purpose);

/// <summary>A line of the log, as people read it.</summary>
public sealed record HistoryRow(long Position, DateTimeOffset At, string ActorName, string Text);

/// <summary>A version; <paramref name="Sent"/> is its number as a "lần dự thảo", null for a working copy.</summary>
public sealed record VersionRow(int Round, string Hash, DateTimeOffset At, string Author, VersionCause Cause, string Note, int? Sent);

/// <summary>Everything that a draft's page shows.</summary>
public sealed record DraftView(
    Draft Draft, string Type, string Drafter, DraftText Text, IReadOnlyList<VersionRow> Versions, IReadOnlyList<StepRow> Steps, string Sentence,
    IReadOnlyList<CommentRow> Comments, IReadOnlyList<OpinionRow> Opinions, DateTimeOffset? ClosesAt, IReadOnlySet<string> MyTasks, IReadOnlyList<StageHold> Work, bool MayEdit, Guid? IssuedId, string ProcessXml, IReadOnlyList<HistoryRow> History)
{
    /// <summary>The newest round; null when nobody was ever asked.</summary>
    public DraftRoundRow? Round { get; init; }

    /// <summary>The comments that were asked for, and what is said of the others.</summary>
    public ShownComments Shown { get; init; } = null!;

    /// <summary>What the reader has written and not sent.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>Comments that hold the next step up, restricted ones too.</summary>
    public int Unanswered { get; init; }

    /// <summary>Whether the office may open a round now.</summary>
    public bool MayOpenRound { get; init; }

    /// <summary>What the office asked for when it returned the draft; null unless the draft is back with its drafter because of that.</summary>
    public AppraisalRow? Returned { get; init; }

    /// <summary>Whether a vote is what follows the revision.</summary>
    public bool NextIsVote { get; init; }

    /// <summary>Whether comments are being answered.</summary>
    public bool InRevision { get; init; }

    /// <summary>Whether the reader may write remarks on the text that is shown.</summary>
    public bool MayRemark => Round is { IsOpen: true, AsksMe: true, IsCurrent: true };

    /// <summary>How people speak of it.</summary>
    public string Title => Draft.Title();

    /// <summary>Elements where the case stands now.</summary>
    public IReadOnlyList<string> Present => [.. Steps.Where(step => step.Closed is null).Select(step => step.ElementId)];
}

/// <summary>One draft.</summary>
/// <param name="Wanted">Which comments; all when nothing is said.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadDraft(Guid Id, CommentsWanted? Wanted = null) : IQuery<DraftView?>, IOfDraft
{
    Guid IOfDraft.DraftId => Id;
}

internal sealed class ReadDraftHandler(WorkflowDbContext db, StageHolds holds, ReviewSight sight, CaseReader cases, Actor actor) : IRequestHandler<ReadDraft, DraftView?>
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
        var seen = await sight.Of(draft, cancellationToken);
        var round = seen.Newest;
        var sheets = round is null ? [] : await seen.Sheets(round, cancellationToken);
        var missing = round is null ? 0 : await seen.Missing(round, cancellationToken);
        var comments = await ShownComments.Of(db, seen, draft, text, request.Wanted ?? CommentsWanted.All, names, actor.PersonId, cancellationToken);
        var process = await db.Set<ProcessInstance>().Where(instance => instance.Id == draft.ProcessInstanceId).Join(db.Set<StoredDefinition>(), instance => instance.DefinitionHash, definition => definition.Hash, (instance, definition) => new { definition.Xml, instance.End, instance.SuspendedAt }).SingleAsync(cancellationToken);
        var history = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == draft.Id).OrderByDescending(entry => entry.Position).Take(200).Select(entry => new HistoryRow(entry.Position, entry.At, entry.ActorName, entry.Text)).ToListAsync(cancellationToken);
        var issued = await db.Set<IssuedDocument>().Where(one => one.DraftId == draft.Id).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);
        var offices = await actor.OfficesHeld(cancellationToken);
        var authority = await AuthorityOn.Day(db, actor.Today, cancellationToken);
        var open = tasks.Where(task => task.ClosedAt is null).ToList();
        var signable = await Adoption.SignableHash(db, draft, cancellationToken);
        var work = await holds.Of(open, cancellationToken);
        var isOffice = Offices.OfDesk.Any(offices.Contains);
        var mine = open.Where(task => work.FirstOrDefault(one => one.TaskId == task.Id)?.MayWork ?? task.Candidates switch
        {
            "role:office" => isOffice,
            _ when task.TaskKey == TaskKeys.Review && CandidateWords.BodyOf(task.Candidates) is not null => round is { IsOpen: true, Mine: not null },
            "signer" => authority.MaySign(text, draft.CurrentHash, signable, actor.Name, [.. offices]) is null,
            _ => false,
        }).Select(task => task.TaskKey).ToHashSet();
        var closesAt = open.Exists(task => task.TaskKey == TaskKeys.Review) ? round?.Round.ClosesAt : null;
        var steps = tasks.Select(task => new StepRow(task.Name, task.ElementId, task.OpenedAt, task.ClosedAt, task.ClosedById is { } by ? names.GetValueOrDefault(by, "") + (task.ForId is { } absent ? $" (thay đ/c {names.GetValueOrDefault(absent, "")})" : "") : "", task.Outcome))
            .Concat(machine.Select(message => new StepRow(message.Name, message.ElementId, message.CreatedAt, message.DoneAt, "Hệ thống", message.FailedAt is null ? "" : message.LastError))).OrderBy(step => step.Opened).ToList();
        return new DraftView(
            draft, draft.Type(), names.GetValueOrDefault(draft.DrafterId, ""), text, [.. versions.Select(version => new VersionRow(version.Round, version.Hash, version.At, names.GetValueOrDefault(version.AuthorId, ""), version.Cause, version.Note, version.Sent))], steps,
            Sentence(draft, process.End, process.SuspendedAt, open, machine, missing, names, closesAt), comments.Rows,
            [.. sheets.Select(sheet => new OpinionRow(names[sheet.PersonId], sheet.Answer, sheet.Reason, sheet.At, sheet.PersonId == actor.PersonId, sheet.HasAnswered))],
            closesAt, mine, work, mine.Contains(TaskKeys.Drafting) || mine.Contains(TaskKeys.Revision) || (isOffice && open.Exists(task => task.TaskKey == TaskKeys.Review)), issued, process.Xml, history)
        {
            Round = round is null ? null : new(round.Round.Id, round.IsOpen, round.Mine is not null, round.Mine?.Answer is not null, round.Round.VersionHash == draft.CurrentHash, round.Round.ClosesAt, round.Round.Purpose),
            Shown = comments,
            Notes = round is null ? [] : await UnsentNotes.Of(db, round.Round, actor.PersonId, cancellationToken),
            Returned = mine.Contains(TaskKeys.Drafting) ? await EarlierAppraisal.Returned(db, draft, names, cancellationToken) : null,
            NextIsVote = open.Find(task => task.TaskKey == TaskKeys.Revision) is { } revision && (await cases.After(revision, "finalized", cancellationToken)) is [] or [{ Key: TaskKeys.Conference or TaskKeys.Approval }, ..],
            InRevision = open.Exists(task => task.TaskKey == TaskKeys.Revision),
            MayOpenRound = isOffice && round is not { IsOpen: true } && open.Exists(task => task.TaskKey is TaskKeys.Drafting or TaskKeys.Appraisal or TaskKeys.Revision || (task.TaskKey == TaskKeys.Approval && draft.IssuingBody == BodyKind.StandingCommittee)),
            Unanswered = await UnansweredComments.Count(db, draft.Id, [.. seen.Rounds.Where(one => one.IsOpen).Select(one => one.Round.Id)], cancellationToken),
        };
    }

    // What it waits for, on whom, since when, until when.
    private static string Sentence(Draft draft, CaseEnd? end, DateTimeOffset? suspendedAt, List<OpenTask> open, List<OutboxMessage> machine, int missing, Dictionary<Guid, string> names, DateTimeOffset? closesAt)
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
                _ when task.TaskKey == TaskKeys.Review && CandidateWords.BodyOf(task.Candidates) is { } body => $"{missing} đồng chí {ReviewWords.Short(body)} chưa trả lời",
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
