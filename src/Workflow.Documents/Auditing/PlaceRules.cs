using Workflow.Domain.Layouts;

namespace Workflow.Documents.Auditing;

/// <summary>Which components there are, in which order, and where they stand to each other.</summary>
internal static class PlaceRules
{
    private const double LevelMm = 3;
    private const double CentredMm = 4;

    public static void Look(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        foreach (var (code, component, line) in Compulsory(found))
        {
            notes.Needed(code, component, line);
        }

        Wording(found, layout, notes);
        if (file.Margins is not null)
        {
            Order([.. Compulsory(found).Where(one => one.Line is not null).Select(one => (one.Component, one.Line!))], notes, line => line.Number, lines => lines.Where(one => one.Component is "Tên loại" or "Thể thức đề ký" or "Chức vụ người ký" or "Họ tên người ký"));
            return;
        }

        Head(file, found, layout, notes);
        Tail(file, found, notes);
    }

    private static (string Code, string Component, MeasuredLine? Line)[] Compulsory(Components found) =>
    [
        ("party.missing", "Tên Đảng", found.Party), ("organization.missing", "Cơ quan ban hành", found.Organization), ("number.missing", "Số và ký hiệu", found.Number), ("place.missing", "Địa danh, ngày tháng", found.Place),
        ("kind.missing", "Tên loại", found.Kind), ("authority.missing", "Thể thức đề ký", found.Authority), ("position.missing", "Chức vụ người ký", found.Position), ("name.missing", "Họ tên người ký", found.Name), ("recipients.missing", "Nơi nhận", found.RecipientHeading),
    ];

    private static void Wording(Components found, LayoutProfile layout, LayoutNotes notes)
    {
        if (found.Star is null && layout.Star.Length > 0 && found.Organization is not null)
        {
            notes.Say("star.missing", "dấu dưới tên cơ quan", $"Dưới tên cơ quan ban hành không có dấu “{layout.Star}”.", found.Organization);
        }

        if (found.Authority is { } authority && !layout.AuthorityLines(true).Concat(layout.AuthorityLines(false)).Any(line => authority.Text.StartsWith(line, StringComparison.OrdinalIgnoreCase) || authority.Text.Replace("UỶ", "ỦY", StringComparison.Ordinal).StartsWith(line, StringComparison.OrdinalIgnoreCase)) && authority.Text.StartsWith("T/M", StringComparison.Ordinal))
        {
            notes.Say("authority.form", "Thể thức đề ký", $"Dòng “{PageRules.Short(authority.Text)}” không có trong các thể thức đề ký được dùng: {string.Join(", ", layout.AuthorityLines(true).Concat(layout.AuthorityLines(false)))}.", authority);
        }

        if (found.Authority is { } dotted && dotted.Text.Length > 2 && !dotted.Text.Contains('/', StringComparison.Ordinal))
        {
            notes.Say("authority.slash", "Thể thức đề ký", $"Dòng “{PageRules.Short(dotted.Text)}” viết theo lối cơ quan nhà nước, văn bản của Đảng viết “T/M”, “K/T”, “T/L” với dấu gạch chéo.", dotted);
        }

        if (found.Number is { } number && number.Text.StartsWith("Số:", StringComparison.Ordinal) && !layout.NumberForm.StartsWith("Số:", StringComparison.Ordinal))
        {
            notes.Say("number.colon", "Số và ký hiệu", "Sau chữ “Số” có dấu hai chấm, văn bản của Đảng không dùng dấu này.", number);
        }

        if (found.RecipientHeading is { } heading && layout.RecipientHeading.EndsWith(':') && !heading.Text.Contains(':', StringComparison.Ordinal))
        {
            notes.Say("recipients.colon", "Nơi nhận", "Sau chữ “Nơi nhận” thiếu dấu hai chấm.", heading);
        }

        Ends(found, layout, notes);
    }

    private static void Ends(Components found, LayoutProfile layout, LayoutNotes notes)
    {
        // A recipient may run over two lines: only the line before the next dash ends one.
        var ends = found.Recipients.Zip(found.Recipients.Skip(1)).Where(pair => pair.Second.Text.StartsWith('-')).Select(pair => pair.First).ToList();
        if (ends.Find(line => line.Text[^1] is ',' or ';' or '.' && line.Text[^1].ToString() != layout.RecipientSeparator) is { } other)
        {
            notes.Say("recipients.separator", "Nơi nhận", $"Dòng “{PageRules.Short(other.Text)}” kết thúc bằng dấu “{other.Text[^1]}”, thể thức quy định dấu “{layout.RecipientSeparator}”.", other);
        }
    }

