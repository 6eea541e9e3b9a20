using System.Globalization;
using System.Text;

namespace Workflow.Domain.Texts;

/// <summary>Makes a text of what was edited on the page, or says why it cannot be one. What was not touched comes out exactly as it was.</summary>
public static class EditedTextRules
{
    private const int LongestClause = 20_000;
    private const int LongestLabel = 100;
    private const int LongestSubject = 1_500;
    private const int LongestLine = 500;
    private const int MostClauses = 5_000;
    private const int MostRecipients = 200;
    private const int DeepestHeading = 3;
    private const int DeepestClause = 9;

    /// <summary>The edited text over the version that it began from.</summary>
    /// <param name="edited">What the editor holds.</param>
    /// <param name="basis">The version that the writing began from.</param>
    /// <param name="used">Ids of clauses of any version: a new clause never takes one of them.</param>
    public static (DraftText? Text, Refusal? Refusal) Over(EditedText edited, DraftText basis, IEnumerable<string>? used = null)
    {
        var subject = Line(edited.Subject);
        if (subject.Length is 0 or > LongestSubject)
        {
            return (null, new("edited.no-subject", "Trích yếu còn trống hoặc quá dài (trên 1.500 chữ). Đồng chí ghi trích yếu rồi lưu lại."));
        }

        var signature = new SignatureBlock(Line(edited.Signature.Authority), Line(edited.Signature.Position), Line(edited.Signature.Name));
        var recipients = edited.Recipients.Select(line => new RecipientLine(Line(line.Name), line.Purpose is { } purpose && Line(purpose) is { Length: > 0 } words ? words : null)).Where(line => line.Name.Length > 0).ToList();
        if (recipients.Count > MostRecipients || recipients.Exists(line => line.Name.Length > LongestLine || line.Purpose?.Length > LongestLine)
            || new[] { signature.Authority, signature.Position, signature.Name }.Any(part => part.Length > LongestLine))
        {
            return (null, new("edited.lines-too-long", "Nơi nhận hoặc phần ký quá dài (mỗi dòng tối đa 500 chữ, tối đa 200 nơi nhận). Đồng chí rút gọn rồi lưu lại."));
        }

        var before = basis.Clauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        var next = basis.Clauses.Select(clause => clause.Id).Concat(used ?? []).Select(Number).Append(basis.Clauses.Count).Max() + 1;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var clauses = new List<Clause>();
        foreach (var one in edited.Clauses)
        {
            // An id of another version, made up, or used twice (a clause that was copied): the clause is new and gets a number of its own.
            var old = taken.Add(one.Id) ? before.GetValueOrDefault(one.Id) : null;
            if (Wrong(one, old) is { } refusal)
            {
                return (null, refusal);
            }

            var clean = Clean(one);
            if (old is not null && Same(clean, Clean(old)))
            {
                clauses.Add(old);
            }
            else if (clean.FullText.Length > 0)
            {
                clauses.Add(clean with { Id = old?.Id ?? $"c{next++}", RunInHeading = RunIn(clean, old) });
            }
        }

        return clauses.Count is 0 or > MostClauses
            ? (null, new("edited.no-clauses", "Văn bản không còn đoạn nào, hoặc quá nhiều đoạn (trên 5.000). Đồng chí xem lại rồi lưu."))
            : (basis with { Subject = subject == Line(basis.Subject) ? basis.Subject : subject, Clauses = clauses, Recipients = recipients, Signature = signature }, null);
    }

    /// <summary>Ids of the clauses of which the edited text has made something else, or that are gone from it.</summary>
    public static IReadOnlyList<string> Touched(EditedText edited, DraftText basis)
    {
        var now = edited.Clauses.GroupBy(clause => clause.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return [.. basis.Clauses.Where(clause => !now.TryGetValue(clause.Id, out var one) || !Same(Clean(one), Clean(clause))).Select(clause => clause.Id)];
    }

    private static Refusal? Wrong(Clause one, Clause? old)
    {
        if (one.Kind == ClauseKind.Table || one.Rows is not null || old?.Kind == ClauseKind.Table)
        {
            return old?.Rows is { } rows && one is { Kind: ClauseKind.Table, Rows: { } now } && rows.Count == now.Count && rows.Zip(now).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal))
                ? null : new("edited.table", "Bảng chỉ xem được trên trang này, không sửa hoặc thêm được. Đồng chí sửa bảng trong Word rồi tải tệp lên.");
        }

        return one.Level < 0 || one.Level > (one.Kind == ClauseKind.Heading ? DeepestHeading : DeepestClause) ? new("edited.level", "Có đề mục hoặc đoạn ở cấp không dùng được. Đồng chí chọn lại cấp rồi lưu.")
            : one.Label.Length > LongestLabel ? new("edited.label", "Có nhãn dài quá 100 chữ. Đồng chí chuyển phần thừa vào nội dung đoạn rồi lưu lại.")
            : one.Runs.Sum(run => run.Text.Length) > LongestClause ? new("edited.clause-too-long", "Có đoạn dài quá 20.000 chữ. Đồng chí tách thành nhiều đoạn rồi lưu lại.")
            : null;
    }

    private static Clause Clean(Clause clause)
    {
        if (clause.Rows is not null)
        {
            return clause;
        }

        var runs = new List<TextRun>();
        foreach (var run in clause.Runs.Select(run => run with { Text = Flat(run.Text) }).Where(run => run.Text.Length > 0))
        {
            if (runs.Count > 0 && runs[^1] with { Text = run.Text } == run)
            {
                runs[^1] = run with { Text = runs[^1].Text + run.Text };
            }
            else
            {
                runs.Add(run);
            }
        }

        // Spaces at the two ends are nobody's words.
        while (runs.Count > 0 && runs[0].Text.TrimStart() is var first && first.Length < runs[0].Text.Length)
        {
            runs = first.Length > 0 ? [runs[0] with { Text = first }, .. runs.Skip(1)] : runs[1..];
        }

        while (runs.Count > 0 && runs[^1].Text.TrimEnd() is var last && last.Length < runs[^1].Text.Length)
        {
            runs = last.Length > 0 ? [.. runs.Take(runs.Count - 1), runs[^1] with { Text = last }] : runs[..^1];
        }

        return clause with { Label = Line(clause.Label), Runs = runs };
    }

    private static bool Same(Clause one, Clause other) =>
        one.Kind == other.Kind && one.Level == other.Level && one.Label == other.Label && one.Runs.SequenceEqual(other.Runs) && one.Text == other.Text;

    // A run-in heading goes on while its words still begin the paragraph; otherwise what stands before the first colon takes its place.
    private static string? RunIn(Clause clause, Clause? old) =>
        old?.RunInHeading is not { } before || clause.Kind != ClauseKind.Paragraph ? null
        : clause.Text.StartsWith(before, StringComparison.Ordinal) ? before
        : clause.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 120 and var colon ? clause.Text[..(before.EndsWith(':') ? colon + 1 : colon)]
        : null;

    private static string Line(string text) => string.Join(' ', Flat(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Flat(string text)
    {
        // Half a character of two can be stored nowhere and is not NFC.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? new Rune(' ') : rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static int Number(string id) => id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
