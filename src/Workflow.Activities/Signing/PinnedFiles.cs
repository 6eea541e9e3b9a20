using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Layout;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Makes, finds and ends the bytes that are given out to be signed.</summary>
internal static class PinnedFiles
{
    private const int TokenBytes = 32;

    /// <summary>What waits for a signature of this kind; at most one.</summary>
    public static Task<PinnedFile?> Open(WorkflowDbContext db, Guid draftId, SignaturePurpose purpose, CancellationToken ct) =>
        db.Set<PinnedFile>().Where(file => file.DraftId == draftId && file.Purpose == purpose && file.EndedAt == null).OrderByDescending(file => file.PinnedAt).FirstOrDefaultAsync(ct);

    /// <summary>Whatever of this draft was given out is waited for no longer.</summary>
    public static async Task Withdraw(WorkflowDbContext db, Guid draftId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var file in await db.Set<PinnedFile>().Where(file => file.DraftId == draftId && file.EndedAt == null).ToListAsync(ct))
        {
            file.Close(PinnedEnd.Withdrawn, now);
        }
    }

    /// <summary>A one-time address that nobody guesses.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>
    /// The bytes for a person's signature: those that wait already when they show the same text of the same day, otherwise new ones, with the number that
    /// the draft bears.
    /// </summary>
    public static async Task<PinnedFile> ForPerson(WorkflowDbContext db, Actor actor, Signable ready, Person signer, PinnedWay way, NumberPlan plan, CancellationToken ct)
    {
        var (draft, text, capacity) = ready;
        var waiting = await Open(db, draft.Id, SignaturePurpose.Personal, ct);
        var holds = waiting is not null && (plan.Book is null ? waiting.Number == 0 : await Held(db, waiting, ct) is not null);
        if (holds && waiting!.VersionHash == draft.CurrentHash && waiting.Date == actor.Today && waiting.Way == way && waiting.SignerId == signer.Id)
        {
            return waiting;
        }

        waiting?.Close(PinnedEnd.Replaced, actor.Now);
        var entry = plan.Book is { } book ? await DraftNumber.Take(db, actor, draft, text.Type, book, actor.Today, null, ct) : null;
        var (paper, profile) = await OfficialPaperOf.Of(db, text, new(capacity.Authority, capacity.Position, signer.FullName), entry?.NumberAndSymbol, plan.Organization.Place, actor.Today, actor.OrganizationId, ct, marks: Marks.Of(draft.Urgency, draft.Circulation));
        var rendered = OfficialPdf.Render(way == PinnedWay.Paper ? paper : paper with { Pictures = await SignaturePictures.Sizes(db, signer.Id, ct) }, profile, ct);
        var pinned = new PinnedFile
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            Purpose = SignaturePurpose.Personal,
            Way = way,
            VersionHash = draft.CurrentHash,
            SignerId = signer.Id,
            SignerName = signer.FullName,
            TermId = plan.Term.Id,
            TypeKey = draft.TypeKey,
            Number = entry?.Number ?? 0,
            NumberAndSymbol = entry?.NumberAndSymbol ?? plan.Open(text.Type),
            Place = plan.Organization.Place,
            Date = actor.Today,
            ProfileId = plan.ProfileId,
            Content = rendered.Bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(rendered.Bytes)),
            Pages = rendered.Pages,
            PinnedById = actor.PersonId,
            PinnedAt = actor.Now,
        };
        db.Add(pinned);
        return pinned;
    }

    /// <summary>What was pinned is signed now: the document, and its number's line in the register. Refused when the office made the number void meanwhile.</summary>
    public static async Task<(IssuedDocument? Issued, Refusal? Refusal)> Issue(WorkflowDbContext db, PinnedFile pinned, Signable ready, DateTimeOffset signedAt, CancellationToken ct)
    {
        var entry = await Held(db, pinned, ct);
        if (entry is null && pinned.Number > 0)
        {
            return (null, new("pinned.number-void", $"Số {pinned.NumberAndSymbol} không còn được giữ cho văn bản này trong sổ. Đồng chí chốt lại tệp để lấy số mới, rồi ký tệp mới."));
        }

        var issued = Issued(pinned, ready.Draft, ready.Capacity, signedAt);
        entry?.Issue(issued, RegisterWords.Recipients(ready.Text));
        db.Add(issued);
        return (issued, null);
    }

    /// <summary>The register's line, while it still is the draft's.</summary>
    public static Task<RegisterEntry?> Held(WorkflowDbContext db, PinnedFile pinned, CancellationToken ct) =>
        db.Set<RegisterEntry>().SingleOrDefaultAsync(row => row.DraftId == pinned.DraftId && row.Kind == EntryKind.Reserved && row.NumberAndSymbol == pinned.NumberAndSymbol, ct);

    private static IssuedDocument Issued(PinnedFile pinned, Draft draft, SigningLine capacity, DateTimeOffset signedAt) => new()
    {
        Id = Guid.CreateVersion7(signedAt),
        OrganizationId = pinned.OrganizationId,
        DraftId = draft.Id,
        VersionId = draft.CurrentVersionId,
        VersionHash = draft.CurrentHash,
        AdoptedHash = draft.AdoptedHash,
        TermId = pinned.TermId,
        TypeKey = pinned.TypeKey,
        IssuingBody = draft.IssuingBody,
        Number = pinned.Number,
        NumberAndSymbol = pinned.NumberAndSymbol,
        Subject = draft.Subject,
        Place = pinned.Place,
        Date = pinned.Date,
        SignerId = pinned.SignerId,
        SignerName = pinned.SignerName,
        Authority = capacity.Authority,
        Position = capacity.Position,
        SignedAt = signedAt,
        Urgency = draft.Urgency,
        Circulation = draft.Circulation,
        ProfileId = pinned.ProfileId,
        SearchText = draft.SearchText,
    };
}
