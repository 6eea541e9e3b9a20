namespace Workflow.Domain.Issuing;

/// <summary>How urgent a paper is (36-HD, box 10b); the register and the page show it, the layout prints it under the number.</summary>
public enum PaperUrgency
{
    /// <summary>No mark.</summary>
    None,
    Urgent,
    VeryUrgent,
    Express,
}

/// <summary>Marks that the office puts on a paper (DOMAIN §1.13). A secrecy mark is none of them: secret papers are kept outside.</summary>
public static class PaperMarkWords
{
    /// <summary>Longest note on circulation.</summary>
    public const int LongestCirculation = 60;

    /// <summary>Notes on circulation that guidance 36-HD names (box 11a).</summary>
    public static IReadOnlyList<string> Circulations { get; } = ["Tài liệu thu hồi", "Xong hội nghị trả lại", "Xem xong trả lại", "Lưu hành nội bộ", "Tài liệu hội nghị"];

    private static readonly string[] Secrets = ["mat", "toi mat", "tuyet mat"];

    /// <summary>"Thượng khẩn"; null for no mark.</summary>
    public static string? Of(PaperUrgency urgency) => urgency switch
    {
        PaperUrgency.None => null,
        PaperUrgency.Urgent => "Khẩn",
        PaperUrgency.VeryUrgent => "Thượng khẩn",
        PaperUrgency.Express => "Hỏa tốc",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
    };

    /// <summary>Why these marks cannot be put on a paper here, or null.</summary>
    public static Refusal? Refused(PaperUrgency urgency, string circulation) =>
        !Enum.IsDefined(urgency) ? new("marks.urgency", "Đồng chí chọn mức độ khẩn trong danh sách.")
        : IsSecret(circulation) ? new("marks.secret", "Văn bản mật không soạn, không ký trong hệ thống này. Đồng chí dừng hồ sơ, lập hồ sơ ngoài hệ thống theo quy định về bí mật nhà nước, và chỉ ghi một dòng “hồ sơ lưu ngoài hệ thống” ở mục Sổ văn bản.")
        : circulation.Length > LongestCirculation || circulation.Any(char.IsControl) ? new("marks.circulation", $"Chỉ dẫn lưu hành viết trên một dòng, tối đa {LongestCirculation} chữ, ví dụ “Xong hội nghị trả lại”.")
        : null;

    // The mark itself, whatever stands around it: "MẬT", "(Tối mật)", "Độ mật: Tuyệt mật", also typed without its accents.
    private static bool IsSecret(string circulation)
    {
        static string[] Words(string text) => text.Split([' ', ':', '(', ')', '[', ']', '-', '.', ',', '"', '“', '”', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Words(circulation.Normalize().ToLowerInvariant()).Contains("mật") || Secrets.Contains(string.Join(' ', Words(Texts.Folding.Fold(circulation))));
    }
}
