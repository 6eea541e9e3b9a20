using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Copying;

/// <summary>Signs a copy of a document issued here: the whole of it (sao y bản chính), or the chosen parts (trích sao).</summary>
/// <param name="IssuedDocumentId">The document; it bears the agency's signature.</param>
/// <param name="Parts">First clauses of the parts chosen (<see cref="CopyParts"/>); null for the whole.</param>
/// <param name="Recipients">Who gets the copy, one a line.</param>
[Allow(Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record CopyIssued(Guid CommandId, Guid IssuedDocumentId, IReadOnlyList<string>? Parts, string Recipients) : ICommand;

internal sealed class CopyIssuedHandler(WorkflowDbContext db, CopyMaking making, Actor actor) : IRequestHandler<CopyIssued, Answer>
{
    public async Task<Answer> Handle(CopyIssued command, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        var original = issued is null ? null : await db.Set<IssuedFile>().Where(file => file.IssuedDocumentId == issued.Id && file.Kind == IssuedFileKind.Sealed).Select(file => file.Sha256).SingleOrDefaultAsync(cancellationToken);
        if (issued is null || original is null)
        {
            return Answer.No("copy.not-sealed", "Văn bản chưa có chữ ký số cơ quan nên chưa sao được.");
        }

        var (line, refusal) = await making.Signer(cancellationToken);
        var (person, agency, missing) = making.Certificates();
        var (recipients, nobody) = CopyMaking.Recipients(command.Recipients);
        if ((refusal ?? missing ?? nobody) is { } no)
        {
            return Answer.No(no);
        }

        var (paper, profile) = await OfficialPaperOf.Issued(db, issued, cancellationToken);
        var all = CopyParts.Of(paper.Text.Clauses);
        var chosen = command.Parts is null ? null : all.Where(part => command.Parts.Contains(part.Id)).ToList();
        var clauses = chosen?.SelectMany(part => part.Clauses).ToHashSet(StringComparer.Ordinal);
        if (clauses is not null && (clauses.Count == 0 || clauses.Count == paper.Text.Clauses.Count))
        {
            return Answer.No("copy.parts", clauses.Count == 0 ? "Đồng chí đánh dấu ít nhất một phần để trích sao." : "Đồng chí đã chọn mọi phần: sao cả văn bản là sao y bản chính. Đồng chí chọn “Sao y bản chính”, hoặc bỏ bớt phần.");
        }

        var (book, entry, closed) = await making.Number(cancellationToken);
        if (book is null)
        {
            return Answer.No(closed!);
        }

        var kind = chosen is null ? CopyKind.Whole : CopyKind.Extract;
        var organization = book.Organization;
        var block = new CopyBlock(DocumentCopy.NameOf(kind), organization.SuperiorHeaderName, organization.HeaderName, entry!.NumberAndSymbol, DocumentNumber.Symbol(DocumentType.Copy, organization.Symbol), organization.Place, actor.Today, new(line!.Authority, line.Position, actor.Name), recipients);
        byte[] file;
        try
        {
            var rendered = CopyPdf.Render(paper, profile, block, clauses, cancellationToken);
            var signed = making.Sign(rendered.Bytes, new(OfficialPdf.PersonalField, actor.Name, block.Form, organization.Place, actor.Now, false), person!);
            file = making.Sign(signed, new(OfficialPdf.AgencyField, organization.HeaderName, block.Form, organization.Place, actor.Now, true), agency!);
        }
        catch (SignatureException problem)
        {
            return Answer.No(problem.Code, problem.Message);
        }
        catch (LayoutLimitException problem)
        {
            return Answer.No("copy.too-long", problem.Message);
        }

        var copy = making.Keep(new()
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Kind = kind,
            IssuedDocumentId = issued.Id,
            OriginalNumber = issued.NumberAndSymbol,
            OriginalIssuer = organization.Name,
            OriginalDate = issued.Date,
            OriginalSubject = issued.Subject,
            OriginalSha256 = original,
            Parts = chosen is null ? "" : CopyMaking.Short(string.Join("; ", chosen.Select(part => part.Title)), RegisterEntry.LongestSubject),
            NumberAndSymbol = entry.NumberAndSymbol,
            Date = actor.Today,
            Recipients = string.Join('\n', recipients.Select(one => one.Name)),
            SignerId = actor.PersonId,
            SignerName = actor.Name,
            Capacity = line.Words,
            At = actor.Now,
            Content = file,
            Sha256 = CopyMaking.Hash(file),
        }, entry);
        return Answer.Done(issued.DraftId, $"Đồng chí {actor.Name} đã ký bản sao số {copy.NumberAndSymbol}: {DocumentCopy.Say(kind, issued.NumberAndSymbol, issued.Date, issued.Subject)}{(chosen is null ? "" : $" ({copy.Parts})")}; mã băm {copy.Sha256[..16]}…");
    }
}
