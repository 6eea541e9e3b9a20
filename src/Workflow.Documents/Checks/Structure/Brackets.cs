namespace Workflow.Documents.Checks.Structure;

/// <summary>Brackets and curly quotes that are opened and not closed. A lone ")" after a letter or number is a label.</summary>
internal sealed class Brackets : ICheck
{
    public string Key => "structure.brackets";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var passage in text.Passages)
        {
            var round = new Stack<int>();
            var quotes = new Stack<int>();
            for (var at = 0; at < passage.Text.Length; at++)
            {
                switch (passage.Text[at])
                {
                    case '(':
                        // Numbers of a list are not nested: "(23 Công tác … (24)" leaves the first one open.
                        if (round.TryPeek(out var open) && IsNumber(passage.Text, open) && IsNumber(passage.Text, at))
                        {
                            yield return Unclosed(text, passage, round.Pop());
                        }

                        round.Push(at);
                        break;
                    case ')':
                        round.TryPop(out _);
                        break;
                    case '“':
                        quotes.Push(at);
                        break;
                    case '”':
                        quotes.TryPop(out _);
                        break;
                    default:
                        break;
                }
            }

            foreach (var open in round.Reverse())
            {
                yield return Unclosed(text, passage, open);
            }

            foreach (var open in quotes.Reverse())
            {
                yield return text.On("UNBALANCED_QUOTE", Severity.Warning, passage, open, Math.Min(20, passage.Text.Length - open), "Có dấu ngoặc kép mở mà không đóng.");
            }
        }
    }

    private static bool IsNumber(string text, int open) => open + 1 < text.Length && char.IsAsciiDigit(text[open + 1]);

    private static Finding Unclosed(CheckedText text, Passage passage, int open)
    {
        var number = new string([.. passage.Text[(open + 1)..].TakeWhile(char.IsAsciiDigit)]);
        var end = Math.Min(passage.Text.Length, open + 18);
        end = passage.Text.IndexOf(' ', end - 1) is > 0 and var space ? space : end;
        return text.On("UNBALANCED_PARENTHESIS", Severity.Error, passage, open, end - open, "Có dấu ngoặc mở mà không đóng.", number.Length is 1 or 2 ? $"({number}){passage.Text[(open + 1 + number.Length)..end]}" : null);
    }
}
