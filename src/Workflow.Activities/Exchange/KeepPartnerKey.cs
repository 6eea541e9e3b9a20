using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The key that a partner gave us for its own program: sealed before it is stored.</summary>
[Allow(Office.Administrator)]
public sealed record KeepPartnerKey(Guid CommandId, Guid PartnerId, string Key) : ICommand;

internal sealed class KeepPartnerKeyHandler(WorkflowDbContext db, Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection) : IRequestHandler<KeepPartnerKey, Answer>
{
    public async Task<Answer> Handle(KeepPartnerKey command, CancellationToken cancellationToken)
    {
        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        var key = command.Key.Trim();
        if (key.Length is < 16 or > PartnerKeys.Longest || key.Any(one => one is < '!' or > '~'))
        {
            return Answer.No("partner.their-key", "Khóa mà nơi nhận cấp phải từ 16 đến 500 ký tự, không có dấu cách hay dấu tiếng Việt. Đồng chí chép lại nguyên khóa.");
        }

        partner.SealedKey = PartnerKeys.Seal(protection, key);
        return Answer.Done(partner.Id, $"Đã giữ khóa mà “{partner.Name}” cấp; khóa được niêm phong và không hiện lại.");
    }
}
