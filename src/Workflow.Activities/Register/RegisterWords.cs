using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;

namespace Workflow.Activities.Register;

/// <summary>Words of the register.</summary>
public static class RegisterWords
{
    internal static readonly Refusal NoType = new("register.type", "Đồng chí chọn loại văn bản.");

    internal static readonly Refusal NotFound = new("register.not-found", "Không thấy dòng này trong sổ. Đồng chí tải lại trang.");

    /// <summary>Levels of secrecy that a line may name.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["Mật", "Tối mật", "Tuyệt mật"];

    /// <summary>What a line says of itself where there is no subject.</summary>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Issued => "Đã ban hành",
        EntryKind.Reserved => "Đang giữ số",
        EntryKind.Paper => "Ký trên giấy",
        EntryKind.Void => "Số hủy",
        EntryKind.KeptOutside => "Văn bản mật, hồ sơ lưu ngoài hệ thống",
        EntryKind.Imported => "Chuyển từ sổ cũ",
        EntryKind.Copy => "Bản sao",
        _ => "Không có trong sổ cũ",
    };

    /// <summary>What stands in the column of the subject.</summary>
    public static string Title(EntryKind kind, string typeKey, string subject, string note) => kind switch
    {
        EntryKind.Issued or EntryKind.Paper or EntryKind.Imported => DocumentType.Of(typeKey).Titled(subject),
        EntryKind.Copy => subject,
        EntryKind.Reserved => $"Đang giữ số cho: {note}",
        EntryKind.Void => subject.Length > 0 ? $"Số hủy: {note} ({DocumentType.Of(typeKey).Titled(subject)})" : $"Số hủy: {note}",
        EntryKind.KeptOutside => $"{Of(kind)} ({note})",
        _ => $"{Of(kind)} ({note})",
    };

    /// <summary>Who receives a document, on one line.</summary>
    internal static string Recipients(DraftText text)
    {
        var all = string.Join("; ", text.Recipients.Select(one => one.Name));
        return all.Length > RegisterEntry.LongestSubject ? all[..RegisterEntry.LongestSubject] : all;
    }

    internal static DocumentType? TypeOf(string key) => DocumentType.All.FirstOrDefault(type => type.Key == key);
}
