using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>What the reader finds in a text that may not even be saved; nothing is stored.</summary>
[Allow(Office.Administrator)]
public sealed record CheckDrawing(string Text) : IQuery<IReadOnlyList<FindingRow>>;

internal sealed class CheckDrawingHandler(DefinitionCatalog catalog) : IRequestHandler<CheckDrawing, IReadOnlyList<FindingRow>>
{
    public Task<IReadOnlyList<FindingRow>> Handle(CheckDrawing request, CancellationToken cancellationToken) =>
        Task.FromResult(DefinitionReport.Rows(catalog.Check(request.Text), request.Text));
}
