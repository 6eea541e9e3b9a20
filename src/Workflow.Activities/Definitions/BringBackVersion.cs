using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>New cases begin on this version again: after the process was retired, or in place of a newer one.</summary>
[Allow(Office.Administrator)]
public sealed record BringBackVersion(Guid CommandId, string Hash) : ICommand;

internal sealed class BringBackVersionHandler(Retirement retirement, VisibleDefinitions visible, Actor actor) : IRequestHandler<BringBackVersion, Answer>
{
    public async Task<Answer> Handle(BringBackVersion command, CancellationToken cancellationToken) =>
        await visible.Find(command.Hash, cancellationToken) is not { } definition ? Answer.No("definition.not-found", "Không thấy bản quy trình này.")
        : await retirement.BringBack(command.Hash, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal)
        : Answer.Done(Guid.Empty, $"Quy trình “{definition.Name}” (mã {definition.ProcessId}) lại được dùng theo bản {command.Hash[..8]}; hồ sơ lập từ bây giờ theo bản này.");
}
