using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>The lines of the authority block and the office that may sign under them (36-HD; DOMAIN §1.8).</summary>
public sealed record SigningCapacity(string Authority, string Position, Office Office);

/// <summary>Who may sign which document, and under which lines.</summary>
public static class SigningAuthority
{
    /// <summary>
    /// Capacities for a body's documents, the usual one first. Only BÍ THƯ and PHÓ BÍ THƯ are named under T/M; "K/T BÍ THƯ" does not exist.
    /// </summary>
    public static IReadOnlyList<SigningCapacity> For(BodyKind body) => body switch
    {
        BodyKind.ExecutiveCommittee =>
        [
            new("T/M ĐẢNG ỦY", "BÍ THƯ", Office.Secretary),
            new("T/M BAN CHẤP HÀNH", "BÍ THƯ", Office.Secretary),
            new("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", Office.DeputySecretary),
            new("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", Office.StandingDeputySecretary),
            new("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ THƯỜNG TRỰC", Office.StandingDeputySecretary),
        ],
        BodyKind.StandingCommittee or BodyKind.StandingBoard =>
        [
            new("T/M BAN THƯỜNG VỤ", "BÍ THƯ", Office.Secretary),
            new("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", Office.StandingDeputySecretary),
            new("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", Office.DeputySecretary),
            new("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", Office.StandingDeputySecretary),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>The capacity that the text names; the body's usual one when it names none. Null: the lines do not exist for this body.</summary>
    public static SigningCapacity? Of(DraftText text)
    {
        var capacities = For(text.IssuingBody);
        return text.Signature.Authority.Length == 0 && text.Signature.Position.Length == 0
            ? capacities[0]
            : capacities.FirstOrDefault(capacity => Same(capacity.Authority, text.Signature.Authority) && Same(capacity.Position, text.Signature.Position));
    }

    /// <summary>
    /// Whether this person may sign this text now: <see cref="HasCapacity"/>, and the text is the one adopted with the technical corrections approved.
    /// </summary>
    /// <param name="signableHash">Worked out anew (<see cref="Drafts.AdoptedText.SignableHash"/>); empty when nothing may be signed.</param>
    public static Refusal? MaySign(
        DraftText text, string textHash, string signableHash, string personName, IReadOnlyCollection<Office> offices) =>
        HasCapacity(text, personName, offices) ?? (signableHash.Length == 0 || signableHash != textHash
            ? new("signing.not-the-adopted-text", "Bản đang trình ký không phải bản đã được thông qua, nên chưa ký được. Văn phòng cần trình lại bản đã thông qua.")
            : null);

    /// <summary>Whether this person holds an office that carries the named lines, and is the person named (when one is).</summary>
    public static Refusal? HasCapacity(DraftText text, string personName, IReadOnlyCollection<Office> offices)
    {
        var lines = For(text.IssuingBody);
        if (Of(text) is not { } usual)
        {
            return new("signing.wrong-lines", $"Dự thảo ghi “{text.Signature.Authority} / {text.Signature.Position}”, không đúng thẩm quyền ký của cơ quan ban hành. Văn phòng cần sửa thành “{lines[0].Authority} / {lines[0].Position}”.");
        }

        var mine = lines.Any(line => Same(line.Authority, usual.Authority) && Same(line.Position, usual.Position) && offices.Contains(line.Office));
        if (!mine)
        {
            return new("signing.not-the-signer", $"Văn bản này do đồng chí giữ chức vụ {usual.Position} ký. Tài khoản của đồng chí không có thẩm quyền đó.");
        }

        if (text.Signature.Name.Length > 0 && !Same(text.Signature.Name, personName))
        {
            return new("signing.other-name", $"Dự thảo ghi người ký là {text.Signature.Name}. Nếu đồng chí ký thay, Văn phòng cần sửa tên người ký trước.");
        }

        return null;
    }

    private static bool Same(string left, string right) => string.Equals(
        left.Trim().Normalize(), right.Trim().Normalize(), StringComparison.OrdinalIgnoreCase)
        || Folding.Fold(left) == Folding.Fold(right);
}
