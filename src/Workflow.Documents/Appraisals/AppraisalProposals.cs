using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Documents.Checks;
using Workflow.Domain.Issuing;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Appraisals;

/// <summary>What the machine says to a topic. It never says that a point is met: that nothing was found is no proof.</summary>
/// <param name="IsNotMet">It proposes "Chưa đạt"; otherwise it only tells what it saw.</param>
/// <param name="Note">In words that may stand in the report.</param>
/// <param name="ClauseId">Where first; empty for the whole text.</param>
public sealed record AppraisalProposal(AppraisalTopic Topic, bool IsNotMet, string Note, string ClauseId);

/// <summary>Works out proposals from what the checks find and from how the draft is built. Proposals only: a person judges.</summary>
public static partial class AppraisalProposals
{
    private const int MostLines = 5;
    private static readonly DateOnly DistrictEnd = new(2025, 7, 1);

    /// <summary>One proposal a topic at most; a topic of which nothing can be said has none.</summary>
    /// <param name="off">Rules of the checks that the organization has switched off.</param>
    /// <param name="today">The day on which it is appraised.</param>
    /// <param name="context">What is known besides the text; null for the lists that come with the program.</param>
    public static IReadOnlyDictionary<AppraisalTopic, AppraisalProposal> Of(DraftText text, IReadOnlySet<string>? off, DateOnly today, CheckContext? context = null)
    {
        var authority = context?.Authority ?? AuthorityTable.InForce([], today);
        var found = DocumentChecks.ByRule(text, off, context).ToLookup(one => TopicOf(one.Key, one.Finding.Code), one => (one.Finding.Severity, one.Finding.ClauseId, Line: Line(one.Finding)));
        var proposals = new Dictionary<AppraisalTopic, AppraisalProposal>();
        foreach (var topic in Enum.GetValues<AppraisalTopic>().Where(topic => topic != AppraisalTopic.None))
        {
            var (bad, seen) = Own(topic, text, today, authority);
            var serious = found[topic].Where(one => one.Severity != Severity.Info).Select(one => (one.ClauseId, one.Line)).Concat(bad).ToList();
            var lines = (serious.Count > 0 ? serious : [.. found[topic].Select(one => (one.ClauseId, one.Line))]).Select(one => one.Line).Distinct().ToList();
            var note = string.Join(' ', lines.Take(MostLines)) + (lines.Count > MostLines ? $" Và {lines.Count - MostLines} chỗ khác." : "");
            if (serious.Count > 0)
            {
                proposals[topic] = new(topic, true, note, serious.Select(one => one.ClauseId).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? "");
            }
            else if (note.Length > 0 || seen.Length > 0)
            {
                proposals[topic] = new(topic, false, (seen + " " + note).Trim(), "");
            }
        }

        return proposals;
    }

    private static AppraisalTopic TopicOf(string rule, string code) => (rule, code) switch
    {
        ("layout.missing", "MISSING_RECIPIENTS" or "MISSING_ARCHIVE_LINE") or ("layout.recipients", _) => AppraisalTopic.Recipients,
        ("layout.missing", "MISSING_AUTHORITY_LINE" or "MISSING_SIGNATURE") => AppraisalTopic.Signature,
        ("layout.missing", "MISSING_ADOPTION_CLAUSE") or ("structure.duplicate-labels", _) => AppraisalTopic.Parts,
        ("layout.missing" or "layout.number" or "layout.header-words", _) => AppraisalTopic.Heading,
        ("citations.levels", _) => AppraisalTopic.District,
        ("assignments.deadlines", _) => AppraisalTopic.Deadlines,
        ("assignments.recipients", _) => AppraisalTopic.Recipients,
        _ when rule.StartsWith("citations.", StringComparison.Ordinal) => AppraisalTopic.LegalBases,
        _ when rule.StartsWith("figures.", StringComparison.Ordinal) => AppraisalTopic.Figures,
        _ when rule.StartsWith("style.", StringComparison.Ordinal) || rule.StartsWith("names.", StringComparison.Ordinal) || rule.StartsWith("structure.", StringComparison.Ordinal) => AppraisalTopic.Style,
        _ => AppraisalTopic.None,
    };

