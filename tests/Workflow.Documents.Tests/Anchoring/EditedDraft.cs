using Workflow.Documents.Tests.Redline;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Tests.Anchoring;

/// <summary>A word that is followed through every edit, so that the truth is known.</summary>
internal sealed record Token(string Word, int Number);

/// <summary>
/// A text as words with numbers, edited as an office edits: words replaced, put in and taken out, sentences cut, clauses split, merged, moved and
/// thrown out. How much: the share of words that are touched, and a fifth of it as share of clauses for what befalls whole clauses.
/// </summary>
internal sealed class EditedDraft
{
    private readonly Random random;
    private readonly RandomDraft source;
    private int numbers;

    public EditedDraft(DraftText text, int seed)
    {
        (random, source, Before) = (new Random(seed), new RandomDraft(new Random(seed + 1)), text);
        Old = [.. text.Clauses.Where(clause => clause.Kind is ClauseKind.Heading or ClauseKind.Paragraph).Select(clause => (clause.Id, clause.Text.Split(' ').Select(word => new Token(word, numbers++)).ToList()))];
    }

    public DraftText Before { get; }

    /// <summary>The clauses of the old text in words.</summary>
    public List<(string Id, List<Token> Words)> Old { get; }

    /// <summary>The clauses of the new text in words; ids are those of the clauses they continue, "" where there is none.</summary>
    public List<(string Id, List<Token> Words)> New { get; private set; } = [];

    /// <summary>Edits; answers the new text, whose clauses have the ids of <see cref="New"/> ("n1" … for none).</summary>
    public DraftText Edit(double share)
    {
        New = [.. Old.Select(clause => (clause.Id, Words(clause.Words, share)))];
        var whole = (int)Math.Round(New.Count * share / 5);
        for (var time = 0; time < whole; time++)
        {
            ThrowOut();
            Move();
            Split();
            Merge();
        }

        New.RemoveAll(clause => clause.Words.Count == 0);
        return Before with { Clauses = [.. New.Select((clause, index) => Before.Clauses.FirstOrDefault(one => one.Id == clause.Id) is { } old ? old with { Runs = [new TextRun(Text(clause.Words))] } : RandomDraft.Paragraph($"n{index}", Text(clause.Words)))] };
    }

    public static string Text(IEnumerable<Token> words) => string.Join(' ', words.Select(token => token.Word));

    // Bursts of one to four words, each replaced, lengthened or taken out; now and then the rest of a sentence goes.
    private List<Token> Words(List<Token> words, double share)
    {
        var result = new List<Token>();
        for (var at = 0; at < words.Count;)
        {
            if (random.NextDouble() >= share / 2.5)
            {
                result.Add(words[at++]);
                continue;
            }

            var length = Math.Min(random.Next(1, 5), words.Count - at);
            switch (random.Next(10))
            {
                case < 4:
                    result.AddRange(Fresh(random.Next(1, 5)));
                    at += length;
                    break;
                case < 7:
                    result.AddRange(Fresh(length));
                    break;
                case < 9:
                    at += length;
                    break;
                default:
                    var end = words.FindIndex(at, token => token.Word.EndsWith('.'));
                    at = end < 0 || end - at > 15 ? at + length : end + 1;
                    break;
            }
        }

        return result;
    }

    private List<Token> Fresh(int count) => [.. source.Sentence(count).TrimEnd('.').Split(' ').Select(word => new Token(word, numbers++))];

    private void ThrowOut() => New.RemoveAt(random.Next(New.Count));

    private void Move()
    {
        var clause = New[random.Next(New.Count)];
        New.Remove(clause);
        New.Insert(random.Next(New.Count + 1), clause);
    }

    // The longer part goes on under the id.
    private void Split()
    {
        var index = random.Next(New.Count);
        var (id, words) = New[index];
        if (words.Count < 16)
        {
            return;
        }

        var at = random.Next(5, words.Count - 5);
        New[index] = (at * 2 >= words.Count ? id : "", words[..at]);
        New.Insert(index + 1, (at * 2 >= words.Count ? "" : id, words[at..]));
    }

    private void Merge()
    {
        var index = random.Next(New.Count - 1);
        var (one, other) = (New[index], New[index + 1]);
        New[index] = (one.Words.Count >= other.Words.Count ? one.Id : other.Id, [.. one.Words, .. other.Words]);
        New.RemoveAt(index + 1);
    }
}
