using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A line of the agenda as an invitation prints it.</summary>
/// <param name="Number">"1", "2.1".</param>
/// <param name="Presenter">Who presents; may be empty.</param>
public sealed record InvitationItem(string Number, string Title, string Presenter);

/// <summary>What an invitation says, whoever it goes to.</summary>
/// <param name="Convener">Who calls: "Ban Thường vụ Đảng ủy".</param>
/// <param name="ConferenceName">"Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025-2030".</param>
/// <param name="Ground">For an extraordinary session: who asked for it and why; empty otherwise.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="Items">The agenda, whole; a guest gets the items that are open to guests.</param>
/// <param name="Signer">Authority, position and name under it.</param>
public sealed record InvitationModel(
    PaperHeader Header, string Convener, string ConferenceName, string Ground, DateTimeOffset StartsAt, string Place, string Chair, IReadOnlyList<InvitationItem> Items, IReadOnlyList<InvitationItem> GuestItems,
    (string Authority, string Position, string Name) Signer);

/// <summary>To whom an invitation goes.</summary>
/// <param name="Link">For a guest: the address of the page on which the papers open to guests stand; empty for none.</param>
public sealed record InvitationTo(string Name, bool IsGuest, string Link = "");

/// <summary>Giấy mời (399-QĐ/TW: an administrative paper), a sheet for each to whom it goes.</summary>
public static class InvitationPaper
{
    /// <summary>One invitation or several, each on a sheet of its own.</summary>
    public static OfficePaper Of(InvitationModel model, IReadOnlyList<InvitationTo> all) => new(
        $"Giấy mời: {model.ConferenceName}", model.Header,
        [.. all.SelectMany((to, index) => index == 0 ? Sheet(model, to) : Sheet(model, to).Prepend(new NewSheet()))]);

    private static IEnumerable<PaperBlock> Sheet(InvitationModel model, InvitationTo to) =>
    [
        new Title("GIẤY MỜI", $"dự {model.ConferenceName}"),
        new Address($"Kính gửi: {(to.IsGuest ? to.Name : "đồng chí " + to.Name)}"),
        Say(to.IsGuest
            ? $"{model.Convener} trân trọng kính mời {to.Name} dự {model.ConferenceName} với tư cách khách mời (không biểu quyết), ở những nội dung ghi dưới đây."
            : $"{model.Convener} triệu tập và trân trọng kính mời đồng chí dự {model.ConferenceName}."),
        .. model.Ground.Length > 0 ? [Named("Căn cứ họp bất thường", Ended(model.Ground))] : Array.Empty<PaperBlock>(),
        Named("Thời gian", $"{PaperParts.Moment(model.StartsAt)}."),
        Named("Địa điểm", Ended(model.Place)),
        Named("Chủ trì", $"đồng chí {model.Chair}."),
        Heading("Nội dung:"),
        .. (to.IsGuest ? model.GuestItems : model.Items).Select(item => Say($"{item.Number}. {item.Title}{(item.Presenter.Length > 0 ? $" ({item.Presenter} trình bày)" : "")}.")),
        .. to is { IsGuest: true } && model.GuestItems.Count == 0 ? [Say("Văn phòng sẽ báo nội dung mời dự sau.")] : Array.Empty<PaperBlock>(),
        Say(to.IsGuest
            ? to.Link.Length > 0 ? $"Tài liệu của những nội dung trên xem tại địa chỉ riêng của {to.Name}: {to.Link}. Đề nghị không chuyển địa chỉ này cho người khác." : "Tài liệu do Văn phòng gửi kèm."
            : "Đề nghị đồng chí nghiên cứu tài liệu trước, dự họp đúng giờ; nếu vắng mặt, báo lý do với Văn phòng trước giờ họp."),
        new Official(["Như trên", "Lưu Văn phòng"], model.Signer.Authority, model.Signer.Position, model.Signer.Name),
    ];

    private static string Ended(string words) => words.TrimEnd().TrimEnd('.') + ".";
}
