using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The office fixes the bytes, with number and date, that are printed to be signed by hand.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record PinForPaper(Guid CommandId, Guid DraftId, string VersionHash) : ICommand, IOfDraft;

/// <summary>The office brings the scanned pages, in their order; those brought before give way.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record BringScan(Guid CommandId, Guid DraftId, Guid PinnedId, IReadOnlyList<byte[]> Files) : ICommand, IOfDraft;

/// <summary>The office has compared each page and certifies that the scan is the text, signed by the person named: the document is signed.</summary>
/// <param name="ScanHash">Of the pages that were looked at.</param>
/// <param name="Compared">Numbers of the pages that were compared, one by one.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record CertifyScan(Guid CommandId, Guid DraftId, Guid PinnedId, string ScanHash, IReadOnlyList<int> Compared) : ICommand, IOfDraft;

internal sealed class PaperSigningHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<PinForPaper, Answer>, IRequestHandler<BringScan, Answer>, IRequestHandler<CertifyScan, Answer>
{
    private static readonly Refusal NotWaiting = new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.");
    private static readonly Refusal NoPaper = new("paper.none", "Chưa chốt bản in để ký giấy, hoặc bản ấy đã được thay. Đồng chí tải lại trang, chốt và in lại.");

    public async Task<Answer> Handle(PinForPaper command, CancellationToken cancellationToken)
    {
        var (signer, offices) = await PaperSigner.Of(db, command.DraftId, actor.Today, cancellationToken);
        if (signer is null)
        {
            return Answer.No("paper.no-signer", "Không rõ đồng chí nào ký văn bản này: chưa có ai giữ chức vụ ghi trong dự thảo, hoặc tên người ký không khớp. Văn phòng kiểm tra phần quyền hạn, chức vụ, họ tên người ký.");
        }

        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, command.VersionHash, signer.FullName, offices, actor.Today, cancellationToken);
        refusal ??= await runner.FindTask(command.DraftId, TaskKeys.Signing, cancellationToken) is null ? NotWaiting : null;
        if (ready is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        var (plan, closed) = await NumberPlan.For(db, actor, ready.Draft, ready.Text.Type, actor.Today, always: true, cancellationToken);
        if (plan is null)
        {
            return Answer.No(closed!);
        }

        var pinned = await PinnedFiles.ForPerson(db, actor, ready, signer, PinnedWay.Paper, plan, cancellationToken);
        return Answer.Done(command.DraftId, $"Đã chốt bản in số {pinned.NumberAndSymbol}, {pinned.Pages} trang, để đồng chí {signer.FullName} ký trên giấy; mã băm {pinned.Sha256[..16]}…");
    }

    public async Task<Answer> Handle(BringScan command, CancellationToken cancellationToken)
    {
        if (await Waiting(command.DraftId, command.PinnedId, cancellationToken) is not { } pinned)
        {
            return Answer.No(NoPaper);
        }

        var (pages, refusal) = ScannedPages.Read(command.Files);
        refusal ??= pages.Count == pinned.Pages ? null : new("scan.pages", $"Bản quét có {pages.Count} trang, còn bản in có {pinned.Pages} trang. Đồng chí quét đủ, đúng thứ tự từng trang rồi nộp lại.");
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        // The old pages go first: the same numbers come again.
        db.RemoveRange(await db.Set<ScannedPage>().Where(page => page.PinnedId == pinned.Id).ToListAsync(cancellationToken));
        await CommitSave.Ahead(db, cancellationToken);
        db.AddRange(pages.Select((picture, index) => new ScannedPage { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, PinnedId = pinned.Id, Number = index + 1, Picture = picture, At = actor.Now }));
        return Answer.Done(command.DraftId, $"Đã nhận bản quét {pages.Count} trang của văn bản số {pinned.NumberAndSymbol}; chờ đối chiếu từng trang.");
    }

