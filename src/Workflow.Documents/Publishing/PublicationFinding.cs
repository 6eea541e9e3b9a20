using Workflow.Domain.Issuing;

namespace Workflow.Documents.Publishing;

/// <summary>Words that somebody has to look at before the text is for everybody.</summary>
/// <param name="Matter">What they look like.</param>
/// <param name="ClauseId">The clause, or null outside the body.</param>
/// <param name="Place">Where a person finds them.</param>
/// <param name="Before">What stands before them, shortened.</param>
/// <param name="Words">The words.</param>
/// <param name="After">What stands behind them, shortened.</param>
/// <param name="IsBar">No answer helps: such a text is not published.</param>
public sealed record PublicationFinding(PublicationMatter Matter, string? ClauseId, string Place, string Before, string Words, string After, bool IsBar)
{
    /// <summary>The words with what stands around them.</summary>
    public string Quote => Before + Words + After;

    /// <summary>What it is about, in Vietnamese.</summary>
    public string Name => NameOf(Matter);

    /// <summary>"Số điện thoại".</summary>
    public static string NameOf(PublicationMatter matter) => matter switch
    {
        PublicationMatter.Secrecy => "Độ mật",
        PublicationMatter.Circulation => "Chỉ dẫn lưu hành",
        PublicationMatter.IdentityPaper => "Số giấy tờ tùy thân",
        PublicationMatter.Phone => "Số điện thoại",
        PublicationMatter.Mail => "Địa chỉ thư điện tử",
        PublicationMatter.BankAccount => "Số tài khoản ngân hàng",
        PublicationMatter.Address => "Nơi ở của cá nhân",
        PublicationMatter.BirthDate => "Ngày, năm sinh",
        PublicationMatter.Petitioner => "Tên người ở chỗ nói về đơn thư, khiếu nại, tố cáo",
        _ => "Tên người ở chỗ nói về kỷ luật, vi phạm",
    };
}
