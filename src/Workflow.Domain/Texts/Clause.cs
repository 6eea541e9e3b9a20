namespace Workflow.Domain.Texts;

/// <summary>What a block of the text is.</summary>
public enum ClauseKind
{
    /// <summary>A heading that stands on its own line ("I. ĐÁNH GIÁ …", "1. Kết quả").</summary>
    Heading,

    /// <summary>A paragraph of the body, labelled ("a)", "-", "(1)") or not.</summary>
    Paragraph,

    /// <summary>A table; its cells are in <see cref="Clause.Rows"/>.</summary>
    Table,

    /// <summary>The text of a footnote; its label is the mark.</summary>
    Footnote,
}

/// <summary>A stretch of text of one type style. Text is NFC and holds no line breaks.</summary>
public sealed record TextRun(string Text, bool Bold = false, bool Italic = false, bool Superscript = false);

/// <summary>
/// A block of a draft with an id that stays the same from version to version.
/// Labels ("I.", "3.1.", "a)", "-") are literal text: real documents number irregularly and the label is part of what was voted,
/// so nothing renumbers them silently.
/// </summary>
/// <param name="Id">Stable id, at most 40 characters, unique within the text.</param>
/// <param name="Kind">What the block is.</param>
/// <param name="Level">Headings: 0 "PHẦN", 1 "I.", 2 "1.", 3 "1.1." or "a)". Other blocks: one more than the heading above them.</param>
/// <param name="Label">The label as written, or empty.</param>
/// <param name="Runs">The text after the label.</param>
/// <param name="Rows">Cells of a table, row by row; null for every other kind.</param>
public sealed record Clause(
    string Id,
    ClauseKind Kind,
    int Level,
    string Label,
    IReadOnlyList<TextRun> Runs,
    IReadOnlyList<IReadOnlyList<string>>? Rows = null)
{
    /// <summary>The text without the label.</summary>
    public string Text => Rows is null
        ? string.Concat(Runs.Select(run => run.Text))
        : string.Join('\n', Rows.Select(row => string.Join('\t', row)));

    /// <summary>Label and text as a reader sees them.</summary>
    public string FullText => Label.Length == 0 ? Text : Text.Length == 0 ? Label : $"{Label} {Text}";

    /// <summary>A run-in heading at the start of a paragraph ("- Về Kinh tế:"), as an outline shows it; null when there is none.</summary>
    public string? RunInHeading { get; init; }
}
