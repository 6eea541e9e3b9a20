using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>
/// Adds long-term data to what the agency has signed, where the configuration asks for it. It works beside the processes: a document is issued and sent whether or not a
/// list can be had. Each is claimed by one host; a host that dies lets its lease run out.
/// </summary>
public sealed class LongTermWork(IServiceScopeFactory scopes, TimeProvider clock, SigningSettings settings, RevocationLists source, ILogger<LongTermWork> log) : IDueWork
{
    private const int Batch = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private DateTimeOffset next;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (settings.LongTerm is null || (now < next && next <= now + Between))
        {
            return 0;
        }

        next = now + Between;
        return await Run(ct);
    }

    /// <summary>Looks now; answers how many documents got their data.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await Begin(ct);
        var done = 0;
        foreach (var (id, organization) in await Due(ct))
        {
            done += await Claim(id, ct) && await One(id, organization, ct) ? 1 : 0;
        }

        return done;
    }

    // A row for each sealed file that has none yet. Two hosts at once: one of them is told that the row is there.
    private async Task Begin(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var fresh = await db.Set<IssuedFile>().IgnoreQueryFilters().Where(file => file.Kind == IssuedFileKind.Sealed && !db.Set<LongTermData>().IgnoreQueryFilters().Any(row => row.Id == file.IssuedDocumentId))
            .OrderBy(file => file.At).Take(Batch).Select(file => new { file.IssuedDocumentId, file.OrganizationId }).ToListAsync(ct);
        db.AddRange(fresh.Select(one => new LongTermData { Id = one.IssuedDocumentId, OrganizationId = one.OrganizationId, NotBefore = clock.GetUtcNow() }));
        try
        {
            await CommitSave.Quietly(db, ct);
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            // The other host's rows are as good.
        }
    }

    private async Task<List<(Guid Id, Guid Organization)>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return [.. (await Free(scope, now).OrderBy(row => row.NotBefore).Take(Batch).Select(row => new { row.Id, row.OrganizationId }).ToListAsync(ct)).Select(row => (row.Id, row.OrganizationId))];
    }

    private async Task<bool> Claim(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var until = (DateTimeOffset?)(now + Lease);
        return await Free(scope, now).Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), ct) == 1;
    }

    private async Task<bool> One(Guid id, Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var row = await db.Set<LongTermData>().SingleAsync(one => one.Id == id, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        var content = await db.Set<IssuedFile>().AsNoTracking().Where(file => file.IssuedDocumentId == id && file.Kind == IssuedFileKind.Sealed).Select(file => file.Content).SingleAsync(ct);
        var now = clock.GetUtcNow();
        try
        {
            var (file, certificates, lists) = await Make(content, now, ct);
            if (file is null)
            {
                row.Settle(LongTermState.Nothing);
                await CommitSave.Quietly(db, ct);
                return false;
            }

            db.Add(IssuedFiles.Of(issued, IssuedFileKind.LongTerm, file, now));
            row.Settle(LongTermState.Done);
            await CommitSave.Run(db, organization, new AuditNote(Guid.Empty, "Hệ thống", "long-term-data", issued.DraftId, $"Đã thêm dữ liệu xác thực dài hạn cho văn bản số {issued.NumberAndSymbol}: {certificates} chứng thư số, {lists} danh sách thu hồi."), now, ct);
            return true;
        }
        catch (Exception error) when (error is SignatureException or HttpRequestException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            if (log.IsEnabled(LogLevel.Warning))
            {
                log.LogWarning("no long-term data for {Document}: {Reason}", id, error.Message);
            }

            row.Fail(error.Message, now);
            await CommitSave.Quietly(db, ct);
            return false;
        }
    }

    // Null when nobody says where a list is.
    private async Task<(byte[]? File, int Certificates, int Lists)> Make(byte[] content, DateTimeOffset now, CancellationToken ct)
    {
        var links = ValidationData.Links(content, settings.TrustedRoots(), now);
        if (links.Count == 0)
        {
            throw new SignatureException("long-term.chain", "Chuỗi chứng thư số của một chữ ký không nối được tới cơ quan cấp đã khai báo, nên chưa lấy được dữ liệu xác thực dài hạn.");
        }

        var configured = settings.LongTerm!.Addresses;
        if (configured.Count == 0 && !links.Any(link => RevocationList.Addresses(link.Certificate).Count > 0))
        {
            return (null, 0, 0);
        }

        var lists = new List<RevocationList>();
        foreach (var link in links)
        {
            var list = lists.Find(one => one.IsFrom(link.Issuer, now)) ?? await source.Of(link, configured, now, ct);
            if (list.RevokedAt(link.Certificate) is { } revoked && !(link.SignedAt < revoked))
            {
                throw new SignatureException("long-term.revoked", $"Chứng thư số của {link.Certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, false)} đã bị thu hồi lúc {Domain.VietnamTime.Local(revoked):HH:mm dd/MM/yyyy}. Văn phòng kiểm tra chữ ký của văn bản này.");
            }

            if (!lists.Contains(list))
            {
                lists.Add(list);
            }
        }

        List<byte[]> certificates = [.. links.SelectMany(link => new[] { link.Certificate.RawData, link.Issuer.RawData }).DistinctBy(Convert.ToHexString)];
        return (ValidationData.Add(content, certificates, [.. lists.Select(list => list.Der)]), certificates.Count, lists.Count);
    }

    private static IQueryable<LongTermData> Free(AsyncServiceScope scope, DateTimeOffset now) => scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<LongTermData>().IgnoreQueryFilters()
        .Where(row => row.State == LongTermState.Waiting && row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now));
}
