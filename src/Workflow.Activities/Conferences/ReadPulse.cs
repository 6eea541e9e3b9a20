using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What a page that follows a session needs to know every second: whether to draw itself anew, and how many have voted.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadPulse(Guid Id) : IQuery<Pulse?>;

/// <param name="Stamp">Changes with everything that is shown, but for the number of ballots.</param>
/// <param name="Cast">Ballots taken in the vote that runs.</param>
public sealed record Pulse(string Stamp, int Cast);

internal sealed class ReadPulseHandler(WorkflowDbContext db) : IRequestHandler<ReadPulse, Pulse?>
{
    public Task<Pulse?> Handle(ReadPulse request, CancellationToken cancellationToken) => Pulses.Of(db, request.Id, cancellationToken);
}

/// <summary>Two short statements for all who follow a session on this host.</summary>
public static class Pulses
{
    /// <summary>The pulse now; null when there is no such session.</summary>
    public static async Task<Pulse?> Of(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        var votes = db.Set<Vote>().Where(vote => vote.ConferenceId == id);
        var items = db.Set<AgendaItem>().Where(item => item.ConferenceId == id);
        var row = await db.Set<Conference>().Where(one => one.Id == id).Select(one => new
        {
            one.InvitedAt,
            one.OpenedAt,
            one.ClosedAt,
            one.NowItemId,
            Said = one.Discussion.Length,
            People = db.Set<Attendance>().Count(person => person.ConferenceId == id),
            Moves = db.Set<Movement>().Count(move => move.ConferenceId == id),
            Votes = votes.Count(),
            Stopped = votes.Count(vote => vote.StoppedAt != null),
            Closed = votes.Count(vote => vote.ClosedAt != null),
            Void = votes.Count(vote => vote.VoidedAt != null),
            Entries = db.Set<CountEntry>().Count(entry => votes.Any(vote => vote.Id == entry.VoteId)),
            Speeches = db.Set<Speech>().Count(speech => items.Any(item => item.Id == speech.ItemId)),
            Begun = db.Set<Speech>().Count(speech => speech.StartedAt != null && items.Any(item => item.Id == speech.ItemId)),
            Over = db.Set<Speech>().Count(speech => (speech.EndedAt != null || speech.WithdrawnAt != null) && items.Any(item => item.Id == speech.ItemId)),
            Noted = db.Set<Speech>().Where(speech => items.Any(item => item.Id == speech.ItemId)).Sum(speech => speech.Remark.Length),
            Amendments = db.Set<Amendment>().Count(amendment => items.Any(item => item.Id == amendment.ItemId)),
            Settled = db.Set<Amendment>().Count(amendment => amendment.DecidedAt != null && items.Any(item => item.Id == amendment.ItemId)),
            Seconders = db.Set<Seconder>().Count(second => db.Set<Amendment>().Any(amendment => amendment.Id == second.AmendmentId && items.Any(item => item.Id == amendment.ItemId))),
            Recused = db.Set<Recusal>().Count(recusal => items.Any(item => item.Id == recusal.ItemId)),
            Reserved = db.Set<ReservedOpinion>().Count(opinion => items.Any(item => item.Id == opinion.ItemId)),
            Signed = db.Set<MinutesSignature>().Count(signature => signature.ConferenceId == id),
            Cast = db.Set<VoteMember>().Count(member => member.HasVoted && votes.Any(vote => vote.Id == member.VoteId && vote.ClosedAt == null && vote.VoidedAt == null)),
        }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        // The agenda as it is arranged, and where each text stands: a final text that was made changes the draft, not the item.
        var agenda = await items.OrderBy(item => item.Id).Select(item => new
        {
            item.ParentId,
            item.Position,
            item.Presenter,
            item.Minutes,
            item.GuestsStay,
            item.Decision,
            item.FinalHash,
            Text = db.Set<Draft>().Where(draft => draft.Id == item.DraftId).Select(draft => draft.CurrentHash).FirstOrDefault(),
        }).ToListAsync(ct);
        return new($"{row with { Cast = 0 }} {string.Join(' ', agenda)}", row.Cast);
    }
}
