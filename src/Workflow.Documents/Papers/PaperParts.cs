using Workflow.Documents.Layout;
using Workflow.Domain;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Papers;

/// <summary>The header of an office paper.</summary>
/// <param name="SuperiorName">Header line of the superior organization.</param>
/// <param name="OrganizationName">Header line of the issuer.</param>
/// <param name="Place">Place before the date.</param>
/// <param name="Date">Day of the paper; null leaves room to write it by hand.</param>
public sealed record PaperHeader(string SuperiorName, string OrganizationName, string Place, DateOnly? Date)
{
    /// <summary>"BB/ĐU" of a paper that gets a number, which stays open; null for a paper without one.</summary>
    public string? Symbol { get; init; }
}

/// <summary>What office papers share.</summary>
internal static class PaperParts
{
    public static OfficialPaper Official(PaperHeader header) => new(
        new DraftText("bien-ban", BodyKind.ExecutiveCommittee, "", "", [], [], SignatureBlock.Empty), header.SuperiorName, header.OrganizationName, null, header.Symbol ?? "", header.Place, header.Date, null);

    /// <summary>What stands under an official document, for the block of signature and recipients.</summary>
    public static OfficialPaper Official(PaperHeader header, PaperBlock.Official block)
    {
        var paper = Official(header);
        return paper with { Text = paper.Text with { Recipients = [.. block.Recipients.Select(name => new RecipientLine(name, null))], Signature = new SignatureBlock(block.Authority, block.Position, block.Name) } };
    }

    public static string Header(PaperHeader header, LayoutProfile profile, int width) => OfficialDocx.Header(Official(header), profile, width);

    /// <summary>Runs taken apart at their breaks.</summary>
    public static IEnumerable<List<TextRun>> Paragraphs(IEnumerable<TextRun> runs)
    {
        var paragraph = new List<TextRun>();
        foreach (var run in runs)
        {
            foreach (var (index, line) in run.Text.ReplaceLineEndings("\n").Split('\n').Index())
            {
                if (index > 0)
                {
                    yield return paragraph;
                    paragraph = [];
                }

                paragraph.Add(run with { Text = line });
            }
        }

        yield return paragraph;
    }

    /// <summary>"08 giờ 00 phút, ngày 05 tháng 02 năm 2026".</summary>
    public static string Moment(DateTimeOffset at)
    {
        var local = VietnamTime.Local(at);
        return $"{local:HH} giờ {local:mm} phút, ngày {local:dd} tháng {local:MM} năm {local:yyyy}";
    }

    /// <summary>A hash in groups: a word of 64 letters breaks lines badly.</summary>
    public static string Grouped(string hash) => string.Join(' ', hash.Chunk(16).Select(part => new string(part)));

    /// <summary>Signatures side by side, kept together; a name may be empty.</summary>
    public static string Panel(int width, LayoutProfile profile, IReadOnlyList<(string Title, string Name)> signers)
    {
        string Line(string text) => Paragraph(Run(text, profile.SubjectPt, true), "center", line: profile.LinePt);
        string Block((string Title, string Name) one) => Line(one.Title) + string.Concat(Enumerable.Repeat(Paragraph("", line: profile.LinePt), profile.SignatureLines)) + Line(one.Name);
        int[] widths = [.. signers.Select(_ => width / signers.Count)];
        widths[^1] += width - widths.Sum();
        return Paragraph("", line: SignatureBlockLayout.Before) + Table(widths, [[.. signers.Select(Block)]], borders: false) + Paragraph("", line: 1);
    }
}
