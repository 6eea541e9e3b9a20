using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Where a text that is about to be signed gets its number from.</summary>
/// <param name="Book">Held for the rest of the act; null: the number is taken when the agency signs.</param>
internal sealed record NumberPlan(Book? Book, Term Term, Organization Organization, Guid ProfileId)
{
    /// <summary>The number of an open document, until it is known.</summary>
    public string Open(DocumentType type) => DocumentNumber.Open(type, Organization.Symbol);

    /// <summary>
    /// The plan of the day: as the organization works, but for a draft that bears a number already, which it keeps. Refused when no term is open on the day.
    /// </summary>
    /// <param name="always">A paper that is printed and signed by hand, or that came with its number, is numbered in any case.</param>
    public static async Task<(NumberPlan? Plan, Refusal? Refusal)> For(WorkflowDbContext db, Actor actor, Draft draft, DocumentType type, DateOnly day, bool always, CancellationToken ct)
    {
        var atSealing = !always && SigningRule.InForce(await db.Set<SigningRule>().AsNoTracking().ToListAsync(ct), actor.Today) == NumberMoment.AtSealing
            && !await db.Set<RegisterEntry>().AnyAsync(entry => entry.DraftId == draft.Id && entry.Kind == EntryKind.Reserved, ct);
        if (!atSealing)
        {
            var (book, closed) = await new Numbering(db, actor).Hold(type, day, ct);
            return book is null ? (null, closed) : (new(book, book.Term, book.Organization, book.ProfileId), null);
        }

        return await Rolls.TermOn(db, day, ct) is { } term
            ? (new(null, term, await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, ct), (await Rolls.ProfileOn(db, day, ct)).Id), null)
            : (null, Numbering.NoTerm(day));
    }
}

/// <summary>A document that was signed with number and date open gets both, in the act that seals it.</summary>
internal static class SealingNumber
{
    /// <summary>Takes the number of the day, or the one that the draft bears since it was given out to be sealed, and writes the document into the book. Null when it is done.</summary>
    public static async Task<(RegisterEntry? Entry, Refusal? Refusal)> Take(WorkflowDbContext db, Actor actor, IssuedDocument issued, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == issued.DraftId, ct);
        var type = DocumentType.Of(issued.TypeKey);
        var (book, closed) = await new Numbering(db, actor).Hold(type, actor.Today, ct);
        return book is null ? (null, closed) : (await DraftNumber.Take(db, actor, draft, type, book, actor.Today, null, ct), null);
    }

    /// <summary>The document bears this number from now on; its line in the book says so.</summary>
    public static async Task Give(WorkflowDbContext db, IssuedDocument issued, RegisterEntry entry, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var term = await db.Set<NumberSeries>().Where(one => one.Id == entry.SeriesId).Select(one => one.TermId).FirstOrDefaultAsync(ct);
        var series = db.Set<NumberSeries>().Local.FirstOrDefault(one => one.Id == entry.SeriesId);
        issued.TakeNumber(entry, series?.TermId ?? term, day, (await Rolls.ProfileOn(db, day, ct)).Id, now);
        var canonical = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct);
        entry.Issue(issued, RegisterWords.Recipients(CanonicalText.Read(canonical)));
    }
}
