using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks.Structure;

/// <summary>Of the numbered paragraphs side by side one ends without a sign.</summary>
internal sealed class SiblingEnd : ICheck
{
    private const int FewestWords = 8;

    public string Key => "structure.sibling-end";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var noted = text.File?.Notes.Where(note => note.Code == "NO_END").Select(note => note.Line).ToHashSet() ?? [];
        var passages = text.Passages.Where(passage => passage.Clause.Rows is null).ToList();
        for (var index = 0; index < passages.Count; index++)
        {
            var one = passages[index];
            if (!IsItem(one) || Ends(one) || one.Text.EndsWith(':') || noted.Contains(text.File?.Source.LineOf(one.Clause.Id)))
            {
                continue;
            }

            // Its neighbours with a label of the same kind, up to what stands above them; one with something below it is a heading.
            var siblings = passages.Take(index).Reverse().TakeWhile(other => !IsAbove(other, one)).Concat(passages.Skip(index + 1).TakeWhile(other => !IsAbove(other, one))).Where(other => other.Clause.Level == one.Clause.Level && other.Clause.Label.Length > 0).ToList();
            var hasBelow = index + 1 < passages.Count && passages[index + 1].Clause is var next && next.Level >= one.Clause.Level && next.Label.Length == 0 && next.Kind == ClauseKind.Paragraph;
            if (!hasBelow && siblings.Count > 0 && siblings.TrueForAll(other => IsItem(other) && Ends(other)))
            {
                var from = Math.Max(0, one.Text.Length - 40);
                yield return text.On("MISSING_FINAL_PUNCTUATION", Severity.Info, one, one.Text.IndexOf(' ', from) + 1, one.Text.Length - one.Text.IndexOf(' ', from) - 1, "Các mục bên cạnh kết thúc bằng dấu câu, mục này không.", one.Text[(one.Text.LastIndexOf(' ') + 1)..] + ".");
            }
        }
    }

    private static bool IsItem(Passage passage) => passage.Clause.Label.Length > 0 && passage.Clause.Label != "-" && passage.Text.Split(' ').Length >= FewestWords && !Import.Joining.IsCapitals(passage.Text);

    private static bool Ends(Passage passage) => passage.Text.TrimEnd() is [.., '.' or ';' or '!' or '?' or '…' or '”' or '"'];

    private static bool IsAbove(Passage other, Passage one) => other.IsHeading && other.Clause.Level < one.Clause.Level;
}
