using System.Globalization;
using Workflow.Documents.Layout;
using Workflow.Documents.Redline;
using Workflow.Domain.Layouts;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Papers;

/// <summary>A changed clause and why it was changed; no reason is an empty text.</summary>
public sealed record ComparisonRow(ClauseChange Change, string Reason);

/// <summary>Bảng so sánh: what stood, what stands, and why, as Word. Words that went are struck through, words that came are bold.</summary>
public static class ComparisonTable
{
    private const double CellPt = 12;
    private const int NumberTwips = 700;
    private static readonly int[] Shares = [38, 38, 24];

    /// <summary>Writes the .docx, A4 landscape; the names of the versions head their columns.</summary>
    public static byte[] Render(PaperHeader header, string documentTitle, string before, string after, IReadOnlyList<ComparisonRow> rows, LayoutProfile profile)
    {
        var file = new WordFile(profile, landscape: true);
        file.Add(PaperParts.Header(header, profile, file.Width));
        file.Add(Paragraph(Run("BẢNG SO SÁNH", profile.TypePt, true), "center", line: profile.LinePt + 3));
        file.Add(Paragraph(Run("Dự thảo: " + documentTitle, profile.SubjectPt, true), "center", line: profile.LinePt) + Paragraph(Run("-----", profile.SubjectPt, true), "center", line: profile.LinePt));
        int[] widths = [NumberTwips, .. Shares.Select(share => (file.Width - NumberTwips) * share / Shares.Sum())];
        widths[^1] += file.Width - widths.Sum();
        string[] head = [Cell("STT", true, "center"), Cell(before, true, "center"), Cell(after, true, "center"), Cell("Lý do", true, "center")];
        var body = rows.Count == 0
            ? [[Cell(""), Cell("Hai bản không khác nhau"), Cell(""), Cell("")]]
            : rows.Select((row, index) => new[] { Cell((index + 1).ToString(CultureInfo.InvariantCulture), false, "center"), Side(row.Change, DiffKind.Deleted), Side(row.Change, DiffKind.Inserted), Cell(Reason(row)) });
        file.Add(Paragraph("", line: profile.BeforePt) + Table(widths, body.Prepend(head), borders: true, headerRow: true));
        return file.Save("Bảng so sánh");
    }

    private static string Reason(ComparisonRow row) => row.Reason.Length > 0 ? row.Reason : row.Change.Kind is ChangeKind.Edited ? "" : ChangeWords.Of(row.Change.Kind);

    // A line break in a piece ends a paragraph.
    private static string Side(ClauseChange change, DiffKind own)
    {
        var paragraphs = new List<string> { "" };
        foreach (var piece in change.Pieces.Where(piece => piece.Kind == DiffKind.Same || piece.Kind == own))
        {
            var parts = (own == DiffKind.Deleted ? piece.Before ?? piece.Text : piece.Text).Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    paragraphs.Add("");
                }

                paragraphs[^1] += parts[i].Length == 0 ? "" : Run(parts[i], CellPt, piece.Kind == DiffKind.Inserted, strike: piece.Kind == DiffKind.Deleted);
            }
        }

        return string.Concat(paragraphs.Select(runs => Paragraph(runs, "both", line: CellPt + 3, exact: false)));
    }

    private static string Cell(string text, bool bold = false, string align = "left") => Paragraph(Run(text, CellPt, bold), align, line: CellPt + 3, exact: false);
}
