using Workflow.Documents.Checks.Assignments;
using Workflow.Documents.Checks.Citations;
using Workflow.Documents.Checks.Figures;
using Workflow.Documents.Checks.Layout;
using Workflow.Documents.Checks.Names;
using Workflow.Documents.Checks.Structure;
using Workflow.Documents.Checks.Style;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks;

/// <summary>All rules, in the order in which their findings are shown.</summary>
public static class DocumentChecks
{
    // A text that breaks one rule everywhere is shown where; nobody reads a hundred times the same.
    private const int MostOfOne = 30;

    private static readonly IReadOnlyList<ICheck> All =
    [
        new MissingParts(), new NumberForm(), new RecipientForm(), new ImporterNotes(), new HeaderWording(),
        new SumCheck(), new RestCheck(), new TableSum(), new ProductCheck(), new PercentCheck(), new ChangeCheck(), new RangeCheck(), new Grouping(), new NumberStyle(), new DateCheck(), new SubsetCheck(), new TargetConflict(), new TargetElsewhere(),
        new Brackets(), new ListDots(), new DuplicateLabels(), new LabelForm(), new LetterOrder(), new HeadingCase(), new SiblingEnd(), new AfterSemicolon(), new DoubledWords(), new Punctuation(), new RepeatedText(),
        new PlaceNames(), new BodyNames(), new ListedNames(), new WrongWords(), new ImpossibleSyllables(), new Confusions(), new MissingSyllables(), new RunTogether(),
        new CitationForm(), new CitationIssuer(), new CitationPeriod(), new CitationInForce(), new Levels(),
        new TonePlaces(), new DashStyle(), new QuoteStyle(), new OldTerms(), new NumeralStyle(), new Abbreviations(), new EndSign(),
        new Duties(), new TaskRecipients(), new Leaderless(), new DeadlineDay(),
    ];

    /// <summary>Names of the rules, by which each can be switched off.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(check => check.Key)];

    /// <summary>Findings on a file as read, with their lines.</summary>
    public static IReadOnlyList<Finding> Of(ImportedDraft draft, IReadOnlySet<string>? off = null, CheckContext? context = null) => Run(new(draft.Text, draft, context), off);

    /// <summary>Findings on a text, whose header and number are given later.</summary>
    public static IReadOnlyList<Finding> Of(DraftText text, IReadOnlySet<string>? off = null, CheckContext? context = null) => Run(new(text, null, context), off);

    /// <summary>The same, each with the name of its rule.</summary>
    public static IReadOnlyList<(string Key, Finding Finding)> ByRule(DraftText text, IReadOnlySet<string>? off = null, CheckContext? context = null) => Named(new(text, null, context), off);

    private static IReadOnlyList<Finding> Run(CheckedText text, IReadOnlySet<string>? off) => [.. Named(text, off).Select(one => one.Finding)];

    private static IReadOnlyList<(string Key, Finding Finding)> Named(CheckedText text, IReadOnlySet<string>? off) =>
        [.. All.Where(check => off?.Contains(check.Key) != true).SelectMany(check => check.Look(text).Take(MostOfOne).Select(finding => (check.Key, Finding: finding)))
            .DistinctBy(one => (one.Finding.Code, one.Finding.ClauseId, one.Finding.Quote, one.Finding.Line))];
}
