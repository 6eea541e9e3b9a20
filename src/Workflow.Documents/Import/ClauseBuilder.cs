using System.Text.RegularExpressions;
using Workflow.Documents.Reading;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Turns paragraphs into clauses: label, level, heading or text, run-in headings.</summary>
internal sealed partial class ClauseBuilder
{
    private const int LongestHeading = 400;
    private const int LongestColonHeading = 100;

    private readonly IReadOnlyList<SourceBlock> paragraphs;
    private readonly List<ImportNote> notes;
    private readonly Dictionary<string, int> lines;
    private readonly List<Clause> clauses = [];
    private readonly LabelSeries series = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> carriedIds;
    private readonly TargetSection targets = new();
    private int depth;
    private int number;

    private ClauseBuilder(IReadOnlyList<SourceBlock> paragraphs, List<ImportNote> notes, Dictionary<string, int> lines) =>
        (this.paragraphs, this.notes, this.lines, carriedIds) = (paragraphs, notes, lines, [.. paragraphs.Select(block => block.ClauseId).OfType<string>()]);

    public static IReadOnlyList<Clause> Build(IReadOnlyList<SourceBlock> paragraphs, List<ImportNote> notes, Dictionary<string, int> lines)
    {
        var builder = new ClauseBuilder(paragraphs, notes, lines);
        for (var index = 0; index < paragraphs.Count; index++)
        {
            index += builder.Add(index);
        }

        return builder.clauses;
    }

