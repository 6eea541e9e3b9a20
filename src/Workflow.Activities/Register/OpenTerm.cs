using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>
/// A congress has begun a new term: every book of the old one closes the day before, and the new ones begin with 01 (36-HD; DOMAIN §1.9).
/// </summary>
/// <param name="Ordinal">"II".</param>
/// <param name="Years">"2030-2035".</param>
/// <param name="From">The day after the congress closed, or the day on which the new committee first met during it.</param>
[Allow(Office.ChiefOfOffice, Office.Administrator)]
public sealed record OpenTerm(Guid CommandId, string Ordinal, string Years, DateOnly? From) : ICommand;

internal sealed class OpenTermHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<OpenTerm, Answer>
{
    // A congress is prepared months ahead; a day further off is a slip of the pen.
    private const int MostDaysAhead = 180;

    public async Task<Answer> Handle(OpenTerm command, CancellationToken cancellationToken)
    {
        var (ordinal, years) = (command.Ordinal.Trim().ToUpperInvariant(), command.Years.Trim().Replace('–', '-'));
        if (ordinal.Length is 0 or > 10 || !ordinal.All(one => "IVXLC".Contains(one, StringComparison.Ordinal)))
        {
            return Answer.No("term.ordinal", "Đồng chí ghi khóa bằng số La Mã, ví dụ II.");
        }

        if (years.Split('-') is not [{ Length: 4 } begin, { Length: 4 } end] || !int.TryParse(begin, out var first) || !int.TryParse(end, out var last) || last <= first || last > first + 10)
        {
            return Answer.No("term.years", "Đồng chí ghi nhiệm kỳ dạng 2030-2035.");
        }

        if (command.From is not { } from || from > actor.Today.AddDays(MostDaysAhead))
        {
            return Answer.No("term.from", $"Đồng chí ghi ngày bắt đầu nhiệm kỳ, không quá {MostDaysAhead} ngày tới.");
        }

        var terms = await db.Set<Term>().OrderBy(term => term.From).ToListAsync(cancellationToken);
        var old = terms.LastOrDefault();
        if (old is not null && from <= old.From)
        {
            return Answer.No("term.order", $"Nhiệm kỳ mới phải bắt đầu sau nhiệm kỳ {old.Years} (từ {old.From:dd/MM/yyyy}).");
        }

        var given = old is null ? [] : await db.Set<NumberSeries>().AsNoTracking().Where(series => series.TermId == old.Id && series.Last > series.Before).OrderBy(series => series.Symbol).ToListAsync(cancellationToken);
        // A number that was given after the books would have been closed cannot be taken back.
        if (old is not null && await db.Set<RegisterEntry>().AnyAsync(entry => entry.Date >= from && db.Set<NumberSeries>().Any(series => series.Id == entry.SeriesId && series.TermId == old.Id), cancellationToken))
        {
            return Answer.No("term.numbers-given", $"Sổ của nhiệm kỳ {old.Years} đã cấp số cho văn bản từ ngày {from:dd/MM/yyyy}. Đồng chí kiểm tra lại ngày bắt đầu nhiệm kỳ mới.");
        }

        if (old is not null)
        {
            old.To = from.AddDays(-1);
        }

        var term = new Term { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Ordinal = ordinal, Years = years, From = from };
        db.Add(term);
        var closed = given.Count == 0 ? "" : $" Sổ nhiệm kỳ {old!.Years} khóa ngày {old.To:dd/MM/yyyy}, số cuối: {string.Join(", ", given.Select(series => $"{series.Last}-{series.Symbol}"))}.";
        return Answer.Done(term.Id, $"Đã mở nhiệm kỳ khóa {ordinal}, {years}, từ ngày {from:dd/MM/yyyy}; các sổ bắt đầu lại từ số 01.{closed}");
    }
}
