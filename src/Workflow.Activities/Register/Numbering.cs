using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Gives numbers: inside the act that needs one, so that a number and its line are there together or not at all.</summary>
internal sealed class Numbering(WorkflowDbContext db, Actor actor)
{
    /// <summary>The book of a kind of document on a day, held for the rest of this act: who comes second waits and gets the next number.</summary>
    public async Task<(Book? Book, Refusal? Refusal)> Hold(DocumentType type, DateOnly day, CancellationToken ct)
    {
        var term = await Rolls.TermOn(db, day, ct);
        if (term is null)
        {
            return (null, NoTerm(day));
        }

        if (term.To < actor.Today)
        {
            return (null, new("register.closed", $"Sổ của nhiệm kỳ {term.Years} đã khóa ngày {term.To:dd/MM/yyyy}, không cấp số nữa. Văn bản ký từ hôm nay lấy số trong sổ của nhiệm kỳ mới."));
        }

        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, ct);
        var profile = await Rolls.ProfileOn(db, day, ct);
        var symbol = DocumentNumber.Symbol(type, organization.Symbol);
        await CommitSave.LockRow(db, db.Set<NumberSeries>().Where(one => one.TermId == term.Id && one.Symbol == symbol), one => one.LastAt, ct);
        var series = await db.Set<NumberSeries>().SingleOrDefaultAsync(one => one.TermId == term.Id && one.Symbol == symbol, ct);
        if (series is null)
        {
            series = new NumberSeries { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, TermId = term.Id, Symbol = symbol };
            db.Add(series);
        }

        return (new(series, term, organization, profile.NumberPadding, profile.Id), null);
    }

    /// <summary>No term is open on the day.</summary>
    public static Refusal NoTerm(DateOnly day) => new("signing.no-term", $"Chưa khai báo nhiệm kỳ cho ngày {day:dd/MM/yyyy} nên chưa cấp số được.");

    /// <summary>The next number of the book, and its line.</summary>
    /// <param name="wanted">A number that a paper bears already and that opens the book.</param>
    /// <param name="draftId">The draft that it is held for, if any.</param>
    public RegisterEntry Take(Book book, DocumentType type, EntryKind kind, DateOnly day, int? wanted = null, Guid? draftId = null)
    {
        var number = wanted is { } one ? book.Series.Open(one, actor.Now) : book.Series.Take(actor.Now);
        var name = DocumentNumber.Format(number, type, book.Organization.Symbol, book.Padding);
        var entry = new RegisterEntry
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            SeriesId = book.Series.Id,
            TypeKey = type.Key,
            Number = number,
            NumberAndSymbol = name,
            Kind = kind,
            Date = day,
            DraftId = draftId,
            RecordedAt = actor.Now,
            RecordedById = actor.PersonId,
            SearchText = RegisterEntry.Find(name, type.Key, "", ""),
        };
        db.Add(entry);
        return entry;
    }
}

/// <summary>A series that is held, and what its numbers are written with.</summary>
internal sealed record Book(NumberSeries Series, Term Term, Organization Organization, int Padding, Guid ProfileId);
