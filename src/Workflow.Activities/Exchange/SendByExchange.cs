using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The office makes the package of an issued and sealed document for one partner: sent by the program where the partner has an address, otherwise laid down to be taken as a file.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record SendByExchange(Guid CommandId, Guid IssuedId, Guid PartnerId) : ICommand;

internal sealed class SendByExchangeHandler(WorkflowDbContext db, ExchangeDesk desk, Actor actor) : IRequestHandler<SendByExchange, Answer>
{
    public async Task<Answer> Handle(SendByExchange command, CancellationToken cancellationToken)
    {
        var issued = await db.Set<Domain.Issuing.IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.IssuedId, cancellationToken);
        if (issued?.SealedAt is null)
        {
            return Answer.No("exchange.not-sealed", "Văn bản chưa có chữ ký số cơ quan nên chưa gửi liên thông được.");
        }

        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        if (await desk.Own(cancellationToken) is not { } own)
        {
            return Answer.No("exchange.no-own-id", ExchangeDesk.NoOwnId);
        }

        var copy = await db.Set<Domain.Distribution.Dispatch>().AsNoTracking().SingleOrDefaultAsync(row => row.IssuedDocumentId == issued.Id && row.UnitId == partner.UnitId, cancellationToken);
        if (copy is null)
        {
            return Answer.No("exchange.no-copy", $"Văn bản số {issued.NumberAndSymbol} chưa gửi cho đơn vị gắn với “{partner.Name}”. Đồng chí gửi bổ sung cho đơn vị đó trước, rồi gửi gói.");
        }

        if (await db.Set<ExchangeMessage>().AnyAsync(row => row.DispatchId == copy.Id && row.Direction == ExchangeDirection.Out && row.Kind == ExchangeKind.Package && row.Code == "0", cancellationToken))
        {
            return Answer.Done(issued.DraftId, $"Gói của văn bản số {issued.NumberAndSymbol} gửi “{partner.Name}” đã có từ trước; không tạo gói thứ hai.");
        }

        try
        {
            var message = await desk.Package(copy, partner, own, Documents.Exchange.BusinessType.New, "", 1, actor.Now, cancellationToken);
            db.Add(message);
            return Answer.Done(issued.DraftId, message.State == ExchangeState.Waiting
                ? $"Đã lập gói của văn bản số {issued.NumberAndSymbol}, đang gửi tới hệ thống của “{partner.Name}”."
                : $"Đã lập gói của văn bản số {issued.NumberAndSymbol} cho “{partner.Name}”; đồng chí tải gói về và gửi bằng tệp.");
        }
        catch (Documents.Signatures.SignatureException problem)
        {
            return Answer.No(problem.Code, problem.Message);
        }
    }
}
