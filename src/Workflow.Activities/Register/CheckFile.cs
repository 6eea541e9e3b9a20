using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.InForce;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A document of the register, as whoever holds its bytes may know it.</summary>
/// <param name="IsSealed">The original with the agency's signature; otherwise the person's signature alone.</param>
/// <param name="Standing">Whether it is in force, as far as the office has recorded; null: a copy of a document of another body, of which only that body knows.</param>
public sealed record OwnDocument(string Organization, string Type, string NumberAndSymbol, DateOnly Date, string Subject, string Position, string SignerName, bool IsSealed, DocumentStanding? Standing)
{
    /// <summary>A copy with a number of its own (sao y, trích sao, sao lục), not the original.</summary>
    public bool IsCopy => Type == DocumentType.Copy.Name;
}

/// <summary>The three things that can be said of a signed file.</summary>
public enum FileVerdict
{
    /// <summary>Nguyên vẹn.</summary>
    Intact,

    /// <summary>Đã bị sửa.</summary>
    Altered,

    /// <summary>Không xác định.</summary>
    Unknown,
}

/// <summary>A signature that stands in a file.</summary>
public sealed record FoundSignature(string Signer, DateTimeOffset? SignedAt, DateTimeOffset? StampedAt, bool Valid, bool ChainTrusted, bool CoversWholeRevision);

/// <summary>What a file is.</summary>
/// <param name="Findings">What is wrong, Vietnamese sentences.</param>
/// <param name="Ours">The register's document whose bytes the file is, or begins with.</param>
/// <param name="Added">Bytes behind ours; 0 when the file is ours to the last byte.</param>
public sealed record CheckedFile(string Sha256, FileVerdict Verdict, IReadOnlyList<FoundSignature> Signatures, IReadOnlyList<string> Findings, OwnDocument? Ours, int Added)
{
    /// <summary>What was added after a signature and may be.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Looks at a file that anybody brings; nothing of it is stored. Asked without an account.</summary>
public sealed record CheckFile(byte[] File) : IRequest<CheckedFile>;

/// <summary>What stands behind the QR code of a copy: the SHA-256 of the original. Who has the code has the copy. Asked without an account.</summary>
public sealed record ReadByDigest(string Sha256) : IRequest<OwnDocument?>;

internal sealed class CheckFileHandler(WorkflowDbContext db, SigningSettings settings, TimeProvider clock) : IRequestHandler<CheckFile, CheckedFile>, IRequestHandler<ReadByDigest, OwnDocument?>
{
    // Each revision of a file ends so; more revisions than this no office makes.
    private const int MostRevisions = 50;

    public async Task<CheckedFile> Handle(CheckFile request, CancellationToken cancellationToken)
    {
        var beginnings = Beginnings(request.File);
        var digests = beginnings.Select(one => one.Sha256).ToList();
        // Whose organization it is does not matter: the bytes are the key.
        var known = await db.Set<IssuedFile>().IgnoreQueryFilters().Where(file => digests.Contains(file.Sha256) && file.Kind != IssuedFileKind.Word).Select(file => file.Sha256).ToListAsync(cancellationToken);
        known.AddRange(await db.Set<DocumentCopy>().IgnoreQueryFilters().Where(copy => digests.Contains(copy.Sha256)).Select(copy => copy.Sha256).ToListAsync(cancellationToken));
        var ours = beginnings.LastOrDefault(one => known.Contains(one.Sha256));
        var report = PdfVerifier.Verify(request.File, settings.TrustedRoots(), clock.GetUtcNow());
        return new(
            digests[^1],
            report.Verdict switch { Verdict.Intact => FileVerdict.Intact, Verdict.Altered => FileVerdict.Altered, _ => FileVerdict.Unknown },
            [.. report.Signatures.Select(one => new FoundSignature(one.Signer, one.SignedAt, one.StampedAt, one.Valid, one.ChainTrusted, one.CoversWholeRevision))],
            report.Findings,
            ours.Sha256 is null ? null : await Document(ours.Sha256, cancellationToken),
            ours.Sha256 is null ? 0 : request.File.Length - ours.Length)
        {
            Notes = report.Notes,
        };
    }

