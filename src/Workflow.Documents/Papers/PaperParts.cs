using Workflow.Documents.Layout;
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
    // Type size of what stands in a header or under a signature (DOMAIN §2.2).
    private const double Size = 14;

    public static OfficialPaper Official(PaperHeader header) => new(
        new DraftText("bien-ban", BodyKind.ExecutiveCommittee, "", "", [], [], SignatureBlock.Empty), header.SuperiorName, header.OrganizationName, null, header.Symbol ?? "", header.Place, header.Date, null);

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

    /// <summary>A hash in groups: a word of 64 letters breaks lines badly.</summary>
    public static string Grouped(string hash) => string.Join(' ', hash.Chunk(16).Select(part => new string(part)));

    /// <summary>Two signatures side by side, kept together; a name may be empty.</summary>
    public static string Pair(int width, LayoutProfile profile, (string Title, string Name) left, (string Title, string Name) right)
    {
        string Line(string text) => Paragraph(Run(text, Size, true), "center", line: profile.LinePt);
        string Block((string Title, string Name) one) => Line(one.Title) + string.Concat(Enumerable.Repeat(Paragraph("", line: profile.LinePt), profile.SignatureLines)) + Line(one.Name);
        return Paragraph("", line: SignatureBlockLayout.Before) + Table([width / 2, width - (width / 2)], [[Block(left), Block(right)]], borders: false) + Paragraph("", line: 1);
    }
}
