namespace Workflow.Documents.Redline;

/// <summary>The words of a clause without their order, as sorted numbers: what likeness is measured on.</summary>
internal sealed class WordBag
{
    private readonly int[] sorted;

    private WordBag(int[] sorted) => this.sorted = sorted;

    public int Count => sorted.Length;

    public static WordBag Of(string text, Words words)
    {
        var numbers = Words.Of(text).Where(word => word.Text.Length > 0 && char.IsLetterOrDigit(word.Text[0])).Select(word => words.Id(word.Text.ToLowerInvariant())).ToArray();
        Array.Sort(numbers);
        return new WordBag(numbers);
    }

    public WordBag With(WordBag other)
    {
        int[] numbers = [.. sorted, .. other.sorted];
        Array.Sort(numbers);
        return new WordBag(numbers);
    }

    /// <summary>Dice's coefficient: 0 nothing shared, 1 the same words.</summary>
    public double Likeness(WordBag other) => Count + other.Count == 0 ? 0 : 2.0 * Shared(other) / (Count + other.Count);

    /// <summary>How much of this bag stands in the other, 0 to 1.</summary>
    public double ShareIn(WordBag other) => Count == 0 ? 0 : (double)Shared(other) / Count;

    private int Shared(WordBag other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < sorted.Length && j < other.sorted.Length)
        {
            if (sorted[i] == other.sorted[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (sorted[i] < other.sorted[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