    public Task<OwnDocument?> Handle(ReadByDigest request, CancellationToken cancellationToken) => Document(request.Sha256, cancellationToken);

    private async Task<OwnDocument?> Document(string sha256, CancellationToken ct)
    {
        var found = await db.Set<IssuedFile>().IgnoreQueryFilters().AsNoTracking().Where(file => file.Sha256 == sha256 && file.Kind != IssuedFileKind.Word)
            .Join(db.Set<IssuedDocument>().IgnoreQueryFilters(), file => file.IssuedDocumentId, document => document.Id, (file, document) => new { file.Kind, Document = document })
            .Join(db.Set<Organization>().IgnoreQueryFilters(), one => one.Document.OrganizationId, organization => organization.Id, (one, organization) => new { one.Kind, one.Document, organization.HeaderName }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return await Copy(sha256, ct);
        }

        var issued = found.Document;
        return new(found.HeaderName, DocumentType.Of(issued.TypeKey).Name, issued.NumberAndSymbol, issued.Date, issued.Subject, issued.Position, issued.SignerName, found.Kind is IssuedFileKind.Sealed or IssuedFileKind.LongTerm, await Standings.Of(db, issued, VietnamTime.DayOf(clock.GetUtcNow()), ct));
    }

    private async Task<OwnDocument?> Copy(string sha256, CancellationToken ct)
    {
        var found = await db.Set<DocumentCopy>().IgnoreQueryFilters().AsNoTracking().Where(copy => copy.Sha256 == sha256)
            .Select(copy => new { copy.OrganizationId, copy.Kind, copy.IssuedDocumentId, copy.NumberAndSymbol, copy.Date, copy.OriginalNumber, copy.OriginalDate, copy.OriginalSubject, copy.Capacity, copy.SignerName })
            .Join(db.Set<Organization>().IgnoreQueryFilters(), copy => copy.OrganizationId, organization => organization.Id, (copy, organization) => new { Copy = copy, organization.HeaderName }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var copy = found.Copy;
        var original = copy.IssuedDocumentId is { } id ? await db.Set<IssuedDocument>().IgnoreQueryFilters().AsNoTracking().SingleAsync(row => row.Id == id, ct) : null;
        return new(found.HeaderName, DocumentType.Copy.Name, copy.NumberAndSymbol, copy.Date, DocumentCopy.Say(copy.Kind, copy.OriginalNumber, copy.OriginalDate, copy.OriginalSubject), copy.Capacity, copy.SignerName, true,
            original is null ? null : await Standings.Of(db, original, VietnamTime.DayOf(clock.GetUtcNow()), ct));
    }

    // What the file was after each of its revisions; the last is the whole file.
    private static List<(string Sha256, int Length)> Beginnings(byte[] file)
    {
        var found = new List<(string, int)>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var done = 0;
        for (var at = file.AsSpan().IndexOf("%%EOF"u8); at >= 0 && found.Count < MostRevisions;)
        {
            var end = at + 5;
            end += file.AsSpan(end).StartsWith("\r\n"u8) ? 2 : end < file.Length && file[end] is (byte)'\n' or (byte)'\r' ? 1 : 0;
            hash.AppendData(file, done, end - done);
            done = end;
            found.Add((Convert.ToHexStringLower(hash.GetCurrentHash()), end));
            var next = file.AsSpan(end).IndexOf("%%EOF"u8);
            at = next < 0 ? -1 : end + next;
        }

        if (done < file.Length || found.Count == 0)
        {
            hash.AppendData(file, done, file.Length - done);
            found.Add((Convert.ToHexStringLower(hash.GetCurrentHash()), file.Length));
        }

        return found;
    }
}
