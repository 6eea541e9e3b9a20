using System.Text.Json;
using Workflow.Domain.Distribution;
using Xunit;

namespace Workflow.Domain.Tests.Distribution;

/// <summary>A copy's story: told twice counts once, nothing moves back, what cannot follow is refused, and the kept state is what the rows give.</summary>
public sealed class DispatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private int minutes;

    [Fact]
    public void The_usual_way_is_a_row_a_step_and_the_last_step_is_kept()
    {
        var (copy, story) = Sent();
        Tell(copy, story, DispatchEventKind.Opened);
        Assert.Equal((DispatchStatus.Opened, true), (copy.Status, copy.Waits));
        Tell(copy, story, DispatchEventKind.Booked, news => news with { ArrivalNumber = "15", Day = new(2026, 11, 21) });
        Assert.Equal((DispatchStatus.Booked, "15", false), (copy.Status, copy.ArrivalNumber, copy.Waits));
        Tell(copy, story, DispatchEventKind.CarriedOut, news => news with { Present = 42, OfHowMany = 45 });
        Assert.Equal((DispatchStatus.CarriedOut, 4), (copy.Status, copy.Events));
        Assert.Equal([1, 2, 3, 4], story.Select(row => row.Number));
    }

    [Theory]
    [InlineData(DispatchEventKind.Arrived)]
    [InlineData(DispatchEventKind.Opened)]
    [InlineData(DispatchEventKind.Booked)]
    [InlineData(DispatchEventKind.Assigned)]
    [InlineData(DispatchEventKind.Processing)]
    [InlineData(DispatchEventKind.Refused)]
    [InlineData(DispatchEventKind.RecallAsked)]
    public void Told_twice_counts_once(DispatchEventKind kind)
    {
        var (copy, story) = Sent();
        Tell(copy, story, kind);
        Assert.Equal(2, story.Count);
        Assert.Equal(default, copy.Record(News(kind)));
        Assert.Equal(2, copy.Events);
    }

    [Fact]
    public void What_is_told_late_moves_nothing_back_and_a_receiver_may_skip_steps()
    {
        var (copy, story) = Sent();
        Tell(copy, story, DispatchEventKind.Processing);
        foreach (var late in new[] { DispatchEventKind.Arrived, DispatchEventKind.Opened, DispatchEventKind.Assigned })
        {
            Assert.Equal(default, copy.Record(News(late)));
        }

        Assert.Equal((DispatchStatus.Processing, false), (copy.Status, copy.Waits));
        // The number of the book comes after the fact, and is kept.
        Tell(copy, story, DispatchEventKind.Booked, news => news with { ArrivalNumber = "7" });
        Assert.Equal((DispatchStatus.Processing, "7"), (copy.Status, copy.ArrivalNumber));
    }

    [Fact]
    public void That_it_arrived_is_a_receipt_when_a_person_says_it_and_none_when_a_machine_does()
    {
        var (copy, story) = Sent();
        Tell(copy, story, DispatchEventKind.Arrived, news => news with { Way = DispatchWay.Exchange });
        Assert.True(copy.Waits);
        Tell(copy, story, DispatchEventKind.Opened);
        Assert.True(copy.Waits);
        Tell(copy, story, DispatchEventKind.Arrived);
        Assert.Equal((DispatchStatus.Opened, false), (copy.Status, copy.Waits));
    }

    [Fact]
    public void A_refusal_needs_a_reason_ends_the_copy_and_does_not_follow_a_booking()
    {
        var (copy, story) = Sent();
        Assert.Equal("dispatch.reason", copy.Record(News(DispatchEventKind.Refused) with { Note = "" }).Refusal?.Code);
        Tell(copy, story, DispatchEventKind.Refused);
        Assert.Equal("dispatch.refused", copy.Record(News(DispatchEventKind.Booked)).Refusal?.Code);
        Assert.False(copy.Waits);
        var (other, rows) = Sent();
        Tell(other, rows, DispatchEventKind.Booked);
        Assert.Equal("dispatch.taken", other.Record(News(DispatchEventKind.Refused)).Refusal?.Code);
    }

    [Fact]
    public void Another_arrival_number_needs_the_first_to_be_taken_back_and_both_rows_stay()
    {
        var (copy, story) = Sent();
        Tell(copy, story, DispatchEventKind.Booked, news => news with { ArrivalNumber = "15" });
        Assert.Equal("dispatch.booked", copy.Record(News(DispatchEventKind.Booked) with { ArrivalNumber = "16" }).Refusal?.Code);
        Assert.Equal("dispatch.reason", copy.TakeBack(story, 2, News(DispatchEventKind.TakenBack) with { Note = "" }).Refusal?.Code);
        story.Add(copy.TakeBack(story, 2, News(DispatchEventKind.TakenBack)).Event!);
        Assert.Equal((DispatchStatus.Sent, "", true), (copy.Status, copy.ArrivalNumber, copy.Waits));
        Assert.Equal(default, copy.TakeBack(story, 2, News(DispatchEventKind.TakenBack)));
        Tell(copy, story, DispatchEventKind.Booked, news => news with { ArrivalNumber = "16" });
        Assert.Equal(("16", 4), (copy.ArrivalNumber, story.Count));
        Assert.Equal("dispatch.not-yours", copy.TakeBack(story, 1, News(DispatchEventKind.TakenBack)).Refusal?.Code);
    }

    [Fact]
    public void A_recall_is_answered_once_and_what_was_given_back_takes_nothing_more_until_it_is_sent_again()
    {
        var (copy, story) = Sent();
        Assert.Equal("dispatch.no-recall", copy.Record(News(DispatchEventKind.RecallAgreed)).Refusal?.Code);
        Tell(copy, story, DispatchEventKind.RecallAsked);
        Tell(copy, story, DispatchEventKind.RecallAgreed);
        Assert.Equal("dispatch.recall-answered", copy.Record(News(DispatchEventKind.RecallRefused)).Refusal?.Code);
        Assert.Equal("dispatch.recalled", copy.Record(News(DispatchEventKind.Booked)).Refusal?.Code);
        Tell(copy, story, DispatchEventKind.Sent);
        Assert.Equal((DispatchStatus.Sent, RecallState.None, true), (copy.Status, copy.Recall, copy.Waits));
    }

    [Fact]
    public void Whoever_was_reminded_is_not_reminded_again_within_the_hour()
    {
        var (copy, _) = Sent();
        var first = News(DispatchEventKind.Reminded);
        Assert.NotNull(copy.Record(first).Event);
        Assert.Null(copy.Record(first with { At = first.At.AddMinutes(59) }).Event);
        Assert.NotNull(copy.Record(first with { At = first.At.AddMinutes(60) }).Event);
        Assert.Equal(2, copy.Reminders);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(5, -5)]
    public void A_session_with_impossible_figures_is_refused(int present, int all) =>
        Assert.Equal("dispatch.count", Sent().Copy.Record(News(DispatchEventKind.CarriedOut) with { Present = present, OfHowMany = all }).Refusal?.Code);

    [Fact]
    public void After_any_sequence_the_kept_state_is_what_the_rows_give_and_no_number_is_missing()
    {
        var random = new Random(20261121);
        var kinds = Enum.GetValues<DispatchEventKind>();
        for (var walk = 0; walk < 500; walk++)
        {
            var (copy, story) = Sent();
            for (var step = 0; step < 30; step++)
            {
                var kind = kinds[random.Next(kinds.Length)];
                var news = News(kind) with { Way = (DispatchWay)random.Next(3), ArrivalNumber = kind == DispatchEventKind.Booked ? $"{random.Next(3)}" : "", Present = random.Next(4), OfHowMany = 3 };
                var before = State(copy);
                var recorded = kind == DispatchEventKind.TakenBack ? copy.TakeBack(story, random.Next(1, story.Count + 1), news) : copy.Record(news);
                if (recorded.Event is { } row)
                {
                    story.Add(row);
                }
                else
                {
                    Assert.Equal(before, State(copy));
                }

                Assert.Equal(Enumerable.Range(1, copy.Events), story.Select(one => one.Number));
                Assert.Equal(State(Again(copy, story)), State(copy));
                Assert.Equal(copy.Waits, Dispatch.IsWaiting.Compile()(copy));
            }
        }
    }

    // The same rows told to a copy that knows nothing.
    private static Dispatch Again(Dispatch copy, List<DispatchEvent> story)
    {
        var again = Fresh(copy.Id);
        foreach (var row in Dispatch.Counting(story))
        {
            again.Record(new(row.Kind, row.At, row.Way) { Note = row.Note, ArrivalNumber = row.ArrivalNumber, Day = row.Day, Present = row.Present, OfHowMany = row.OfHowMany });
        }

        return again;
    }

    private static string State(Dispatch copy) => JsonSerializer.Serialize(new { copy.Status, copy.Recall, copy.OpenedAt, copy.ReceivedAt, copy.CarriedOutAt, copy.ArrivalNumber, copy.ArrivalDay, copy.Reminders, copy.RemindedAt });

    private static Dispatch Fresh(Guid id) => new() { Id = id, OrganizationId = Guid.Empty, IssuedDocumentId = Guid.Empty, UnitId = Guid.Empty, Purpose = "", RecipientLine = "", SentAt = Start };

    private (Dispatch Copy, List<DispatchEvent> Story) Sent()
    {
        var copy = Fresh(Guid.NewGuid());
        return (copy, [copy.Record(News(DispatchEventKind.Sent)).Event!]);
    }

    private DispatchNews News(DispatchEventKind kind) => new(kind, Start.AddHours(minutes++), DispatchWay.Page) { Note = "lý do" };

    private void Tell(Dispatch copy, List<DispatchEvent> story, DispatchEventKind kind, Func<DispatchNews, DispatchNews>? more = null)
    {
        var news = more is null ? News(kind) : more(News(kind));
        var recorded = copy.Record(news);
        Assert.Null(recorded.Refusal);
        story.Add(Assert.IsType<DispatchEvent>(recorded.Event));
    }
}
