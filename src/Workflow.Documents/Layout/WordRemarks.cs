using System.Globalization;
using System.Text;
using Workflow.Domain;

namespace Workflow.Documents.Layout;

/// <summary>The comments of a Word file that we write: who, when, what, which answers which, and which are settled.</summary>
internal sealed class WordRemarks
{
    /// <summary>Content types of the two parts.</summary>
    public const string Types = "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"
        + "<Override PartName=\"/word/commentsExtended.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml\"/>";

    /// <summary>Relationships of the document to the two parts.</summary>
    public const string Relations = "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>"
        + "<Relationship Id=\"rId5\" Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" Target=\"commentsExtended.xml\"/>";

    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private const double Size = 10;

    private readonly StringBuilder comments = new();
    private readonly StringBuilder threads = new();
    private int count;

    public bool Any => count > 0;

    /// <summary>A time as Word writes it: the clock on the wall, whatever the letter at its end says.</summary>
    public static string Time(DateTimeOffset at) => VietnamTime.Local(at).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";

    /// <summary>The mark where the words of a comment begin.</summary>
    public static string Start(int comment) => $"<w:commentRangeStart w:id=\"{comment}\"/>";

    /// <summary>The mark where they end; after it comes <see cref="Reference"/>.</summary>
    public static string End(int comment) => $"<w:commentRangeEnd w:id=\"{comment}\"/>";

    /// <summary>The run that ties the comment to the text.</summary>
    public static string Reference(int comment) => $"<w:r><w:commentReference w:id=\"{comment}\"/></w:r>";

    /// <summary>Adds a comment, each line of it a paragraph; its number.</summary>
    public int Add(string author, DateTimeOffset at, string text, bool done, int? answerTo)
    {
        var id = count++;
        var lines = text.Split('\n');
        comments.Append("<w:comment w:id=\"").Append(id).Append("\" w:author=\"").Append(WordFile.Escape(author)).Append("\" w:date=\"").Append(Time(at)).Append("\" w:initials=\"").Append(WordFile.Escape(Initials(author))).Append("\">");
        for (var line = 0; line < lines.Length; line++)
        {
            // What a thread knows of a comment hangs on its last paragraph.
            comments.Append("<w:p").Append(line == lines.Length - 1 ? $" w14:paraId=\"{Paragraph(id)}\"" : "").Append('>').Append(WordFile.Run(lines[line], Size)).Append("</w:p>");
        }

        comments.Append("</w:comment>");
        threads.Append("<w15:commentEx w15:paraId=\"").Append(Paragraph(id)).Append('"').Append(answerTo is { } parent ? $" w15:paraIdParent=\"{Paragraph(parent)}\"" : "").Append(" w15:done=\"").Append(done ? 1 : 0).Append("\"/>");
        return id;
    }

    public string Comments() => $"<w:comments xmlns:w=\"{Main}\" xmlns:w14=\"{Word2010}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\">{comments}</w:comments>";

    public string Threads() => $"<w15:commentsEx xmlns:w15=\"{Word2012}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w15\">{threads}</w15:commentsEx>";

    // Eight hexadecimal digits, below 80000000, as Word wants them.
    private static string Paragraph(int comment) => (0x10000000 + comment).ToString("X8", CultureInfo.InvariantCulture);

    private static string Initials(string author) => string.Concat(author.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(word => char.ToUpperInvariant(word[0])));
}
