using System.Globalization;
using Workflow.Domain.Profiles;

namespace Workflow.Domain.Issuing;

/// <summary>How a document stands on a day.</summary>
public enum StandingState
{
    InForce, Amended, Replaced, Repealed, Recalled, Expired,
}

/// <summary>Something that is known to have become of a document, from the office's own notes or from its list of documents.</summary>
/// <param name="By">The document that does it, as people name it, or empty.</param>
/// <param name="ById">That document, where it was issued here.</param>
/// <param name="NoteId">The office's note; null where it is known from the list.</param>
public sealed record StandingFact(StandingKind Kind, DateOnly From, string By, Guid? ById, string Part, string Reads, string ShouldRead, string Reason, DateTimeOffset At, Guid? NoteId)
{
    /// <summary>What a note says.</summary>
    public static StandingFact Of(StandingNote note) => new(note.Kind, note.From, note.ByName, note.ById, note.Part, note.Reads, note.ShouldRead, note.Reason, note.At, note.Id);

    /// <summary>What the list of documents says; null while it says nothing of an end.</summary>
    public static StandingFact? Of(ListedDocument row) => row is { IsDropped: false, EndsOn: { } end }
        ? new(row.ReplacedBy.Length > 0 ? StandingKind.Replaced : StandingKind.Expired, end, row.ReplacedBy, null, "", "", "", $"Nguồn: {row.Source}", row.At, null) : null;

    /// <summary>Whether the document applies no longer once this holds.</summary>
    public bool Ends => Kind is StandingKind.Replaced or StandingKind.Repealed or StandingKind.Recalled or StandingKind.Expired;
}

/// <summary>
/// Whether a document is in force on a day, and everything that holds of it. One reading for its own page, its readers, the public page, the page that checks files, and the checks of citations.
/// </summary>
/// <param name="State">How it stands.</param>
/// <param name="Since">First day of that; null while it is in force unchanged.</param>
/// <param name="Facts">All that holds on the day, oldest first.</param>
/// <param name="Coming">What is known to come, soonest first.</param>
public sealed record DocumentStanding(StandingState State, DateOnly? Since, IReadOnlyList<StandingFact> Facts, IReadOnlyList<StandingFact> Coming)
{
    /// <summary>Nothing is known to have become of it.</summary>
    public static DocumentStanding Unchanged { get; } = new(StandingState.InForce, null, [], []);

    /// <summary>It no longer applies.</summary>
    public bool IsOver => State is not (StandingState.InForce or StandingState.Amended);

    /// <summary>Words that read wrong, and what is right.</summary>
    public IEnumerable<StandingFact> Errata => Facts.Where(fact => fact.Kind == StandingKind.Erratum);

    /// <summary>What must stand wherever the document is opened.</summary>
    public bool HasMark => Facts.Count + Coming.Count > 0;

    /// <summary>Works it out of the notes of the document and of what the list of documents knows of it.</summary>
    /// <param name="notes">All notes of the document, also those that were taken back.</param>
    /// <param name="listed">The row of the list that counts for its number, or null.</param>
    /// <param name="day">The day.</param>
    public static DocumentStanding On(IReadOnlyCollection<StandingNote> notes, ListedDocument? listed, DateOnly day)
    {
        var undone = notes.Where(note => note.UndoesId is not null).Select(note => note.UndoesId!.Value).ToHashSet();
        var facts = notes.Where(note => note.Kind != StandingKind.TakenBack && !undone.Contains(note.Id)).Select(StandingFact.Of).ToList();

        // What the office noted at the document itself goes before what its list says of the number.
        if (listed is not null && StandingFact.Of(listed) is { } known && !facts.Exists(fact => fact.Ends))
        {
            facts.Add(known);
        }

        var holding = facts.Where(fact => fact.From <= day).OrderBy(fact => fact.From).ThenBy(fact => fact.At).ThenBy(fact => fact.NoteId).ToList();
        var coming = facts.Where(fact => fact.From > day).OrderBy(fact => fact.From).ThenBy(fact => fact.At).ToList();
        return holding.Find(fact => fact.Ends) is { } end ? new(Of(end.Kind), end.From, holding, [])
            : holding.Find(fact => fact.Kind == StandingKind.Amended) is { } amended ? new(StandingState.Amended, amended.From, holding, coming)
            : new(StandingState.InForce, null, holding, coming);
    }

    /// <summary>The row of the list that speaks of a document: the newest of its number. Numbers begin again with each term, so the year has to agree where it is known.</summary>
    public static ListedDocument? Listed(IEnumerable<ListedDocument> rows, IssuedDocument issued) =>
        ListedDocument.Newest(rows.Where(row => row.Symbol == issued.NumberAndSymbol && (row.Issued.Length == 0 || row.Issued.EndsWith(issued.Date.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)))) is [{ IsDropped: false } found] ? found : null;

    private static StandingState Of(StandingKind kind) => kind switch
    {
        StandingKind.Replaced => StandingState.Replaced,
        StandingKind.Repealed => StandingState.Repealed,
        StandingKind.Recalled => StandingState.Recalled,
        _ => StandingState.Expired,
    };
}
