using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Tests.Reading;

/// <summary>Lays a text out another way, as mail programs, PDF readers and word processors do.</summary>
internal static partial class Wrapping
{
    /// <summary>Long lines cut at a width.</summary>
    public static string Wrap(string text, int width)
    {
        text = IsWrapped(text) ? Unwrap(text) : text;
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var length = 0;
            foreach (var word in line.Length <= width ? [line] : line.Split(' '))
            {
                if (length > 0 && length + word.Length + 1 > width)
                {
                    wrapped.Append('\n');
                    length = 0;
                }

                wrapped.Append(length == 0 ? "" : " ").Append(word);
                length += word.Length + 1;
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString();
    }

    /// <summary>Each clause of the body on one line; header, title and end as they are.</summary>
    public static string Unwrap(string text)
    {
        var draft = ImportTests.Read(Encoding.UTF8.GetBytes(text));
        var clauses = draft.Text.Clauses;
        var lines = text.Split('\n');
        var first = draft.Source.LineOf(clauses[0].Id)!.Value - 1;
        var end = Array.FindLastIndex(lines, line => line.StartsWith("Nơi nhận", StringComparison.Ordinal));
        return string.Join('\n', [.. lines[..first], .. clauses.Where(clause => clause.Rows is null).SelectMany(clause => new[] { clause.FullText, "" }), .. lines[end..]]);
    }

    /// <summary>A number of a page every 45 lines, between paragraphs.</summary>
    public static string Pages(string text, string form)
    {
        var lines = text.Split('\n').ToList();
        var end = lines.FindLastIndex(line => line.StartsWith("Nơi nhận", StringComparison.Ordinal));
        var page = 2;
        for (var index = 45; index < end; index += 45)
        {
            var blank = lines.FindIndex(index, string.IsNullOrWhiteSpace);
            if (blank > 0 && blank < end)
            {
                lines.InsertRange(blank, ["", string.Format(System.Globalization.CultureInfo.InvariantCulture, form, page++)]);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>The text as a page: a paragraph for each block, bold where it was.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        foreach (var line in Paragraphs(text))
        {
            html.Append("<p>").Append(Bold().Replace(System.Net.WebUtility.HtmlEncode(line), "<b>$1</b>").Replace("   ", "&nbsp; &nbsp;", StringComparison.Ordinal)).Append("</p>\n");
        }

        return html.Append("</body></html>").ToString();
    }

    private static bool IsWrapped(string text) => text.Split('\n').Count(line => line.Length > 100) < 5;

    // Wrapped texts are unwrapped first: a word processor has no lines.
    private static IEnumerable<string> Paragraphs(string text) =>
        (IsWrapped(text) ? Unwrap(text) : text)
            .Replace("**T/M", "T/M", StringComparison.Ordinal).Replace("**\n", "\n", StringComparison.Ordinal).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();
}
