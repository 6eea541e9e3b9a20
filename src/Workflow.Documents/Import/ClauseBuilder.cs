using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Turns paragraphs into clauses: label, level, heading or text, run-in headings.</summary>
internal static partial class ClauseBuilder
{
    private const int LongestHeading = 250;

    public static IReadOnlyList<Clause> Build(IReadOnlyList<SourceBlock> paragraphs, List<ImportNote> notes)
    {
        var clauses = new List<Clause>();
        var series = new LabelSeries();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        var targets = false;
        for (var index = 0; index < paragraphs.Count; index++)
        {
            var block = paragraphs[index];
            var id = Id(block, clauses.Count, used);
            if (block.Cells is { } cells)
            {
                clauses.Add(new Clause(id, ClauseKind.Table, depth + 1, "", [], [.. cells.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => string.Join('\n', cell))])]));
                continue;
            }

            var text = Spaces().Replace(block.Text, " ").Trim();
            if (block.FootnoteMark is not null || Joining.IsFootnote(text))
            {
                var mark = block.FootnoteMark ?? text[..1];
                clauses.Add(new Clause(id, ClauseKind.Footnote, depth + 1, mark, Runs(block, block.FootnoteMark is null ? 1 : 0)));
                continue;
            }

            var label = Labels.Read(text);
            if (label is not null && !series.Continues(label))
            {
                if (label.Level is 7 || (block.AutoLabel.Length == 0 && label.Level is 2 && char.IsAsciiDigit(label.Text[^1])))
                {
                    label = null;
                }
                else
                {
                    notes.Add(new("LABEL_ORDER", label.Text, $"Nhãn “{label.Text}” không nối tiếp nhãn trước; giữ nguyên như trong tệp."));
                }
            }

            if (label is not null)
            {
                series.Take(label);
            }

            var rest = label?.Rest ?? text;
            if (label is { Level: 0 } && rest.Length == 0 && index + 1 < paragraphs.Count && Joining.IsCapitals(paragraphs[index + 1].Text))
            {
                // "PHẦN THỨ NHẤT" has its title on the next line.
                rest = Spaces().Replace(paragraphs[++index].Text, " ").Trim();
                clauses.Add(new Clause(id, ClauseKind.Heading, 0, label.Text, [new TextRun(rest, true)]));
                depth = 0;
                continue;
            }

            if (IsHeading(block, label, rest, index, paragraphs))
            {
                depth = label?.Level is { } level and <= 4 ? level : block.OutlineLevel is { } outline ? outline + 1 : Math.Min(depth + 1, 4);
                targets = rest.Contains("hỉ tiêu", StringComparison.Ordinal) || rest.Contains("HỈ TIÊU", StringComparison.Ordinal);
                clauses.Add(new Clause(id, ClauseKind.Heading, depth, label?.Text ?? "", Runs(block, text.Length - rest.Length)));
                continue;
            }

            var clause = new Clause(id, ClauseKind.Paragraph, ParagraphLevel(label, depth), label?.Text ?? "", Runs(block, text.Length - rest.Length));
            clauses.Add(clause with { RunInHeading = RunIn(label, rest, targets) });
            Remark(text, rest, clause, notes);
        }

        return clauses;
    }

    // A numbered item is as deep as its number says; a dash stands one below the heading above it.
    private static int ParagraphLevel(Label? label, int depth) => label is { Level: >= 2 and <= 4 } ? Math.Max(label.Level, Math.Min(depth + 1, label.Level)) : depth + 1;

    private static bool IsHeading(SourceBlock block, Label? label, string rest, int index, IReadOnlyList<SourceBlock> all)
    {
        if (label is { Level: <= 1 })
        {
            return true;
        }

        var isLast = index + 1 >= all.Count;
        var open = rest.Length <= LongestHeading && !Ended().IsMatch(rest);
        return label is { Level: <= 5 }
            ? open && !isLast && (label.Level < 5 || block.AllBold)
            : label is null && ((block.OutlineLevel is not null && open) || (block.AllBold && Joining.IsCapitals(rest) && open));
    }

    // "- Về Kinh tế: (1) …" groups items; "1. Các cấp ủy …" is an outline entry unless the heading says that targets follow.
    private static string? RunIn(Label? label, string rest, bool targets)
    {
        if (label is { Level: 7 } && Group().Match(rest) is { Success: true } group)
        {
            return group.Groups[1].Value;
        }

        return label is { Level: >= 2 and <= 4 } && !targets ? rest : null;
    }

    private static void Remark(string text, string rest, Clause clause, List<ImportNote> notes)
    {
        var place = clause.Label.Length > 0 ? clause.Label : rest.Length > 30 ? rest[..30] + "…" : rest;
        if (rest.Length > 60 && !Ended().IsMatch(rest))
        {
            notes.Add(new("NO_END", place, "Đoạn không có dấu kết thúc; có thể bị cắt mất chữ."));
        }

        if (Unclosed().IsMatch(text))
        {
            notes.Add(new("BRACKET", place, "Có dấu ngoặc mở mà không đóng."));
        }

        if (Embedded().Match(text) is { Success: true } embedded)
        {
            notes.Add(new("HEADING_INSIDE", place, $"Có đề mục nằm giữa đoạn: “{embedded.Value}”."));
        }

        if (LostGlyph().Match(text) is { Success: true } lost)
        {
            notes.Add(new("LOST_LETTER", place, $"Chữ có thể bị mất nguyên âm: “{lost.Value.Trim()}”."));
        }
    }

    private static string Id(SourceBlock block, int count, HashSet<string> used)
    {
        var id = block.ClauseId is { Length: > 0 and <= 40 } carried && used.Add(carried) ? carried : null;
        for (var number = count + 1; id is null; number++)
        {
            id = used.Add($"c{number}") ? $"c{number}" : null;
        }

        return id;
    }

    // The runs without the label, spaces collapsed.
    private static IReadOnlyList<TextRun> Runs(SourceBlock block, int skip)
    {
        var runs = new List<TextRun>();
        if (block.AutoLabel.Length > 0)
        {
            skip = Math.Max(0, skip - block.AutoLabel.Length - 1);
        }

        var lastSpace = true;
        foreach (var run in block.Runs)
        {
            var text = new System.Text.StringBuilder();
            foreach (var letter in run.Text)
            {
                var space = char.IsWhiteSpace(letter) || letter == '\u00A0';
                if (space && lastSpace)
                {
                    continue;
                }

                lastSpace = space;
                if (skip > 0)
                {
                    skip--;
                }
                else
                {
                    text.Append(space ? ' ' : letter);
                }
            }

            var kept = runs.Count == 0 ? text.ToString().TrimStart() : text.ToString();
            if (kept.Length > 0)
            {
                if (runs.Count > 0 && (runs[^1] with { Text = "" }) == (run with { Text = "" }))
                {
                    runs[^1] = runs[^1] with { Text = runs[^1].Text + kept };
                }
                else
                {
                    runs.Add(run with { Text = kept });
                }
            }
        }

        if (runs.Count > 0)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
        }

        return runs;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[.;:,!?…]\s*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^([^:]{3,60}:)\s*\(\d")]
    private static partial Regex Group();

    [GeneratedRegex(@"\(\d{1,2}\s+\p{L}")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"(?<=[%\d.]\s)\d{1,2}\. Về [^()]{3,60}?(?=\s\()")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<=\p{L}\s)(?:ph|th|tr|ch|nh|b|c|d|đ|g|l|m|n|p|r|s|t|v|x|kh)(?:ng|nh|n|m|c|p|t)?\s(?=[\p{L}\d])")]
    private static partial Regex LostGlyph();
}
