namespace Workflow.Documents.Redline;

/// <summary>Finds clauses that left one place and came to another.</summary>
internal static class Moved
{
    private const int FewestLetters = 12;
    private const int FewestWords = 8;
    private const double Edited = 0.75;
    private const double SameIdEdited = 0.3;
    private const int MostComparisons = 250_000;

    /// <summary>Pairs (old, new) among the clauses that nothing else claimed: equal text, else an equal id, else nearly equal words.</summary>
    public static List<(int Before, int After)> Find(ClauseList left, ClauseList right, List<int> freeLeft, List<int> freeRight, bool idsCount, IReadOnlyDictionary<int, int>? given)
    {
        var moves = new List<(int Before, int After)>();
        void Take(Func<int, int, bool> same)
        {
            foreach (var x in freeLeft.ToList())
            {
                var at = freeRight.FindIndex(y => left.Family(x) == right.Family(y) && same(x, y));
                if (at >= 0)
                {
                    moves.Add((x, freeRight[at]));
                    freeLeft.Remove(x);
                    freeRight.RemoveAt(at);
                }
            }
        }

        Take((x, y) => given is not null && given.TryGetValue(x, out var named) && named == y);
        Take((x, y) => left.Keys[x] == right.Keys[y] && left[x].Text.Length >= FewestLetters);
        if ((long)freeLeft.Count * freeRight.Count <= MostComparisons)
        {
            Take((x, y) => idsCount && left[x].Id == right[y].Id && left.Bag(x).Likeness(right.Bag(y)) >= SameIdEdited);
            Take((x, y) => left.Bag(x).Count >= FewestWords && left.Bag(x).Likeness(right.Bag(y)) >= Edited);
        }

        return moves;
    }
}
