using Workflow.Domain;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Papers;

/// <summary>
/// A paper of the office - an opinion sheet, a table of answers, a report, minutes - as one model, from which Word and PDF are made, so that
/// both say the same. It is laid out by the organization's profile; it is no official document with a number of the register.
/// </summary>
/// <param name="Name">What the file is called by a reader: "Phiếu xin ý kiến: …".</param>
/// <param name="Header">Header of the paper.</param>
/// <param name="Blocks">What it holds, from top to bottom.</param>
public sealed record OfficePaper(string Name, PaperHeader Header, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>A4 turned: for tables with wide columns.</summary>
    public bool Landscape { get; init; }

    /// <summary>The file in the asked-for form. Throws <see cref="Layout.LayoutLimitException"/> beyond 400 pages of PDF.</summary>
    public byte[] Render(PaperFormat format, LayoutProfile profile, CancellationToken ct = default) =>
        format == PaperFormat.Pdf ? OfficePaperPdf.Render(this, profile, ct) : OfficePaperWord.Render(this, profile);
}

/// <summary>A part of an office paper.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>The kind in capitals, lines under it, five hyphens.</summary>
    public sealed record Title(string Kind, params IReadOnlyList<string> Lines) : PaperBlock;

    /// <summary>A paragraph; a break in a run begins a new one.</summary>
    public sealed record Text(params IReadOnlyList<TextRun> Runs) : PaperBlock
    {
        /// <summary>Stays with what follows, and is a heading to a screen reader.</summary>
        public bool IsHeading { get; init; }
    }

    /// <summary>A line in the middle, in italics: to whom the paper goes.</summary>
    public sealed record Address(string Line) : PaperBlock;

    /// <summary>A box to tick and its words.</summary>
    public sealed record Choice(string Words, bool IsChosen) : PaperBlock;

    /// <summary>Dotted lines for a pen.</summary>
    public sealed record Blank(int Lines) : PaperBlock;

    /// <summary>A table with a repeated head. <paramref name="Shares"/> are the shares of the width; a break in a cell begins a line.</summary>
    public sealed record Grid(IReadOnlyList<int> Shares, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock
    {
        internal IReadOnlyList<IReadOnlyList<string>> All => [Columns, .. Rows];

        /// <summary>Widths in twips; their sum is <paramref name="total"/>.</summary>
        internal int[] Widths(int total)
        {
            int[] widths = [.. Shares.Select(share => total * share / Shares.Sum())];
            widths[^1] += total - widths.Sum();
            return widths;
        }
    }

    /// <summary>Two who sign, side by side and kept together; a side without words stays empty.</summary>
    public sealed record Signers((string Title, string Name) Left, (string Title, string Name) Right) : PaperBlock;

    /// <summary>Several who sign side by side: a commission of three. Kept together.</summary>
    public sealed record Panel(params IReadOnlyList<(string Title, string Name)> All) : PaperBlock;

    /// <summary>Recipients on the left, authority, position and name on the right, as under an official document (DOMAIN §1.8, §2.2).</summary>
    public sealed record Official(IReadOnlyList<string> Recipients, string Authority, string Position, string Name) : PaperBlock;

    /// <summary>A new sheet that begins like the first, header and all: an invitation each, a ballot each.</summary>
    public sealed record NewSheet : PaperBlock;

    /// <summary>A paragraph of plain words.</summary>
    internal static Text Say(string words, bool italic = false) => new(new TextRun(words, false, italic));

    /// <summary>A bold heading.</summary>
    internal static Text Heading(string words) => new(new TextRun(words, true)) { IsHeading = true };

    /// <summary>A bold word and what it says.</summary>
    internal static Text Named(string name, string words) => new(new TextRun(name + ": ", true), new TextRun(words));
}
