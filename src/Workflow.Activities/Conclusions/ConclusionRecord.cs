using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>Every conclusion is recorded so, at the end of a round of the process or beside it.</summary>
internal static class ConclusionRecord
{
    /// <summary>The points, or why they cannot be recorded.</summary>
    public static (IReadOnlyList<string> Points, Refusal? Refusal) Read(Actor actor, DateOnly day, string reference, string text, bool mayBeEmpty = false)
    {
        if (day > actor.Today || day < actor.Today.AddYears(-1))
        {
            return ([], new("conclusion.day", "Ngày kết luận không được sau hôm nay và không quá một năm trước."));
        }

        var points = Conclusion.PointsOf(text);
        if ((points.Count == 0 && !mayBeEmpty) || points.Count > Conclusion.MostPoints)
        {
            return ([], new("conclusion.points", points.Count == 0 ? "Đồng chí ghi từng nội dung kết luận, mỗi nội dung một dòng." : $"Một kết luận có nhiều nhất {Conclusion.MostPoints} nội dung; ở đây có {points.Count}. Đồng chí tách thành hai lần ghi."));
        }

        if (points.Select((words, index) => (words, index)).FirstOrDefault(point => point.words.Length > Conclusion.LongestPoint) is { words: not null } tooLong)
        {
            return ([], new("conclusion.long-point", $"Nội dung thứ {tooLong.index + 1} dài {tooLong.words.Length} ký tự, quá {Conclusion.LongestPoint}. Đồng chí tách thành từng nội dung đơn."));
        }

        return reference.Trim().Normalize().Length > 300 ? ([], new("conclusion.reference", "Số, ký hiệu thông báo kết luận dài quá 300 ký tự.")) : (points, null);
    }

    /// <summary>Writes the conclusion and its points.</summary>
    public static Conclusion Add(
        WorkflowDbContext db, Actor actor, Guid draftId, string versionHash, ConclusionSource source, DateOnly day, string reference, IReadOnlyList<string> points, Guid? roundId = null, ConclusionOutcome? outcome = null)
    {
        var conclusion = new Conclusion
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draftId,
            VersionHash = versionHash,
            Source = source,
            Day = day,
            Reference = reference.Trim().Normalize(),
            ById = actor.PersonId,
            At = actor.Now,
            RoundId = roundId,
            Outcome = outcome,
        };
        db.Add(conclusion);
        foreach (var (index, words) in points.Index())
        {
            db.Add(new ConclusionPoint { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConclusionId = conclusion.Id, DraftId = draftId, Ordinal = index + 1, Words = words });
        }

        return conclusion;
    }
}
