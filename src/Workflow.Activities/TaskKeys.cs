using Workflow.Runtime.Processes;

namespace Workflow.Activities;

/// <summary>User-task keys with their outcomes: what a definition may name in <c>wf:task</c>.</summary>
public static class TaskKeys
{
    public const string Drafting = "drafting";
    public const string Appraisal = "appraisal";
    public const string RoundOpening = "round-opening";
    public const string Review = "review";
    public const string Conclusion = "conclusion";
    public const string Revision = "revision";
    public const string Conference = "conference";
    public const string Approval = "approval";
    public const string Signing = "signing";
    public const string SigningProblem = "signing-problem";
    public const string Sealing = "sealing";
    public const string SealingProblem = "sealing-problem";
    public const string Receipts = "receipts";
    public const string FollowUp = "follow-up";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTask> All { get; } =
    [
        new(Drafting, "submitted"), new(Appraisal, "appraised", "returned"), new(RoundOpening, "opened", "returned"), new(Review, "closed"),
        new(Conclusion, "agreed", "revise", "again"), new(Revision, "finalized"),
        new(Conference, "adopted", "rejected"), new(Approval, "approved", "rejected"), new(Signing, "signed", "returned"), new(SigningProblem, "retry"),
        new(Sealing, "sealed"), new(SealingProblem, "retry"), new(Receipts, "all-received"), new(FollowUp, "confirmed"),
    ];
}

/// <summary>Service-task keys with their outcomes: what a definition may name in <c>wf:activity</c>.</summary>
public static class ActivityKeys
{
    public const string RemindReviewers = "remind-reviewers";
    public const string RenderAndSign = "render-and-sign";
    public const string ApplyAgencySignature = "apply-agency-signature";
    public const string Dispatch = "dispatch";
    public const string RemindUnits = "remind-units";
    public const string WorkingDeadline = "working-deadline";

    private static readonly string[] Done = ["done"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IActivityDeclaration> All { get; } =
        [.. new[] { RemindReviewers, RenderAndSign, ApplyAgencySignature, Dispatch, RemindUnits, WorkingDeadline }.Select(key => new Declaration(key, Done))];

    private sealed record Declaration(string Key, IReadOnlyList<string> Outcomes) : IActivityDeclaration;
}
