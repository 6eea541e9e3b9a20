using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>Whose document changes another one.</summary>
public enum AmendingBody
{
    /// <summary>Ban Chấp hành.</summary>
    ExecutiveCommittee,

    /// <summary>Ban Thường vụ.</summary>
    StandingCommittee,

    /// <summary>Thường trực.</summary>
    StandingBoard,

    /// <summary>A body above the committee.</summary>
    Superior,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>A document is amended, replaced or repealed by its issuer or a superior body alone (DOMAIN §2.3; Quy định 66-QĐ/TW).</summary>
public static class AmendingAuthority
{
    private const string Rule = "Văn bản chỉ được sửa đổi, thay thế, bãi bỏ, thu hồi bởi chính cơ quan ban hành hoặc cấp trên có thẩm quyền (Quy định 66-QĐ/TW về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng)";

    // As people name them, without diacritics.
    private static readonly string[] Superiors = ["dai hoi dai bieu toan quoc", "ban chap hanh trung uong", "bo chinh tri", "ban bi thu", "tinh uy", "thanh uy", "ban chap hanh dang bo tinh", "ban chap hanh dang bo thanh pho", "dang bo tinh", "dang bo thanh pho", "dai hoi dang bo", "dai hoi dai bieu dang bo"];

    // Bodies that serve or stand beside a superior committee command nobody.
    private static readonly string[] Beside = ["van phong", "uy ban nhan dan", "hoi dong nhan dan", "ban to chuc", "ban tuyen giao", "ban noi chinh", "so "];

    /// <summary>Why a body may not change a document of another, or null. Among the committee's own bodies the higher one may change what the lower one issued.</summary>
    /// <param name="issuer">The body that issued the document.</param>
    /// <param name="by">Whose document changes it.</param>
    /// <param name="name">The superior body by name.</param>
    public static Refusal? Wrong(BodyKind issuer, AmendingBody by, string name) => by switch
    {
        AmendingBody.Superior when IsSuperior(name) => null,
        AmendingBody.Superior => new("standing.not-superior", $"“{name}” không phải cấp ủy cấp trên của Đảng ủy xã. {Rule}."),
        AmendingBody.ExecutiveCommittee or AmendingBody.StandingCommittee or AmendingBody.StandingBoard when Rank(by) <= Rank(issuer) => null,
        AmendingBody.ExecutiveCommittee or AmendingBody.StandingCommittee or AmendingBody.StandingBoard => new("standing.lower-body", $"Văn bản của {NameOf(issuer)} không thể do văn bản của {NameOf(by)} sửa đổi, thay thế hay bãi bỏ. {Rule}."),
        _ => new("standing.other-body", $"{Rule}; cơ quan khác thì không. Nếu văn bản của cơ quan khác làm cho văn bản này không còn phù hợp, Đảng ủy phải ban hành văn bản của mình trước."),
    };

    /// <summary>"Ban Chấp hành".</summary>
    public static string NameOf(BodyKind body) => body switch { BodyKind.ExecutiveCommittee => "Ban Chấp hành", BodyKind.StandingCommittee => "Ban Thường vụ", _ => "Thường trực" };

    /// <summary>The same for who changes.</summary>
    public static string NameOf(AmendingBody body) => body switch
    {
        AmendingBody.ExecutiveCommittee => "Ban Chấp hành",
        AmendingBody.StandingCommittee => "Ban Thường vụ",
        AmendingBody.StandingBoard => "Thường trực",
        AmendingBody.Superior => "Cấp ủy cấp trên",
        _ => "Cơ quan khác",
    };

    private static bool IsSuperior(string name) => Folding.Fold(name) is var folded && folded.Length > 0
        && !Beside.Any(word => folded.StartsWith(word, StringComparison.Ordinal)) && Superiors.Any(one => $" {folded} ".Contains($" {one} ", StringComparison.Ordinal));

    private static int Rank(BodyKind body) => body switch { BodyKind.ExecutiveCommittee => 0, BodyKind.StandingCommittee => 1, _ => 2 };

    private static int Rank(AmendingBody body) => body switch { AmendingBody.ExecutiveCommittee => 0, AmendingBody.StandingCommittee => 1, _ => 2 };
}
