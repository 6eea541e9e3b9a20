using Workflow.Documents.Layout;
using Workflow.Domain.Layouts;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Papers;

/// <summary>An office paper as Word.</summary>
internal static class OfficePaperWord
{
    public static byte[] Render(OfficePaper paper, LayoutProfile profile)
    {
        var file = new WordFile(profile, paper.Landscape);
        file.Add(PaperParts.Header(paper.Header, profile, file.Width));
        foreach (var block in paper.Blocks)
        {
            if (block is PaperBlock.NewSheet)
            {
                file.NewSection();
            }

            file.Add(block switch
            {
                PaperBlock.Title title => Title(title, profile),
                PaperBlock.Text text => string.Concat(PaperParts.Paragraphs(text.Runs).Select(runs => Paragraph(Runs(runs, profile.BodyPt), "both", profile.BeforePt, profile.LinePt, profile.IndentMm, keepNext: text.IsHeading))),
                PaperBlock.Address address => Paragraph(Run(address.Line, profile.BodyPt, italic: true), "center", profile.BeforePt, profile.LinePt),
                PaperBlock.Choice choice => Paragraph(Box(choice.IsChosen, profile.BodyPt) + Run(" " + choice.Words, profile.BodyPt, choice.IsChosen), "both", profile.BeforePt, profile.LinePt, profile.IndentMm),
                PaperBlock.Blank blank => string.Concat(Enumerable.Repeat(Dotted(file.Width, profile), blank.Lines)),
                PaperBlock.Grid grid => Grid(grid, file.Width, profile),
                PaperBlock.Signers pair => PaperParts.Panel(file.Width, profile, [pair.Left, pair.Right]),
                PaperBlock.Panel panel => PaperParts.Panel(file.Width, profile, panel.All),
                PaperBlock.Official official => Paragraph("", line: SignatureBlockLayout.Before) + OfficialDocx.Signature(PaperParts.Official(paper.Header, official), profile, file.Width) + Paragraph("", line: 1),
                PaperBlock.NewSheet => PaperParts.Header(paper.Header, profile, file.Width),
                _ => throw new InvalidOperationException($"{block.GetType().Name} is no part of a paper"),
            });
        }

        return file.Save(paper.Name);
    }

    private static string Title(PaperBlock.Title title, LayoutProfile profile) =>
        Paragraph(Run(title.Kind, profile.TypePt, true), "center", line: profile.TypeLinePt)
        + string.Concat(title.Lines.Append(profile.SubjectRule).Where(line => line.Length > 0).Select(line => Paragraph(Run(line, profile.SubjectPt, true), "center", line: profile.LinePt)));

    // A check box that Word lets one click; other programs show its sign.
    private static string Box(bool isChosen, double size) =>
        $"<w:sdt><w:sdtPr><w14:checkbox xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w14:checked w14:val=\"{(isChosen ? 1 : 0)}\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox></w:sdtPr><w:sdtContent>"
        + $"<w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:hAnsi=\"MS Gothic\" w:hint=\"eastAsia\"/><w:sz w:val=\"{(int)(size * 2)}\"/></w:rPr><w:t>{(isChosen ? '☒' : '☐')}</w:t></w:r></w:sdtContent></w:sdt>";

    private static string Dotted(int width, LayoutProfile profile) =>
        $"<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs><w:spacing w:before=\"{Twips(profile.BeforePt)}\" w:after=\"0\" w:line=\"{Twips(profile.LinePt)}\" w:lineRule=\"exact\"/></w:pPr><w:r><w:tab/></w:r></w:p>";

    private static string Grid(PaperBlock.Grid grid, int width, LayoutProfile profile)
    {
        var type = CellType.OfPapers;
        var middle = TableColumns.Centred(grid.All);
        string Cell(string words, bool head, int column) => string.Concat(words.ReplaceLineEndings("\n").Split('\n')
            .Select(line => Paragraph(Run(line, type.Size, head), head || middle[column] ? "center" : "left", line: type.LinePt)));
        var rows = grid.All.Select((row, index) => (IReadOnlyList<string>)[.. row.Select((words, column) => Cell(words, index == 0, column))]);
        return Paragraph("", line: profile.BeforePt) + Table(grid.Widths(width), rows, borders: true, headerRow: true) + Paragraph("", line: profile.BeforePt);
    }
}