    // Adds one clause; answers how many of the following paragraphs it used up.
    private int Add(int index)
    {
        var block = paragraphs[index];
        var id = Id(block);
        lines[id] = block.Number;
        if (block.Cells is { } cells)
        {
            clauses.Add(new Clause(id, ClauseKind.Table, depth + 1, "", [], [.. cells.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => string.Join('\n', cell))])]));
            return 0;
        }

        var text = Spaces().Replace(block.Text, " ").Trim();
        if (block.FootnoteMark is not null || Joining.IsFootnote(text))
        {
            var mark = block.FootnoteMark ?? text[..1];
            clauses.Add(new Clause(id, ClauseKind.Footnote, depth + 1, mark, ClauseRuns.Of(block, block.FootnoteMark is null ? 1 : 0)));
            return 0;
        }

        var label = Labels.Read(text) is { } read && IsTaken(read, block) ? read : null;
        var rest = label?.Rest ?? (block.AutoLabel.Length > 0 ? text[Math.Min(text.Length, block.AutoLabel.Length)..].Trim() : text);
        var shown = label?.Text ?? block.AutoLabel;
        if (label is { Style: LabelStyle.Part or LabelStyle.Section } && rest.Length == 0 && index + 1 < paragraphs.Count && TitleOfPart(index + 1) is { } title)
        {
            // "PHẦN THỨ NHẤT" has its title on the next line.
            Heading(new Clause(id, ClauseKind.Heading, series.Take(label, true).Level, label.Text, [new TextRun(title, true)]));
            return 1;
        }

        var isHeading = IsHeading(label, block, rest, index);
        var place = label is null ? null : series.Take(label, isHeading, rest.EndsWith(':'));
        if (place is { InOrder: false })
        {
            notes.Add(new("LABEL_ORDER", label!.Text, $"Nhãn “{label.Text}” không nối tiếp nhãn trước; giữ nguyên như trong tệp.") { Quote = text[..Math.Min(text.Length, 60)], Line = block.Number });
        }

        var runs = ClauseRuns.Of(block, text.Length - rest.Length);
        if (isHeading)
        {
            var level = place?.Level ?? (block.OutlineLevel is { } outline ? outline + 1 : Math.Min(depth + 1, 4));
            Heading(new Clause(id, ClauseKind.Heading, level, shown, runs));
            return 0;
        }

        var paragraphLevel = label is { Style: LabelStyle.Number or LabelStyle.Decimal or LabelStyle.Article or LabelStyle.Section or LabelStyle.Roman } ? place!.Level : depth + 1;
        var clause = new Clause(id, ClauseKind.Paragraph, paragraphLevel, shown, runs);
        clauses.Add(clause with { RunInHeading = RunIn(label, place, rest) });
        Remarks.On(clause, block.Number, notes);
        return 0;
    }

    private void Heading(Clause heading)
    {
        depth = heading.Level;
        targets.Take(heading);
        clauses.Add(heading);
    }

    // A label out of its order is kept and noted, unless it may as well be a number of the sentence.
    private bool IsTaken(Label label, SourceBlock block) => block.AutoLabel.Length > 0 || series.Continues(label)
        || (!label.IsBare && !char.IsLower(label.Rest.FirstOrDefault('X')) && (label.Style != LabelStyle.Decimal || label.Text.EndsWith('.')))
        || label.Style is LabelStyle.Letter or LabelStyle.Bracket;

    private string? TitleOfPart(int index)
    {
        var next = paragraphs[index];
        var text = Spaces().Replace(next.Text, " ").Trim();
        return next.Cells is null && next.ClauseId is null && Labels.Read(text) is null && (Joining.IsCapitals(text) || next.AllBold || next.Centered) ? text : null;
    }

    private bool IsHeading(Label? label, SourceBlock block, string rest, int index)
    {
        var open = rest.Length is > 0 and <= LongestHeading && !Ended().IsMatch(rest);
        var introduces = rest.Length is > 0 and <= LongestColonHeading && rest.EndsWith(':');
        var isLast = index + 1 >= paragraphs.Count;
        switch (label?.Style)
        {
            case LabelStyle.Part or LabelStyle.Section or LabelStyle.Capital:
                return true;
            case LabelStyle.Roman:
                return open || introduces || rest.Length <= LongestColonHeading;
            case LabelStyle.Article:
                return rest.Length == 0 || open;
            case LabelStyle.Number or LabelStyle.Decimal when (introduces && Goals().IsMatch(rest)) || (open && GoalTitle().IsMatch(rest) && !Measured().IsMatch(rest)):
                return !isLast;
            case LabelStyle.Number or LabelStyle.Decimal when targets.IsInside && Measured().IsMatch(rest):
                return false;
            case LabelStyle.Number or LabelStyle.Decimal when !isLast && !block.AllBold && rest.Contains(';', StringComparison.Ordinal) && IsSibling(label, paragraphs[index + 1]):
                // A sentence of a list that lost its full stop.
                return false;
            case LabelStyle.Number or LabelStyle.Decimal:
                return (open || introduces) && !isLast && !(targets.IsInside && clauses.Count > 0 && clauses[^1] is { Kind: ClauseKind.Paragraph } before && before.Label.EndsWith('.') && !block.AllBold);
            case LabelStyle.Letter:
                return (open || introduces) && !isLast && rest.Length <= LongestColonHeading && (block.AllBold || !IsSibling(label, paragraphs[index + 1]));
            case null:
                return !isLast && open && (block.OutlineLevel is not null || (block.AllBold && Joining.IsCapitals(rest)));
            default:
                return false;
        }
    }

    // "a) …" followed at once by "b) …" is a list, not a heading.
    private static bool IsSibling(Label label, SourceBlock next) => Labels.Read(next.Line) is { } other && other.Key == label.Key;

    // "- Về Kinh tế: (1) …" groups items; "1. Các cấp ủy …" is an outline entry unless the section sets targets.
    private string? RunIn(Label? label, LabelPlace? place, string rest) => label?.Style switch
    {
        LabelStyle.Dash or LabelStyle.Letter when Group().Match(rest) is { Success: true } group => group.Groups[1].Value,
        LabelStyle.Dash when Area().IsMatch(rest) => rest,
        LabelStyle.Number or LabelStyle.Decimal when Goals().IsMatch(rest) && rest.Contains(':', StringComparison.Ordinal) => rest,
        LabelStyle.Roman or LabelStyle.Article => rest,
        LabelStyle.Number when place!.Level == 2 && !targets.IsInside => rest,
        LabelStyle.Decimal when place!.Level <= 4 && !targets.IsInside => rest,
        _ => null,
    };

    private string Id(SourceBlock block)
    {
        var id = block.ClauseId is { Length: > 0 and <= 40 } carried && used.Add(carried) ? carried : null;
        while (id is null)
        {
            // A number that stands further down in the file is that clause's own.
            number++;
            id = !carriedIds.Contains($"c{number}") && used.Add($"c{number}") ? $"c{number}" : null;
        }

        return id;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[.;:,!?…]\s*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^([^:]{3,60}:)\s*\(\d")]
    private static partial Regex Group();

    // "* Về kinh tế:" with its items on the next lines.
    [GeneratedRegex(@"^(?:Về|Lĩnh vực|Nhóm) [^:.;]{3,60}:$")]
    private static partial Regex Area();

    // "1. Mục tiêu chung: …" opens a part, it is no target.
    [GeneratedRegex(@"^(?:(?:Các|Một số|Những) )?(?:[Mm]ục tiêu|[Cc]hỉ tiêu)\b[^:.;]{0,80}:")]
    private static partial Regex Goals();

    // "2. Các chỉ tiêu chủ yếu" is a heading also behind "1. Mục tiêu chung: …", which is none.
    [GeneratedRegex(@"^(?:(?:Các|Một số|Những) )?(?:[Mm]ục tiêu|[Cc]hỉ tiêu)\b[^:.;]{0,80}$")]
    private static partial Regex GoalTitle();

    [GeneratedRegex(@"\d\s*(?:%|‰|tấn|ha\b|triệu|tỷ|nghìn|con\b|người|hộ\b|m2|m²|km|sản phẩm|đồng)")]
    private static partial Regex Measured();
}
