namespace Workflow.Domain.Texts;

/// <summary>A kind of Party document and its abbreviation in the number (DOMAIN §2.3, Quy định 399-QĐ/TW).</summary>
/// <param name="Key">Stable key in code and database, e.g. "nghi-quyet".</param>
/// <param name="Name">"Nghị quyết".</param>
/// <param name="Abbreviation">"NQ". Quyết định and Quy định share "QĐ", therefore the key is what identifies a kind.</param>
public sealed record DocumentType(string Key, string Name, string Abbreviation)
{
    /// <summary>All kinds that a commune Party committee issues.</summary>
    public static IReadOnlyList<DocumentType> All { get; } =
    [
        new("nghi-quyet", "Nghị quyết", "NQ"), new("quyet-dinh", "Quyết định", "QĐ"), new("chi-thi", "Chỉ thị", "CT"),
        new("ket-luan", "Kết luận", "KL"), new("quy-che", "Quy chế", "QC"), new("quy-dinh", "Quy định", "QĐ"),
        new("thong-tri", "Thông tri", "TT"), new("huong-dan", "Hướng dẫn", "HD"), new("thong-bao", "Thông báo", "TB"),
        new("bao-cao", "Báo cáo", "BC"), new("ke-hoach", "Kế hoạch", "KH"), new("chuong-trinh", "Chương trình", "CTr"),
        new("de-an", "Đề án", "ĐA"), new("phuong-an", "Phương án", "PA"), new("to-trinh", "Tờ trình", "TTr"),
        new("cong-van", "Công văn", "CV"), new("bien-ban", "Biên bản", "BB"),
    ];

    /// <summary>A copy (sao y, sao lục, trích sao): numbered like a kind of its own, but no kind that anybody drafts.</summary>
    public static DocumentType Copy { get; } = new("ban-sao", "Bản sao", "BS");

    /// <summary>How people speak of a document: "Nghị quyết về công tác …". Inside the phrase the subject's "Về" is no beginning.</summary>
    public string Titled(string subject) => $"{Name} {(subject.StartsWith("Về ", StringComparison.Ordinal) ? "về " + subject[3..] : subject)}";

    /// <summary>The kind with this key. Throws when there is none: keys come from us, never from a user.</summary>
    public static DocumentType Of(string key) => key == Copy.Key ? Copy : All.First(type => type.Key == key);

    /// <summary>The kind whose name stands in a title line ("NGHỊ QUYẾT", any case), or null.</summary>
    public static DocumentType? Named(string text) =>
        All.FirstOrDefault(type => string.Equals(type.Name, text.Trim().Normalize(), StringComparison.OrdinalIgnoreCase));
}
