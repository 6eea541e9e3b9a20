using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>From now on no package that is signed with it is taken.</summary>
[Allow(Office.Administrator)]
public sealed record EndPartnerCertificate(Guid CommandId, Guid CertificateId, string Reason) : ICommand;

internal sealed class EndPartnerCertificateHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<EndPartnerCertificate, Answer>
{
    public async Task<Answer> Handle(EndPartnerCertificate command, CancellationToken cancellationToken)
    {
        if (await db.Set<PartnerCertificate>().SingleOrDefaultAsync(row => row.Id == command.CertificateId, cancellationToken) is not { To: null } bound)
        {
            return Answer.No("certificate.ended", "Chứng thư số này không có hoặc đã thôi dùng. Đồng chí tải lại trang.");
        }

        var reason = PartnerWords.Plain(command.Reason);
        if (reason.Length is < 5 or > PartnerWords.LongestWords)
        {
            return Answer.No("certificate.reason", "Đồng chí ghi lý do thôi dùng chứng thư số (từ 5 đến 300 chữ).");
        }

        bound.Finish(actor.Today, reason);
        return Answer.Done(bound.PartnerId, $"Từ bây giờ không nhận gói ký bằng chứng thư số “{bound.Subject}” nữa; lý do: {reason}");
    }
}
