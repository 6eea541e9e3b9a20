using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Makes paragraphs of lines: joins hard wraps, and paragraphs that a page break or a footnote cut in two.</summary>
internal sealed partial class Joining
{
    // A line with this much room left was ended on purpose: the next word would have fitted.
    private const double RoomLeft = 0.75;
    private const double ShortLine = 0.6;
    private const int ListLine = 60;

    private readonly bool wrapped;
    private readonly double width;
    private readonly List<ImportNote> notes;
    private readonly LabelSeries series = new();
    private readonly List<Paragraph> paragraphs = [];
    private int lastPage;

    private Joining(IReadOnlyList<SourceBlock> lines, bool wrapped, List<ImportNote> notes)
    {
        (this.wrapped, this.notes) = (wrapped, notes);
        var lengths = lines.Where(line => line.Cells is null).Select(line => line.Line.Length).Order().ToList();
        width = wrapped && lengths.Count > 0 ? lengths[(int)((lengths.Count - 1) * 0.9)] : double.MaxValue;
    }

    /// <summary>Paragraphs of the body. A join that could be wrong is noted, never silent.</summary>
    public static List<SourceBlock> Paragraphs(IReadOnlyList<SourceBlock> lines, bool wrapped, List<ImportNote> notes)
    {
        var joining = new Joining(lines, wrapped, notes);
        foreach (var line in lines)
        {
            joining.Take(line);
        }

        return [.. joining.paragraphs.Select(paragraph => paragraph.Block)];
    }

    /// <summary>A paragraph that begins with a superscript digit is a footnote that fell into the text.</summary>
    public static bool IsFootnote(string text) => text.Length > 0 && text[0] is '¹' or '²' or '³' or (>= '⁴' and <= '⁹');

    /// <summary>Whether there are letters and all of them are capitals.</summary>
    public static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    private void Take(SourceBlock line)
    {
        var text = line.Line;
        if (line.Cells is not null || line.FootnoteMark is not null)
        {
            paragraphs.Add(new(line));
            return;
        }

        if (IsPageNumber(line, text))
        {
            notes.Add(new("PAGE_NUMBER", line.Place, $"Dòng chỉ có “{text}” được hiểu là số trang nên đã bỏ.") { Quote = text, Line = line.Number });
            return;
        }

        var previous = paragraphs.FindLast(paragraph => !paragraph.IsFootnote);
        var label = Labels.Read(text);
        var labelled = line.AutoLabel.Length > 0 || (label is not null && StartsHere(label, line, previous));
        if (previous is null || labelled || IsFootnote(text) || line.ClauseId is not null || previous.Block.Cells is not null || !Continues(previous, line, text))
        {
            if (label is not null && labelled)
            {
                series.Take(label, !Ended().IsMatch(text), text.EndsWith(':'));
            }

            paragraphs.Add(new(line));
            return;
        }

        if (line.AfterBlank || !(wrapped || line.SoftBreak))
        {
            notes.Add(new("JOINED", line.Place, $"Đoạn bị ngắt giữa câu, đã nối lại: “…{previous.Tail(25)} | {(text.Length <= 25 ? text : text[..25])}…”. Đồng chí xem lại.") { Quote = $"{previous.Tail(25)} {(text.Length <= 25 ? text : text[..25])}", Line = previous.Block.Number });
        }

        previous.Add(line, text);
    }

    private bool StartsHere(Label label, SourceBlock line, Paragraph? previous)
    {
        var middle = wrapped && !line.AfterBlank && previous is not null;
        var begins = !middle || !previous!.IsOpen || previous.IsCapitals;
        if (middle && Counts().IsMatch(previous!.Tail(12)))
        {
            return false;
        }

        if (!series.Continues(label))
        {
            // The label before it may have been lost on the way: at the beginning of a line that begins a sentence it is one all the same.
            return begins && !label.IsBare && label.Style is LabelStyle.Roman or LabelStyle.Number or LabelStyle.Letter && char.IsUpper(label.Rest.FirstOrDefault());
        }

        if (label.IsBare && !begins)
        {
            return false;
        }

        // In the middle of a sentence "- xã hội" or "2. quý" only looks like a label.
        return !middle || !previous!.IsOpen || !char.IsLower(label.Rest.FirstOrDefault()) || label.Style is LabelStyle.Letter or LabelStyle.Bracket;
    }

