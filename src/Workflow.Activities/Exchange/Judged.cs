using Workflow.Documents.Exchange;
using Workflow.Domain;
using Workflow.Domain.Exchange;

namespace Workflow.Activities.Exchange;

/// <summary>A file of a package, looked at.</summary>
/// <param name="Verdict">Null: no PDF, so nothing was looked for.</param>
public sealed record JudgedFile(EdocFile File, IncomingVerdict? Verdict, string Findings);

/// <summary>A package or a status message, looked at.</summary>
/// <param name="Refusal">Why it is not taken, or null.</param>
internal sealed record Judged(EdXmlFile Read, ExchangePartner? Partner, IReadOnlyList<JudgedFile> Files, Refusal? Refusal)
{
    /// <summary>What its signed files say together.</summary>
    public IncomingVerdict Verdict => Files.Any(one => one.Verdict == IncomingVerdict.Altered) ? IncomingVerdict.Altered
        : Files.Any(one => one.Verdict == IncomingVerdict.Intact) && Files.All(one => one.Verdict is IncomingVerdict.Intact or null) ? IncomingVerdict.Intact : IncomingVerdict.Unknown;
}
