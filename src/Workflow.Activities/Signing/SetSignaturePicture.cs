using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The administrator brings the picture of a person's signature, or of the agency's seal. It shows on what is signed from now on; one that stood ends.</summary>
/// <param name="PersonId">Null: the agency's seal.</param>
/// <param name="WidthMm">Real width on paper.</param>
[Allow(Office.Administrator)]
public sealed record SetSignaturePicture(Guid CommandId, Guid? PersonId, byte[] File, decimal WidthMm) : ICommand;

/// <summary>From now on no signature shows this picture.</summary>
[Allow(Office.Administrator)]
public sealed record EndSignaturePicture(Guid CommandId, Guid PictureId, string Reason) : ICommand;

internal sealed class SignaturePictureHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetSignaturePicture, Answer>, IRequestHandler<EndSignaturePicture, Answer>
{
    public async Task<Answer> Handle(SetSignaturePicture command, CancellationToken cancellationToken)
    {
        var whose = command.PersonId is { } id ? await db.Set<Person>().Where(person => person.Id == id).Select(person => "chữ ký của đồng chí " + person.FullName).SingleOrDefaultAsync(cancellationToken) : "con dấu của cơ quan";
        if (whose is null)
        {
            return Answer.No("picture.no-person", "Không thấy đồng chí này. Đồng chí tải lại trang rồi chọn lại.");
        }

        var (image, refusal) = SignatureImage.Read(command.File, command.PersonId is null, command.WidthMm);
        if (image is null)
        {
            return Answer.No(refusal!);
        }

        // Of two that come at the same moment both end the one before: the second is a conflict, and tried again.
        foreach (var before in await db.Set<SignaturePicture>().Where(one => one.PersonId == command.PersonId && one.To == null).ToListAsync(cancellationToken))
        {
            before.Finish(actor.Today, "Có ảnh mới thay");
        }

        var picture = new SignaturePicture
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PersonId = command.PersonId,
            Content = command.File,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(command.File)),
            Width = image.Width,
            Height = image.Height,
            WidthMm = command.WidthMm,
            From = actor.Today,
            ById = actor.PersonId,
            At = actor.Now,
        };
        db.Add(picture);
        return Answer.Done(picture.Id, $"Đã đặt ảnh {whose}: rộng {image.WidthMm:0.#} mm, cao {image.HeightMm:0.#} mm trên giấy, dùng cho văn bản ký từ bây giờ; mã băm {picture.Sha256[..16]}…");
    }

    public async Task<Answer> Handle(EndSignaturePicture command, CancellationToken cancellationToken)
    {
        var reason = command.Reason.Normalize().Trim();
        if (reason.Length is < 5 or > 500)
        {
            return Answer.No("picture.reason", "Đồng chí ghi lý do thôi dùng ảnh (từ 5 đến 500 chữ).");
        }

        if (await db.Set<SignaturePicture>().SingleOrDefaultAsync(one => one.Id == command.PictureId && one.To == null, cancellationToken) is not { } picture)
        {
            return Answer.No("picture.ended", "Ảnh này đã được thay hoặc đã thôi dùng. Đồng chí tải lại trang.");
        }

        picture.Finish(actor.Today, reason);
        return Answer.Done(picture.Id, $"Đã thôi dùng ảnh {(picture.PersonId is null ? "con dấu của cơ quan" : "chữ ký")} có mã băm {picture.Sha256[..16]}…: {reason.TrimEnd('.')}.");
    }
}

/// <summary>The pictures that stand now. What is signed keeps the picture in its own bytes.</summary>
internal static class SignaturePictures
{
    /// <summary>Null when there is none, or when the stored file can no longer be read: a signature never waits for its picture.</summary>
    public static async Task<SignatureImage?> Of(WorkflowDbContext db, Guid? personId, CancellationToken ct) =>
        await db.Set<SignaturePicture>().AsNoTracking().Where(one => one.PersonId == personId && one.To == null).OrderByDescending(one => one.At).FirstOrDefaultAsync(ct) is { } row
            ? SignatureImage.Read(row.Content, personId is null, row.WidthMm).Image : null;

    /// <summary>Room that the pictures of this signer and the agency want on the page.</summary>
    public static async Task<Documents.Layout.PictureSizes?> Sizes(WorkflowDbContext db, Guid signerId, CancellationToken ct)
    {
        var rows = await db.Set<SignaturePicture>().AsNoTracking().Where(one => (one.PersonId == signerId || one.PersonId == null) && one.To == null).OrderBy(one => one.At).Select(one => new { one.PersonId, one.WidthMm, one.Width, one.Height }).ToListAsync(ct);
        var (signature, seal) = (rows.LastOrDefault(one => one.PersonId == signerId), rows.LastOrDefault(one => one.PersonId is null));
        return rows.Count == 0 ? null : new((double)(signature?.WidthMm ?? 0), signature is null ? 0 : (double)signature.WidthMm * signature.Height / signature.Width, (double)(seal?.WidthMm ?? 0), seal is null ? 0 : (double)seal.WidthMm * seal.Height / seal.Width);
    }
}
