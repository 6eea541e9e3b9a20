using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks.Layout;

/// <summary>Parts that a document must have and this one lacks.</summary>
internal sealed class MissingParts : ICheck
{
    public string Key => "layout.missing";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (text.File is { } file)
        {
            if (!file.Facts.HasHeader)
            {
                yield return text.Outside("MISSING_HEADER", Severity.Error, null, "Không có tiêu đề “Đảng Cộng sản Việt Nam” và tên cơ quan ban hành.");
            }

            if (file.Facts.Number is null)
            {
                yield return text.Outside("MISSING_NUMBER", Severity.Error, file.Header.Number, "Không có số và ký hiệu của văn bản.");
            }

            if (!file.Facts.DateIsIssueDate)
            {
                yield return text.Outside("MISSING_PLACE_DATE", Severity.Error, file.Header.PlaceAndDate, "Không có dòng địa danh và ngày, tháng, năm ban hành.");
            }
        }

        if (text.Text.Recipients.Count == 0)
        {
            yield return text.Outside("MISSING_RECIPIENTS", Severity.Error, null, "Không có nơi nhận.");
        }
        else if (!text.Text.Recipients.Any(line => line.Name.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase)))
        {
            yield return text.Outside("MISSING_ARCHIVE_LINE", Severity.Warning, null, "Nơi nhận không có dòng lưu.", "Lưu Văn phòng Đảng ủy.");
        }

        if (text.File is not null && text.Text.Signature.Name.Length == 0)
        {
            yield return text.Outside("MISSING_SIGNATURE", Severity.Warning, null, "Không thấy họ tên người ký.");
        }

        if (text.Text.Signature.Authority.Length == 0)
        {
            yield return text.Outside("MISSING_AUTHORITY_LINE", Severity.Warning, null, "Không thấy dòng thể thức đề ký (T/M, K/T, T/L).");
        }

        if (text.File is { Facts.Conference: null } && text.Text.TypeKey == "nghi-quyet" && text.Text.IssuingBody == BodyKind.ExecutiveCommittee
            && !text.Passages.Any(passage => passage.Text.Contains("thông qua", StringComparison.Ordinal) && passage.Text.Contains("ghị quyết", StringComparison.Ordinal)))
        {
            yield return text.Outside("MISSING_ADOPTION_CLAUSE", Severity.Warning, null, "Nghị quyết không nêu hội nghị ban hành và không có câu thông qua.");
        }
    }
}
