using Microsoft.AspNetCore.Html;
using Workflow.Activities.Drafting;

namespace Workflow.Web.Shared;

/// <summary>Marks what came and what went, letter for letter: no blank that is not in the text.</summary>
public static class Redline
{
    /// <summary>The pieces as &lt;ins&gt; and &lt;del&gt;, figures with a class of their own; texts are encoded.</summary>
    public static IHtmlContent Html(IEnumerable<ChangePiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var (fate, text) in pieces)
        {
            var (open, close) = fate switch
            {
                "ins" => ("<ins>", "</ins>"),
                "del" => ("<del>", "</del>"),
                "insfig" => ("<ins class=\"figure\">", "</ins>"),
                "delfig" => ("<del class=\"figure\">", "</del>"),
                _ => ("", ""),
            };
            html.AppendHtml(open).Append(text).AppendHtml(close);
        }

        return html;
    }
}
