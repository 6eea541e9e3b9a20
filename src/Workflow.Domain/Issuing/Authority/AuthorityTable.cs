using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>The kinds of document that a body issues, and where that stands.</summary>
/// <param name="Body">The body.</param>
/// <param name="Types">Keys of the kinds.</param>
/// <param name="Source">"399-QĐ/TW, Điều 11".</param>
public sealed record IssuingPower(BodyKind Body, IReadOnlyList<string> Types, string Source);

/// <summary>
/// Which body issues which kinds of document, who signs them and under which lines, from a day on (399-QĐ/TW, 36-HD/VPTW; DOMAIN §1.8, §2.3).
/// A table is never changed: another one begins on another day.
/// </summary>
/// <param name="Key">What names it: of one that came with the program its own, otherwise its row's.</param>
/// <param name="Name">"Quy định 399-QĐ/TW (2026)".</param>
/// <param name="Source">Where it comes from as a whole, and what is uncertain about it.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="Powers">One for each body.</param>
/// <param name="Lines">In the order in which they are offered: of those that fit, the first is the usual one.</param>
public sealed record AuthorityTable(string Key, string Name, string Source, DateOnly ValidFrom, IReadOnlyList<IssuingPower> Powers, IReadOnlyList<SigningLine> Lines)
{
    /// <summary>The one of a day: the organization's newest that had begun, else the newest that came with the program; before all of them, the oldest of these.</summary>
    /// <param name="own">The organization's, those of the same day in the order in which they were written.</param>
    /// <param name="day">The document's own date.</param>
    public static AuthorityTable InForce(IEnumerable<AuthorityTable> own, DateOnly day) =>
        own.Where(one => one.ValidFrom <= day).OrderBy(one => one.ValidFrom).LastOrDefault() ?? ShippedAuthority.All.LastOrDefault(one => one.ValidFrom <= day) ?? ShippedAuthority.All[0];

    /// <summary>Whether a body issues a kind.</summary>
    public bool Issues(BodyKind body, string typeKey) => Powers.Any(one => one.Body == body && one.Types.Contains(typeKey));

    /// <summary>Why a body does not issue a kind, with the source; null when it does.</summary>
    public Refusal? MayIssue(BodyKind body, string typeKey)
    {
        if (Issues(body, typeKey))
        {
            return null;
        }

        var others = Powers.Where(one => one.Types.Contains(typeKey)).Select(one => ReviewWords.Of(one.Body)).ToList();
        var source = Powers.FirstOrDefault(one => one.Body == body)?.Source ?? Source;
        return new("authority.kind", $"{ReviewWords.Of(body)} không ban hành {DocumentType.Of(typeKey).Name} ({source}; bảng “{Name}”). {(others.Count > 0 ? $"Loại văn bản này do {string.Join(" hoặc ", others)} ban hành. " : "")}Đồng chí chọn lại loại văn bản hoặc cơ quan ban hành; nếu quy định đã khác, người quản trị đặt bảng thẩm quyền mới.");
    }

    /// <summary>Lines that documents of this body and kind may bear, the usual ones first.</summary>
    public IReadOnlyList<SigningLine> For(BodyKind body, string typeKey) => [.. Lines.Where(line => line.Fits(body, typeKey))];

    /// <summary>The line that the text names; the usual one when it names none. Null: the lines do not exist for this body and kind.</summary>
    public SigningLine? Of(DraftText text)
    {
        var lines = For(text.IssuingBody, text.TypeKey);
        return text.Signature.Authority.Length == 0 && text.Signature.Position.Length == 0
            ? lines is [var usual, ..] ? usual : null
            : lines.FirstOrDefault(line => line.Says(text.Signature.Authority, text.Signature.Position));
    }

    /// <summary>
    /// Whether this person may sign this text now: the body issues the kind, <see cref="HasCapacity"/>, and the text is the one adopted with the technical corrections approved.
    /// </summary>
    /// <param name="text">What is to be signed.</param>
    /// <param name="textHash">Its hash.</param>
    /// <param name="signableHash">Worked out anew (<see cref="Drafts.AdoptedText.SignableHash"/>); empty when nothing may be signed.</param>
    /// <param name="personName">Full name of who would sign.</param>
    /// <param name="offices">What that person holds on the day.</param>
    public Refusal? MaySign(DraftText text, string textHash, string signableHash, string personName, IReadOnlyCollection<Office> offices) =>
        MayIssue(text.IssuingBody, text.TypeKey) ?? HasCapacity(text, personName, offices) ?? (signableHash.Length == 0 || signableHash != textHash
            ? new("signing.not-the-adopted-text", "Bản đang trình ký không phải bản đã được thông qua, nên chưa ký được. Văn phòng cần trình lại bản đã thông qua.")
            : null);

    /// <summary>Whether this person holds an office that carries the named lines, and is the person named (when one is).</summary>
    public Refusal? HasCapacity(DraftText text, string personName, IReadOnlyCollection<Office> offices)
    {
        if (Of(text) is not { } named)
        {
            return WrongLines(text);
        }

        if (!For(text.IssuingBody, text.TypeKey).Any(line => line.Says(named.Authority, named.Position) && offices.Contains(line.Office)))
        {
            return new("signing.not-the-signer", $"Văn bản này do đồng chí giữ chức vụ {named.Position} ký. Tài khoản của đồng chí không có thẩm quyền đó.");
        }

        return text.Signature.Name.Length > 0 && !SigningLine.Same(text.Signature.Name, personName)
            ? new("signing.other-name", $"Dự thảo ghi người ký là {text.Signature.Name}. Nếu đồng chí ký thay, Văn phòng cần sửa tên người ký trước.")
            : null;
    }

    /// <summary>That the lines of a text are none of its body's, with those that are and the source.</summary>
    public Refusal WrongLines(DraftText text)
    {
        var usual = For(text.IssuingBody, text.TypeKey) is [var first, ..] ? first : null;
        var wrong = $"Dự thảo ghi “{text.Signature.Authority} / {text.Signature.Position}”, không đúng thẩm quyền ký của {ReviewWords.Of(text.IssuingBody)} đối với {text.Type.Name}.";
        var deputy = Folding.Fold(text.Signature.Authority).StartsWith("k t ", StringComparison.Ordinal) ? " Đề ký K/T chỉ dùng trong cơ quan tham mưu, giúp việc (36-HD/VPTW)." : "";
        return new("signing.wrong-lines", usual is null ? $"{wrong}{deputy} Bảng “{Name}” không có đề ký nào cho văn bản này; người quản trị bổ sung bảng thẩm quyền."
            : $"{wrong}{deputy} Văn phòng cần sửa thành “{usual.Words}” ({usual.Source}; bảng “{Name}”).");
    }
}
