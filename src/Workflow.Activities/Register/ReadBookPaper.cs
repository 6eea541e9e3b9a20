using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A book to print and bind.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Administrator, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadBookPaper(Guid SeriesId, PaperFormat Format) : IQuery<PaperFile?>;

internal sealed class ReadBookPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadBookPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadBookPaper request, CancellationToken cancellationToken)
    {
        var series = await db.Set<NumberSeries>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.SeriesId, cancellationToken);
        if (series is null)
        {
            return null;
        }

        var term = await db.Set<Term>().AsNoTracking().SingleAsync(one => one.Id == series.TermId, cancellationToken);
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, cancellationToken);
        var entries = await db.Set<RegisterEntry>().AsNoTracking().Where(entry => entry.SeriesId == series.Id).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        var lines = entries.Select(entry => new BookPaperLine(
            entry.Number, entry.Date, entry.NumberAndSymbol, RegisterWords.Title(entry.Kind, entry.TypeKey, entry.Subject, entry.Note), entry.SignerName, entry.Recipients, entry.Kind is EntryKind.Issued ? "" : RegisterWords.Of(entry.Kind))).ToList();
        var profile = await LayoutOn.Day(db, actor.Today, cancellationToken);
        var header = new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, actor.Today);
        var paper = BookPaper.Of(header, series.Symbol, $"khóa {term.Ordinal}, nhiệm kỳ {term.Years}", series.Before, term.To is { } end && end < actor.Today ? end : null, lines);
        return PaperFile.Of(paper, $"so-van-ban-di-{series.Symbol.Replace('/', '-').ToLower(CultureInfo.InvariantCulture)}-{term.Years}", request.Format, profile, cancellationToken);
    }
}
