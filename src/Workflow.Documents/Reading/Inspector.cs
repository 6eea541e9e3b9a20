using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Puts together what is understood of a file, each finding with its words and their place.</summary>
public static partial class Inspector
{
    public static Inspection Of(ImportedDraft draft, CheckContext? context = null)
    {
        var (text, facts, source) = (draft.Text, draft.Facts, draft.Source);
        InspectedWords? Words(string? words) => string.IsNullOrEmpty(words) ? null : source.Find(words) is { } place ? new(words, place.Line, End(place)) : new(words, null);
        var name = text.Type.Name + (text.TitleTail.StartsWith("HÀNH ĐỘNG", StringComparison.Ordinal) ? " hành động" : "");
        var typeLine = text.TypeKey == "cong-van" ? null : Words(name.ToUpperInvariant());
        var number = draft.Header.Number is { } raw && facts.Symbol is { } symbol
            ? new InspectedNumber(raw, facts.Number, facts.Ordinal, symbol.Split('/', '-')[0], symbol.Split('/', '-')[^1], source.Find(raw)?.Line) : null;
        var date = facts.Date is { } day ? new InspectedDate(Iso(day), facts.DateIsIssueDate ? "place-and-date line" : "conference that adopted the text", facts.DateIsIssueDate) : null;
        var conference = facts.Conference is { } held ? new InspectedConference(held.Ordinal, held.TermOrdinal, held.TermYears, held.Date is { } on ? Iso(on) : null) : null;
        return new(
            new(name, text.Type.Abbreviation, typeLine?.Quote, typeLine?.Line),
            text.Title,
            Words(text.Subject),
            new(Kind(text.IssuingBody, facts.OrganizationName), facts.BodyName ?? "", facts.OrganizationName, facts.OrganizationName is not null),
            Words(facts.SuperiorName),
            number,
            facts.Place is { } at ? new(at, draft.Header.PlaceAndDate, source.Find(draft.Header.PlaceAndDate ?? at)?.Line) : null,
            date,
            conference,
            Headings(draft),
            [.. FollowUpReader.AllTargets(text).Select(target => Target(target, source))],
            [.. FollowUpReader.Duties(text).Select(duty => Duty(duty, source))],
            [.. FollowUpReader.Assignments(text).Select(task => source.InClause(task.ClauseId, task.Quote) is var place ? new InspectedAssignment(task.Who, task.By, task.What, task.Deadline, task.Quote, place?.Line, End(place)) : null!)],
            Recipients(draft),
            new(Authority().Match(text.Signature.Authority) is { Success: true } code ? code.Value : null, text.Signature.Authority, text.Signature.Position, text.Signature.Name),
            Citations(draft),
            Anomalies.Of(draft, context));
    }

    private static List<InspectedHeading> Headings(ImportedDraft draft)
    {
        var roots = new List<InspectedHeading>();
        var open = new Stack<InspectedHeading>();
        var clauses = draft.Text.Clauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        foreach (var entry in Outline.Of(draft.Text))
        {
            var clause = clauses[entry.ClauseId];
            var own = clause.Label == entry.Label && clause.Text.StartsWith(entry.Text, StringComparison.Ordinal);
            var kind = clause.Kind == ClauseKind.Heading ? "heading" : !own || !char.IsAsciiLetterOrDigit(entry.Label.FirstOrDefault('-')) || entry.Text.EndsWith(':') ? "runInGroup" : "numberedParagraph";
            var line = own && clause.Level > 0 ? draft.Source.LineOf(clause.Id) : draft.Source.InClause(clause.Id, own ? entry.Text : $"{entry.Label} {entry.Text}")?.Line;
            var heading = new InspectedHeading(entry.Level, kind, entry.Label, entry.Text, line, []);
            while (open.TryPeek(out var above) && above.Level >= entry.Level)
            {
                open.Pop();
            }

            (open.TryPeek(out var parent) ? parent.Children : roots).Add(heading);
            open.Push(heading);
        }

        return roots;
    }

    private static InspectedTarget Target(FoundTarget target, SourceMap source)
    {
        var place = source.InClause(target.ClauseId, target.Quote);
        var range = target.UpperValue is not null;
        return new(
            target.Label, target.Word, range ? null : target.Value, range ? target.Value : null, target.UpperValue, target.OutOf, target.Unit.Length == 0 ? null : target.Unit, target.Area, target.Period,
            target.Value is null ? null : target.Change, target.Quote, place?.Line, End(place));
    }

    private static InspectedDuty Duty(Domain.FollowUp.DutyProposal duty, SourceMap source)
    {
        var place = source.InClause(duty.ClauseId, duty.Quote);
        var period = duty.Periodicity switch { "half-yearly" => "halfYearly", "periodic" => "unspecified", var other => other };
        return new(Bodies.In(duty.Who), Bodies.In(duty.ToWhom), duty.What, period, Deadlines.Find(duty.When) is null ? null : duty.When, duty.Quote, place?.Line, End(place));
    }

    private static InspectedRecipients Recipients(ImportedDraft draft)
    {
        var from = draft.Source.Find("Nơi nhận")?.Line ?? 0;
        var lines = draft.Text.Recipients.Zip(draft.Recipients).Select(pair => (pair.First, pair.Second, Line: draft.Source.Find(pair.First.Name, from)?.Line)).ToList();
        var published = lines.Find(pair => pair.Second.IsPublication);
        return new(
            [.. lines.Where(pair => !pair.Second.IsPublication).Select(pair => new InspectedRecipient(
                pair.First.Name, pair.Second.IsGrouped ? null : pair.First.Purpose, pair.Second.IsGrouped ? pair.First.Purpose : null, pair.First.Name.StartsWith("Lưu", StringComparison.Ordinal), pair.Line))],
            published.First is null ? null : new(published.First.Name, published.Line));
    }

    private static IReadOnlyList<InspectedCitation> Citations(ImportedDraft draft) =>
        [.. draft.Text.Clauses.SelectMany(clause => Cited().Matches(clause.Text).Select(match => new InspectedCitation(
            match.Value.Trim(), match.Groups["type"].Value, match.Groups["number"].Value, match.Groups["org"].Value, draft.Source.InClause(clause.Id, match.Value.Trim())?.Line)))];

    private static string Kind(BodyKind kind, string? organization) => BodyFinder.Office(organization) is { } office
        ? office switch { "Văn phòng" => "VanPhong", "Ủy ban Kiểm tra" => "UyBanKiemTra", "Ban Chỉ đạo" => "BanChiDao", _ => "BanThamMuu" }
        : kind switch { BodyKind.ExecutiveCommittee => "BanChapHanh", BodyKind.StandingCommittee => "BanThuongVu", _ => "ThuongTruc" };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? End(SourcePlace? place) => place is { } found && found.LineEnd > found.Line ? found.LineEnd : null;

    [GeneratedRegex(@"^(?:T\s*/\s*[ML]|T\.M|T[ML]|K\s*/\s*T|KT|TUQ)")]
    private static partial Regex Authority();

    [GeneratedRegex(@"(?:\p{Lu}[\p{L}]+(?: [\p{Ll}]+){1,3} )?(?:số )?(?<number>\d{1,5})(?:/\d{4})?\s*[-/]\s*(?<type>NQ|QĐ|QĐi|CT|KL|QC|TT|HD|TB|BC|KH|CTr|ĐA|PA|TTr|CV|NĐ|QH\d*|CTHĐ)\s*[-/]\s*(?<org>[A-ZĐ]{2,10})")]
    private static partial Regex Cited();
}
