using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Documents.Exchange;
using Workflow.Documents.Signatures;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Runtime;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>
/// Makes the packages of copies that go by exchange, and hands messages to partners: each is claimed by one host with a lease, sent outside a transaction, and
/// marked. A host that dies in between lets the lease run out and it is sent again; its receiver knows it again by the identity of the document.
/// </summary>
public sealed class ExchangeWork(IServiceScopeFactory scopes, TimeProvider clock, LeaseSettings leases, ExchangePost post, IDataProtectionProvider protection, ILogger<ExchangeWork> log) : IDueWork
{
    private const int Batch = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly Guid worker = Guid.NewGuid();
    private DateTimeOffset nextLook;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        var made = 0;
        var now = clock.GetUtcNow();
        if (now >= nextLook)
        {
            nextLook = now + BetweenLooks;
            made = await Make(ct);
        }

        var done = 0;
        foreach (var id in await Due(ct))
        {
            done += await Claim(id, ct) && await Send(id, ct) ? 1 : 0;
        }

        return made + done;
    }

    // Copies that go by exchange and have no package yet; those that are asked back and whose package has gone; those whose document replaces one that went there before.
    private async Task<int> Make(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var messages = Rows(scope).Where(row => row.Direction == ExchangeDirection.Out && row.Kind == ExchangeKind.Package);
        var partners = db.Set<ExchangePartner>().IgnoreQueryFilters().Where(row => row.EndedAt == null && row.UnitId != null);
        var own = db.Set<OwnExchange>().IgnoreQueryFilters();
        var copies = db.Set<Dispatch>().IgnoreQueryFilters().Where(copy => own.Any(one => one.OrganizationId == copy.OrganizationId));
        var fresh = await copies.Where(copy => copy.Channel == DispatchChannel.Exchange && copy.Recall == RecallState.None && !messages.Any(row => row.DispatchId == copy.Id))
            .Join(partners, copy => copy.UnitId, partner => partner.UnitId, (copy, partner) => new { copy.OrganizationId, copy.Id, PartnerId = partner.Id }).OrderBy(one => one.Id).Take(Batch).Select(one => new Wanted(one.OrganizationId, one.Id, one.PartnerId, BusinessType.New)).ToListAsync(ct);
        var asked = await copies.Where(copy => copy.Recall == RecallState.Asked && messages.Any(row => row.DispatchId == copy.Id && row.Code == "0"))
            .Join(partners, copy => copy.UnitId, partner => partner.UnitId, (copy, partner) => new { copy.OrganizationId, copy.Id, PartnerId = partner.Id }).OrderBy(one => one.Id).Take(500).Select(one => new Wanted(one.OrganizationId, one.Id, one.PartnerId, BusinessType.Recall)).ToListAsync(ct);
        var notes = db.Set<StandingNote>().IgnoreQueryFilters();
        var replacing = await copies.Where(copy => messages.Any(row => row.DispatchId == copy.Id && row.Code == "0") && !messages.Any(row => row.DispatchId == copy.Id && row.Code == "3"))
            .Join(notes.Where(note => note.Kind == StandingKind.Replaced && !notes.Any(undo => undo.UndoesId == note.Id)), copy => copy.IssuedDocumentId, note => note.ById, (copy, note) => new { Copy = copy, Old = note.IssuedDocumentId })
            .Where(one => copies.Any(old => old.IssuedDocumentId == one.Old && old.UnitId == one.Copy.UnitId && messages.Any(row => row.DispatchId == old.Id && row.Code == "0")))
            .Select(one => new { one.Copy.OrganizationId, one.Copy.Id, one.Copy.UnitId }).Distinct()
            .Join(partners, copy => copy.UnitId, partner => partner.UnitId, (copy, partner) => new { copy.OrganizationId, copy.Id, PartnerId = partner.Id }).OrderBy(one => one.Id).Take(Batch).Select(one => new Wanted(one.OrganizationId, one.Id, one.PartnerId, BusinessType.Replace)).ToListAsync(ct);
        var made = 0;
        foreach (var wanted in fresh.Concat(asked).Concat(replacing))
        {
            try
            {
                made += await Make(wanted, ct) ? 1 : 0;
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host made it.
                log.LogDebug(error, "package of {Copy} was made elsewhere", wanted.CopyId);
            }
        }

        return made;
    }

    private async Task<bool> Make(Wanted wanted, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = wanted.OrganizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var desk = scope.ServiceProvider.GetRequiredService<ExchangeDesk>();
        var now = clock.GetUtcNow();
        var copy = await db.Set<Dispatch>().AsNoTracking().SingleAsync(row => row.Id == wanted.CopyId, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == copy.IssuedDocumentId, ct);
        var number = wanted.Type != BusinessType.Recall ? 1 : await db.Set<DispatchEvent>().Where(row => row.DispatchId == copy.Id && row.Kind == DispatchEventKind.RecallAsked).MaxAsync(row => row.Number, ct);
        var ending = string.Create(CultureInfo.InvariantCulture, $"|{(int)wanted.Type}|{number}");
        if (issued.SealedAt is null || await desk.Own(ct) is not { } own || await db.Set<ExchangeMessage>().AnyAsync(row => row.DispatchId == copy.Id && row.Direction == ExchangeDirection.Out && row.Key.EndsWith(ending), ct))
        {
            return false;
        }

        var partner = await db.Set<ExchangePartner>().AsNoTracking().SingleAsync(row => row.Id == wanted.PartnerId, ct);
        ExchangeMessage message;
        try
        {
            message = await desk.Package(copy, partner, own, wanted.Type, wanted.Type == BusinessType.Recall ? await desk.RecallReason(copy.Id, ct) : "", number, now, ct);
        }
        catch (SignatureException problem)
        {
            message = ExchangeDesk.Unmade(copy, partner, ExchangeDesk.IdOf(own, issued), wanted.Type, number, problem.Message, now);
        }

        db.Add(message);
        var what = wanted.Type switch { BusinessType.Recall => "yêu cầu lấy lại", BusinessType.Replace => "gói thay thế", _ => "gói liên thông" };
        await CommitSave.Run(db, wanted.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", "exchange", issued.DraftId, message.State == ExchangeState.Failed ? $"Chưa lập được {what} của văn bản số {issued.NumberAndSymbol} cho {partner.Name}: {message.LastError}" : $"Đã lập {what} của văn bản số {issued.NumberAndSymbol} cho {partner.Name}."), now, ct);
        return true;
    }

    private async Task<List<Guid>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await Rows(scope).Where(row => row.State == ExchangeState.Waiting && row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.Id).Take(Batch).Select(row => row.Id).ToListAsync(ct);
    }

    // One statement that holds of one host only, in either database.
    private async Task<bool> Claim(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, me) = (clock.GetUtcNow(), (Guid?)worker);
        var until = (DateTimeOffset?)(now + leases.Messages);
        return await Rows(scope).Where(row => row.Id == id && row.State == ExchangeState.Waiting && row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until).SetProperty(row => row.LeasedBy, me).SetProperty(row => row.Attempts, row => row.Attempts + 1), ct) == 1;
    }

    private async Task<bool> Send(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var message = await Rows(scope).AsNoTracking().SingleAsync(row => row.Id == id, ct);
        var partner = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<ExchangePartner>().IgnoreQueryFilters().AsNoTracking().SingleAsync(row => row.Id == message.PartnerId, ct);
        var key = partner.SealedKey.Length > 0 ? PartnerKeys.Open(protection, partner.SealedKey) : "";
        var answer = partner.EndedAt is not null ? new("Đã thôi trao đổi với nơi này.", true)
            : key is null ? new("Khóa mà nơi nhận cấp không mở được trên máy này (bộ khóa của máy đã đổi). Người quản trị nhập lại khóa.", false)
            : key.Length == 0 ? new("Chưa có khóa mà nơi nhận cấp. Người quản trị nhập khóa ở mục Quản trị, Trao đổi văn bản.", false)
            : await post.Send(partner.Address, key, message.Content, ct);
        await Settle(message, answer, ct);
        return answer.Problem.Length == 0;
    }

    // It has gone: a host that is being stopped still writes that down.
    private async Task Settle(ExchangeMessage message, PostAnswer answer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var gaveUp = answer.ForGood || message.Attempts > MailProcessor.Backoff.Count;
        var state = answer.Problem.Length == 0 ? ExchangeState.Delivered : gaveUp ? ExchangeState.Failed : ExchangeState.Waiting;
        var (again, settled) = (state == ExchangeState.Waiting ? now + MailProcessor.Backoff[message.Attempts - 1] : now, state == ExchangeState.Waiting ? null : (DateTimeOffset?)now);
        var problem = ExchangeDesk.Short(answer.Problem, ExchangeMessage.LongestError);
        await Rows(scope).Where(row => row.Id == message.Id && row.State == ExchangeState.Waiting && row.LeasedBy == worker).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, again).SetProperty(row => row.SettledAt, settled).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.LastError, problem),
            state == ExchangeState.Delivered ? CancellationToken.None : ct);
        if (problem.Length > 0 && log.IsEnabled(LogLevel.Warning))
        {
            log.LogWarning("exchange message {Message} was not taken: {Reason}", message.Id, problem);
        }
    }

    private static IQueryable<ExchangeMessage> Rows(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<ExchangeMessage>().IgnoreQueryFilters();

    private sealed record Wanted(Guid OrganizationId, Guid CopyId, Guid PartnerId, BusinessType Type);
}
