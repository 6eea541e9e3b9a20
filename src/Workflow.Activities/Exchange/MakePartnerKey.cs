using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A new key for a partner's program. The page makes it and shows it once; here only its hash is kept, in no row and no line of the log the key itself.</summary>
[Allow(Office.Administrator)]
public sealed record MakePartnerKey(Guid CommandId, Guid PartnerId, string Key) : ICommand;

internal sealed class MakePartnerKeyHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<MakePartnerKey, Answer>
{
    public async Task<Answer> Handle(MakePartnerKey command, CancellationToken cancellationToken)
    {
        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        if (PartnerKeys.IdOf(command.Key) is not { Length: > 0 } id)
        {
            return Answer.No("partner.key", "Khóa không đúng dạng. Đồng chí tải lại trang rồi cấp lại.");
        }

        partner.TakeKey(id, PartnerKeys.Hash(command.Key), actor.PersonId, actor.Now);
        return Answer.Done(partner.Id, $"Đã cấp khóa mới cho hệ thống của “{partner.Name}”; khóa trước (nếu có) không dùng được nữa.");
    }
}

/// <summary>Whether this is the key that stands: after a double click the page that came second made another one, which is worth nothing.</summary>
[Allow(Office.Administrator)]
public sealed record IsPartnerKey(Guid PartnerId, string Key) : IQuery<bool>;

internal sealed class IsPartnerKeyHandler(WorkflowDbContext db) : IRequestHandler<IsPartnerKey, bool>
{
    public async Task<bool> Handle(IsPartnerKey request, CancellationToken cancellationToken) =>
        await db.Set<ExchangePartner>().Where(row => row.Id == request.PartnerId).Select(row => row.KeyHash).SingleOrDefaultAsync(cancellationToken) is { } hash && PartnerKeys.Is(request.Key, hash);
}