    private static void Head(MeasuredFile file, Components found, LayoutProfile layout, LayoutNotes notes)
    {
        var width = file.Pages[0].WidthMm;
        var middle = layout.LeftMm + ((width - layout.LeftMm - layout.RightMm) / 2);
        if (found.Party is { } party)
        {
            if (party.LeftMm < middle - 15)
            {
                notes.Say("party.place", "Tên Đảng", $"Tên Đảng bắt đầu cách mép trái {Say.Number(party.LeftMm)} mm, thể thức quy định đặt ở nửa phải trang.", party);
            }

            var top = found.Superior ?? found.Organization;
            if (top is not null && top.RightMm > party.LeftMm + 1 && Math.Abs(top.BaselineMm - party.BaselineMm) < 1)
            {
                notes.Say("header.overlap", "tiêu đề", "Tên cơ quan và tên Đảng chồng lên nhau.", party);
            }
            else if (top is not null && Math.Abs(top.BaselineMm - party.BaselineMm) > LevelMm)
            {
                notes.Say("header.level", "tiêu đề", $"Tên Đảng và dòng đầu tên cơ quan lệch nhau {Say.Number(Math.Abs(top.BaselineMm - party.BaselineMm))} mm theo chiều dọc, thể thức quy định ngang hàng.", party);
            }

            Rule(file.Pages[party.Page - 1], party, layout, notes);
        }

        void Centred(string code, string component, MeasuredLine? line, MeasuredLine? over)
        {
            if (line is not null && over is not null && Math.Abs(line.CentreMm - over.CentreMm) > CentredMm)
            {
                notes.Say(code, component, $"{component} lệch {Say.Number(Math.Abs(line.CentreMm - over.CentreMm))} mm so với tâm của dòng trên, thể thức quy định đặt giữa.", line);
            }
        }

        Centred("star.centre", "Dấu dưới tên cơ quan", found.Star, found.Organization);
        Centred("number.centre", "Số và ký hiệu", found.Number, found.Organization);
        if (found.Kind is { } kind && Math.Abs(kind.CentreMm - middle) > CentredMm)
        {
            notes.Say("kind.centre", "Tên loại", $"Tên loại lệch {Say.Number(Math.Abs(kind.CentreMm - middle))} mm khỏi tâm vùng chữ, thể thức quy định đặt giữa.", kind);
        }

        Order([.. new (string, MeasuredLine?)[] { ("Cơ quan cấp trên", found.Superior), ("Cơ quan ban hành", found.Organization), ("Dấu dưới tên cơ quan", found.Star), ("Số và ký hiệu", found.Number), ("Tên loại", found.Kind), ("Trích yếu", found.Subject.FirstOrDefault()), ("Thể thức đề ký", found.Authority), ("Chức vụ người ký", found.Position), ("Họ tên người ký", found.Name) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!))], notes, line => (line.Page * 10_000) + line.BaselineMm, lines => lines);
    }

    private static void Rule(MeasuredPage page, MeasuredLine party, LayoutProfile layout, LayoutNotes notes)
    {
        var below = page.Rules.Where(rule => rule.TopMm > party.BaselineMm - 1 && rule.TopMm < party.BaselineMm + 5 && rule.RightMm > party.LeftMm && rule.LeftMm < party.RightMm).ToList();
        if (below.Count == 0)
        {
            notes.Say("party.rule", "Tên Đảng", "Dưới tên Đảng không có đường kẻ ngang, nét liền.", party);
            return;
        }

        var length = below.Max(rule => rule.RightMm) - below.Min(rule => rule.LeftMm);
        var wanted = layout.RuleLengthPt > 0 ? layout.RuleLengthPt * 25.4 / 72 : party.RightMm - party.LeftMm;
        if (Math.Abs(length - wanted) > Math.Max(4, wanted * 0.1))
        {
            notes.Say("party.rule-length", "Tên Đảng", $"Đường kẻ dưới tên Đảng dài {Say.Number(length)} mm, thể thức quy định {Say.Number(wanted)} mm.", party);
        }
    }

    private static void Tail(MeasuredFile file, Components found, LayoutNotes notes)
    {
        if (found is { RecipientHeading: { } heading, Authority: { } authority })
        {
            var width = file.Pages[heading.Page - 1].WidthMm;
            if (heading.LeftMm > width / 2)
            {
                notes.Say("recipients.place", "Nơi nhận", "Nơi nhận đặt ở nửa phải trang, thể thức quy định bên trái.", heading);
            }

            if (authority.CentreMm < width / 2)
            {
                notes.Say("authority.place", "Thể thức đề ký", "Thẩm quyền ký đặt ở nửa trái trang, thể thức quy định bên phải.", authority);
            }

            if (heading.Page == authority.Page && Math.Abs(heading.BaselineMm - authority.BaselineMm) > 8)
            {
                notes.Say("recipients.level", "Nơi nhận", $"Nơi nhận và thẩm quyền ký lệch nhau {Say.Number(Math.Abs(heading.BaselineMm - authority.BaselineMm))} mm theo chiều dọc, thể thức quy định ngang hàng.", heading);
            }
        }

        if (found is { Name: { } name, Authority: { } over } && Math.Abs(name.CentreMm - over.CentreMm) > 8)
        {
            notes.Say("name.centre", "Họ tên người ký", $"Họ tên người ký lệch {Say.Number(Math.Abs(name.CentreMm - over.CentreMm))} mm so với tâm dòng thể thức đề ký, thể thức quy định đặt giữa.", name);
        }
    }

    private static void Order(List<(string Component, MeasuredLine Line)> lines, LayoutNotes notes, Func<MeasuredLine, double> place, Func<List<(string Component, MeasuredLine Line)>, IEnumerable<(string Component, MeasuredLine Line)>> which)
    {
        var kept = which(lines).ToList();
        foreach (var (before, after) in kept.Zip(kept.Skip(1)).Where(pair => place(pair.First.Line) > place(pair.Second.Line) + 0.5))
        {
            notes.Say("order", after.Component, $"“{after.Component}” đứng trước “{before.Component}”, thể thức quy định thứ tự ngược lại.", after.Line);
        }
    }
}
