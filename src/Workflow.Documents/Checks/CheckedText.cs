using System.Text.RegularExpressions;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks;

/// <summary>A paragraph, heading or table row of the text.</summary>
internal sealed record Passage(Clause Clause, string Text)
{
    public bool IsHeading => Clause.Kind == ClauseKind.Heading;
}

/// <summary>A syllable and where it stands.</summary>
internal sealed record Syllable(Passage Passage, int Start, string Text, string Lower)
{
    public int End => Start + Text.Length;

    /// <summary>Whether a paragraph, a sentence or an item begins here, so that its capital says nothing.</summary>
    public bool Begins
    {
        get
        {
            var at = Start - 1;
            while (at >= 0 && char.IsWhiteSpace(Passage.Text[at]))
            {
                at--;
            }

            return at < 0 || Passage.Text[at] is '.' or ':' or ';' or '-' or ')';
        }
    }
}

/// <summary>A text as rules look at it, with what several of them need worked out once.</summary>
internal sealed partial class CheckedText
{
    private readonly Lazy<IReadOnlyList<Syllable>> syllables;

    public CheckedText(DraftText text, ImportedDraft? file, CheckContext? context = null)
    {
        (Text, File, Context) = (text, file, context ?? CheckContext.Shipped);
        Passages = [.. text.Clauses.SelectMany(clause => clause.Rows is null
            ? [new Passage(clause, clause.Text)]
            : clause.Rows.Select(row => new Passage(clause, string.Join(" | ", row))))];
        syllables = new(() => [.. Passages.SelectMany(passage => Letters().Matches(passage.Text).Select(match => new Syllable(passage, match.Index, match.Value, match.Value.ToLowerInvariant())))]);
        Years = [.. Year().Matches(text.Subject).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order()];
    }

    public DraftText Text { get; }

    /// <summary>The file it was read from; null for a text written here, whose header is not part of it.</summary>
    public ImportedDraft? File { get; }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>What is known besides the text.</summary>
    public CheckContext Context { get; }

    /// <summary>The day by which dated lists are read: the text's own, else today, else the last day before the year that its subject names.</summary>
    public DateOnly? Day => File?.Facts.Date ?? Context.Today ?? (Years.Count > 0 ? new DateOnly(Years[^1] - 1, 12, 31) : null);

    /// <summary>All syllables in order.</summary>
    public IReadOnlyList<Syllable> Syllables => syllables.Value;

    /// <summary>Years that the subject names, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Every match in the body.</summary>
    public IEnumerable<(Passage Passage, Match Match)> Matches(Regex pattern) => Passages.SelectMany(passage => pattern.Matches(passage.Text).Select(match => (passage, match)));

    /// <summary>A finding on words of a passage, quoted with what stands around them when they are short.</summary>
    public Finding On(string code, Severity severity, Passage passage, int start, int length, string reason, string? proposal = null)
    {
        const int Enough = 12;
        var (from, to) = (start, start + length);
        while (to - from < Enough && (from > 0 || to < passage.Text.Length))
        {
            var (before, after) = (from, to);
            from = from > 1 ? passage.Text.LastIndexOf(' ', from - 2) + 1 : 0;
            to = to + 1 < passage.Text.Length && passage.Text.IndexOf(' ', to + 1) is > 0 and var next ? next : passage.Text.Length;
            if ((before, after) == (from, to))
            {
                break;
            }
        }

        return new(code, severity, passage.Clause.Id, passage.Text[from..to].Trim(), reason, proposal) { Line = LineOf(passage, from, to) };
    }

    /// <summary>A finding on a match.</summary>
    public Finding On(string code, Severity severity, Passage passage, Capture words, string reason, string? proposal = null) => On(code, severity, passage, words.Index, words.Length, reason, proposal);

    /// <summary>A finding outside the body, on words of the header or the end.</summary>
    public Finding Outside(string code, Severity severity, string? words, string reason, string? proposal = null) =>
        new(code, severity, null, words, reason, proposal) { Line = words is null ? null : File?.Source.Find(words)?.Line };

    // Short words stand in a clause more than once: what precedes them tells which.
    private int? LineOf(Passage passage, int from, int to)
    {
        const int Context = 40;
        if (File?.Source is not { } source)
        {
            return null;
        }

        var around = source.InClause(passage.Clause.Id, passage.Text[Math.Max(0, from - Context)..to]);
        return around is null ? null : source.Find(passage.Text[from..to], around.Line)?.Line ?? around.Line;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
