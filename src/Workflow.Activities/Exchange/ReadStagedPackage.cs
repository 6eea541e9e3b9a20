using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A file of a package as shown.</summary>
public sealed record StagedFileView(string Name, int Size, string Description, IncomingVerdict? Verdict, string Findings);

/// <summary>A package as understood.</summary>
/// <param name="Status">Of a status message what it says; null for a package.</param>
/// <param name="Signer">Who signed it; empty when nobody did.</param>
/// <param name="Problem">Why it cannot be taken, or null.</param>
public sealed record StagedPackageView(
    Guid Id, string FileName, string FileHash, string Sender, string OrganId, string Name, string TypeName, DateOnly Date, string Subject, string SignerName, string Business, string Reason, string? Status, string Signer, bool Holds, IReadOnlyList<StagedFileView> Files, string? Problem);

/// <summary>One's own package, looked through.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ReadStagedPackage(Guid Id) : IQuery<StagedPackageView?>;

internal sealed class ReadStagedPackageHandler(WorkflowDbContext db, PackageIntake intake, Actor actor) : IRequestHandler<ReadStagedPackage, StagedPackageView?>
{
    public async Task<StagedPackageView?> Handle(ReadStagedPackage request, CancellationToken cancellationToken)
    {
        var staged = await db.Set<StagedPackage>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.PersonId == actor.PersonId, cancellationToken);
        if (staged is null || actor.Now > staged.At + StagedPackage.Kept)
        {
            return null;
        }

        var judged = await intake.Judge(staged.Content, null, cancellationToken);
        var (edoc, status) = (judged.Read.Package, judged.Read.Status);
        var from = edoc?.From ?? status?.From;
        return new(
            staged.Id, staged.FileName, staged.FileHash, judged.Partner?.Name ?? from?.OrganName ?? "", from?.OrganId ?? "", edoc is null ? status?.ResponseFor.DocumentId ?? "" : ExchangeDesk.Name(edoc.CodeNumber, edoc.CodeNotation), edoc?.TypeName ?? "",
            edoc?.Date ?? status?.ResponseFor.Date ?? default, edoc?.Subject ?? "", edoc?.Signer.FullName ?? "", edoc is null ? "" : IncomingWords.Business(edoc.Business), edoc?.BusinessReason ?? status?.Description ?? "",
            status is null ? null : Documents.Exchange.EdocStatus.Codes[status.Code], judged.Read.Signature?.Signer ?? "", judged.Read.Signature is { Holds: true },
            [.. judged.Files.Select(one => new StagedFileView(one.File.Name, one.File.Content.Length, one.File.Description, one.Verdict, one.Findings))], judged.Refusal?.Text);
    }
}
