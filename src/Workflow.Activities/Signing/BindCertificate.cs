using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The administrator says whose a certificate is: a person's, or the agency's. The file holds no key.</summary>
/// <param name="PersonId">Null: the agency.</param>
/// <param name="File">.cer, .crt, .der or .pem.</param>
[Allow(Office.Administrator)]
public sealed record BindCertificate(Guid CommandId, Guid? PersonId, byte[] File) : ICommand;

/// <summary>From today on nothing that is signed with it is taken: lost, replaced, left office.</summary>
[Allow(Office.Administrator)]
public sealed record EndCertificate(Guid CommandId, Guid CertificateId, string Reason) : ICommand;

internal sealed class BindCertificateHandler(WorkflowDbContext db, SigningSettings settings, Actor actor) : IRequestHandler<BindCertificate, Answer>, IRequestHandler<EndCertificate, Answer>
{
    public async Task<Answer> Handle(BindCertificate command, CancellationToken cancellationToken)
    {
        var whose = command.PersonId is { } id ? await db.Set<Person>().Where(person => person.Id == id).Select(person => "đồng chí " + person.FullName).SingleOrDefaultAsync(cancellationToken) : "cơ quan";
        if (whose is null)
        {
            return Answer.No("certificate.no-person", "Không thấy đồng chí này. Đồng chí tải lại trang rồi chọn lại.");
        }

        if (CertificateUse.Read(command.File) is not { } certificate)
        {
            return Answer.No("certificate.unreadable", "Tệp không phải chứng thư số (.cer, .crt, .der hoặc .pem), hoặc có kèm khóa bí mật. Đồng chí xuất riêng chứng thư số, không kèm khóa, rồi chọn lại.");
        }

        using (certificate)
        {
            if (CertificateUse.Problem(certificate, actor.Now) is { } problem)
            {
                return Answer.No(problem);
            }

            if (!CertificateUse.IsTrusted(certificate, settings.TrustedRoots(), actor.Now))
            {
                return Answer.No("certificate.untrusted", "Chứng thư số này không nối được tới cơ quan cấp chứng thư đã khai báo (mục Signing:TrustedRoots trong cấu hình), nên chưa đăng ký.");
            }

            var sha = ReturnedFile.Thumbprint(certificate.RawData);
            if (await db.Set<BoundCertificate>().AnyAsync(one => one.Sha256 == sha && one.To == null, cancellationToken))
            {
                return Answer.No("certificate.bound", "Chứng thư số này đã được đăng ký. Nếu đăng ký nhầm người, đồng chí thôi dùng dòng cũ trước.");
            }

            var bound = new BoundCertificate
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                PersonId = command.PersonId,
                Certificate = certificate.RawData,
                Sha256 = sha,
                Subject = Short(certificate.GetNameInfo(X509NameType.SimpleName, false)),
                Issuer = Short(certificate.GetNameInfo(X509NameType.SimpleName, true)),
                NotBefore = certificate.NotBefore.ToUniversalTime(),
                NotAfter = certificate.NotAfter.ToUniversalTime(),
                From = actor.Today,
                BoundById = actor.PersonId,
                BoundAt = actor.Now,
            };
            db.Add(bound);
            return Answer.Done(bound.Id, string.Create(CultureInfo.InvariantCulture, $"Đã đăng ký chứng thư số “{bound.Subject}” (cấp bởi {bound.Issuer}) cho {whose}, dùng đến {bound.NotAfter.AddHours(7):dd/MM/yyyy}."));
        }
    }

    public async Task<Answer> Handle(EndCertificate command, CancellationToken cancellationToken)
    {
        if (await db.Set<BoundCertificate>().SingleOrDefaultAsync(one => one.Id == command.CertificateId, cancellationToken) is not { To: null } bound)
        {
            return Answer.No("certificate.ended", "Chứng thư số này không có hoặc đã thôi dùng. Đồng chí tải lại trang.");
        }

        var reason = command.Reason.Trim();
        if (reason.Length is < 5 or > 500)
        {
            return Answer.No("certificate.reason", "Đồng chí ghi lý do thôi dùng chứng thư số (từ 5 đến 500 chữ).");
        }

        bound.Finish(actor.Today, reason);
        return Answer.Done(bound.Id, $"Từ bây giờ không nhận tệp ký bằng chứng thư số “{bound.Subject}” nữa; lý do: {reason}");
    }

    private static string Short(string text) => text.Length <= 400 ? text : text[..400];
}

/// <summary>Every certificate that stands or stood for somebody.</summary>
public sealed record BoundRow(BoundCertificate Certificate, string Whose);

/// <summary>Certificates and the people they may be bound to.</summary>
public sealed record BoundView(IReadOnlyList<BoundRow> Rows, IReadOnlyList<(Guid Id, string Name)> People, DateTimeOffset Now);

/// <summary>The page of certificates.</summary>
[Allow(Office.Administrator)]
public sealed record ReadBoundCertificates : IQuery<BoundView>;

internal sealed class ReadBoundCertificatesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadBoundCertificates, BoundView>
{
    public async Task<BoundView> Handle(ReadBoundCertificates request, CancellationToken cancellationToken)
    {
        var today = actor.Today;
        var rows = await db.Set<BoundCertificate>().AsNoTracking().OrderBy(one => one.To != null).ThenByDescending(one => one.BoundAt).ToListAsync(cancellationToken);
        var known = rows.Select(row => row.PersonId).ToList();
        var names = await db.Set<Person>().Where(person => known.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var people = await db.Set<OfficeHeld>().Where(held => AuthorityRules.Signers.Contains(held.Office) && held.From <= today && (held.To == null || held.To >= today))
            .Join(db.Set<Person>(), held => held.PersonId, person => person.Id, (_, person) => new { person.Id, person.FullName }).Distinct().OrderBy(person => person.FullName).ToListAsync(cancellationToken);
        return new([.. rows.Select(row => new BoundRow(row, row.PersonId is { } id ? names.GetValueOrDefault(id, "") : "Cơ quan (con dấu)"))], [.. people.Select(person => (person.Id, person.FullName))], actor.Now);
    }
}
