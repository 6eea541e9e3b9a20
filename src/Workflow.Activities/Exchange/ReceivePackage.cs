using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A partner's program brings a package or a status message. The key is the right to it: it is looked at again here, whoever sends the command.</summary>
[Allow(Everyone = true)]
public sealed record ReceivePackage(Guid CommandId, string Key, byte[] File) : ICommand;

internal sealed class ReceivePackageHandler(WorkflowDbContext db, PackageIntake intake) : IRequestHandler<ReceivePackage, Answer>
{
    public async Task<Answer> Handle(ReceivePackage command, CancellationToken cancellationToken)
    {
        var id = PartnerKeys.IdOf(command.Key);
        var partner = id.Length == 0 ? null : await db.Set<ExchangePartner>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyId == id && row.EndedAt == null, cancellationToken);
        return partner is null || !PartnerKeys.Is(command.Key, partner.KeyHash) ? Answer.No("exchange.key", "Khóa không đúng hoặc đã được thay.") : await intake.Take(command.File, partner.Id, "Nhận qua đường truyền", cancellationToken);
    }
}

/// <summary>Whose key it is, and in whose name it lets in.</summary>
public sealed record ExchangeCaller(Guid OrganizationId, Guid PersonId, string Name);

/// <summary>Who calls with this key; null: nobody that is known. Asked without an account.</summary>
public sealed record ReadExchangeCaller(string Key) : IRequest<ExchangeCaller?>;

internal sealed class ReadExchangeCallerHandler(WorkflowDbContext db) : IRequestHandler<ReadExchangeCaller, ExchangeCaller?>
{
    public async Task<ExchangeCaller?> Handle(ReadExchangeCaller request, CancellationToken cancellationToken)
    {
        var id = request.Key.Length > PartnerKeys.Longest ? "" : PartnerKeys.IdOf(request.Key);

        // The key itself says whose it is: the organization filter gives way to it. A wrong one costs the same.
        var partner = id.Length == 0 ? null : await db.Set<ExchangePartner>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.KeyId == id && row.EndedAt == null, cancellationToken);
        return partner?.KeyMadeById is { } person && PartnerKeys.Is(request.Key, partner.KeyHash) ? new(partner.OrganizationId, person, ExchangeDesk.Short($"{partner.Name} (trao đổi văn bản)", 300)) : null;
    }
}
