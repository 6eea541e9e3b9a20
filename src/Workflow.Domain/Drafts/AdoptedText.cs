using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Drafts;

/// <summary>
/// What may be signed: the text that was adopted and the technical corrections approved since, worked out anew whenever it is asked.
/// Nothing stored says "still adopted"; a gate compares hashes.
/// </summary>
public static class AdoptedText
{
    /// <summary>The words of a part; null where there is no such part, or none that is ever corrected.</summary>
    public static string? Words(DraftText text, CorrectionPart part, string place) => part switch
    {
        CorrectionPart.Words => text.Clauses.FirstOrDefault(clause => clause.Id == place) is { Rows: null } clause ? clause.Text : null,
        CorrectionPart.Label => text.Clauses.FirstOrDefault(clause => clause.Id == place) is { Rows: null } clause ? clause.Label : null,
        CorrectionPart.Subject => text.Subject,
        CorrectionPart.Recipient => Line(text, place) is { } index ? text.Recipients[index].Name : null,
        CorrectionPart.Authority => text.Signature.Authority,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>
    /// The text with one correction, or why it is none: its words do not stand there, or it changes more than form (<see cref="TechnicalRule"/>).
    /// </summary>
    /// <param name="lockedNames">Names of bodies and units of the organization.</param>
    /// <param name="authority">The lines that may be written; null where that was looked at before.</param>
    public static (DraftText? Text, Refusal? Refusal) Correct(DraftText text, TechnicalCorrection one, IReadOnlyCollection<string> lockedNames, AuthorityTable? authority = null)
    {
        if (Words(text, one.Part, one.Place) is not { } before)
        {
            return (null, new("correction.no-place", "Chỗ này không sửa kỹ thuật được (bảng số liệu, tên người ký, hoặc đoạn không còn). Nội dung cần sửa thì phải trình lại hội nghị."));
        }

        if (one.Start < 0 || one.Start + one.Old.Length > before.Length || !before.AsSpan(one.Start, one.Old.Length).SequenceEqual(one.Old))
        {
            return (null, new("correction.words-changed", $"“{one.Old}” không còn đúng nguyên văn ở chỗ này. Đồng chí từ chối đề nghị này; Văn phòng xem bản hiện nay và đề nghị lại."));
        }

        var after = (before[..one.Start] + one.New + before[(one.Start + one.Old.Length)..]).Normalize();
        var changed = With(text, one, after);
        return TechnicalRule.Check(one.Part, one.Kind, before, after, lockedNames) is { } more ? (null, more)
            : one.Part == CorrectionPart.Authority && authority is not null && authority.Of(changed) is null ? (null, new("correction.authority", "Dòng thẩm quyền thay vào không có trong thẩm quyền ký của cơ quan ban hành với chức vụ đang ghi. Đồng chí ghi đúng dòng thẩm quyền."))
            : (changed, null);
    }

    /// <summary>
    /// Hash of what may be signed: <paramref name="adopted"/> with <paramref name="approved"/> in their order. Null when the text is not the one
    /// that was voted, or a correction does not fit or is more than one: then nothing may be signed. The organization's names and its table of authority were looked
    /// at when each was approved; they change with time, so that they may not decide here.
    /// </summary>
    public static string? SignableHash(DraftText adopted, string adoptedHash, IEnumerable<TechnicalCorrection> approved)
    {
        if (adoptedHash.Length == 0 || CanonicalText.Hash(adopted) != adoptedHash)
        {
            return null;
        }

        var (text, last) = (adopted, 0);
        foreach (var one in approved.OrderBy(one => one.Applied))
        {
            if (one.Approved != true || one.DecidedById == one.ProposedById || one.Applied != ++last || Correct(text, one, []).Text is not { } next)
            {
                return null;
            }

            text = next;
        }

        return CanonicalText.Hash(text);
    }

    private static int? Line(DraftText text, string place) =>
        int.TryParse(place, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < text.Recipients.Count ? index : null;

    private static DraftText With(DraftText text, TechnicalCorrection one, string after) => one.Part switch
    {
        CorrectionPart.Words => text with { Clauses = [.. text.Clauses.Select(clause => clause.Id == one.Place ? Spliced(clause, one) : clause)] },
        CorrectionPart.Label => text with { Clauses = [.. text.Clauses.Select(clause => clause.Id == one.Place ? clause with { Label = after } : clause)] },
        CorrectionPart.Subject => text with { Subject = after },
        CorrectionPart.Recipient => text with { Recipients = [.. text.Recipients.Select((line, index) => index == Line(text, one.Place) ? line with { Name = after } : line)] },
        CorrectionPart.Authority => text with { Signature = text.Signature with { Authority = after } },
        _ => throw new ArgumentOutOfRangeException(nameof(one)),
    };

    // The new words look like the first of the old ones; every other run keeps its look.
    private static Clause Spliced(Clause clause, TechnicalCorrection one)
    {
        var runs = new List<TextRun>();
        var (at, put, end) = (0, false, one.Start + one.Old.Length);
        foreach (var run in clause.Runs)
        {
            var (from, to) = (Math.Clamp(one.Start - at, 0, run.Text.Length), Math.Clamp(end - at, 0, run.Text.Length));
            at += run.Text.Length;
            var here = !put && (one.Start < at || (one.Old.Length == 0 && one.Start <= at));
            put |= here;
            var words = (run.Text[..from] + (here ? one.New.Normalize() : "") + run.Text[to..]).Normalize();
            if (words.Length > 0)
            {
                runs.Add(run with { Text = words });
            }
        }

        var whole = string.Concat(runs.Select(run => run.Text));
        return clause with { Runs = runs, RunInHeading = clause.RunInHeading is { } heading && !whole.StartsWith(heading, StringComparison.Ordinal) ? null : clause.RunInHeading };
    }
}
