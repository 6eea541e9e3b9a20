using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>Makes paragraphs of lines: joins hard wraps, and paragraphs that a page break or a footnote cut in two.</summary>
internal static partial class Joining
{
    /// <summary>Paragraphs of the body. A join across a blank line is noted, never silent.</summary>
    public static List<SourceBlock> Paragraphs(IReadOnlyList<SourceBlock> lines, bool wrapped, List<ImportNote> notes)
    {
        var width = wrapped ? lines.Max(line => line.Text.Trim().Length) : int.MaxValue;
        var series = new LabelSeries();
        var paragraphs = new List<SourceBlock>();
        var lastLength = 0;
        foreach (var line in lines)
        {
            if (line.Cells is not null || line.FootnoteMark is not null)
            {
                paragraphs.Add(line);
                continue;
            }

            var text = line.Text.Trim();
            var label = line.AutoLabel.Length > 0 ? null : Labels.Read(text);
            var labelled = line.AutoLabel.Length > 0 || (label is not null && series.Continues(label) && !(label.Level == 2 && NoDot(label) && !line.AfterBlank));
            var previousIndex = paragraphs.FindLastIndex(block => block.FootnoteMark is null && !IsFootnote(block.Text));
            var previous = previousIndex >= 0 ? paragraphs[previousIndex] : null;
            if (previous is null || labelled || IsFootnote(text) || line.ClauseId is not null || previous.Cells is not null
                || !Continues(previous.Text, text, line.AfterBlank, wrapped, lastLength, width, lines.Count))
            {
                if (label is not null && labelled)
                {
                    series.Take(label);
                }

                paragraphs.Add(line with { Runs = Trimmed(line) });
            }
            else
            {
                if (line.AfterBlank)
                {
                    notes.Add(new("JOINED", line.Place, $"Đoạn bị ngắt giữa câu, đã nối lại: “…{Tail(previous.Text)} | {Head(text)}…”. Đồng chí xem lại."));
                }

                paragraphs[previousIndex] = previous with { Runs = [.. previous.Runs, .. Glue(previous.Text, line)] };
            }

            lastLength = text.Length;
        }

        return paragraphs;
    }

    /// <summary>A paragraph that begins with a superscript digit is a footnote that fell into the text.</summary>
    public static bool IsFootnote(string text) => text.Length > 0 && text[0] is '¹' or '²' or '³' or (>= '⁴' and <= '⁹');

    private static bool Continues(string previous, string text, bool afterBlank, bool wrapped, int lastLength, int width, int count)
    {
        var open = !Terminated().IsMatch(previous);
        var lower = text.Length > 0 && char.IsLower(text[0]);
        if (!wrapped || afterBlank)
        {
            // Only a cut sentence goes on: unfinished before, lower case after. A heading in capitals may be cut as well.
            var capitals = IsCapitals(previous) && IsCapitals(text) && Labels.Read(previous) is { Level: 1 };
            return (open && lower && count > 0) || (capitals && open && afterBlank && wrapped);
        }

        return !(lastLength < 0.6 * width && !open) && !(IsCapitals(previous) && !IsCapitals(text) && Labels.Read(previous) is { Level: <= 1 });
    }

    public static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    private static bool NoDot(Label label) => char.IsAsciiDigit(label.Text[^1]);

    private static IReadOnlyList<Domain.Texts.TextRun> Trimmed(SourceBlock block) => block.Runs.Count == 1
        ? [block.Runs[0] with { Text = block.Runs[0].Text.Trim() }]
        : block.Runs;

    // "2025-" + "2030", "72-" + "NQ/TW" and "0,3-" + "0,5%" join without a space; everything else with one.
    private static IEnumerable<Domain.Texts.TextRun> Glue(string previous, SourceBlock next)
    {
        var tight = TightHyphen().IsMatch(previous.TrimEnd());
        var lead = tight || previous.EndsWith(' ') ? "" : " ";
        return next.Runs.Select((run, index) => run with { Text = (index == 0 ? lead : "") + (index == 0 ? run.Text.TrimStart() : run.Text) });
    }

    private static string Tail(string text) => text.Length <= 25 ? text : text[^25..];

    private static string Head(string text) => text.Length <= 25 ? text : text[..25];

    [GeneratedRegex(@"[.;:!?…”""]\s*$")]
    private static partial Regex Terminated();

    [GeneratedRegex(@"[\d\p{L}][-–]$")]
    private static partial Regex TightHyphen();
}
