using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>The lines of the authority block and the office that may sign under them (36-HD; DOMAIN §1.8).</summary>
/// <param name="Body">Whose documents.</param>
/// <param name="Authority">"T/M ĐẢNG ỦY".</param>
/// <param name="Position">"BÍ THƯ".</param>
/// <param name="Office">Who signs under them.</param>
/// <param name="Types">Keys of the kinds signed so; empty: every kind that the body issues.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record SigningLine(BodyKind Body, string Authority, string Position, Office Office, IReadOnlyList<string> Types, string Source)
{
    /// <summary>Whether documents of this body and kind may bear it.</summary>
    public bool Fits(BodyKind body, string typeKey) => Body == body && (Types.Count == 0 || Types.Contains(typeKey));

    /// <summary>Whether these are its words, however they are typed.</summary>
    public bool Says(string authority, string position) => Same(Authority, authority) && Same(Position, position);

    /// <summary>Both lines in one.</summary>
    public string Words => $"{Authority} / {Position}";

    internal static bool Same(string left, string right) => Folding.Fold(left) == Folding.Fold(right);
}
