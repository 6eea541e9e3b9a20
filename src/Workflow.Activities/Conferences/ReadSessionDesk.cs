using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The papers of a session and, for the office and the chair, to whom letters went and whether they arrived.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadSessionDesk(Guid ConferenceId) : IQuery<SessionDeskView?>;

/// <summary>How a letter to one left.</summary>
public enum CopyState
{
    /// <summary>No address is known: the office hands it over.</summary>
    OnPaper,

    /// <summary>Not out yet, or to be tried again.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>When it was to go out it was no longer so.</summary>
    Withdrawn,

    /// <summary>Given up; the administrator may send it again.</summary>
    Failed,
}

/// <summary>Where the letter to one stands. A message that was purged since counts as sent.</summary>
public sealed record CopyRow(string Name, LetterKind Kind, CopyState State, string Address, string Error, DateTimeOffset? SettledAt);

/// <summary>A letter and all to whom it went.</summary>
public sealed record LetterRow(int Number, LetterKind Kind, string Reason, DateTimeOffset At, string By, IReadOnlyList<CopyRow> Copies);

/// <summary>A guest with the link that opens the guests' page; no path: no link is good.</summary>
public sealed record GuestRow(Guid Id, string Name, string Address, string Path, DateTimeOffset? FirstUsedAt);

/// <summary>A secret vote on paper with the ballots printed for it.</summary>
public sealed record PaperVoteRow(Guid Id, string Question, bool IsOpen, bool IsClosed, int Entitled, IReadOnlyList<string> Batches);

/// <param name="Letters">Newest first; null for who may not see them.</param>
/// <param name="Guests">With their links; null for others than the office.</param>
/// <param name="Waiting">Items that are no draft and whose material is missing; for the office.</param>
public sealed record SessionDeskView(
    Conference Conference, string Name, bool IsOffice, bool Leads, bool AmInvited, string NotTold, IReadOnlyList<string> Warnings, IReadOnlyList<LetterRow>? Letters, IReadOnlyList<GuestRow>? Guests, IReadOnlyList<PaperVoteRow> Votes,
    IReadOnlyList<ChoiceRow> Waiting, bool MailLeaves);

internal sealed class ReadSessionDeskHandler(WorkflowDbContext db, Actor actor, GuestLinks links, MailSettings settings) : IRequestHandler<ReadSessionDesk, SessionDeskView?>
{
    public async Task<SessionDeskView?> Handle(ReadSessionDesk request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { } record)
        {
            return null;
        }

        var conference = record.Conference;
        var isDesk = await Sessions.IsDesk(actor, cancellationToken);
        var leads = isDesk || conference.ChairId == actor.PersonId;
        var before = conference.OpenedAt is null && !conference.IsOver;
        return new(
            conference, record.Name, isDesk, leads, isDesk || record.Attendance.Any(row => row.PersonId == actor.PersonId), isDesk && before ? await Letters.NotTold(db, record, cancellationToken) : "",
            leads && before ? [.. new[] { SessionCalling.InvitationLate(record, conference.InvitedAt ?? actor.Now) }.Concat(SessionCalling.MaterialsLate(record, actor.Now)).Where(sentence => sentence.Length > 0)] : [],
            leads ? await Sent(record, cancellationToken) : null, isDesk ? await Guests(record, cancellationToken) : null,
            [.. record.Votes.SelectMany(group => group).Where(vote => vote.Mode == VoteMode.SecretPaper).OrderBy(vote => vote.OpenedAt).Select(vote => new PaperVoteRow(vote.Id, vote.Question, vote.IsUndecided, vote.ClosedAt is not null, vote.Entitled, [.. record.Batches[vote.Id].Select(batch => batch.Sentence)]))],
            isDesk && before ? [.. record.Items.Where(one => one.Item is { DraftId: null, MaterialAt: null, Kind: AgendaKind.Report }).Select(one => new ChoiceRow(one.Item.Id, $"{one.Number}. {one.Title}"))] : [], settings.Leaves);
    }

    private async Task<IReadOnlyList<LetterRow>> Sent(SessionRecord record, CancellationToken ct)
    {
        var letters = await db.Set<SessionLetter>().AsNoTracking().Where(one => one.ConferenceId == record.Conference.Id).OrderByDescending(one => one.Number).ToListAsync(ct);
        var ids = letters.ConvertAll(one => one.Id);
        var copies = await db.Set<LetterCopy>().AsNoTracking().Where(copy => ids.Contains(copy.LetterId)).OrderBy(copy => copy.Id)
            .Select(copy => new { copy.LetterId, copy.AttendanceId, copy.Kind, copy.MailId, Mail = db.Set<MailMessage>().Where(mail => mail.Id == copy.MailId).Select(mail => new { mail.State, mail.SentTo, mail.LastError, mail.SettledAt }).FirstOrDefault() }).ToListAsync(ct);
        var people = record.Attendance.ToDictionary(row => row.Id, record.NameOf);
        var of = copies.ToLookup(copy => copy.LetterId, copy => new CopyRow(
            people[copy.AttendanceId], copy.Kind, copy.MailId is null ? CopyState.OnPaper : Of(copy.Mail?.State ?? MailState.Sent), copy.Mail?.SentTo ?? "", copy.Mail?.LastError ?? "", copy.Mail?.SettledAt));
        return letters.ConvertAll(one => new LetterRow(one.Number, one.Kind, one.Reason, one.At, record.NameOf(one.ById), [.. of[one.Id].OrderByDescending(copy => copy.State == CopyState.Failed).ThenBy(copy => copy.State).ThenBy(copy => copy.Name, StringComparer.Ordinal)]));
    }

    private async Task<IReadOnlyList<GuestRow>> Guests(SessionRecord record, CancellationToken ct)
    {
        var passes = (await GuestAccess.Valid(db, record.Conference.Id, ct)).ToLookup(pass => pass.AttendanceId);
        return [.. record.Attendance.Where(row => row.IsGuest).Select(row => Guest(row, passes[row.Id].LastOrDefault()))];
    }

    private GuestRow Guest(Attendance row, GuestPass? pass) => new(row.Id, row.GuestName, row.Address, pass is null ? "" : links.Path(pass.Id), pass?.FirstUsedAt);

    private static CopyState Of(MailState state) => state switch
    {
        MailState.Waiting => CopyState.Waiting,
        MailState.Sent => CopyState.Sent,
        MailState.Withdrawn => CopyState.Withdrawn,
        MailState.Failed => CopyState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
