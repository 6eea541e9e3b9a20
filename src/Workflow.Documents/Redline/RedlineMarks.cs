using Workflow.Documents.Layout;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Where comments begin and end in a stretch of the two texts: characters from its start, on either side.</summary>
internal sealed record RedlineMark(bool IsOld, int Start, int End, IReadOnlyList<int> Comments)
{
    /// <summary>As much of it as stands in the cell from <paramref name="from"/> on, or in the sign that parts it from the next; null when it begins elsewhere.</summary>
    public RedlineMark? Within(int from, int length) => Start >= from && Start <= from + length ? this with { Start = Start - from, End = Math.Min(End - from, length) } : null;
}

/// <summary>The comments of a redline by the clause they stand on, and the marks of each.</summary>
internal sealed class RedlineMarks
{
    private readonly ILookup<(bool IsOld, string ClauseId), RedlineMark> marks;
    private readonly Dictionary<(bool, string), Clause> clauses = [];

    public RedlineMarks(WordFile file, DraftText before, DraftText after, IEnumerable<RedlineComment> comments)
    {
        foreach (var (text, isOld) in new[] { (before, true), (after, false) })
        {
            Clause? owner = null;
            foreach (var clause in TextComparison.Parts(text))
            {
                // No comment may stand inside a footnote: it goes to the paragraph that bears the mark.
                owner = clause.Kind == ClauseKind.Footnote && owner is not null ? owner : clause;
                clauses[(isOld, clause.Id)] = owner;
            }
        }

        marks = comments.Select(comment => (comment, Place: Found(comment.Place))).Select(one =>
        {
            var (comment, (isOld, clause, start, end)) = one;
            var root = file.Comment(comment.Author, comment.At, (comment.Place is null ? RedlineComment.Lost : "") + comment.Text, comment.Answer is not null);
            IReadOnlyList<int> numbers = comment.Answer is { } answer ? [root, file.Comment(answer.Author, answer.At, answer.Text, true, root)] : [root];
            return (Key: (isOld, clause.Id), Mark: new RedlineMark(isOld, start, end, numbers));
        }).ToLookup(one => one.Key, one => one.Mark);
    }

    /// <summary>Marks of clauses that are written as one stretch, a line break between two.</summary>
    public List<RedlineMark> Of(bool isOld, IReadOnlyList<Clause> stretch)
    {
        var found = new List<RedlineMark>();
        var at = 0;
        foreach (var clause in stretch)
        {
            found.AddRange(marks[(isOld, clause.Id)].Select(mark => mark with { Start = mark.Start + at, End = mark.End + at }));
            at += clause.FullText.Length + 1;
        }

        return found;
    }

    /// <summary>Puts them between the runs. The run that ties a comment to the text shares the fate of the word before it, or that word could not go wholly.</summary>
    public static IEnumerable<TrackedRuns> Put(IEnumerable<TrackedRuns> parts, List<RedlineMark> marks, TrackedMarkup markup)
    {
        if (marks.Count == 0)
        {
            return parts;
        }

        var result = new List<TrackedRuns>();
        var open = new List<RedlineMark>();
        var waiting = marks.OrderBy(mark => mark.Start).ToList();
        int old = 0, fresh = 0;
        var last = DiffKind.Same;
        void Begin(DiffKind next)
        {
            foreach (var mark in waiting.Where(mark => mark.IsOld ? mark.Start <= old && next != DiffKind.Inserted : mark.Start <= fresh && next != DiffKind.Deleted).ToList())
            {
                result.Add(new(next, [], string.Concat(mark.Comments.Select(WordRemarks.Start))));
                waiting.Remove(mark);
                open.Add(mark);
            }
        }

        void End(bool all)
        {
            foreach (var mark in open.Where(mark => all || (mark.IsOld ? mark.End <= old : mark.End <= fresh)).ToList())
            {
                result.Add(new(last, [], string.Concat(mark.Comments.Select(comment => WordRemarks.End(comment) + markup.Runs(last, WordRemarks.Reference(comment))))));
                open.Remove(mark);
            }
        }

        foreach (var part in parts)
        {
            var length = part.Runs.Sum(run => run.Text.Length);
            for (var used = 0; used < length;)
            {
                Begin(part.Kind);
                var next = Next(part.Kind, old, fresh, waiting.Select(mark => (mark.IsOld, mark.Start)).Concat(open.Select(mark => (mark.IsOld, mark.End))), length - used);
                result.Add(part with { Runs = Slice(part.Runs, used, next) });
                used += next;
                old += part.Kind == DiffKind.Inserted ? 0 : next;
                fresh += part.Kind == DiffKind.Deleted ? 0 : next;
                last = part.Kind;
                End(all: false);
            }
        }

        // A stretch without letters on the side of a mark still bears it.
        old = fresh = int.MaxValue;
        Begin(DiffKind.Deleted);
        Begin(DiffKind.Inserted);
        End(all: true);
        return result;
    }

    // Characters up to the next place where a comment begins or ends on a side that this part belongs to.
    private static int Next(DiffKind kind, int old, int fresh, IEnumerable<(bool IsOld, int At)> places, int most) => places
        .Where(place => kind == DiffKind.Same || place.IsOld == (kind == DiffKind.Deleted))
        .Select(place => place.At - (place.IsOld ? old : fresh)).Where(distance => distance > 0).Append(most).Min();

    private static List<TextRun> Slice(List<TextRun> runs, int from, int length)
    {
        var cursor = new RunCursor(runs);
        cursor.Take(from);
        return cursor.Take(length);
    }

    // Side, clause, first and last character in its label and text. What is not found stands at the title, which every text has.
    private (bool IsOld, Clause Clause, int Start, int End) Found(RedlinePlace? place)
    {
        if (place is null || !clauses.TryGetValue((place.IsOld, place.ClauseId), out var clause))
        {
            var title = clauses[(false, "title")];
            return (false, title, 0, title.FullText.Length);
        }

        var label = clause.FullText.Length - clause.Text.Length;
        return place.Length == 0 || clause.Id != place.ClauseId
            ? (place.IsOld, clause, 0, clause.FullText.Length)
            : (place.IsOld, clause, Math.Min(label + place.Start, clause.FullText.Length), Math.Min(label + place.Start + place.Length, clause.FullText.Length));
    }
}
