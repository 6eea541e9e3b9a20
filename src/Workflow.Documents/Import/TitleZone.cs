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
    private const int HeadlineLimit = 8;
    private const int LongestTitle = 12;
    private const int LongestLine = 400;
    private const int LongestRest = 60;

    public static TitleZone Find(IReadOnlyList<SourceBlock> blocks)
    {
        var limit = blocks.Take(HeaderLimit).TakeWhile(block => !IsAddress(block.Line)).Count();
        for (var index = 0; index < limit; index++)
        {
            if (blocks[index].Cells is null && TypeLine.Read(blocks[index].Line) is var (type, rest))
            {
                return Read(blocks, index, type, rest);
            }
        }

        var letter = OfficialLetter.Find(blocks, limit);
        if (letter is null)
        {
            for (var index = 0; index < Math.Min(limit, HeadlineLimit); index++)
            {
                if (TypeLine.InHeadline(blocks[index].Line) is var (type, rest))
                {
                    return Read(blocks, index, type, rest);
                }
            }
        }

        return letter ?? WithoutKind(blocks);
    }

    // No kind named: everything from the first labelled or long line on is the body.
    private static TitleZone WithoutKind(IReadOnlyList<SourceBlock> blocks)
    {
        var start = blocks.Take(HeaderLimit).TakeWhile(block => HeaderZone.Names(block) || (block.Line.Length < 60 && block.Cells is null && Labels.Read(block.Line) is null && !IsAddress(block.Line))).Count();
        start = start >= blocks.Count ? 0 : start;
        return new(start, null, "", "", start);
    }

    private static TitleZone Read(IReadOnlyList<SourceBlock> blocks, int typeIndex, DocumentType type, string rest)
    {
        var lines = new List<string>();
        if (rest.Length > 0)
        {
            lines.Add(rest);
        }

        var separator = Enumerable.Range(typeIndex + 1, Math.Max(0, Math.Min(LongestTitle, blocks.Count - typeIndex - 1))).FirstOrDefault(at => IsSeparator(blocks[at]), -1);
        var index = typeIndex + 1;
        var subjectStarted = rest.Length > 0 && !IsTail(rest);
        var inNote = false;
        for (; index < blocks.Count && index != separator && lines.Count < LongestTitle; index++)
        {
            var block = blocks[index];
            var line = Spaces().Replace(block.Line, " ");
            if (inNote || Note().IsMatch(line))
            {
                // "(Kèm theo Quyết định số …)" is not the subject and names another document.
                inNote = !line.Contains(')', StringComparison.Ordinal);
                continue;
            }

            if (HeaderZone.IsNumberOrDate(block))
            {
                continue;
            }

            if (Ends(block, line) || (subjectStarted && separator < 0 && !GoesOn(blocks[index - 1], block, line)))
            {
                break;
            }

            lines.Add(line);
            subjectStarted |= !IsTail(line);
        }

        while (index < blocks.Count && IsSeparator(blocks[index]))
        {
            index++;
        }

        var tail = lines.TakeWhile(IsTail).Count();
        return new(typeIndex, type, string.Join(' ', lines.Take(tail)), string.Join(' ', lines.Skip(tail)), index);
    }

    private static bool IsSeparator(SourceBlock block) => block.Cells is null && Separator().IsMatch(block.Line);

    private static bool Ends(SourceBlock block, string line) => block.Cells is not null || line.Length > LongestLine || IsAddress(line)
        || block.AutoLabel.Length > 0 || Labels.Read(line) is { Style: not LabelStyle.Dash } || Enacting().IsMatch(line);

    // The subject goes on while the lines hang together: no blank line unless a sentence is cut, same place, same weight.
    private static bool GoesOn(SourceBlock previous, SourceBlock block, string line)
    {
        var unfinished = previous.Line.EndsWith(';') || previous.Line.EndsWith(',') || previous.Line.EndsWith('-') || char.IsLower(line[0]);
        if (block.SoftBreak || (unfinished && line.Length < 120))
        {
            return true;
        }

        var ended = line.EndsWith('.') || line.EndsWith(':');
        if (block.Place.StartsWith("đoạn", StringComparison.Ordinal))
        {
            return (previous.Centered && block.Centered) || (previous.AllBold && block.AllBold && !ended);
        }

        return !block.AfterBlank && !ended && !Opening().IsMatch(line) && (!previous.AllBold || block.AllBold) && (line.Length < LongestRest || (previous.AllBold && block.AllBold) || Joining.IsCapitals(line));
    }

    private static bool IsTail(string line) => Joining.IsCapitals(line) ? TailInCapitals().IsMatch(line) : TailInLower().IsMatch(line);

    internal static bool IsAddress(string line) => Address().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[-–]\s*)?(?:Căn cứ|Kính gửi|Xét (?:đề nghị|Tờ trình|tờ trình)|Theo đề nghị)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[-–—_*=~.o0\s]*[-–—_*=~][-–—_*=~.o0\s]*$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:BAN |ĐẢNG |HỘI NGHỊ ).{0,80}\b(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|KẾT LUẬN)\s*:?$")]
    private static partial Regex Enacting();

    [GeneratedRegex(@"^\((?:DỰ THẢO|Dự thảo|Trình |[Bb]an hành |[Kk]èm theo|Tài liệu|Lưu hành)|^(?:DỰ THẢO|Dự thảo)(?:\s+lần)?[^)]{0,20}$")]
    private static partial Regex Note();

    // Whose document it is, or which: everything else in capitals is its subject.
    [GeneratedRegex(@"^(?:CỦA\b|HỘI NGHỊ\b|BAN CHẤP HÀNH\b|BAN THƯỜNG VỤ\b|BCH\b|BTV\b|THƯỜNG TRỰC\b|ĐẢNG (?:BỘ|ỦY|UỶ)\b|ĐẠI HỘI\b|LẦN THỨ\b|KHÓA\b|KHOÁ\b|NHIỆM KỲ\b|HÀNH ĐỘNG\b|CHUYÊN ĐỀ\b|\()")]
    private static partial Regex TailInCapitals();

    [GeneratedRegex(@"^(?:[Cc]ủa (?:Ban|BCH|BTV|Đảng|Hội nghị|Thường trực)|Hội nghị (?:lần thứ|Ban|BCH)|[Ll]ần thứ|[Kk]h(?:óa|oá) [IVXL]+|[Nn]hiệm kỳ \d)")]
    private static partial Regex TailInLower();

    [GeneratedRegex(@"^(?:Thực hiện|Năm \d{4}|Ngày \d|Trong |Sau |Ban |Hội nghị|Đảng (?:bộ|ủy|uỷ)|Thường trực|Văn phòng|Nhằm|Để |Từ |Qua |Theo |Chi bộ|Tiếp tục|Triển khai)")]
    private static partial Regex Opening();
}
