using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>What became of an item, as the notice tells it: from the record, in words that nobody edits.</summary>
/// <param name="Results">Results of its votes with their base; may be empty.</param>
public sealed record NoticeItem(string Number, string Title, string Decision, IReadOnlyList<string> Results);

/// <summary>What a notice of conclusions says.</summary>
/// <param name="Opening">When, where, under whom and with how many: from the record.</param>
/// <param name="Prose">What the chair concluded, in the office's words; paragraphs are separated by line breaks. May be empty.</param>
/// <param name="Recipients">Nơi nhận.</param>
public sealed record ConclusionNoticeModel(
    PaperHeader Header, string ConferenceName, string Opening, IReadOnlyList<NoticeItem> Items, string Prose, IReadOnlyList<string> Recipients, (string Authority, string Position, string Name) Signer);

/// <summary>Thông báo kết luận hội nghị: what was decided stands as the record has it, what follows from it is prose.</summary>
public static class ConclusionNoticePaper
{
    /// <summary>The paper.</summary>
    public static OfficePaper Of(ConclusionNoticeModel model) => new($"Thông báo kết luận: {model.ConferenceName}", model.Header,
    [
        new Title("THÔNG BÁO", $"kết luận {model.ConferenceName}"),
        Say(model.Opening),
        Heading("I. KẾT QUẢ"),
        .. model.Items.SelectMany(Item),
        .. Prose(model.Prose),
        new Official(model.Recipients, model.Signer.Authority, model.Signer.Position, model.Signer.Name),
    ]);

    private static IEnumerable<PaperBlock> Item(NoticeItem item) =>
    [
        Say($"{item.Number}. {item.Title}: {(item.Decision.Length > 0 ? item.Decision.TrimEnd('.') : "chưa kết luận")}."),
        .. item.Results.Select(result => Say($"- {result.TrimEnd('.')}.")),
    ];

    private static IEnumerable<PaperBlock> Prose(string prose) => prose.Trim().Length == 0 ? [] :
    [
        Heading("II. KẾT LUẬN, GIAO VIỆC"),
        .. prose.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Say(line)),
    ];
}
