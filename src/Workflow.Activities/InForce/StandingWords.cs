using System.Globalization;
using Workflow.Domain.Issuing;

namespace Workflow.Activities.InForce;

/// <summary>What is said of a document wherever it is opened.</summary>
public static class StandingWords
{
    /// <summary>The mark: "ĐÃ ĐƯỢC THAY THẾ bởi Nghị quyết số 12-NQ/ĐU …, từ ngày 01/12/2026".</summary>
    public static string Mark(DocumentStanding standing) => standing.State switch
    {
        StandingState.InForce when standing.Errata.Any() => $"Còn hiệu lực, đã được đính chính {standing.Errata.Count()} chỗ",
        StandingState.InForce => "Còn hiệu lực",
        StandingState.Amended => $"Còn hiệu lực, {Of(standing.Facts.Last(fact => fact.Kind == StandingKind.Amended))}",
        _ => Of(standing.Facts.First(fact => fact.Ends)),
    };

    /// <summary>One fact in words.</summary>
    public static string Of(StandingFact fact) => fact.Kind switch
    {
        StandingKind.Erratum => $"Đính chính{By(fact, " theo ")}: “{fact.Reads}” đọc là “{fact.ShouldRead}”{Part(fact)}",
        StandingKind.Amended => $"đã được sửa đổi, bổ sung{By(fact)}{Part(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Replaced => $"ĐÃ ĐƯỢC THAY THẾ{By(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Repealed => $"ĐÃ BỊ BÃI BỎ{By(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Recalled => $"ĐÃ BỊ THU HỒI{By(fact, " theo ")}, từ ngày {Day(fact.From)}",
        _ => $"ĐÃ HẾT HIỆU LỰC{By(fact, " theo ")}, từ ngày {Day(fact.From)}",
    };

    /// <summary>The same of what is still to come.</summary>
    public static string Coming(StandingFact fact) => fact.Kind switch
    {
        StandingKind.Amended => $"Sẽ được sửa đổi, bổ sung{By(fact)}{Part(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Replaced => $"Sẽ được thay thế{By(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Repealed => $"Sẽ bị bãi bỏ{By(fact)}, từ ngày {Day(fact.From)}",
        StandingKind.Recalled => $"Sẽ bị thu hồi{By(fact, " theo ")}, từ ngày {Day(fact.From)}",
        StandingKind.Expired => $"Còn hiệu lực đến trước ngày {Day(fact.From)}",
        _ => Of(fact),
    };

    /// <summary>A short word for lists.</summary>
    public static string Short(StandingState state) => state switch
    {
        StandingState.InForce => "Còn hiệu lực",
        StandingState.Amended => "Đã được sửa đổi",
        StandingState.Replaced => "Đã được thay thế",
        StandingState.Repealed => "Đã bị bãi bỏ",
        StandingState.Recalled => "Đã bị thu hồi",
        _ => "Hết hiệu lực",
    };

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string By(StandingFact fact, string word = " bởi ") => fact.By.Length > 0 ? word + fact.By : "";

    private static string Part(StandingFact fact) => fact.Part.Length > 0 ? $" ({fact.Part})" : "";
}
