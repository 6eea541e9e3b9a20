using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Title: the kind, what stands between, and the subject.</summary>
/// <param name="TypeIndex">Block that names the kind; everything before it is the header.</param>
/// <param name="Type">The kind, or null when no line names one.</param>
/// <param name="Tail">"CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ", or empty.</param>
/// <param name="Subject">Trích yếu, or empty.</param>
/// <param name="BodyStart">First block of the body.</param>
internal sealed partial record TitleZone(int TypeIndex, DocumentType? Type, string Tail, string Subject, int BodyStart)
{
    private const int HeaderLimit = 40;
    private const int LongestTitle = 12;
    private const int LongestLine = 400;

    public static TitleZone Find(IReadOnlyList<SourceBlock> blocks)
    {
        for (var index = 0; index < Math.Min(blocks.Count, HeaderLimit); index++)
        {
            if (blocks[index].Cells is null && TypeIn(blocks[index].Line) is var (type, rest))
            {
                return Read(blocks, index, type, rest);
            }
        }

        // No kind named: everything from the first labelled or long line on is the body.
        var start = blocks.TakeWhile(block => HeaderZone.Names(block) || (block.Line.Length < 60 && block.Cells is null && Labels.Read(block.Line) is null && !IsAddress(block.Line))).Count();
        start = start >= blocks.Count ? 0 : start;
        var about = blocks.Take(start).Select(block => About().Match(block.Line)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "";
        return new(start, null, "", about.Trim(), start);
    }

    private static (DocumentType Type, string After)? TypeIn(string text)
    {
        var line = Draft().Replace(Spaces().Replace(text, " "), "").Trim();
        foreach (var type in DocumentType.All.OrderByDescending(type => type.Name.Length))
        {
            var name = type.Name.ToUpperInvariant();
            if (line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || line[name.Length] is ' ' or ':'))
            {
                return (type, line[name.Length..].Trim(' ', ':'));
            }
        }

        return DocumentType.Named(line.TrimEnd(':', '.')) is { } named ? (named, "") : null;
    }

    private static TitleZone Read(IReadOnlyList<SourceBlock> blocks, int typeIndex, DocumentType type, string rest)
    {
        var lines = new List<string>();
        if (rest.Length > 0)
        {
            lines.Add(rest);
        }

        var separator = Enumerable.Range(typeIndex + 1, Math.Max(0, Math.Min(LongestTitle, blocks.Count - typeIndex - 1))).FirstOrDefault(at => Separator().IsMatch(blocks[at].Line), -1);
        var index = typeIndex + 1;
        var subjectStarted = false;
        for (; index < blocks.Count && index != separator && lines.Count < LongestTitle; index++)
        {
            var block = blocks[index];
            var line = Spaces().Replace(block.Line, " ");
            if (Ends(block, line) || (subjectStarted && separator < 0 && !GoesOn(blocks[index - 1], block, line)))
            {
                break;
            }

            if (!DraftNote().IsMatch(line))
            {
                lines.Add(line);
                subjectStarted |= !IsTail(line);
            }
        }

        while (index < blocks.Count && Separator().IsMatch(blocks[index].Line))
        {
            index++;
        }

        var tail = lines.TakeWhile(IsTail).Count();
        if (tail == lines.Count && tail > 0 && !Body().IsMatch(lines[^1]))
        {
            tail--;
        }

        return new(typeIndex, type, string.Join(' ', lines.Take(tail)), string.Join(' ', lines.Skip(tail)), index);
    }

    private static bool Ends(SourceBlock block, string line) => block.Cells is not null || line.Length > LongestLine || IsAddress(line)
        || block.AutoLabel.Length > 0 || Labels.Read(line) is { Style: not LabelStyle.Dash };

    // The subject goes on while the lines hang together: no blank line unless a sentence is cut, same place, same weight.
    private static bool GoesOn(SourceBlock previous, SourceBlock block, string line)
    {
        var unfinished = previous.Line.EndsWith(';') || previous.Line.EndsWith(',') || previous.Line.EndsWith('-') || char.IsLower(line[0]);
        if (block.SoftBreak || (unfinished && line.Length < 120))
        {
            return true;
        }

        var word = block.Place.StartsWith("đoạn", StringComparison.Ordinal);
        return word
            ? (previous.Centered && block.Centered) || (previous.AllBold && block.AllBold)
            : !block.AfterBlank && !Opening().IsMatch(line) && (!previous.AllBold || block.AllBold);
    }

    private static bool IsTail(string line) => Joining.IsCapitals(line) ? !SubjectInCapitals().IsMatch(line) : TailInLower().IsMatch(line);

    private static bool IsAddress(string line) => line.StartsWith("Căn cứ", StringComparison.Ordinal) || line.StartsWith("Kính gửi", StringComparison.Ordinal);

    [GeneratedRegex(@"^[-–—_*=~\s]+$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\(?(?:DỰ THẢO|Dự thảo)(?:\s*\d{0,2}|\s+lần\s+(?:thứ\s+)?\w+)\)?\s*[-:.]?\s*(?=\p{Lu})")]
    private static partial Regex Draft();

    [GeneratedRegex(@"^\(?(?:DỰ THẢO|Dự thảo|Trình )[^)]{0,60}\)?$")]
    private static partial Regex DraftNote();

    [GeneratedRegex(@"^(?:VỀ|V/V|TỔNG KẾT|SƠ KẾT|KẾT QUẢ|TÌNH HÌNH|THỰC HIỆN|NHIỆM VỤ|TRIỂN KHAI|TĂNG CƯỜNG|ĐẨY MẠNH|NÂNG CAO|PHÁT TRIỂN|XÂY DỰNG|BAN HÀNH)\b")]
    private static partial Regex SubjectInCapitals();

    [GeneratedRegex(@"^(?:[Cc]ủa (?:Ban|BCH|BTV|Đảng|Hội nghị|Thường trực)|Hội nghị (?:lần thứ|Ban|BCH)|[Ll]ần thứ|[Kk]h(?:óa|oá) [IVXL]+|[Nn]hiệm kỳ \d)")]
    private static partial Regex TailInLower();

    [GeneratedRegex(@"\b(?:CỦA|HỘI NGHỊ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|LẦN THỨ|KHÓA|KHOÁ|NHIỆM KỲ)\b")]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:Thực hiện|Năm \d{4}|Ngày \d|Trong |Sau |Ban Chấp hành|Ban Thường vụ|Hội nghị)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^V/v:?\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();
}