    private bool Continues(Paragraph previous, SourceBlock line, string text)
    {
        var lower = char.IsLower(text.FirstOrDefault());
        if (line.SoftBreak)
        {
            return (previous.IsOpen || lower) && !(previous.IsCapitals && !IsCapitals(text)) && !(previous.Block.AllBold && !line.AllBold);
        }

        if (!wrapped)
        {
            // Only a cut sentence goes on: unfinished before, lower case after. Short lines are rather a list.
            return previous.IsOpen && lower && (previous.LastLength > ListLine || text.Length > ListLine);
        }

        var cutHeading = previous.IsCapitals && (IsCapitals(text) || Years().IsMatch(text));
        if (line.AfterBlank)
        {
            return previous.IsOpen && (lower || (cutHeading && Labels.Read(previous.Start) is { Style: LabelStyle.Roman }));
        }

        if (previous.IsCapitals && !cutHeading && Labels.Read(previous.Start) is { Style: <= LabelStyle.Roman })
        {
            return false;
        }

        var hadRoom = previous.LastLength + 1 + text.IndexOf(' ', StringComparison.Ordinal) < RoomLeft * width;
        return !(hadRoom && !lower && !cutHeading && !char.IsDigit(text[0])) && !(previous.LastLength < ShortLine * width && !previous.IsOpen);
    }

    // A line of its own that holds nothing but the next page's number.
    private bool IsPageNumber(SourceBlock line, string text)
    {
        if (line.AutoLabel.Length > 0 || !line.Place.StartsWith("dòng", StringComparison.Ordinal) || PageNumber().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var page = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (page < 2 || (lastPage > 0 && page != lastPage + 1))
        {
            return false;
        }

        lastPage = page;
        return true;
    }

    [GeneratedRegex(@"^[-–]?\s*(\d{1,3})\s*[-–]?$")]
    private static partial Regex PageNumber();

    // "khóa | I. Phong trào": the number belongs to the word before it.
    [GeneratedRegex(@"(?:^|\s)(?:khóa|khoá|lần thứ|thứ|số|quý|Điều|điều|khoản|điểm|mục|phần|loại|cấp|nhóm|tháng|ngày|năm|từ|đến|đạt|trên|dưới|còn|có)$")]
    private static partial Regex Counts();

    // "… KT-XH NĂM | 2026"
    [GeneratedRegex(@"^20\d\d(?:\s*[-–]\s*20\d\d)?[.:]?$")]
    private static partial Regex Years();

    [GeneratedRegex(@"[.;:,!?…]$")]
    private static partial Regex Ended();

    /// <summary>A paragraph that grows line by line.</summary>
    private sealed class Paragraph(SourceBlock first)
    {
        private readonly List<TextRun> runs = [.. first.Runs];
        private readonly StringBuilder text = new(first.Line);

        public bool IsFootnote { get; } = first.FootnoteMark is not null || IsFootnote(first.Line);

        public int LastLength { get; private set; } = first.Line.Length;

        public bool IsCapitals { get; private set; } = Joining.IsCapitals(first.Line);

        public string Start { get; } = first.Line;

        public bool IsOpen => text.Length == 0 || text[^1] is not ('.' or ';' or ':' or '!' or '?' or '…' or '”' or '"');

        public SourceBlock Block => runs.Count == first.Runs.Count ? first : first with { Runs = runs };

        public string Tail(int length) => text.ToString(Math.Max(0, text.Length - length), Math.Min(length, text.Length));

        // "2025-" + "2030", "72-" + "NQ/TW" and "0,3-" + "0,5%" join without a space; everything else with one.
        public void Add(SourceBlock line, string added)
        {
            var tight = text.Length > 1 && text[^1] is '-' or '–' && char.IsLetterOrDigit(text[^2]);
            var lead = tight ? "" : " ";
            if (tight && runs.Count > 0)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
            }

            runs.AddRange(line.Runs.Select((run, index) => index == 0 ? run with { Text = lead + run.Text.TrimStart() } : run));
            text.Append(lead).Append(added);
            LastLength = added.Length;
            IsCapitals &= Joining.IsCapitals(added) || !added.Any(char.IsLetter);
        }
    }
}
