using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Registers;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>What becomes of a line of an older book.</summary>
internal enum LineFate
{
    /// <summary>It is taken over.</summary>
    New,

    /// <summary>It is in the register already, word for word.</summary>
    Known,

    /// <summary>It cannot be taken over; <see cref="PlannedLine.Problem"/> says why.</summary>
    Wrong,
}

/// <summary>A line of an older book and what becomes of it.</summary>
internal sealed record PlannedLine(BookLine Line, LineFate Fate, string? Problem);

/// <summary>A series that an older book touches.</summary>
/// <param name="Holes">Numbers between the first and the last that neither the file nor the register has: they get a line that says so.</param>
public sealed record PlannedSeries(Guid TermId, string Years, string Symbol, int First, int Last, IReadOnlyList<int> Holes, int New);

/// <summary>An older book beside the register: what taking it over would do.</summary>
internal sealed record BookPlan(IReadOnlyList<PlannedLine> Lines, IReadOnlyList<PlannedSeries> Series)
{
    // A slip in one number must not fill the register with thousands of lines.
    private const int MostHoles = 500;

    public static async Task<BookPlan> Of(WorkflowDbContext db, Actor actor, IReadOnlyList<BookLine> lines, CancellationToken ct)
    {
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, ct);
        var terms = await db.Set<Term>().AsNoTracking().ToListAsync(ct);
        var series = await db.Set<NumberSeries>().AsNoTracking().ToListAsync(ct);
        var entries = (await db.Set<RegisterEntry>().AsNoTracking().Select(entry => new { entry.SeriesId, entry.Number, entry.Date, entry.Subject, entry.Kind }).ToListAsync(ct)).ToDictionary(entry => (entry.SeriesId, entry.Number));
        Term? TermOf(DateOnly day) => terms.Where(term => term.From <= day && (term.To == null || term.To >= day)).MaxBy(term => term.From);
        NumberSeries? SeriesOf(Term term, string symbol) => series.Find(one => one.TermId == term.Id && one.Symbol == symbol);
        var seen = new Dictionary<(Guid Term, string Symbol, int Number), int>();
        var planned = new List<PlannedLine>(lines.Count);
        foreach (var line in lines)
        {
            if (line.Problem is not null || line.Date is not { } day)
            {
                planned.Add(new(line, LineFate.Wrong, line.Problem));
                continue;
            }

            if (!line.Symbol.EndsWith("/" + organization.Symbol, StringComparison.OrdinalIgnoreCase))
            {
                planned.Add(new(line, LineFate.Wrong, $"Ký hiệu {line.Symbol} không phải của cơ quan này (…/{organization.Symbol})."));
            }
            else if (TermOf(day) is not { } term)
            {
                planned.Add(new(line, LineFate.Wrong, $"Chưa khai báo nhiệm kỳ cho ngày {day:dd/MM/yyyy}."));
            }
            else if (RegisterEntry.Wrong(day, line.Subject, line.Signer.Length == 0 ? "-" : line.Signer, line.Recipients, actor.Today) is { } wrong)
            {
                planned.Add(new(line, LineFate.Wrong, wrong.Text));
            }
            else if (!seen.TryAdd((term.Id, line.Symbol, line.Number), line.Row))
            {
                planned.Add(new(line, LineFate.Wrong, $"Trùng số với dòng {seen[(term.Id, line.Symbol, line.Number)]} của tệp."));
            }
            else if (SeriesOf(term, line.Symbol) is { } known && entries.TryGetValue((known.Id, line.Number), out var there))
            {
                var same = there.Date == day && there.Subject == line.Subject;
                planned.Add(new(line, same ? LineFate.Known : LineFate.Wrong, same ? null : $"Số này đã có trong sổ ({RegisterWords.Of(there.Kind).ToLowerInvariant()}, ngày {there.Date:dd/MM/yyyy}) với nội dung khác."));
            }
            else
            {
                planned.Add(new(line, LineFate.New, null));
            }
        }

        var touched = planned.Where(one => one.Fate == LineFate.New).GroupBy(one => (Term: TermOf(one.Line.Date!.Value)!, one.Line.Symbol)).Select(group =>
        {
            var known = SeriesOf(group.Key.Term, group.Key.Symbol);
            var taken = group.Select(one => one.Line.Number).Concat(known is null ? [] : entries.Keys.Where(key => key.SeriesId == known.Id).Select(key => key.Number)).ToHashSet();
            // A book that is empty or begins later than the file is whole from the file's first number on.
            var (first, last) = (taken.Min(), Math.Max(taken.Max(), known?.Last ?? 0));
            return new PlannedSeries(group.Key.Term.Id, group.Key.Term.Years, group.Key.Symbol, first, last, [.. Enumerable.Range(first, last - first + 1).Where(number => !taken.Contains(number)).Take(MostHoles + 1)], group.Count());
        }).OrderBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        return new(planned, touched);
    }

    /// <summary>Why nothing may be taken over, or null.</summary>
    public string? Problem => Series.FirstOrDefault(one => one.Holes.Count > MostHoles) is { } far ? $"Sổ {far.Symbol} nhảy từ số {far.First} đến số {far.Last} với hơn {MostHoles} số trống. Đồng chí kiểm tra lại các số trong tệp."
        : Lines.Any(one => one.Fate == LineFate.Wrong) ? "Còn dòng sai nên chưa nhập được dòng nào. Đồng chí sửa các dòng ấy trong tệp rồi chọn lại tệp."
        : Lines.Count == 0 ? "Không thấy dòng văn bản nào dưới tiêu đề của sổ."
        : null;
}
