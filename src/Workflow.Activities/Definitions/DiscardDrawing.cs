using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>Throws a drawing away.</summary>
[Allow(Office.Administrator)]
public sealed record DiscardDrawing(Guid CommandId, Guid DrawingId) : ICommand;

internal sealed class DiscardDrawingHandler(WorkflowDbContext db) : IRequestHandler<DiscardDrawing, Answer>
{
    public async Task<Answer> Handle(DiscardDrawing command, CancellationToken cancellationToken)
    {
        if (await db.Set<DefinitionDraft>().SingleOrDefaultAsync(row => row.Id == command.DrawingId, cancellationToken) is not { } drawing)
        {
            return Answer.No("drawing.not-found", "Không thấy bản nháp này: có thể nó đã được triển khai hoặc đã bỏ.");
        }

        db.Remove(drawing);
        return Answer.Done(drawing.Id, $"Đã bỏ bản nháp quy trình “{drawing.Name}”.");
    }
}
