using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
internal sealed class ActPipeline<TRequest, TResponse>(IServiceScopeFactory scopes, Attempt attempt, Actor actor, WorkflowDbContext db, WorkSignal signal)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int Attempts = 4;

    // Fits its column in the log and, written as JSON, in the record of the command.
    private const int LongestText = 1_500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand command)
        {
            return request is not IQuery<TResponse> || await actor.May(typeof(TRequest).GetCustomAttribute<AllowAttribute>(), cancellationToken)
                ? await next()
                : throw new NotAllowedException();
        }

        if (attempt.Running)
        {
            return (TResponse)(object)await Once(command, async () => (Answer)(object)(await next())!, cancellationToken);
        }

        for (var round = 1; ; round++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Actor>().Become(actor.OrganizationId, actor.PersonId, actor.Name);
                scope.ServiceProvider.GetRequiredService<Attempt>().Running = true;
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
            }
            catch (Exception error) when (Conflicts.IsTooLong(error))
            {
                return (TResponse)(object)Answer.No("form.too-long", "Có ô nhập quá dài nên việc này chưa được ghi nhận. Đồng chí viết gọn lại rồi gửi lại.");
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                if (round == Attempts)
                {
                    return (TResponse)(object)Answer.No("conflict.try-again", "Có người khác vừa thao tác cùng lúc nên việc này chưa được ghi nhận. Đồng chí tải lại trang và làm lại.");
                }

                await Task.Delay(Random.Shared.Next(5, 30 * round), cancellationToken);
            }
        }
    }

    private async Task<Answer> Once(ICommand command, Func<Task<Answer>> handle, CancellationToken ct)
    {
        if (!await actor.May(command.GetType().GetCustomAttribute<AllowAttribute>(), ct))
        {
            return Answer.No("auth.not-allowed", "Tài khoản của đồng chí không có quyền làm việc này. Nếu cần, đồng chí liên hệ Văn phòng Đảng ủy.");
        }

        if (command.CommandId == Guid.Empty)
        {
            return Answer.No("form.no-id", "Biểu mẫu thiếu mã nhận dạng. Đồng chí tải lại trang rồi gửi lại.");
        }

        if (await Before(command, ct) is { } first)
        {
            return first;
        }

        var answer = await handle();
        if (answer.Refusal is not null)
        {
            // The same form may have been carried out between the look above and the handler's: then its answer is the true one.
            return await Before(command, ct) ?? answer;
        }

        var now = actor.Now;
        var name = command.GetType().Name;
        answer = answer with { Text = answer.Text.Length > LongestText ? answer.Text[..LongestText] + "…" : answer.Text };
        await CommitSave.Run(
            db,
            actor.OrganizationId,
            new AuditNote(actor.PersonId, actor.Name, name, answer.Id, answer.Text),
            now,
            position =>
            {
                answer = answer with { Receipt = position };
                db.Add(new CommandRecord
                {
                    CommandId = command.CommandId,
                    OrganizationId = actor.OrganizationId,
                    ActorId = actor.PersonId,
                    Command = name,
                    Answer = JsonSerializer.Serialize(answer, Plain),
                    At = now,
                });
            },
            ct);
        signal.Set();
        return answer;
    }

    private async Task<Answer?> Before(ICommand command, CancellationToken ct)
    {
        var before = await db.Set<CommandRecord>().AsNoTracking().SingleOrDefaultAsync(record => record.CommandId == command.CommandId, ct);
        return before is null ? null
            : before.ActorId == actor.PersonId && before.Command == command.GetType().Name ? JsonSerializer.Deserialize<Answer>(before.Answer)
            : Answer.No("form.id-taken", "Mã biểu mẫu đã được dùng cho việc khác. Đồng chí tải lại trang rồi gửi lại.");
    }
}
