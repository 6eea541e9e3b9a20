namespace Workflow.Documents.Checks.Structure;

/// <summary>Letters of a list go by the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k, l, m: there is no f, j, w, z, and đ stands between d and e.</summary>
internal sealed class LetterOrder : ICheck
{
    public string Key => "structure.letters";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        string? before = null;
        foreach (var passage in text.Passages)
        {
            var label = passage.Clause.Label;
            if (label.Length != 2 || label[1] != ')' || !char.IsLower(label[0]))
            {
                // What stands below an item does not end its list; a wider heading does.
                before = passage.IsHeading && label.Length > 0 && !label.EndsWith(')') ? null : before;
                continue;
            }

            if ("fjwz".Contains(label[0], StringComparison.Ordinal))
            {
                yield return On(text, passage, $"Thứ tự chữ cái tiếng Việt không có “{label[0]}”.");
            }
            else if (before == "d)" && label == "e)")
            {
                yield return On(text, passage, "Sau “d)” là “đ)” rồi mới đến “e)”.");
            }

            before = label;
        }
    }

    private static Finding On(CheckedText text, Passage passage, string reason) =>
        text.On("HEADING_LABEL_ORDER", Severity.Warning, passage, 0, Math.Min(passage.Text.Length, 40), reason) with { Quote = $"{passage.Clause.Label} {(passage.Text.Length > 40 ? passage.Text[..40] : passage.Text)}" };
}
