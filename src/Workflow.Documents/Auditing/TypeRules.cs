using Workflow.Domain.Layouts;

namespace Workflow.Documents.Auditing;

/// <summary>Fonts, sizes and styles of the components, spacing of the text.</summary>
internal static class TypeRules
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // So many kinds of wrong sizes are named one by one.
    private const int MostKinds = 5;

    public static void Look(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        Fonts(file, notes);
        void One(string key, string component, MeasuredLine? line, double least, double most, bool bold, bool italic)
        {
            notes.Size($"{key}.size", component, line, least, most);
            notes.Style($"{key}.style", component, line, bold, italic);
        }

        One("party", "Tên Đảng", found.Party, layout.PartyTitlePt, layout.PartyTitlePt, true, false);
        One("superior", "Cơ quan cấp trên", found.Superior, layout.SuperiorPt, layout.SuperiorPt, false, false);
        One("organization", "Cơ quan ban hành", found.Organization, layout.OrganizationPt, layout.OrganizationPt, true, false);
        One("number", "Số và ký hiệu", found.Number, layout.NumberPt, layout.NumberPt, false, false);
        One("place", "Địa danh, ngày tháng", found.Place, layout.PlacePt, layout.PlacePt, false, true);
        One("draft-note", "Dòng dự thảo lần", found.DraftNote, layout.DraftNotePt, layout.DraftNotePt, false, true);
        One("kind", "Tên loại", found.Kind, Math.Min(layout.TypeLeastPt, layout.TypePt), layout.TypePt, true, false);
        One("subject", "Trích yếu", found.Subject.FirstOrDefault(), layout.SubjectPt, layout.SubjectMostPt, true, false);
        One("authority", "Thể thức đề ký", found.Authority, layout.AuthorityPt, layout.AuthorityPt, true, false);
        One("position", "Chức vụ người ký", found.Position, layout.PositionPt, layout.PositionPt, false, false);
        One("name", "Họ tên người ký", found.Name, layout.NamePt, layout.NamePt, true, false);
        One("recipients", "Tiêu đề nơi nhận", found.RecipientHeading, layout.RecipientHeadingPt, layout.RecipientHeadingPt, false, false);
        notes.Size("recipients-list.size", "Danh sách nơi nhận", found.Recipients.FirstOrDefault(), layout.RecipientPt, layout.RecipientPt);
        Body(file, found, layout, notes);
    }

    /// <summary>Distance between lines of one paragraph, points; null when too few lines go on in the next.</summary>
    public static double? Pitch(Components found)
    {
        var steps = found.Body.Zip(found.Body.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page && found.GoesOn(pair.First) && pair.First.SizePt == pair.Second.SizePt)
            .Select(pair => Math.Round((pair.Second.BaselineMm - pair.First.BaselineMm) * PointsPerMillimetre, 1)).Where(step => step is > 8 and < 60).ToList();
        return steps.Count < 3 ? null : steps.GroupBy(step => step).MaxBy(group => group.Count())!.Key;
    }

    private static void Fonts(MeasuredFile file, LayoutNotes notes)
    {
        foreach (var group in file.Pages.SelectMany(page => page.Lines).SelectMany(line => line.Words.Select(word => (line, word))).Where(one => !one.word.Font.IsTimes && one.word.Text.Any(char.IsLetter)).GroupBy(one => one.word.Font.Name).Take(MostKinds))
        {
            var (line, word) = group.First();
            notes.Say("font", "phông chữ", $"{group.Sum(one => one.word.Text.Length)} ký tự dùng phông {Name(group.Key)}, thể thức quy định Times New Roman; chỗ đầu tiên: “{PageRules.Short(word.Text)}”.", line);
        }
    }

    private static string Name(string font) => font.Length > 60 ? font[..60] + "…" : font;

    private static void Body(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        // Tables and footnotes have sizes of their own.
        var text = found.Body.Where(line => line.Paragraph?.IsInBorderedTable != true && line.Text.Length > 3).ToList();
        bool IsSide(MeasuredLine line) => Math.Abs(line.SizePt - layout.FootnotePt) <= layout.SizeTolerancePt || Math.Abs(line.SizePt - layout.TablePt) <= layout.SizeTolerancePt;
        var main = text.Where(line => !IsSide(line)).ToList();
        var wrong = main.Where(line => line.SizePt < layout.BodyPt - layout.SizeTolerancePt || line.SizePt > layout.BodyMostPt + layout.SizeTolerancePt).ToList();
        // When all of the text is set in the size of tables, it is no table.
        if (text.Count > 0 && main.Count * 2 < text.Count)
        {
            wrong = [.. text.Where(line => line.SizePt < layout.BodyPt - layout.SizeTolerancePt || line.SizePt > layout.BodyMostPt + layout.SizeTolerancePt)];
        }

        foreach (var group in wrong.GroupBy(line => Math.Round(line.SizePt, 1)).OrderByDescending(group => group.Count()).Take(MostKinds))
        {
            notes.Say("body.size", "nội dung", $"{group.Count()} {(file.Margins is null ? "dòng" : "đoạn")} nội dung dùng cỡ chữ {Say.Number(group.Key)} pt, thể thức quy định {Say.Number(layout.BodyPt)}-{Say.Number(layout.BodyMostPt)} pt; chỗ đầu tiên: “{PageRules.Short(group.First().Text)}”.", group.First());
        }

        if (wrong.Count == 0 && main.Count > 0)
        {
            notes.Measured.Add($"Nội dung: cỡ chữ {Say.Number(main.GroupBy(line => line.SizePt).MaxBy(group => group.Count())!.Key)} pt");
        }

        Spacing(file, found, main, layout, notes);
        if (found.Body.Find(line => (line.Text.StartsWith("- Căn cứ", StringComparison.Ordinal) || line.Text.StartsWith("Căn cứ", StringComparison.Ordinal)) && line.Italic != layout.BasesItalic) is { } basis)
        {
            notes.Say("bases.style", "căn cứ ban hành", $"Căn cứ ban hành in chữ {(basis.Italic ? "nghiêng" : "đứng")}, thể thức quy định chữ {(layout.BasesItalic ? "nghiêng" : "đứng")}.", basis);
        }
    }

    private static void Spacing(MeasuredFile file, Components found, List<MeasuredLine> main, LayoutProfile layout, LayoutNotes notes)
    {
        void Line(double pitch, MeasuredLine? at)
        {
            if (pitch < layout.LinePt - layout.SizeTolerancePt || pitch > layout.LineMostPt + layout.SizeTolerancePt)
            {
                notes.Say("body.line", "nội dung", $"Khoảng cách dòng đo được {Say.Number(pitch)} pt, thể thức quy định {Say.Number(layout.LinePt)}-{Say.Number(layout.LineMostPt)} pt.", at);
            }
            else
            {
                notes.Measured.Add($"Khoảng cách dòng: {Say.Number(pitch)} pt");
            }
        }

        if (file.Margins is null)
        {
            if (Pitch(found) is { } pitch)
            {
                Line(pitch, null);
            }

            Indent(found, layout, notes);
            return;
        }

        var plain = main.Where(line => line.Paragraph is { Alignment: "both" or "distribute", Cell: 0 }).ToList();
        if (plain.Count == 0 && main.Count(line => line.Paragraph?.Cell == 0 && line.Text.Length > 80) > 3)
        {
            notes.Say("body.align", "nội dung", "Nội dung không căn đều hai bên, thể thức quy định căn đều.", main.First(line => line.Text.Length > 80));
        }

        if (plain.Where(line => line.Paragraph!.LinePt is not null).GroupBy(line => line.Paragraph!.LinePt!.Value).MaxBy(group => group.Count()) is { } common)
        {
            Line(common.Key, common.First());
        }

        if (plain.FirstOrDefault(line => line.Paragraph!.FirstLineMm is > 0 and var indent && Math.Abs(indent - layout.IndentMm) > Math.Max(layout.MarginToleranceMm, 3)) is { } odd)
        {
            notes.Length("body.indent", "nội dung", "Lùi đầu dòng", odd.Paragraph!.FirstLineMm, layout.IndentMm, odd);
        }
    }

    private static void Indent(Components found, LayoutProfile layout, LayoutNotes notes)
    {
        // Lines that begin to the right of the margin and end at the other margin begin a paragraph.
        var left = found.LeftEdge ?? double.NaN;
        var begun = found.Body.Where(line => found.GoesOn(line) && line.LeftMm - left is > 3 and < 30).GroupBy(line => Math.Round(line.LeftMm - left)).MaxBy(group => group.Count());
        if (begun is not null && begun.Count() >= 3)
        {
            // An indent of half an inch is the usual setting of office programs, and "about 10 mm" (36-HD).
            notes.Length("body.indent", "nội dung", "Lùi đầu dòng", begun.Average(line => line.LeftMm) - left, layout.IndentMm, begun.First(), 2);
        }
    }
}
