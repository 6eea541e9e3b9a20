using MediatR;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>A key that a definition may name, in words, with its outcomes.</summary>
public sealed record VocabularyWord(string Key, string Words, IReadOnlyList<VocabularyWord> Outcomes);

/// <summary>What whoever draws may choose from.</summary>
public sealed record DrawingVocabulary(IReadOnlyList<VocabularyWord> Tasks, IReadOnlyList<VocabularyWord> Activities, IReadOnlyList<VocabularyWord> Candidates);

/// <summary>The keys that definitions may name in this installation.</summary>
[Allow(Office.Administrator)]
public sealed record ReadVocabulary : IQuery<DrawingVocabulary>;

internal sealed class ReadVocabularyHandler(DefinitionCatalog catalog) : IRequestHandler<ReadVocabulary, DrawingVocabulary>
{
    public Task<DrawingVocabulary> Handle(ReadVocabulary request, CancellationToken cancellationToken) => Task.FromResult(new DrawingVocabulary(
        Words(catalog.Tasks, WorkWords.Task), Words(catalog.Activities, WorkWords.Activity), [.. WorkWords.Candidates.Select(one => new VocabularyWord(one.Key, one.Words, []))]));

    private static IReadOnlyList<VocabularyWord> Words(IReadOnlyDictionary<string, IReadOnlyList<string>> keys, Func<string, string> words) =>
        [.. keys.Select(one => new VocabularyWord(one.Key, words(one.Key), [.. one.Value.Select(outcome => new VocabularyWord(outcome, StoryWords.Outcome(outcome), []))]))];
}
