using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.InForce;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>The page behind the code of a cover sheet; asked without an account. Without the PIN it says what stands on the sheet and whether that still holds, no more.</summary>
public sealed record ReadByCode(string Token) : IRequest<CodeView?>;

/// <param name="RestsUntil">Until when no PIN is taken; null when one is.</param>
/// <param name="IsSpent">Too many wrong PINs: the office has to make a new sheet.</param>
/// <param name="RecallAsked">The copy is asked back.</param>
/// <param name="Standing">What became of the document: who holds the sheet must not go by a text that is replaced.</param>
public sealed record CodeView(string Organization, string Unit, string Type, string Number, DateOnly Date, DateTimeOffset? RestsUntil, bool IsSpent, bool RecallAsked, bool Recalled, DocumentStanding Standing);

/// <summary>What the code of a cover sheet names, judged at every request.</summary>
internal static class CodeAccess
{
    public sealed record Found(DispatchPass Pass, Dispatch Copy, IssuedDocument Issued, string Unit);

    /// <summary>The pass that a link names while it is good; from here on the scope is that organization's.</summary>
    public static async Task<Found?> Of(WorkflowDbContext db, CurrentOrganization organization, CopyLinks links, string token, CancellationToken ct)
    {
        if (links.Read(token) is not { } id || await db.Set<DispatchPass>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.RevokedAt == null, ct) is not { } pass)
        {
            return null;
        }

        organization.Id = pass.OrganizationId;
        var copy = await db.Set<Dispatch>().AsNoTracking().SingleAsync(one => one.Id == pass.DispatchId, ct);
        return new(pass, copy, await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(one => one.Id == copy.IssuedDocumentId, ct), await db.Set<Domain.Organizations.Unit>().Where(unit => unit.Id == copy.UnitId).Select(unit => unit.Name).SingleAsync(ct));
    }
}

internal sealed class ReadByCodeHandler(WorkflowDbContext db, CurrentOrganization organization, CopyLinks links, TimeProvider clock) : IRequestHandler<ReadByCode, CodeView?>
{
    public async Task<CodeView?> Handle(ReadByCode request, CancellationToken cancellationToken)
    {
        if (await CodeAccess.Of(db, organization, links, request.Token, cancellationToken) is not var (pass, copy, issued, unit))
        {
            return null;
        }

        var name = await db.Set<Organization>().Where(one => one.Id == issued.OrganizationId).Select(one => one.Name).SingleAsync(cancellationToken);
        return new(name, unit, DocumentType.Of(issued.TypeKey).Name, issued.NumberAndSymbol, issued.Date, pass.RestsUntil > clock.GetUtcNow() ? pass.RestsUntil : null, pass.AllTries >= DispatchPass.MostTries, copy.Recall == RecallState.Asked, copy.Recall == RecallState.Agreed, await Standings.Of(db, issued, VietnamTime.DayOf(clock.GetUtcNow()), cancellationToken));
    }
}
