using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Which paper of a count.</summary>
public enum CountPaper
{
    /// <summary>Tally sheets to fill in by hand.</summary>
    BlankTally,

    /// <summary>Tally sheets with what each entered; nothing of it before the vote is closed.</summary>
    Tally,

    /// <summary>The record of the count.</summary>
    Record,
}

/// <summary>A paper of a secret vote on paper.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadCountPaper(Guid ConferenceId, Guid VoteId, CountPaper Paper, PaperFormat Format) : IQuery<PaperFile?>;

/// <summary>The ballots that were made for a vote, in a mixed order: who takes them from the printer one after the other cannot tell which number went to whom.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadBallotPaper(Guid ConferenceId, Guid VoteId, PaperFormat Format) : IQuery<PaperFile?>;

internal sealed class ReadCountPaperHandler(WorkflowDbContext db) : IRequestHandler<ReadCountPaper, PaperFile?>, IRequestHandler<ReadBallotPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadCountPaper request, CancellationToken cancellationToken)
    {
        if (await Of(request.ConferenceId, request.VoteId, cancellationToken) is not var (record, vote))
        {
            return null;
        }

        var models = await SessionPaperModels.Of(db, record, cancellationToken);
        var counters = await db.Set<Counter>().AsNoTracking().Where(one => one.VoteId == vote.Id).OrderByDescending(one => one.IsHead).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        List<BallotBatch> batches = [.. record.Batches[vote.Id]];
        var header = models.Header(VietnamTime.DayOf(vote.OpenedAt));
        var entries = request.Paper == CountPaper.Tally && vote.ClosedAt is not null ? await db.Set<CountEntry>().AsNoTracking().Where(one => one.VoteId == vote.Id).OrderBy(one => one.Number).ToListAsync(cancellationToken) : [];
        TallyCounter Counter(Counter one) => new(record.NameOf(one.PersonId), one.IsHead, entries.FindLast(entry => entry.ById == one.PersonId) is { } last ? new(last.Issued, last.Collected, last.Spoilt, Marks.Read(last.Counts)) : null);
        var (paper, name) = request.Paper switch
        {
            CountPaper.Record => (CountRecordPaper.Of(models.CountRecord(vote, counters.ConvertAll(one => record.NameOf(one.PersonId)), batches)), "bien-ban-kiem-phieu"),
            CountPaper.Tally when vote.ClosedAt is null => (null, ""),
            _ => (TallySheetPaper.Of(header, models.Asked(vote), counters.ConvertAll(Counter), batches.ConvertAll(one => one.Sentence), [.. batches.SelectMany(one => one.Numbers)]), request.Paper == CountPaper.Tally ? "phieu-kiem" : "phieu-kiem-trong"),
        };
        return paper is null ? null : PaperFile.Of(paper, name, request.Format, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken), cancellationToken);
    }

    public async Task<PaperFile?> Handle(ReadBallotPaper request, CancellationToken cancellationToken)
    {
        if (await Of(request.ConferenceId, request.VoteId, cancellationToken) is not var (record, vote) || !record.Batches[vote.Id].Any())
        {
            return null;
        }

        // The last batch: those before it are printed.
        var numbers = record.Batches[vote.Id].Last().Numbers.ToArray();
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        var models = await SessionPaperModels.Of(db, record, cancellationToken);
        return PaperFile.Of(BallotPaper.Of(models.Header(VietnamTime.DayOf(vote.OpenedAt)), models.Asked(vote), numbers), "phieu-bau", request.Format, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken), cancellationToken);
    }

    private async Task<(SessionRecord Record, Vote Vote)?> Of(Guid conferenceId, Guid voteId, CancellationToken ct) =>
        await SessionRecord.Of(db, conferenceId, ct) is { } record && record.Votes.SelectMany(group => group).FirstOrDefault(one => one.Id == voteId && one.Mode == VoteMode.SecretPaper) is { } vote ? (record, vote) : null;
}
