using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The administrator says by which certificate a partner's packages are known, and from which day.</summary>
[Allow(Office.Administrator)]
public sealed record BindPartnerCertificate(Guid CommandId, Guid PartnerId, byte[] File, DateOnly? From) : ICommand;

internal sealed class BindPartnerCertificateHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<BindPartnerCertificate, Answer>
{
    public async Task<Answer> Handle(BindPartnerCertificate command, CancellationToken cancellationToken)
    {
        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        if (Documents.Signatures.CertificateUse.Read(command.File) is not { } certificate)
        {
            return Answer.No("certificate.unreadable", "Tệp không phải chứng thư số (.cer, .crt, .der hoặc .pem), hoặc có kèm khóa bí mật. Đồng chí xin nơi gửi tệp chứng thư số riêng, không kèm khóa.");
        }

        using (certificate)
        {
            if (Documents.Signatures.CertificateUse.Problem(certificate, actor.Now) is { } problem)
            {
                return Answer.No(problem);
            }

            var (sha, from) = (ExchangeDesk.Hash(certificate.RawData), command.From ?? actor.Today);
            if (await db.Set<PartnerCertificate>().AnyAsync(row => row.Sha256 == sha && row.To == null, cancellationToken))
            {
                return Answer.No("certificate.bound", "Chứng thư số này đã được ghi nhận cho một nơi trao đổi.");
            }

            var bound = new PartnerCertificate
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                PartnerId = partner.Id,
                Sha256 = sha,
                NotAfter = certificate.NotAfter.ToUniversalTime(),
                From = from,
                Subject = ExchangeDesk.Short(certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, false), 400),
            };
            db.Add(bound);
            return Answer.Done(partner.Id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Từ ngày {from:dd/MM/yyyy}, gói ký bằng chứng thư số “{bound.Subject}” (SHA-256 {sha[..16]}…) được nhận là của “{partner.Name}”."));
        }
    }
}
