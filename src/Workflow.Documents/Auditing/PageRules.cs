using Workflow.Domain.Layouts;

namespace Workflow.Documents.Auditing;

/// <summary>Paper, margins, page numbers.</summary>
internal static class PageRules
{
    // What letters reach above and below their line, in parts of the size: the measures of Times.
    private const double Ascent = 0.891;
    private const double Descent = 0.216;
    private const double NaturalLine = 1.149;
    private const double MillimetresPerPoint = 25.4 / 72;

    public static void Look(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        foreach (var page in file.Pages)
        {
            if (Math.Abs(page.WidthMm - layout.WidthMm) > layout.MarginToleranceMm || Math.Abs(page.HeightMm - layout.HeightMm) > layout.MarginToleranceMm)
            {
                notes.Say("page.size", "khổ giấy", $"Khổ giấy{(file.Margins is null ? $" trang {page.Number}" : "")} là {Say.Number(page.WidthMm)} × {Say.Number(page.HeightMm)} mm, thể thức quy định {Say.Number(layout.WidthMm)} × {Say.Number(layout.HeightMm)} mm.", null);
                break;
            }
        }

        if (file.Margins is { } set)
        {
            notes.Length("margin.top", "lề trên", "Lề trên", set.TopMm, layout.TopMm);
            notes.Length("margin.bottom", "lề dưới", "Lề dưới", set.BottomMm, layout.BottomMm);
            notes.Length("margin.left", "lề trái", "Lề trái", set.LeftMm, layout.LeftMm);
            notes.Length("margin.right", "lề phải", "Lề phải", set.RightMm, layout.RightMm);
            return;
        }

        Sides(file, found, layout, notes);
        TopAndBottom(file, found, layout, notes);
        Numbers(file, found, layout, notes);
    }

    private static void Sides(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        var width = file.Pages[0].WidthMm;
        if (found.LeftEdge is { } left)
        {
            notes.Length("margin.left", "lề trái", "Lề trái", left, layout.LeftMm);
            if (found.Body.Find(line => line.LeftMm < left - 2) is { } out1)
            {
                notes.Say("margin.out", "lề trái", $"Chữ lấn ra lề trái {Say.Number(left - out1.LeftMm)} mm: “{Short(out1.Text)}”.", out1);
            }
        }

        if (found.RightEdge is { } right)
        {
            notes.Length("margin.right", "lề phải", "Lề phải", width - right, layout.RightMm);
            if (found.Body.Find(line => line.RightMm > right + 2) is { } out2)
            {
                notes.Say("margin.out", "lề phải", $"Chữ lấn ra lề phải {Say.Number(out2.RightMm - right)} mm: “{Short(out2.Text)}”.", out2);
            }
        }
        else if (found.Body.Count(line => line.RightMm - line.LeftMm > (width - layout.LeftMm - layout.RightMm) * 0.85) is > 15 and var ragged)
        {
            notes.Say("body.align", "nội dung", $"Nội dung không căn đều hai bên: {ragged} dòng dài kết thúc ở những chỗ khác nhau, thể thức quy định căn đều.", null);
        }
    }

    private static void TopAndBottom(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        // A line of fixed height holds its letters somewhere inside: the room it leaves is no deviation.
        var pitch = TypeRules.Pitch(found) ?? layout.LinePt;
        var tops = file.Pages.Select(page => page.Lines.FirstOrDefault(line => !found.PageNumbers.ContainsValue(line))).Where(line => line is not null).Select(line => (Line: line!, Mm: line!.BaselineMm - (line.SizePt * Ascent * MillimetresPerPoint))).ToList();
        if (tops.Count > 0)
        {
            var (line, top) = tops.MinBy(one => one.Mm);
            notes.Length("margin.top", "lề trên", "Lề trên", top, layout.TopMm, line, Math.Max(0, pitch - (line.SizePt * NaturalLine)) * MillimetresPerPoint);
        }

        var bottoms = file.Pages.Select(page => (Page: page, Line: page.Lines.Count > 0 ? page.Lines[^1] : null)).Where(one => one.Line is not null).Select(one => (Line: one.Line!, Mm: one.Page.HeightMm - one.Line!.BaselineMm - (one.Line.SizePt * Descent * MillimetresPerPoint))).ToList();
        if (bottoms.Count > 0 && bottoms.MinBy(one => one.Mm) is var (last, bottom))
        {
            if (bottom < layout.BottomMm - layout.MarginToleranceMm)
            {
                notes.Length("margin.bottom", "lề dưới", "Lề dưới", bottom, layout.BottomMm, last);
            }
            else if (bottoms.Count >= 8 && bottom > layout.BottomMm + layout.MarginToleranceMm + (2 * pitch * MillimetresPerPoint))
            {
                // Widows and headings leave one line or two free, but not on every page.
                notes.Length("margin.bottom", "lề dưới", "Lề dưới của trang đầy nhất", bottom, layout.BottomMm, last);
            }
            else
            {
                notes.Measured.Add($"Lề dưới: {Say.Number(bottom)} mm");
            }
        }
    }

    private static void Numbers(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        if (found.PageNumbers.GetValueOrDefault(1) is { } first)
        {
            notes.Say("page-number.first", "số trang", "Trang 1 có số trang, thể thức quy định trang đầu không đánh số.", first);
        }

        var without = file.Pages.Skip(1).FirstOrDefault(page => !found.PageNumbers.ContainsKey(page.Number));
        if (without is not null)
        {
            notes.Say("page-number.missing", "số trang", $"Trang {without.Number} không có số trang ở giữa lề trên.", null);
        }

        if (found.PageNumbers.Where(pair => pair.Key > 1).Select(pair => pair.Value).FirstOrDefault() is { } number)
        {
            notes.Size("page-number.size", "Số trang", number, layout.PageNumberPt, layout.PageNumberPt);
            // The middle of the text as it is set: other margins are named by themselves. The middle of the paper will do too.
            var middle = found is { LeftEdge: { } left, RightEdge: { } right } ? (left + right) / 2 : layout.LeftMm + ((file.Pages[number.Page - 1].WidthMm - layout.LeftMm - layout.RightMm) / 2);
            if (Math.Abs(number.CentreMm - middle) > 2 && Math.Abs(number.CentreMm - (file.Pages[number.Page - 1].WidthMm / 2)) > 2)
            {
                notes.Say("page-number.centre", "số trang", $"Số trang lệch khỏi giữa {Say.Number(Math.Abs(number.CentreMm - middle))} mm, thể thức quy định đặt giữa.", number);
            }

            notes.Length("page-number.top", "số trang", "Số trang cách mép trên", number.BaselineMm - (number.SizePt * Ascent * MillimetresPerPoint), layout.PageNumberTopMm, number, 1);
        }
    }

    internal static string Short(string text) => text.Length > 50 ? text[..50] + "…" : text;
}
