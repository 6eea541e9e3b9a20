namespace Workflow.Documents.Checks.Layout;

/// <summary>What the reader of files noticed on the way, each at its own line.</summary>
internal sealed class ImporterNotes : ICheck
{
    // Shorter words are quoted with those around them.
    private const int Clear = 8;

    public string Key => "import";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (text.File is not { } file)
        {
            yield break;
        }

        var passages = text.Passages.Select(passage => (Passage: passage, Line: file.Source.LineOf(passage.Clause.Id))).Where(pair => pair.Line is not null).GroupBy(pair => pair.Line!.Value).ToDictionary(group => group.Key, group => group.First().Passage);
        foreach (var note in file.Notes)
        {
            var passage = note.Line is { } line ? passages.GetValueOrDefault(line) : null;
            (string Code, Severity Severity)? kind = note.Code switch
            {
                "NO_END" => ("MISSING_FINAL_PUNCTUATION", Severity.Info),
                "BRACKET" => null,
                "HEADING_INSIDE" => ("STRAY_HEADING_LABEL", Severity.Error),
                "LOST_LETTER" => ("MISSING_LETTER", Severity.Error),
                "PAGE_NUMBER" => ("PAGE_NUMBER_IN_TEXT", Severity.Error),
                // A label that is used twice is named by the rule on labels.
                "LABEL_ORDER" when passage is { IsHeading: true } && text.Passages.Any(other => other != passage && other.IsHeading && other.Clause.Label == passage.Clause.Label && other.Clause.Level == passage.Clause.Level && IsBeside(text, other, passage)) => null,
                "LABEL_ORDER" => ("HEADING_LABEL_ORDER", Severity.Warning),
                "JOINED" => (passage is { IsHeading: true } ? "HEADING_SPLIT" : "PARAGRAPH_SPLIT", Severity.Warning),
                "NO_TYPE" or "NO_SUBJECT" => ("MISSING_TITLE", Severity.Error),
                var other => (other, Severity.Info),
            };
            if (kind is not { } known)
            {
                continue;
            }

            var at = note.Quote is { } words && passage is not null ? passage.Text.IndexOf(words.Length < Clear ? $" {words} " : words, StringComparison.Ordinal) : -1;
            yield return at >= 0
                ? text.On(known.Code, known.Severity, passage!, at, note.Quote!.Length + (note.Quote.Length < Clear ? 1 : 0), note.Text)
                : new(known.Code, known.Severity, passage?.Clause.Id, note.Quote, note.Text, null) { Line = note.Line };
        }
    }

    // Both stand below the same heading: no wider one between them.
    private static bool IsBeside(CheckedText text, Passage before, Passage passage) => text.Passages.SkipWhile(other => other != before).TakeWhile(other => other != passage).ToList() is { Count: > 0 } between
        && between.TrueForAll(other => !other.IsHeading || other.Clause.Level >= passage.Clause.Level);
}
