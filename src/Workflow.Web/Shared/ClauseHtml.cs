using Microsoft.AspNetCore.Html;
using Workflow.Activities.Drafting;
using Workflow.Domain.Texts;

namespace Workflow.Web.Shared;

/// <summary>A clause as it reads: label, text with bold and italic, and the words that remarks speak of marked.</summary>
public static class ClauseHtml
{
    /// <summary>The text stands in an element of its own, so that a selection in it can be counted from its first letter.</summary>
    public static IHtmlContent Of(Clause clause, IReadOnlyList<CommentRow> remarks)
    {
        var html = new HtmlContentBuilder();
        if (clause.Label.Length > 0)
        {
            html.Append(clause.Label).Append(" ");
        }

        html.AppendHtml("<span class=\"words\">");
        var marked = new bool[clause.Text.Length];
        foreach (var remark in remarks.Where(remark => remark.Length > 0 && remark.Start >= 0 && remark.Start + remark.Length <= marked.Length))
        {
            Array.Fill(marked, true, remark.Start, remark.Length);
        }

        var at = 0;
        foreach (var run in clause.Runs)
        {
            // A heading is bold as it is.
            var (open, close) = (run.Bold && clause.Kind != ClauseKind.Heading, run.Italic, run.Superscript) switch
            {
                (_, _, true) => ("<sup>", "</sup>"),
                (true, true, _) => ("<b><i>", "</i></b>"),
                (true, _, _) => ("<b>", "</b>"),
                (_, true, _) => ("<i>", "</i>"),
                _ => ("", ""),
            };
            html.AppendHtml(open);
            for (var from = 0; from < run.Text.Length;)
            {
                var to = from;
                while (to < run.Text.Length && marked[at + to] == marked[at + from])
                {
                    to++;
                }

                html.AppendHtml(marked[at + from] ? "<mark>" : "").Append(run.Text[from..to]).AppendHtml(marked[at + from] ? "</mark>" : "");
                from = to;
            }

            html.AppendHtml(close);
            at += run.Text.Length;
        }

        return html.AppendHtml("</span>");
    }
}
