using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>
/// A unit without an account answers by the code and the PIN of its cover sheet: every answer carries the PIN, so nothing is kept on the device. It is no command of a person: there is none. Sent twice it counts once, because
/// the row bears the form's key.
/// </summary>
/// <param name="Key">Key of the form.</param>
/// <param name="Kind">What is told; null only to look at the story, with <paramref name="Open"/> to open the text.</param>
/// <param name="Name">Who answers for the unit.</param>
public sealed record AnswerByCode(Guid Key, string Token, string Pin, DispatchEventKind? Kind, bool Open, string Name, string Number, DateOnly? Day, int? Present, int? OfHowMany, string Note) : IRequest<CodeAnswer?>;

/// <param name="Refusal">Why not; null when it was recorded or shown.</param>
/// <param name="Text">What was recorded.</param>
/// <param name="Copy">The copy with its story.</param>
/// <param name="File">The text, when it was asked for.</param>
public sealed record CodeAnswer(Refusal? Refusal, string Text, long Receipt, CopyView? Copy, PaperFile? File);

internal sealed class AnswerByCodeHandler(IServiceScopeFactory scopes, CopyLinks links, TimeProvider clock, WorkSignal signal) : IRequestHandler<AnswerByCode, CodeAnswer?>
{
    private const int Attempts = 5;
    private static readonly DispatchEventKind[] Open = [DispatchEventKind.Arrived, DispatchEventKind.Booked, DispatchEventKind.CarriedOut, DispatchEventKind.Refused, DispatchEventKind.RecallAgreed, DispatchEventKind.RecallRefused];

    public async Task<CodeAnswer?> Handle(AnswerByCode request, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
            if (await CodeAccess.Of(db, scope.ServiceProvider.GetRequiredService<CurrentOrganization>(), links, request.Token, cancellationToken) is not { } found)
            {
                return null;
            }

            if (await Try(db, found.Pass.Id, request.Pin, cancellationToken) is { } wrong)
            {
                return No(wrong);
            }
        }

        if (request.Kind is { } kind && !Open.Contains(kind))
        {
            return No(new("dispatch.what", "Đồng chí chọn một việc cần báo."));
        }

