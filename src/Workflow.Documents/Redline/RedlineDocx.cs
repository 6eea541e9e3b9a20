using System.Globalization;
using Workflow.Documents.Layout;
using Workflow.Domain.Texts;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Redline;

/// <summary>A Word file with real tracked changes: accepting all gives the new text, refusing all the old one.</summary>
public static class RedlineDocx
{
    /// <summary>Writes the .docx; author and time stand at each change.</summary>
    public static byte[] Render(DraftText before, DraftText after, string author, DateTimeOffset at, LayoutProfile profile)
    {
        var file = new WordFile(profile);
        var id = 0;
        string Mark() => $"w:id=\"{++id}\" w:author=\"{Escape(author)}\" w:date=\"{at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\"";
        string Inserted(string runs) => $"<w:ins {Mark()}>{runs}</w:ins>";
        string Deleted(string runs) => $"<w:del {Mark()}>{runs.Replace("<w:t xml:space", "<w:delText xml:space", StringComparison.Ordinal).Replace("</w:t>", "</w:delText>", StringComparison.Ordinal)}</w:del>";
        string Text(string text, Clause clause) => Run(text, profile.BodyPt, clause.Kind == ClauseKind.Heading || clause.Id is "title" or "subject" or "authority");

        string Whole(Clause clause, Func<string, string> wrap, string mark)
        {
            var lines = clause.Kind == ClauseKind.Table ? clause.Rows!.Select(row => string.Join(" | ", row)) : [clause.FullText];
            return string.Concat(lines.Select(line => Body(wrap(Text(line, clause)), clause, profile, $"<w:rPr><w:{mark} {Mark()}/></w:rPr>")));
        }

        foreach (var change in TextComparison.Compare(before, after).Changes)
        {
            switch (change.Kind)
            {
                case ChangeKind.Inserted:
                case ChangeKind.Moved when change.After is not null:
                    file.Add(Whole(change.After!, Inserted, "ins"));
                    break;
                case ChangeKind.Deleted or ChangeKind.Moved:
                    file.Add(Whole(change.Before!, Deleted, "del"));
                    break;
                default:
                    var clause = change.After!;
                    file.Add(Body(
                        string.Concat(change.Pieces.Select(piece => piece.Kind switch
                        {
                            DiffKind.Inserted => Inserted(Text(piece.Text, clause)),
                            DiffKind.Deleted => Deleted(Text(piece.Text, clause)),
                            _ => Text(piece.Text, clause),
                        })),
                        clause,
                        profile,
                        null));
                    break;
            }
        }

        return file.Save("So sánh: " + after.Title);
    }

    private static string Body(string runs, Clause clause, LayoutProfile profile, string? mark)
    {
        var centred = clause.Id is "title" or "subject" || (clause.Kind == ClauseKind.Heading && clause.Level == 0);
        return Paragraph(runs, centred ? "center" : "both", profile.BeforePt, profile.LinePt, centred ? 0 : profile.IndentMm, mark: mark);
    }
}
