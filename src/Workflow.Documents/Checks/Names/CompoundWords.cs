namespace Workflow.Documents.Checks.Names;

/// <summary>Words of official Vietnamese of two syllables (Lists/compounds.txt): what is right, whatever a document happens to say.</summary>
internal static class CompoundWords
{
    private static readonly HashSet<string> All = ShippedLists.Lines("compounds.txt").SelectMany(line => line.Split('|')).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Keys = All.Select(Redline.TonePlacement.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>What may follow a syllable.</summary>
    public static ILookup<string, string> Seconds { get; } = All.ToLookup(word => word.Split(' ')[0], word => word.Split(' ')[1], StringComparer.Ordinal);

    /// <summary>What may precede a syllable.</summary>
    public static ILookup<string, string> Firsts { get; } = All.ToLookup(word => word.Split(' ')[1], word => word.Split(' ')[0], StringComparer.Ordinal);

    /// <summary>Whether two syllables in small letters make a word, wherever its tone mark is placed.</summary>
    public static bool Holds(string first, string second) => $"{first} {second}" is var words && (All.Contains(words) || Keys.Contains(Redline.TonePlacement.Key(words)));
}
