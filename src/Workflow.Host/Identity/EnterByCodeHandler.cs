using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Trips;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>Signing in on the laptop by a one-time code. It is spent before anybody is let in: of two who send it at once one enters.</summary>
internal sealed class EnterByCodeHandler(SignInManager<Account> signIn, WorkflowDbContext db, CurrentOrganization organization, TimeProvider clock) : IRequestHandler<EnterByCode, Guid?>
{
    public async Task<Guid?> Handle(EnterByCode request, CancellationToken cancellationToken)
    {
        var hash = EntryDuties.HashOf(request.Code);
        if (await db.Set<EntryCode>().IgnoreQueryFilters().SingleOrDefaultAsync(row => row.Hash == hash && row.SpentAt == null, cancellationToken) is not { } code)
        {
            return null;
        }

        organization.Id = code.OrganizationId;
        var account = await db.Set<Account>().SingleAsync(row => row.PersonId == code.PersonId, cancellationToken);
        var name = await db.Set<Person>().Where(person => person.Id == code.PersonId).Select(person => person.FullName).SingleAsync(cancellationToken);
        (code.SpentAt, code.IsUsed) = (clock.GetUtcNow(), true);
        try
        {
            await CommitSave.Run(db, code.OrganizationId, new AuditNote(code.PersonId, name, nameof(EnterByCode), code.PersonId, "Vào hội nghị bằng mã một lần."), clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            return null;
        }

        // A phone that sleeps or closes its browser during a session comes back without another code.
        await signIn.SignInAsync(account, isPersistent: true);
        return await db.Set<SessionTrip>().Select(trip => trip.ConferenceId).FirstAsync(cancellationToken);
    }
}