    // What the layout of the draft says beyond the checks: what speaks against it, and what was seen.
    private static (IReadOnlyList<(string? ClauseId, string Line)> Bad, string Seen) Own(AppraisalTopic topic, DraftText text, DateOnly today, AuthorityTable authority) => topic switch
    {
        AppraisalTopic.Authority => authority.MayIssue(text.IssuingBody, text.TypeKey) is { } refusal ? ([(null, refusal.Text)], "") : ([], $"Loại văn bản: {text.Type.Name}; cơ quan ban hành: {ReviewWords.Short(text.IssuingBody)}."),
        AppraisalTopic.Heading => text.Subject.Length == 0 ? ([(null, "Không có trích yếu.")], "") : ([], $"Trích yếu: “{text.Subject}”."),
        AppraisalTopic.Parts => Parts(text),
        AppraisalTopic.Signature => Signature(text, authority),
        AppraisalTopic.District => today < DistrictEnd ? ([], "") : ([.. Matches(text, District()).Select(one => ((string?)one.Clause.Id, $"“{one.Match.Value}”: cấp huyện đã kết thúc hoạt động từ 01/7/2025."))], ""),
        AppraisalTopic.Deadlines => ([.. Matches(text, Deadline()).Select(one => (one.Clause, Day: Read(one.Match), one.Match)).Where(one => one.Day is not null).Select(one => ((string?)one.Clause.Id, Line: Wrong(one.Day!.Value, today))).Where(one => one.Line.Length > 0)], ""),
        _ => ([], ""),
    };

    private static (IReadOnlyList<(string?, string)>, string) Parts(DraftText text)
    {
        var parts = text.Clauses.Where(clause => clause.Kind == ClauseKind.Heading && Roman().IsMatch(clause.Label)).ToList();
        var names = string.Join("; ", parts.Take(6).Select(clause => clause.FullText));
        return text.TypeKey != "nghi-quyet" || parts.Count == 3 ? ([], parts.Count == 0 ? "" : $"{parts.Count} phần: {names}.")
            : ([(parts.Count == 0 ? null : parts[^1].Id, parts.Count == 0 ? "Không thấy phần nào đánh số La Mã." : $"Có {parts.Count} phần, không phải ba: {names}.")], "");
    }

    private static (IReadOnlyList<(string?, string)>, string) Signature(DraftText text, AuthorityTable authority) => authority.Of(text) is null ? ([(null, authority.WrongLines(text).Text)], "")
        : ([], text.Signature.Authority.Length == 0 ? "" : $"Đề ký “{text.Signature.Authority} / {text.Signature.Position}”.");

    private static string Wrong(DateOnly day, DateOnly today) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? $"Hạn {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} là {(day.DayOfWeek == DayOfWeek.Sunday ? "Chủ nhật" : "thứ Bảy")}."
        : day < today ? $"Hạn {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} đã qua khi thẩm định." : "";

    private static IEnumerable<(Clause Clause, Match Match)> Matches(DraftText text, Regex pattern) => text.Clauses.SelectMany(clause => pattern.Matches(clause.Text).Select(match => (clause, match)));

    private static DateOnly? Read(Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        return Part("m") is >= 1 and <= 12 && Part("d") >= 1 && Part("d") <= DateTime.DaysInMonth(Part("y"), Part("m")) ? new(Part("y"), Part("m"), Part("d")) : null;
    }

    private static string Line(Finding finding)
    {
        var reason = finding.Reason.TrimEnd('.') + (finding.Proposal is { Length: > 0 and < 80 } proposal ? $" (có thể là “{proposal}”)" : "") + ".";
        return finding.Quote is { Length: > 0 } quote ? $"“{(quote.Length <= 60 ? quote : quote[..57].TrimEnd() + "…")}”: {reason}" : reason;
    }

    [GeneratedRegex("^(?:I|II|III|IV|V|VI|VII|VIII|IX|X)[.)]?$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"\b(?:cấp huyện|Huyện ủy|Thị ủy|(?:Ủy ban nhân dân|Hội đồng nhân dân|UBND|HĐND|Công an|Mặt trận Tổ quốc) huyện)\b")]
    private static partial Regex District();

    [GeneratedRegex(@"(?:trước|đến|chậm nhất|muộn nhất|xong|hoàn thành)(?: là| vào| trong)?(?: hết)?(?: ngày)? (?:(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>20\d{2})(?![\d/])|ngày (?<d>\d{1,2}) tháng (?<m>\d{1,2}) năm (?<y>20\d{2}))")]
    private static partial Regex Deadline();
}
