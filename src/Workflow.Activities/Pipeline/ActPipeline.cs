using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Trips;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Pipeline;

/// <summary>Marks the scope in which one attempt at an act runs.</summary>
public sealed class Attempt
{
    internal bool Running { get; set; }
}

/// <summary>
/// The one path of every change: authorize, look whether this act was done already, handle, write the log entry, save once. When
/// someone else acted at the same moment the whole act runs again in a fresh scope, three times in all.
/// </summary>
internal sealed class ActPipeline<TRequest, TResponse>(IServiceScopeFactory scopes, Attempt attempt, Actor actor, WorkflowDbContext db, WorkSignal signal, TripGuard trips)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int Attempts = 4;

    // Fits its column in the log and, written as JSON, in the record of the command.
    private const int LongestText = 1_500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Answer NotAllowed = Answer.No("auth.not-allowed", "Tài khoản của đồng chí không có quyền làm việc này. Nếu cần, đồng chí liên hệ Văn phòng Đảng ủy.");

    // Once per request type, not once per request.
    private static readonly AllowAttribute? Allow = typeof(TRequest).GetCustomAttribute<AllowAttribute>();
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand command)
        {
            return request is not IQuery<TResponse> || await actor.May(Allow, cancellationToken, (request as IOfDraft)?.DraftId)
                ? await next()
                : throw new NotAllowedException();
        }

        if (attempt.Running)
        {
            return await Once(command, next, cancellationToken);
        }

        for (var round = 1; ; round++)
        {
            try
            {
                // A scope that has read nothing yet serves the first attempt itself.
                return round == 1 && !db.ChangeTracker.Entries().Any()
                    ? await Here(command, next, cancellationToken)
                    : await Afresh(request, cancellationToken);
            }
            catch (Exception error) when (Conflicts.IsTooLong(error))
            {
                return (TResponse)(object)Answer.No("form.too-long", "Có ô nhập quá dài nên việc này chưa được ghi nhận. Đồng chí viết gọn lại rồi gửi lại.");
            }
            catch (Exception error) when (Conflicts.IsConflict(error) || Conflicts.MayBeDone(error))
            {
                if (round == Attempts)
                {
                    return (TResponse)(object)Answer.No("conflict.try-again", "Có người khác vừa thao tác cùng lúc nên việc này chưa được ghi nhận. Đồng chí tải lại trang và làm lại.");
                }

                await Task.Delay(Random.Shared.Next(5, 30 * round), cancellationToken);
            }
        }
    }

    private async Task<TResponse> Here(ICommand command, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        attempt.Running = true;
        try
        {
            return await Once(command, next, ct);
        }
        finally
        {
            // Whoever uses the scope after the act sees what the database holds, not what the act had in mind.
            attempt.Running = false;
            if (db.Database.CurrentTransaction is { } left)
            {
                await left.DisposeAsync();
            }

            await db.ReleaseConnection();
            db.ChangeTracker.Clear();
            actor.Forget();
        }
    }

    private async Task<TResponse> Afresh(TRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(actor.OrganizationId, actor.PersonId, actor.Name);
        scope.ServiceProvider.GetRequiredService<Attempt>().Running = true;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    private async Task<TResponse> Once(ICommand command, RequestHandlerDelegate<TResponse> next, CancellationToken ct) =>
        (TResponse)(object)await Once(command, async () => (Answer)(object)(await next())!, ct);

    private async Task<Answer> Once(ICommand command, Func<Task<Answer>> handle, CancellationToken ct)
    {
        var before = await actor.Look(command.CommandId, ct);
        if (!await actor.May(Allow, ct, (command as IOfDraft)?.DraftId))
        {
            return NotAllowed;
        }

        if (command.CommandId == Guid.Empty)
        {
            return Answer.No("form.no-id", "Biểu mẫu thiếu mã nhận dạng. Đồng chí tải lại trang rồi gửi lại.");
        }

        if (before is not null && await Again(command, ct) is { } again)
        {
            return again;
        }

        actor.InPlaceOf = "";
        var answer = actor.Trip is { } side && await trips.Before(side, command, ct) is { } away ? Answer.No(away) : await handle();
        if (answer.Refusal is null && await trips.After(actor.Trip, command, ct) is { } touches)
        {
            answer = Answer.No(touches);
        }

        if (answer.Refusal is not null)
        {
            // The same form may have been carried out between the look above and the handler's: then its answer is the true one.
            return await Record(command, ct) is null ? answer : await Again(command, ct) ?? answer;
        }

        if (command is IQuietCommand)
        {
            await CommitSave.Quietly(db, ct);
            return answer;
        }

        answer = answer with { Text = (answer.Text.Length > LongestText ? answer.Text[..LongestText] + "…" : answer.Text) + actor.InPlaceOf };
        var leavesWork = WorkSignal.IsLeftIn(db);
        var note = new AuditNote(actor.PersonId, actor.Name, Name, answer.Id, answer.Text);
        var receipt = await CommitSave.Run(db, actor.OrganizationId, [.. answer.Also.Select(one => note with { SubjectId = one.SubjectId, Text = one.Text }), note], actor.Now, ct, new AuditRecord(command.CommandId, JsonSerializer.Serialize(answer, Plain)));
        if (leavesWork)
        {
            signal.Set();
        }

        return answer with { Receipt = receipt };
    }

    // The first sending may have been carried out this very moment: not even its repetition is answered before it is on disk. Looked up
    // again after that, for a server that failed in between has forgotten it.
    private async Task<Answer?> Again(ICommand command, CancellationToken ct)
    {
        await db.EverythingOnDisk(ct);
        return await Record(command, ct) is not { } before ? null
            : before.ActorId == actor.PersonId && before.Command == Name && JsonSerializer.Deserialize<Answer>(before.Answer) is { } answer
            ? answer with { Receipt = Math.Max(before.Receipt, answer.Receipt) }
            : Answer.No("form.id-taken", "Mã biểu mẫu đã được dùng cho việc khác. Đồng chí tải lại trang rồi gửi lại.");
    }

    private Task<CommandRecord?> Record(ICommand command, CancellationToken ct) =>
        db.Set<CommandRecord>().AsNoTracking().SingleOrDefaultAsync(record => record.CommandId == command.CommandId, ct);
}
