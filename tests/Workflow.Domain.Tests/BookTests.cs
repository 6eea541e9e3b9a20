using Workflow.Domain.Issuing;
using Xunit;

namespace Workflow.Domain.Tests;

public sealed class BookTests
{
    [Fact]
    public void A_book_stays_whole_whatever_is_done_to_it_in_whatever_order()
    {
        // Terms and symbols side by side, each with its own counter; acts in random order, judged after each by counting.
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var books = (from term in Enumerable.Range(0, 2) from symbol in new[] { "NQ/ĐU", "QĐ/ĐU", "NQ/ĐH" } select new NumberSeries { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), TermId = new Guid(term + 1, 0, 0, new byte[8]), Symbol = symbol }).ToList();
            var lines = books.ToDictionary(book => book.Id, _ => new List<int>());
            for (var step = 0; step < 40; step++)
            {
                var book = books[random.Next(books.Count)];
                var mine = lines[book.Id];
                switch (random.Next(4))
                {
                    case 0:
                        mine.Add(book.Open(random.Next(1, 30), DateTimeOffset.UnixEpoch));
                        break;
                    case 1 when mine.Count < 60:
                        // An older book: a range that may touch what is there; its lines are those that are not there yet.
                        var first = random.Next(1, 20);
                        var taken = Enumerable.Range(first, random.Next(1, 10)).Concat(mine).Distinct().ToList();
                        book.TakeOver(taken.Min(), Math.Max(taken.Max(), book.Last), DateTimeOffset.UnixEpoch);
                        mine.AddRange(Enumerable.Range(taken.Min(), book.Last - taken.Min() + 1).Except(mine).ToList());
                        break;
                    default:
                        mine.Add(book.Take(DateTimeOffset.UnixEpoch));
                        break;
                }

                Assert.All(books, one => Assert.True(BookCheck.Of(one.Before, one.Last, lines[one.Id]).IsWhole, $"seed {seed}, step {step}: {one.Before} {one.Last} [{string.Join(' ', lines[one.Id])}]"));
            }
        }
    }

    [Fact]
    public void A_hole_a_double_and_a_stray_number_are_named()
    {
        Assert.Equal([3], BookCheck.Of(0, 4, [1, 2, 4]).Gaps);
        Assert.Equal([2, 9], BookCheck.Of(0, 4, [1, 2, 2, 3, 4, 9]).Doubles);
        Assert.Equal([1], BookCheck.Of(1, 2, [1, 2]).Doubles);
        Assert.True(BookCheck.Of(0, 0, []).IsWhole);
    }

    [Fact]
    public void A_number_that_is_held_is_filled_once_or_void_with_its_reason()
    {
        RegisterEntry Held() => new() { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), SeriesId = Guid.NewGuid(), TypeKey = "cong-van", Number = 5, NumberAndSymbol = "05-CV/ĐU", Kind = EntryKind.Reserved, Date = new(2026, 1, 2), RecordedAt = DateTimeOffset.UnixEpoch, RecordedById = Guid.NewGuid() };
        var today = new DateOnly(2026, 3, 1);
        var paper = Held();
        Assert.Equal("register.future", paper.Fill(today.AddDays(1), "Về việc họp", "Nguyễn Văn An", "", today)!.Code);
        Assert.Equal("register.subject", paper.Fill(today, "", "Nguyễn Văn An", "", today)!.Code);
        Assert.Null(paper.Fill(today, "Về việc họp", "Nguyễn Văn An", "", today));
        Assert.Contains("ve viec hop", paper.SearchText, StringComparison.Ordinal);
        Assert.Equal("register.not-held", paper.Fill(today, "Về việc khác", "Nguyễn Văn An", "", today)!.Code);
        Assert.Equal("register.reason", paper.Cancel("")!.Code);
        Assert.Null(paper.Cancel("Ghi nhầm sổ"));
        Assert.Equal(EntryKind.Void, paper.Kind);
        Assert.Equal("register.not-to-void", paper.Cancel("Lần nữa")!.Code);
    }
}
