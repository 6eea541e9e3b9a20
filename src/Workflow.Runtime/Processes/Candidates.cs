namespace Workflow.Runtime.Processes;

/// <summary>
/// The candidates of a task as they are stored: one word in the task's own row, so that opening the usual task writes one row and finding it is
/// one look into an index; several as rows beside it, which go when the task closes.
/// </summary>
internal static class Candidates
{
    /// <summary>Longest text of candidates in a task; beyond it only the rows are whole.</summary>
    public const int Longest = 500;

    /// <summary>Longest word; a row of it must fit the key of SQL Server.</summary>
    public const int LongestWord = 400;

    private const string AndMore = ", …";

    /// <summary>The text of the task. An assignee is its only candidate, whoever else the definition names.</summary>
    public static string Stored(string candidates, string assignee)
    {
        var words = Words(candidates, assignee);
        var text = string.Join(", ", words);
        while (text.Length > Longest)
        {
            words = words[..^1];
            text = string.Join(", ", words) + AndMore;
        }

        return text;
    }

    /// <summary>The words, each once.</summary>
    public static string[] Words(string candidates, string assignee) => assignee.Length > 0
        ? [One("user:" + assignee)]
        : [.. candidates.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a task's text stands for several, whose rows lie beside it.</summary>
    public static bool AreSeveral(string stored) => stored.Contains(',', StringComparison.Ordinal);

    // Account names and ids know no case.
    private static string One(string word)
    {
        var cut = word.Length > LongestWord ? word[..LongestWord] : word;
        return cut.StartsWith("user:", StringComparison.Ordinal) ? cut.ToLowerInvariant() : cut;
    }
}
