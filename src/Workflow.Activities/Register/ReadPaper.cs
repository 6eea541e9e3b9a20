using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Documents.Layout;
using Workflow.Documents.Papers;
using Workflow.Documents.Redline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A file to download.</summary>
public sealed record PaperFile(string FileName, string ContentType, byte[] Content)
{
    /// <summary>An office paper in the asked-for form; the name is without its ending.</summary>
    internal static PaperFile Of(OfficePaper paper, string name, PaperFormat format, LayoutProfile profile, CancellationToken ct) => format == PaperFormat.Pdf
        ? new(name + ".pdf", "application/pdf", paper.Render(format, profile, ct))
        : new(name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper.Render(format, profile, ct));
}

/// <summary>A draft version as Word ("Dự thảo lần n").</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadDraftPaper(Guid DraftId, int Round) : IQuery<PaperFile?>, IOfDraft;

/// <summary>What changed between two versions, as Word with tracked changes, and beside them the comments that led to them or are still open.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadRedlinePaper(Guid DraftId, int From, int To) : IQuery<PaperFile?>, IOfDraft;

/// <summary>The table of comments and answers.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadSynthesisPaper(Guid DraftId, PaperFormat Format) : IQuery<PaperFile?>, IOfDraft;

internal sealed class ReadPaperHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) :
    IRequestHandler<ReadDraftPaper, PaperFile?>, IRequestHandler<ReadRedlinePaper, PaperFile?>, IRequestHandler<ReadSynthesisPaper, PaperFile?>
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<PaperFile?> Handle(ReadDraftPaper request, CancellationToken cancellationToken)
    {
        if (await Version(request.DraftId, request.Round, cancellationToken) is not { } version)
        {
            return null;
        }

        var (organization, profile) = await Setting(cancellationToken);
        var text = version.Text;
        var paper = new OfficialPaper(text, organization.SuperiorHeaderName, organization.HeaderName, null, DocumentNumber.Symbol(text.Type, organization.Symbol), organization.Place, null, await Name(version, cancellationToken)) { Marks = await Marked(request.DraftId, cancellationToken) };
        return new($"du-thao-{version.Round}.docx", Word, OfficialDocx.Render(paper, profile));
    }

    private async Task<PaperMarks> Marked(Guid draftId, CancellationToken ct) => await db.Set<Draft>().Where(one => one.Id == draftId).Select(one => new { one.Urgency, one.Circulation }).SingleAsync(ct) is var one ? Signing.Marks.Of(one.Urgency, one.Circulation) : new();

    public async Task<PaperFile?> Handle(ReadRedlinePaper request, CancellationToken cancellationToken)
    {
        if (await Versions.Of(db, request.DraftId, cancellationToken) is not { } versions || versions.Has(request.From) is null || versions.Has(request.To) is null
            || await Version(request.DraftId, request.To, cancellationToken) is not { } to)
        {
            return null;
        }

        var (organization, profile) = await Setting(cancellationToken);
        var remarks = await RedlineRemarks.Of(db, await sight.Of(versions.Draft, cancellationToken), versions, request.From, request.To, cancellationToken);
        return new($"so-sanh-{request.From}-{request.To}.docx", Word, RedlineDocx.Render(await versions.Text(request.From, cancellationToken), to.Text, organization.Name, to.At, profile, remarks));
    }

    public async Task<PaperFile?> Handle(ReadSynthesisPaper request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        var (organization, profile) = await Setting(cancellationToken);
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var seen = await sight.Of(draft, cancellationToken);
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draft.Id).Select(version => new { version.Round, version.Hash }).ToListAsync(cancellationToken);
        var rounds = await SynthesisRounds.Of(seen, names, hash => versions.Where(version => version.Hash == hash).Select(version => (int?)version.Round).Max(), cancellationToken);

        // A point that several made stands once, with all their names.
        var all = await seen.Comments().OrderBy(comment => comment.At).ToListAsync(cancellationToken);
        var merged = all.Where(comment => comment.MergedIntoId is not null).ToLookup(comment => comment.MergedIntoId!.Value);
        var heads = all.Where(comment => comment.MergedIntoId is not { } head || all.TrueForAll(other => other.Id != head)).ToList();
        string Names(Comment comment) => string.Join("; ", merged[comment.Id].Prepend(comment).Select(one => one.Signed(names[one.AuthorId]) + (one.IsLate ? " (ý kiến muộn)" : "")).Distinct(StringComparer.Ordinal));
        string Points(Comment comment) => string.Join("\n", merged[comment.Id].Prepend(comment).Select(one => one.Asks).Distinct(StringComparer.Ordinal));
        var header = new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, actor.Today);
        var paper = SynthesisTable.Of(
            header,
            draft.Title(),
            rounds,
            [.. heads.Select(comment => new SynthesisRow(comment.ClauseTitle, Names(comment), Points(comment), comment.Disposition is { } disposition ? ReviewWords.Of(disposition) : "Chưa trả lời", comment.Reason))]);
        return PaperFile.Of(paper, "bang-tong-hop", request.Format, profile, cancellationToken);
    }

    // What was sent to people bears the number of its sending; anything else is a working copy.
    private async Task<string> Name(DraftVersion version, CancellationToken ct) =>
        await db.Set<DraftRound>().Where(round => round.DraftId == version.DraftId && round.VersionId == version.Id).Select(round => (int?)round.Number).FirstOrDefaultAsync(ct) is { } number
            ? $"Dự thảo lần {number}"
            : $"Bản làm việc {version.Round}";

    private Task<DraftVersion?> Version(Guid draftId, int round, CancellationToken ct) =>
        db.Set<DraftVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.DraftId == draftId && version.Round == round, ct);

    private async Task<(Organization Organization, LayoutProfile Profile)> Setting(CancellationToken ct) =>
        (await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, ct), await LayoutOn.Day(db, actor.Today, ct));
}
