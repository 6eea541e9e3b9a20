using System.Text;

namespace Workflow.Documents.Import;

/// <summary>A place in a file: lines of a plain text, or numbers of paragraphs in Word, both counted from 1.</summary>
public sealed record SourcePlace(int Line, int LineEnd);

/// <summary>Finds words of the text in the file they came from, so that a finding can name its line.</summary>
public sealed class SourceMap
{
    private const int Sure = 24;

    private readonly string letters;
    private readonly List<(int Start, int Line)> starts;
    private readonly IReadOnlyDictionary<string, int> clauses;
    private readonly Dictionary<int, int> firsts;

    private SourceMap(string letters, List<(int Start, int Line)> starts, IReadOnlyDictionary<string, int> clauses) =>
        (this.letters, this.starts, this.clauses, firsts) = (letters, starts, clauses, starts.GroupBy(start => start.Line).ToDictionary(group => group.Key, group => group.First().Start));

    internal static SourceMap Of(IReadOnlyList<SourceBlock> blocks, IReadOnlyDictionary<string, int> clauses)
    {
        var letters = new StringBuilder();
        var starts = new List<(int, int)>(blocks.Count);
        foreach (var block in blocks)
        {
            starts.Add((letters.Length, block.Number));
            var texts = block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? [block.Text];
            foreach (var letter in texts.SelectMany(text => text).Where(letter => !char.IsWhiteSpace(letter)))
            {
                letters.Append(letter);
            }
        }

        return new(letters.ToString(), starts, clauses);
    }

    /// <summary>Line of a clause's first words, or null.</summary>
    public int? LineOf(string clauseId) => clauses.TryGetValue(clauseId, out var line) && line > 0 ? line : null;

    /// <summary>Place of words inside a clause.</summary>
    public SourcePlace? InClause(string clauseId, string words) => LineOf(clauseId) is { } line ? Find(words, line) ?? new SourcePlace(line, line) : Find(words);

    /// <summary>First place of words at or after a line. White space does not count, since lines were joined.</summary>
    public SourcePlace? Find(string words, int fromLine = 0)
    {
        var wanted = string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
        if (wanted.Length == 0)
        {
            return null;
        }

        var from = fromLine <= 1 ? 0 : firsts.TryGetValue(fromLine, out var first) ? first : starts.FirstOrDefault(start => start.Line >= fromLine, (Start: letters.Length, Line: 0)).Start;
        var at = letters.IndexOf(wanted, from, StringComparison.Ordinal);
        if (at < 0 && wanted.Length > Sure)
        {
            // A footnote or a page number cut the words: their beginning is enough.
            at = letters.IndexOf(wanted[..Sure], from, StringComparison.Ordinal);
            return at < 0 ? null : new(LineAt(at), LineAt(at));
        }

        return at < 0 ? null : new(LineAt(at), LineAt(at + wanted.Length - 1));
    }

    private int LineAt(int position)
    {
        var index = starts.BinarySearch((position, int.MaxValue));
        return starts[Math.Max(0, index < 0 ? ~index - 1 : index)].Line;
    }
}