        for (var round = 1; ; round++)
        {
            try
            {
                return await Tell(request, cancellationToken);
            }
            catch (Exception error) when (Conflicts.IsConflict(error) && round < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 30 * round), cancellationToken);
            }
        }
    }

    // A try is taken before the PIN is looked at, in one statement: however many guess at once, each guess is counted.
    private async Task<Refusal?> Try(WorkflowDbContext db, Guid pass, string pin, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), (DateTimeOffset?)(clock.GetUtcNow() + DispatchPass.Rest));
        var mine = db.Set<DispatchPass>().Where(one => one.Id == pass);
        var taken = await mine.Where(one => one.RevokedAt == null && one.AllTries < DispatchPass.MostTries && (one.RestsUntil == null || one.RestsUntil <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.AllTries, one => one.AllTries + 1).SetProperty(one => one.RestsUntil, one => one.Tries + 1 >= DispatchPass.TriesInARow ? until : null).SetProperty(one => one.Tries, one => one.Tries + 1 >= DispatchPass.TriesInARow ? 0 : one.Tries + 1), ct);
        if (taken == 1 && links.IsPin(pass, pin))
        {
            await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.AllTries, one => one.AllTries - 1).SetProperty(one => one.RestsUntil, (DateTimeOffset?)null).SetProperty(one => one.Tries, 0), ct);
            return null;
        }

        var left = await mine.AsNoTracking().SingleAsync(ct);
        return left.AllTries >= DispatchPass.MostTries ? new("pin.spent", $"Phiếu này đã bị gõ sai PIN {DispatchPass.MostTries} lần nên không dùng được nữa. Đồng chí liên hệ Văn phòng Đảng ủy để được cấp phiếu mới; hiện chưa có gì được ghi nhận.")
            : left.RestsUntil > now ? new("pin.rests", $"PIN sai {DispatchPass.TriesInARow} lần liền nên phiếu tạm khóa đến {VietnamTime.Local(left.RestsUntil!.Value).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}. Hết giờ đó đồng chí gõ lại PIN in trên phiếu; cần gấp thì gọi Văn phòng Đảng ủy để báo nhận.")
            : new("pin.wrong", $"PIN chưa đúng. Đồng chí xem lại 6 chữ số in trên phiếu gửi; còn {DispatchPass.TriesInARow - left.Tries} lần thử trước khi phiếu tạm khóa.");
    }

    private async Task<CodeAnswer?> Tell(AnswerByCode request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, copies, now) = (scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), scope.ServiceProvider.GetRequiredService<Copies>(), clock.GetUtcNow());
        if (await CodeAccess.Of(db, scope.ServiceProvider.GetRequiredService<CurrentOrganization>(), links, request.Token, ct) is not var (_, seen, issued, unit))
        {
            return null;
        }

        var (name, text, receipt) = (UnitDesk.Plain(request.Name), "", 0L);
        if (request.Kind is not null && name.Length == 0)
        {
            return No(new("dispatch.name", "Đồng chí ghi họ tên người báo thay mặt đơn vị."));
        }

        if (request.Open || request.Kind is not null)
        {
            await copies.Hold(issued.Id, ct);
            if (await db.Set<DispatchEvent>().AnyAsync(row => row.Id == request.Key, ct))
            {
                text = $"{unit}: điều này đã được ghi nhận từ trước.";
            }
            else
            {
                var news = News(request, name, now);
                var copy = await db.Set<Dispatch>().SingleAsync(one => one.Id == seen.Id, ct);
                var recorded = (Missing(news) ?? DispatchWords.DayRefused(news, issued.Date)) is { } missing ? new(missing, null) : await copies.Record(copy, news, Guid.Empty, ct);
                if (recorded.Refusal is { } refusal && request.Kind is not null)
                {
                    return No(refusal);
                }

                text = request.Kind is null ? "" : recorded.Event is null ? $"{unit}: điều này đã được ghi nhận từ trước." : $"{unit}: {DispatchWords.Says(news)}";
                if (recorded.Event is not null)
                {
                    var leavesWork = WorkSignal.IsLeftIn(db);
                    receipt = await CommitSave.Run(db, issued.OrganizationId, new AuditNote(Guid.Empty, $"{unit} (phiếu gửi{(name.Length > 0 ? ", " + name : "")})", nameof(AnswerByCode), issued.DraftId, $"{unit}: {DispatchWords.Says(news)}"), now, ct);
                    if (leavesWork)
                    {
                        signal.Set();
                    }
                }
            }
        }

        var file = request.Open ? await Text(db, issued, ct) : null;
        return new(null, text, receipt, await CopyViews.Of(db, db.Set<Dispatch>().Where(one => one.Id == seen.Id), [], ct), file);
    }

    private static DispatchNews News(AnswerByCode request, string name, DateTimeOffset now)
    {
        var kind = request.Kind ?? DispatchEventKind.Opened;
        return new(kind, now, DispatchWay.Code)
        {
            Id = request.Key == Guid.Empty ? null : request.Key,
            ByName = name,
            Note = UnitDesk.Plain(request.Note),
            ArrivalNumber = kind == DispatchEventKind.Booked ? UnitDesk.Plain(request.Number) : "",
            Day = kind switch { DispatchEventKind.Booked => request.Day ?? VietnamTime.DayOf(now), DispatchEventKind.CarriedOut => request.Day, _ => null },
            Present = kind == DispatchEventKind.CarriedOut ? request.Present : null,
            OfHowMany = kind == DispatchEventKind.CarriedOut ? request.OfHowMany : null,
        };
    }

    private static Refusal? Missing(DispatchNews news) => news switch
    {
        { Kind: DispatchEventKind.Booked, ArrivalNumber.Length: 0 } => new("dispatch.number", "Đồng chí ghi số đến theo sổ của đơn vị. Đơn vị không có sổ văn bản đến thì chọn “Đã nhận văn bản”."),
        { Kind: DispatchEventKind.CarriedOut, Day: null } => new("dispatch.day", "Đồng chí ghi ngày tổ chức quán triệt, triển khai."),
        _ => null,
    };

    private static async Task<PaperFile?> Text(WorkflowDbContext db, IssuedDocument issued, CancellationToken ct) => await db.Set<IssuedFile>().AsNoTracking().Where(one => one.IssuedDocumentId == issued.Id && one.Kind == IssuedFileKind.Sealed).Select(one => one.Content).SingleOrDefaultAsync(ct) is { } content
        ? new($"{issued.NumberAndSymbol.Replace('/', '-')}.pdf", "application/pdf", content)
        : null;

    private static CodeAnswer No(Refusal refusal) => new(refusal, "", 0, null, null);
}
