using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>What became of a clause.</summary>
public enum ChangeKind
{
    /// <summary>Nothing, or only the way it was typed.</summary>
    Same,

    /// <summary>Words differ.</summary>
    Edited,

    /// <summary>New.</summary>
    Inserted,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>Stands elsewhere.</summary>
    Moved,

    /// <summary>Same words under another label.</summary>
    Relabelled,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>Several became one.</summary>
    Merged,
}

/// <summary>One clause's fate. A move stands twice: where it left (no <paramref name="After"/>) and where it came (no <paramref name="Before"/>).</summary>
/// <param name="Before">The clause of the old text; the first part of a merge.</param>
/// <param name="After">The clause of the new text; the first part of a split.</param>
/// <param name="Pieces">Label and text, word by word. In a split or merge a line break stands between the parts.</param>
/// <param name="FiguresChanged">A number, date or sum differs: it deserves a second look.</param>
public sealed record ClauseChange(ChangeKind Kind, Clause? Before, Clause? After, IReadOnlyList<DiffPiece> Pieces, bool FiguresChanged)
{
    /// <summary>Whether only the place of tone marks or i/y differs ("hoà" and "hòa"): the words are the same to a reader.</summary>
    public bool OnlyTonePlacement { get; init; }

    /// <summary>The clauses that a split made, or that a merge took, in order; else empty.</summary>
    public IReadOnlyList<Clause> Parts { get; init; } = [];

    /// <summary>Of a move: the same clause at its other place.</summary>
    public Clause? Counterpart { get; init; }
}

/// <summary>The whole comparison, in reading order.</summary>
public sealed record Comparison(IReadOnlyList<ClauseChange> Changes)
{
    /// <summary>Clauses that differ.</summary>
    public IEnumerable<ClauseChange> Different => Changes.Where(change => change.Kind is not ChangeKind.Same);

    /// <summary>How many clauses met this fate; a move counts once.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind && (kind != ChangeKind.Moved || change.After is not null));

    /// <summary>"4 chỗ sửa, 1 mục mới, 1 mục bỏ."</summary>
    public string Sentence
    {
        get
        {
            (ChangeKind Kind, string Words)[] words =
            [
                (ChangeKind.Edited, "chỗ sửa"), (ChangeKind.Inserted, "mục mới"), (ChangeKind.Deleted, "mục bỏ"), (ChangeKind.Moved, "mục chuyển chỗ"),
                (ChangeKind.Split, "mục tách đoạn"), (ChangeKind.Merged, "mục gộp đoạn"), (ChangeKind.Relabelled, "mục đánh số lại"),
            ];
            var parts = words.Select(one => (Count: Count(one.Kind), one.Words)).Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Words}").ToList();
            return parts.Count == 0 ? "Không có thay đổi nào." : string.Join(", ", parts) + ".";
        }
    }
}

/// <summary>Words for the kinds of change, as a page names them.</summary>
public static class ChangeWords
{
    /// <summary>"Sửa", "Thêm mới" …</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Same => "Giữ nguyên",
        ChangeKind.Edited => "Sửa",
        ChangeKind.Inserted => "Thêm mới",
        ChangeKind.Deleted => "Bỏ",
        ChangeKind.Moved => "Chuyển chỗ",
        ChangeKind.Relabelled => "Đánh số lại",
        ChangeKind.Split => "Tách đoạn",
        ChangeKind.Merged => "Gộp đoạn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
