using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Documents.Layout;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The signer fixes the exact bytes, with number and date, and gets a one-time address to take them to the program on their own machine.</summary>
[Allow(Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary, Office.ChiefOfOffice, Office.DeputyChiefOfOffice)]
public sealed record PinForSigning(Guid CommandId, Guid DraftId, string VersionHash) : ICommand, IOfDraft;

/// <summary>The registry clerk gets the signed bytes by a one-time address, to put the agency's signature on them outside.</summary>
[Allow(Office.RegistryClerk, StandsIn = true)]
public sealed record PinForSealing(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

/// <summary>Whoever holds the one-time address takes the bytes, in the name of who made it.</summary>
[Allow(Everyone = true)]
public sealed record TakePinnedFile(Guid CommandId, string Token) : ICommand;

internal sealed class PinFileHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) :
    IRequestHandler<PinForSigning, Answer>, IRequestHandler<PinForSealing, Answer>, IRequestHandler<TakePinnedFile, Answer>
{
    private static readonly Domain.Refusal NotWaiting = new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.");

    public async Task<Answer> Handle(PinForSigning command, CancellationToken cancellationToken)
    {
        var (ready, refusal) = await SigningGate.Open(db, command.DraftId, command.VersionHash, actor.Name, [.. await actor.OfficesHeld(cancellationToken)], actor.Today, cancellationToken);
        refusal ??= await runner.FindTask(command.DraftId, TaskKeys.Signing, cancellationToken) is null ? NotWaiting : null;
        refusal ??= await ExpectedSigner.Of(db, actor.PersonId, actor.Today, cancellationToken) is [] ? ExpectedSigner.None($"đồng chí {actor.Name}") : null;
        if (ready is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        var (plan, closed) = await NumberPlan.For(db, actor, ready.Draft, ready.Text.Type, actor.Today, always: false, cancellationToken);
        if (plan is null)
        {
            return Answer.No(closed!);
        }

        var signer = await db.Set<Person>().SingleAsync(person => person.Id == actor.PersonId, cancellationToken);
        return Offer(await PinnedFiles.ForPerson(db, actor, ready, signer, PinnedWay.WholeFile, plan, cancellationToken));
    }

    public async Task<Answer> Handle(PinForSealing command, CancellationToken cancellationToken)
    {
        if (await StageWork.Refused(db, actor, command.DraftId, TaskKeys.Sealing, completes: false, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (await runner.FindTask(command.DraftId, TaskKeys.Sealing, cancellationToken) is null || await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.DraftId == command.DraftId, cancellationToken) is not { } issued)
        {
            return Answer.No(NotWaiting);
        }

        if (await ExpectedSigner.Of(db, null, actor.Today, cancellationToken) is [])
        {
            return Answer.No(ExpectedSigner.None("cơ quan"));
        }

        var waiting = await PinnedFiles.Open(db, command.DraftId, SignaturePurpose.Agency, cancellationToken);
        if (waiting is not null && !issued.IsNumbered && (waiting.Date != actor.Today || await PinnedFiles.Held(db, waiting, cancellationToken) is null))
        {
            waiting.Close(PinnedEnd.Replaced, actor.Now);
            waiting = null;
        }

        if (waiting is null)
        {
            var (held, closed) = issued.IsNumbered ? (null, null) : await SealingNumber.Take(db, actor, issued, cancellationToken);
            if (closed is not null)
            {
                return Answer.No(closed);
            }

            var signed = await db.Set<IssuedFile>().AsNoTracking().SingleAsync(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Signed, cancellationToken);
            var organization = await db.Set<Organization>().SingleAsync(one => one.Id == actor.OrganizationId, cancellationToken);
            db.Add(waiting = Sealing(issued, organization, held is null ? signed.Content : await Numbered(issued, held, signed.Content, cancellationToken), held));
        }

        return Offer(waiting);
    }

    public async Task<Answer> Handle(TakePinnedFile command, CancellationToken cancellationToken)
    {
        var pinned = command.Token.Length == 0 ? null : await db.Set<PinnedFile>().SingleOrDefaultAsync(file => file.Token == command.Token, cancellationToken);
        return pinned is null ? Answer.No(PinnedLinks.Used)
            : pinned.Take(command.Token, actor.Now) is { } refusal ? Answer.No(refusal)
            : Answer.Done(pinned.DraftId, $"Đã tải tệp {pinned.NumberAndSymbol} để ký bằng đường dẫn một lần của đồng chí {actor.Name}; mã băm {pinned.Sha256[..16]}…");
    }

    private Answer Offer(PinnedFile pinned)
    {
        pinned.Offer(PinnedFiles.NewToken(), actor.Now);
        return Answer.Done(pinned.DraftId, $"Đã chốt tệp {pinned.NumberAndSymbol} để ký bằng phần mềm ký trên máy của đồng chí; mã băm {pinned.Sha256[..16]}… Đường dẫn tải dùng được một lần, trong {PinnedFile.LinkLife.TotalMinutes:0} phút.");
    }

    // The lines are filled in a revision of their own: the program outside signs what stands there.
    private async Task<byte[]> Numbered(IssuedDocument issued, RegisterEntry held, byte[] signed, CancellationToken ct)
    {
        var (paper, profile) = await OfficialPaperOf.Issued(db, issued, ct);
        return OpenLines.Fill(signed, (paper with { Number = held.NumberAndSymbol, Date = actor.Today, NumberedAtSealing = false }).Lines(profile));
    }

    private PinnedFile Sealing(IssuedDocument issued, Organization organization, byte[] content, RegisterEntry? held) => new()
    {
        Id = Guid.CreateVersion7(actor.Now),
        OrganizationId = actor.OrganizationId,
        DraftId = issued.DraftId,
        Purpose = SignaturePurpose.Agency,
        Way = PinnedWay.WholeFile,
        VersionHash = issued.VersionHash,
        SignerId = actor.PersonId,
        SignerName = organization.HeaderName,
        TermId = issued.TermId,
        TypeKey = issued.TypeKey,
        Number = held?.Number ?? issued.Number,
        NumberAndSymbol = held?.NumberAndSymbol ?? issued.NumberAndSymbol,
        Place = issued.Place,
        Date = held is null ? issued.Date : actor.Today,
        ProfileId = issued.ProfileId,
        Content = content,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Pages = 0,
        PinnedById = actor.PersonId,
        PinnedAt = actor.Now,
    };
}
