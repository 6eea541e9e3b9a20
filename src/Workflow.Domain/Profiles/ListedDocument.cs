using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Domain.Profiles;

/// <summary>A document that texts cite: of the organization, of its superiors, of the centre. The newest row of a number counts; nothing is overwritten.</summary>
public sealed partial class ListedDocument : IOfOrganization
{
    /// <summary>Longest number with its code.</summary>
    public const int LongestSymbol = 40;

    /// <summary>Longest title, source and replacement.</summary>
    public const int LongestWords = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>"66-QĐ/TW".</summary>
    public required string Symbol { get; init; }
    public required string Title { get; init; }

    /// <summary>"Bộ Chính trị", or empty when it is not known.</summary>
    public required string Issuer { get; init; }

    /// <summary>Day or year of issue as known: "26/05/2025", "2017", or empty.</summary>
    public required string Issued { get; init; }

    /// <summary>First day on which it no longer applies; null while it does.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>"Quy định số 399-QĐ/TW", or empty.</summary>
    public required string ReplacedBy { get; init; }

    /// <summary>Where that is known from.</summary>
    public required string Source { get; init; }

    /// <summary>The document is taken from the list, also where it came with the program.</summary>
    public required bool IsDropped { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ById { get; init; }

    /// <summary>The row that counts for each number.</summary>
    public static IReadOnlyList<ListedDocument> Newest(IEnumerable<ListedDocument> rows) => [.. rows.GroupBy(row => row.Symbol, StringComparer.Ordinal).Select(group => group.MaxBy(row => (row.At, row.Id))!)];

    /// <summary>"66 - QĐ/TW" as "66-QĐ/TW"; null when it is no number with a code.</summary>
    public static string? SymbolOf(string words) => Spaces().Replace(words, "") is var tight && tight.Length <= LongestSymbol && Form().IsMatch(tight) ? tight : null;

    /// <summary>"26/5/2025" as "26/05/2025", "2017" as it is, empty as empty; null when it is neither.</summary>
    public static string? IssuedOf(string words) => words.Trim() is var day && (day.Length == 0 || Year().IsMatch(day)) ? day
        : DateOnly.TryParseExact(day, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{1,5}(?:/\d{4})?[-/]\p{L}{1,6}\d{0,2}[-/]\p{L}[\p{L}\d.&-]{0,18}$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^20\d\d$|^19\d\d$")]
    private static partial Regex Year();
}
