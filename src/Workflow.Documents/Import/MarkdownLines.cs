using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>
/// Lines of a plain text as blocks. Texts that passed through a converter keep traces of Markdown: "**đậm**" (also over two lines),
/// "# đề mục", "| bảng |", "1\." — they are read as what they mean.
/// </summary>
internal sealed partial class MarkdownLines
{
    private readonly List<SourceBlock> blocks = [];
    private readonly List<IReadOnlyList<string>> rows = [];
    private bool blank;
    private bool bold;
    private int line;

    public void Take(string raw)
    {
        line++;
        if (string.IsNullOrWhiteSpace(raw))
        {
            EndTable();
            (blank, bold) = (true, false);
        }
        else if (Row().IsMatch(raw))
        {
            rows.Add([.. raw.Trim().Trim('|').Split('|').Select(cell => Plain(cell.Replace("**", "", StringComparison.Ordinal)).Trim())]);
        }
        else
        {
            EndTable();
            foreach (var part in Break().Split(raw))
            {
                Add(part);
            }
        }
    }

    public IReadOnlyList<SourceBlock> Finish()
    {
        EndTable();
        return blocks;
    }

    private void Add(string raw)
    {
        var heading = Heading().Match(raw);
        var text = Tags().Replace(heading.Success ? heading.Groups[2].Value : raw, "");
        var runs = Runs(text, heading.Success);
        if (runs.Count == 0)
        {
            return;
        }

        blocks.Add(new SourceBlock(runs, $"dòng {line}") { Number = line, AfterBlank = blank, OutlineLevel = heading.Success ? heading.Groups[1].Length - 1 : null });
        blank = false;
    }

    private List<TextRun> Runs(string text, bool heading)
    {
        var runs = new List<TextRun>();
        var pieces = text.Split("**");
        for (var index = 0; index < pieces.Length; index++)
        {
            bold = index > 0 ? !bold : bold;
            var piece = Plain(pieces[index]);
            if (piece.Length > 0)
            {
                runs.Add(new TextRun(piece, bold || heading));
            }
        }

        return runs.Exists(run => !string.IsNullOrWhiteSpace(run.Text)) ? runs : [];
    }

    private void EndTable()
    {
        if (rows.Count > 0)
        {
            var cells = rows.Where(row => !row.All(cell => Rule().IsMatch(cell))).Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Select(cell => (IReadOnlyList<string>)[.. Break().Split(cell).Where(part => part.Length > 0)])]).ToList();
            blocks.Add(new SourceBlock([], $"bảng trước dòng {line}") { Number = line - rows.Count, Cells = cells, AfterBlank = blank });
            rows.Clear();
            blank = false;
        }
    }

    private static string Plain(string text) => Escaped().Replace(Underscored().Replace(Emphasis().Replace(text, "$1"), "$1"), "$1").Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*\|.*\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^:?-*:?$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?(?:u|b|i|em|strong|center|sup|sub|p|div|span)(?:\s[^<>]{0,200})?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"(?<![\w*])\*(?=[^\s*])([^*]{1,300})(?<=[^\s*])\*(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<![\p{L}\d_\\])_(?=[^\s_])([^_]{1,300})(?<=[^\s_\\])_(?![\p{L}\d_])")]
    private static partial Regex Underscored();

    [GeneratedRegex(@"\\([-.*_#()\[\]!+>|/])")]
    private static partial Regex Escaped();
}
