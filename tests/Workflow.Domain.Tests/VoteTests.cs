using Workflow.Domain.Conferences;
using Xunit;

namespace Workflow.Domain.Tests;

public sealed class VoteTests
{
    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void Half_of_the_incumbents_does_not_adopt(int inFavour, bool adopted)
    {
        var vote = NewVote();
        Assert.Null(vote.Close([new(inFavour, 0, 0)], DateTimeOffset.UnixEpoch));
        Assert.Equal(adopted, vote.Adopted);
        Assert.Equal("conference.vote-closed", vote.Close([new(22, 0, 0)], DateTimeOffset.UnixEpoch)!.Code);
    }

    [Fact]
    public void More_votes_than_people_present_are_refused() => Assert.Equal("conference.counts", NewVote().Close([new(20, 3, 0)], DateTimeOffset.UnixEpoch)!.Code);

    [Fact]
    public void A_void_vote_keeps_its_reason_and_takes_nothing_any_more()
    {
        var vote = NewVote();
        Assert.Equal("vote.void-reason", vote.Void(" ", DateTimeOffset.UnixEpoch)!.Code);
        Assert.Null(vote.Void("đếm nhầm", DateTimeOffset.UnixEpoch));
        Assert.Equal("vote.void", vote.Close([new(20, 0, 0)], DateTimeOffset.UnixEpoch)!.Code);
        Assert.Equal("vote.void", vote.Resume()!.Code);
        Assert.Equal("đếm nhầm", vote.VoidReason);
    }

    [Fact]
    public void Stopping_and_going_on_may_be_asked_again_and_again()
    {
        var vote = NewVote();
        Assert.Null(vote.Stop(DateTimeOffset.UnixEpoch));
        Assert.Null(vote.Stop(DateTimeOffset.UnixEpoch.AddMinutes(1)));
        Assert.Equal(DateTimeOffset.UnixEpoch, vote.StoppedAt);
        Assert.False(vote.TakesBallots);
        Assert.Null(vote.Resume());
        Assert.Null(vote.Resume());
        Assert.True(vote.TakesBallots);
    }

    [Theory]
    [InlineData("13;12;5", 1, true, "0", "")]
    [InlineData("12;11", 1, false, "", "")]
    [InlineData("20;19;13", 2, true, "0 1", "")]
    [InlineData("20;15;15", 2, false, "0", "1 2")]
    [InlineData("15;15;15", 2, false, "", "0 1 2")]
    [InlineData("14;20", 2, true, "1 0", "")]
    [InlineData("20;12", 2, false, "0", "")]
    public void Who_is_elected_has_enough_of_all_and_more_than_the_next(string inFavour, int seats, bool filled, string chosen, string tied)
    {
        var result = VoteResult.Of([.. inFavour.Split(';').Select(count => new OptionCount(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), 0, 0))], required: 13, seats);
        Assert.Equal((filled, chosen, tied), (result.Adopted, string.Join(' ', result.Chosen), string.Join(' ', result.Tied)));
    }

    [Theory]
    [InlineData("+-0", 3, 1, null)]
    [InlineData("++0", 3, 1, "vote.too-many")]
    [InlineData("+", 2, 1, "vote.marks")]
    [InlineData("x", 1, 1, "vote.marks")]
    [InlineData("", 1, 1, "vote.marks")]
    public void A_ballot_says_one_thing_of_each_option(string marks, int options, int atMost, string? refusal) => Assert.Equal(refusal, Marks.Refused(marks, options, atMost)?.Code);

    [Fact]
    public void Two_counters_must_agree_and_each_counts_once()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        CountEntry Entry(Guid by, int number, string counts) => new() { Id = Guid.NewGuid(), OrganizationId = one, VoteId = one, ById = by, Number = number, Counts = counts, At = DateTimeOffset.UnixEpoch };
        Assert.Null(CountEntry.Agreed([Entry(one, 1, "20/1/0"), Entry(one, 2, "20/1/0")]));
        Assert.Null(CountEntry.Agreed([Entry(one, 1, "20/1/0"), Entry(other, 2, "19/2/0")]));
        Assert.Equal("20/1/0", CountEntry.Agreed([Entry(one, 1, "20/1/0"), Entry(other, 2, "19/2/0"), Entry(other, 3, "20/1/0")])!.Counts);

        // Who changes an entry afterwards takes the agreement back.
        Assert.Null(CountEntry.Agreed([Entry(one, 1, "20/1/0"), Entry(other, 2, "20/1/0"), Entry(one, 3, "19/1/0")]));
    }

    [Theory]
    [InlineData("20/1/0", 22, 21, 0, null)]
    [InlineData("20/1/0", 23, 21, 0, "count.issued")]
    [InlineData("20/1/0", 20, 21, 0, "count.collected")]
    [InlineData("19/1/0", 22, 21, 0, "count.sum")]
    [InlineData("19/1/0", 22, 21, 1, null)]
    [InlineData("0/0/0", 3, 1, 2, "count.spoilt")]
    [InlineData("-1/1/0", 3, 0, 0, "count.numbers")]
    public void Papers_add_up(string counts, int issued, int collected, int spoilt, string? refusal)
    {
        var entry = new CountEntry { Id = default, OrganizationId = default, VoteId = default, ById = default, Number = 1, Counts = counts, Issued = issued, Collected = collected, Spoilt = spoilt, At = default };
        Assert.Equal(refusal, entry.Refused(1, entitled: 22, onPaper: true, atMost: 1)?.Code);
    }

    [Fact]
    public void Who_was_in_the_room_follows_from_who_came_and_went()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var start = DateTimeOffset.UnixEpoch;
        Movement Move(Guid who, int number, bool isIn, int minute) => new() { Id = Guid.NewGuid(), OrganizationId = one, ConferenceId = one, AttendanceId = who, Number = number, IsIn = isIn, At = start.AddMinutes(minute), ById = one };
        Movement[] movements = [Move(one, 1, true, 0), Move(other, 2, true, 10), Move(one, 3, false, 20), Move(one, 4, true, 20)];
        Assert.Equal([one], Movement.InRoom(movements, start.AddMinutes(9)));
        Assert.Equal(new HashSet<Guid> { one, other }, Movement.InRoom(movements, start.AddMinutes(20)));
    }

    private static Vote NewVote() => new()
    {
        Id = Guid.NewGuid(),
        OrganizationId = Guid.NewGuid(),
        ConferenceId = Guid.NewGuid(),
        AgendaItemId = Guid.NewGuid(),
        Number = 1,
        Question = "Thông qua",
        Mode = VoteMode.ShowOfHands,
        OpenedAt = DateTimeOffset.UnixEpoch,
        OpenedById = Guid.NewGuid(),
        Incumbents = 24,
        Present = 22,
        Entitled = 22,
        QuorumRequired = 16,
        Required = 13,
        ProfileId = Guid.NewGuid(),
    };
}
