using Workflow.Domain.Organizations;

namespace Workflow.Activities.Inbox;

/// <summary>Why a task is somebody's, in words.</summary>
internal static class WhyMine
{
    /// <param name="words">Those of the task.</param>
    /// <param name="mine">Those that the person bears today.</param>
    public static string Of(IReadOnlyList<string> words, IReadOnlySet<string> mine, bool inPlaceOfAnother)
    {
        if (inPlaceOfAnother)
        {
            return "đồng chí xử lý thay";
        }

        var word = words.FirstOrDefault(mine.Contains);
        return word is null ? words.Contains(CandidateWords.Signer) ? "đồng chí có thẩm quyền ký" : ""
            : word == CandidateWords.Desk ? "đồng chí thuộc Văn phòng Đảng ủy"
            : word.StartsWith(CandidateWords.Person, StringComparison.Ordinal) ? "đồng chí soạn thảo hoặc được giao đích danh"
            : word.StartsWith(CandidateWords.OfBody, StringComparison.Ordinal) ? $"đồng chí thuộc {CandidateWords.Of(word)[(CandidateWords.Of(word).StartsWith("các đồng chí ", StringComparison.Ordinal) ? "các đồng chí ".Length : 0)..]}"
            : Enum.GetValues<Office>().Where(office => CandidateWords.Of(office) == word).Select(office => $"đồng chí giữ chức vụ {OfficeNames.Of(office)}").FirstOrDefault() ?? "";
    }
}
