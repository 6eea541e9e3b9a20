using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
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

/// <summary>One short statement for all who follow a session on this host.</summary>
public static class Pulses
{
    /// <summary>The pulse now; null when there is no such session.</summary>
    public static async Task<Pulse?> Of(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        var votes = db.Set<Vote>().Where(vote => vote.ConferenceId == id);
        var items = db.Set<AgendaItem>().Where(item => item.ConferenceId == id);
        var row = await db.Set<Conference>().Where(one => one.Id == id).Select(one => new
        {
            one.OpenedAt,
            one.ClosedAt,
            one.NowItemId,
            Moves = db.Set<Movement>().Count(move => move.ConferenceId == id),
            Votes = votes.Count(),
            Stopped = votes.Count(vote => vote.StoppedAt != null),
            Closed = votes.Count(vote => vote.ClosedAt != null),
            Void = votes.Count(vote => vote.VoidedAt != null),
            Items = items.Count(),
            Decided = items.Count(item => item.Decision != null),
            Final = items.Count(item => item.FinalHash != ""),
            Entries = db.Set<CountEntry>().Count(entry => votes.Any(vote => vote.Id == entry.VoteId)),
            Speeches = db.Set<Speech>().Count(speech => items.Any(item => item.Id == speech.ItemId)),
            Begun = db.Set<Speech>().Count(speech => speech.StartedAt != null && items.Any(item => item.Id == speech.ItemId)),
            Over = db.Set<Speech>().Count(speech => (speech.EndedAt != null || speech.WithdrawnAt != null) && items.Any(item => item.Id == speech.ItemId)),
            Amendments = db.Set<Amendment>().Count(amendment => items.Any(item => item.Id == amendment.ItemId)),
            Settled = db.Set<Amendment>().Count(amendment => amendment.DecidedAt != null && items.Any(item => item.Id == amendment.ItemId)),
            Seconders = db.Set<Seconder>().Count(second => db.Set<Amendment>().Any(amendment => amendment.Id == second.AmendmentId && items.Any(item => item.Id == amendment.ItemId))),
            Cast = db.Set<VoteMember>().Count(member => member.HasVoted && votes.Any(vote => vote.Id == member.VoteId && vote.ClosedAt == null && vote.VoidedAt == null)),
        }).SingleOrDefaultAsync(ct);
        return row is null ? null : new($"{row with { Cast = 0 }}", row.Cast);
    }
}