    public async Task<Answer> Handle(CertifyScan command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        if (await Waiting(command.DraftId, command.PinnedId, cancellationToken) is not { } pinned)
        {
            return Answer.No(NoPaper);
        }

        var pages = await db.Set<ScannedPage>().AsNoTracking().Where(page => page.PinnedId == pinned.Id).OrderBy(page => page.Number).Select(page => page.Picture).ToListAsync(cancellationToken);
        if (pages.Count != pinned.Pages || ScannedPages.Hash(pages) != command.ScanHash)
        {
            return Answer.No("scan.changed", "Bản quét đã được thay sau khi đồng chí mở trang. Đồng chí tải lại trang và đối chiếu lại từng trang.");
        }

        if (Enumerable.Range(1, pages.Count).Except(command.Compared).ToList() is { Count: > 0 } missing)
        {
            return Answer.No("scan.not-compared", $"Đồng chí chưa đánh dấu đã đối chiếu trang {string.Join(", ", missing)}. Đối chiếu đủ từng trang rồi xác nhận.");
        }

        var (signer, offices) = await PaperSigner.Of(db, command.DraftId, actor.Today, cancellationToken);
        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, pinned.VersionHash, pinned.SignerName, signer?.Id == pinned.SignerId ? offices : [], pinned.Date, cancellationToken);
        refusal ??= await runner.Complete(command.DraftId, TaskKeys.Signing, "signed", actor.PersonId, actor.Now, cancellationToken);
        if (ready is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        (var issued, refusal) = await PinnedFiles.Issue(db, pinned, ready, actor.Now, cancellationToken);
        if (issued is null)
        {
            return Answer.No(refusal!);
        }

        var (paper, profile) = await OfficialPaperOf.Of(db, ready.Text, new(issued.Authority, issued.Position, issued.SignerName), issued.NumberAndSymbol, issued.Place, issued.Date, issued.OrganizationId, cancellationToken);
        var file = IssuedFiles.Of(issued, IssuedFileKind.Signed, ScannedPages.Pdf(pages, $"{issued.NumberAndSymbol} {ready.Draft.Title()} (bản quét)"), actor.Now);
        db.Add(IssuedFiles.Of(issued, IssuedFileKind.Word, OfficialDocx.Render(paper, profile), actor.Now));
        db.Add(file);
        pinned.Close(PinnedEnd.Signed, actor.Now, file.Sha256);
        return Answer.Done(command.DraftId, $"Đồng chí {pinned.SignerName} đã ký trên giấy {ready.Text.Type.Name} số {issued.NumberAndSymbol}; Văn phòng (đồng chí {actor.Name}) đã đối chiếu {pages.Count} trang và xác nhận bản quét đúng là văn bản này; chờ ký số cơ quan.");
    }

    private Task<PinnedFile?> Waiting(Guid draftId, Guid pinnedId, CancellationToken ct) =>
        db.Set<PinnedFile>().SingleOrDefaultAsync(file => file.Id == pinnedId && file.DraftId == draftId && file.Way == PinnedWay.Paper && file.EndedAt == null, ct);
}

/// <summary>Who signs a draft by hand, as its text and the offices of the day say.</summary>
internal static class PaperSigner
{
    public static async Task<(Person? Signer, IReadOnlyList<Office> Offices)> Of(WorkflowDbContext db, Guid draftId, DateOnly day, CancellationToken ct)
    {
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == draftId, ct) is not { } draft)
        {
            return (null, []);
        }

        var text = await DraftToChange.CurrentText(db, draft, ct);
        var table = await AuthorityOn.Day(db, day, ct);
        if (table.Of(text) is not { } usual)
        {
            return (null, []);
        }

        var held = await db.Set<OfficeHeld>().AsNoTracking().Where(one => one.From <= day && (one.To == null || one.To >= day)).ToListAsync(ct);
        var offices = table.For(text.IssuingBody, text.TypeKey).Where(line => line.Says(usual.Authority, usual.Position)).Select(line => line.Office).ToHashSet();
        var ids = held.Where(one => offices.Contains(one.Office)).Select(one => one.PersonId).Distinct().ToList();
        var people = await db.Set<Person>().Where(person => ids.Contains(person.Id)).ToListAsync(ct);
        var mine = people.Where(person => table.HasCapacity(text, person.FullName, [.. held.Where(one => one.PersonId == person.Id).Select(one => one.Office)]) is null).ToList();
        return mine is [var only] ? (only, [.. held.Where(one => one.PersonId == only.Id).Select(one => one.Office)]) : (null, []);
    }
}
