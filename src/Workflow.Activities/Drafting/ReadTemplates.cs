using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Templates;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Drafting;

/// <summary>The templates from which a draft can begin.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadTemplates : IQuery<IReadOnlyList<TemplateChoice>>;

/// <summary>A template to choose.</summary>
public sealed record TemplateChoice(string Key, string Name);

internal sealed class ReadTemplatesHandler : IRequestHandler<ReadTemplates, IReadOnlyList<TemplateChoice>>
{
    public Task<IReadOnlyList<TemplateChoice>> Handle(ReadTemplates request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TemplateChoice>>([.. DraftTemplates.All.Select(one => new TemplateChoice(one.Key, one.Name))]);
}
