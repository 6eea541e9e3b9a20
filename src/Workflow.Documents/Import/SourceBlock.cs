using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>A paragraph or table as a file holds it, before anyone asks what it means.</summary>
/// <param name="Runs">Text with its styles; label included as text.</param>
/// <param name="Place">Where it came from: "dòng 12" or "đoạn 7".</param>
internal sealed record SourceBlock(IReadOnlyList<TextRun> Runs, string Place)
{
    /// <summary>1-based line of a plain text, or number of the paragraph in Word.</summary>
    public int Number { get; init; }

    /// <summary>A label that Word's automatic numbering shows; already resolved.</summary>
    public string AutoLabel { get; init; } = "";

    /// <summary>Heading level by Word's outline (0-based), or null.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>Cells when this is a table; each cell is its paragraphs.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>? Cells { get; init; }

    /// <summary>Text of a footnote and its mark.</summary>
    public string? FootnoteMark { get; init; }

    /// <summary>A clause id that one of our own Word files carried along.</summary>
    public string? ClauseId { get; init; }

    /// <summary>True when a blank line stands before it (plain text).</summary>
    public bool AfterBlank { get; init; }

    /// <summary>True when only a line break inside a paragraph stands before it (Word).</summary>
    public bool SoftBreak { get; init; }

    /// <summary>True for a centred paragraph (Word).</summary>
    public bool Centered { get; init; }

    public string Text => AutoLabel.Length == 0 ? string.Concat(Runs.Select(run => run.Text)) : $"{AutoLabel} {string.Concat(Runs.Select(run => run.Text))}";

    public bool AllBold => Runs.Count > 0 && Runs.All(run => run.Bold || string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The text, label included, trimmed.</summary>
    public string Line => Text.Trim();

    /// <summary>A block of one plain line.</summary>
    public static SourceBlock Of(string text) => new([new TextRun(text)], "");
}

/// <summary>A file as blocks in order.</summary>
/// <param name="Blocks">Paragraphs, or lines of a plain text.</param>
/// <param name="IsWrapped">Whether the lines of a plain text are cut at a fixed width and must be joined.</param>
internal sealed record SourceDocument(IReadOnlyList<SourceBlock> Blocks, bool IsWrapped)
{
    /// <summary>What the reader dropped or noticed.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>What people wrote beside the text.</summary>
    public IReadOnlyList<SourceComment> Comments { get; init; } = [];
}
