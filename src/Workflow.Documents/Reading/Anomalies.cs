using Workflow.Documents.Import;

namespace Workflow.Documents.Reading;

/// <summary>What a person should look at: the importer's notes, and parts that the document lacks. Never a silent repair (DOMAIN §7).</summary>
internal static class Anomalies
{
    public static IReadOnlyList<InspectedAnomaly> Of(ImportedDraft draft) => [.. Missing(draft), .. draft.Notes.Select(Note)];

    private static InspectedAnomaly Note(ImportNote note)
    {
        var (code, severity) = note.Code switch
        {
            "NO_END" => ("MISSING_FINAL_PUNCTUATION", "info"),
            "BRACKET" => ("UNBALANCED_PARENTHESIS", "error"),
            "HEADING_INSIDE" => ("STRAY_HEADING_LABEL", "error"),
            "LOST_LETTER" => ("MISSING_LETTER", "error"),
            "PAGE_NUMBER" => ("PAGE_NUMBER_IN_TEXT", "error"),
            "LABEL_ORDER" => ("HEADING_LABEL_ORDER", "warning"),
            "JOINED" => ("PARAGRAPH_SPLIT", "info"),
            "NO_TYPE" or "NO_SUBJECT" => ("MISSING_TITLE", "error"),
            var other => (other, "info"),
        };
        return new(code, severity, note.Quote, note.Line, null, note.Text);
    }

    private static IEnumerable<InspectedAnomaly> Missing(ImportedDraft draft)
    {
        var facts = draft.Facts;
        if (!facts.HasHeader)
        {
            yield return new("MISSING_HEADER", "error", null, null, null, "Không có tiêu đề “Đảng Cộng sản Việt Nam” và tên cơ quan ban hành.");
        }

        if (facts.Number is null)
        {
            yield return new("MISSING_NUMBER", "error", draft.Header.Number, null, null, "Không có số và ký hiệu của văn bản.");
        }
        else if (draft.Header.Number is { } raw && raw != $"Số {facts.Number}")
        {
            yield return new("NUMBER_FORMAT", "warning", raw, draft.Source.Find(raw)?.Line, $"Số {facts.Number}", "Số và ký hiệu chưa viết đúng mẫu.");
        }

        if (!facts.DateIsIssueDate)
        {
            yield return new("MISSING_PLACE_DATE", "error", draft.Header.PlaceAndDate, null, null, "Không có dòng địa danh và ngày, tháng, năm ban hành.");
        }

        if (draft.Text.Recipients.Count == 0)
        {
            yield return new("MISSING_RECIPIENTS", "error", null, null, null, "Không có nơi nhận.");
        }
        else if (!draft.Text.Recipients.Any(line => line.Name.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("MISSING_ARCHIVE_LINE", "warning", null, null, "Lưu Văn phòng Đảng ủy.", "Nơi nhận không có dòng lưu.");
        }

        if (draft.Text.Signature.Name.Length == 0)
        {
            yield return new("MISSING_SIGNATURE", "warning", null, null, null, "Không thấy họ tên người ký.");
        }

        foreach (var target in FollowUpReader.Duties(draft.Text).Where(duty => duty.Periodicity == "periodic" && !duty.When.Any(char.IsDigit)))
        {
            yield return new("REPORTING_DUTY_WITHOUT_DEADLINE", "warning", target.Quote, draft.Source.InClause(target.ClauseId, target.Quote)?.Line, null, "Giao báo cáo mà không nêu thời hạn.");
        }
    }
}
