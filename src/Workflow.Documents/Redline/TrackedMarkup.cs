using Workflow.Documents.Layout;

namespace Workflow.Documents.Redline;

/// <summary>WordprocessingML of tracked changes: every mark with its own number, one author, one time.</summary>
internal sealed class TrackedMarkup(string author, DateTimeOffset at)
{
    private readonly string signed = $"w:author=\"{WordFile.Escape(author)}\" w:date=\"{WordRemarks.Time(at)}\"";
    private int id;

    /// <summary>Runs that came (w:ins), went (w:del) or stay.</summary>
    public string Runs(DiffKind kind, string runs) => kind switch
    {
        _ when runs.Length == 0 => "",
        DiffKind.Inserted => $"<w:ins {Attributes()}>{runs}</w:ins>",
        DiffKind.Deleted => $"<w:del {Attributes()}>{runs.Replace("<w:t xml:space", "<w:delText xml:space", StringComparison.Ordinal).Replace("</w:t>", "</w:delText>", StringComparison.Ordinal)}</w:del>",
        _ => runs,
    };

    /// <summary>What becomes of the end of a paragraph, for its properties; null when it stays.</summary>
    public string? ParagraphEnd(DiffKind kind) => kind == DiffKind.Same ? null : $"<w:rPr>{Row(kind)}</w:rPr>";

    /// <summary>What becomes of a table row, for its properties.</summary>
    public string Row(DiffKind kind) => kind switch
    {
        DiffKind.Inserted => $"<w:ins {Attributes()}/>",
        DiffKind.Deleted => $"<w:del {Attributes()}/>",
        _ => "",
    };

    /// <summary>A hidden bookmark that carries a clause's id through an editor and back.</summary>
    public string Bookmark(string clauseId) => $"<w:bookmarkStart w:id=\"{++id}\" w:name=\"_vb_{WordFile.Escape(clauseId)}\"/><w:bookmarkEnd w:id=\"{id}\"/>";

    private string Attributes() => $"w:id=\"{++id}\" {signed}";
}
