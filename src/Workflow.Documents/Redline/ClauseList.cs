using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>One side of an alignment: clauses with what they are compared by, worked out once and only where needed.</summary>
internal sealed class ClauseList
{
    private readonly IReadOnlyList<Clause> clauses;
    private readonly WordBag?[] bags;
    private readonly Words words;

    /// <summary>Both sides share <paramref name="words"/> and <paramref name="keys"/>, so that numbers can be compared across.</summary>
    public ClauseList(IReadOnlyList<Clause> clauses, Words words, Dictionary<string, int> keys)
    {
        (this.clauses, this.words) = (clauses, words);
        bags = new WordBag?[clauses.Count];
        Keys = new int[clauses.Count];
        for (var i = 0; i < clauses.Count; i++)
        {
            var key = $"{Family(clauses[i])}{Words.Key(clauses[i].Text)}";
            Keys[i] = keys.TryGetValue(key, out var number) ? number : keys[key] = keys.Count;
        }
    }

    public int Count => clauses.Count;

    /// <summary>Equal numbers for clauses whose text compares equal; a changed label is no change of the text.</summary>
    public int[] Keys { get; }

    public Clause this[int index] => clauses[index];

    public WordBag Bag(int index) => bags[index] ??= WordBag.Of(clauses[index].Text, words);

    /// <summary>A heading may become a paragraph and back; a table or a footnote stays what it is.</summary>
    public char Family(int index) => Family(clauses[index]);

    private static char Family(Clause clause) => clause.Kind switch { ClauseKind.Table => 'T', ClauseKind.Footnote => 'F', _ => 'P' };
}
