using System.Text;
using Workflow.Domain.Layouts;
using static Workflow.Documents.Layout.PdfFile;

namespace Workflow.Documents.Layout;

/// <summary>An element of the structure tree: its role and the marked contents that belong to it.</summary>
internal sealed class Tagged(string role)
{
    /// <summary>What is on the page and not in the document: page numbers, rules, repeated rows.</summary>
    public static Tagged Artifact { get; } = new("Artifact");

    public string Role { get; } = role;

    /// <summary>A form field that the element holds, or null.</summary>
    public int? Field { get; init; }

    public List<(int Page, int Mark)> Marks { get; } = [];

    public List<Tagged> Children { get; } = [];
}

/// <summary>The pages of a paper: a cursor that moves down, marked text, rules, page numbers.</summary>
internal sealed class PdfPages(LayoutProfile profile, bool landscape = false)
{
    /// <summary>Most pages laid out.</summary>
    public const int MaxPages = 400;

    private readonly List<StringBuilder> contents = [];
    private readonly List<int> marks = [];
    private int before;

    // Their fields come first in the file's form.
    private const int FieldsOfSigners = 2;

    public PdfFonts Fonts { get; } = new();

    /// <summary>Lines that are filled later.</summary>
    public List<OpenLine> OpenLines { get; } = [];

    public Tagged Document { get; } = new("Document");

    public List<(string Title, int Level, int Page, double Top)> Bookmarks { get; } = [];

    public int Page => contents.Count - 1;

    public int Count => contents.Count;

    /// <summary>Top of the next line, from the top edge of the page.</summary>
    public double Y { get; set; }

    public double PageWidth { get; } = WordFile.PointsOfMm(landscape ? profile.HeightMm : profile.WidthMm);

    public double PageHeight { get; } = WordFile.PointsOfMm(landscape ? profile.WidthMm : profile.HeightMm);

    public double Left { get; } = WordFile.PointsOfMm(profile.LeftMm);

    public double Width { get; } = WordFile.PointsOfMm(landscape ? profile.HeightMm : profile.WidthMm) - WordFile.PointsOfMm(profile.LeftMm) - WordFile.PointsOfMm(profile.RightMm);

    public double Top { get; } = WordFile.PointsOfMm(profile.TopMm);

    public double Bottom { get; private set; }

    /// <summary>Height of the text on a page without footnotes.</summary>
    public double WholeHeight { get; } = WordFile.PointsOfMm(landscape ? profile.WidthMm : profile.HeightMm) - WordFile.PointsOfMm(profile.TopMm) - WordFile.PointsOfMm(profile.BottomMm);

    /// <summary>Room left above the foot of this page.</summary>
    public double Room => Bottom - Y + 0.01;

    public bool AtTop => Y <= Top + 0.01;

    public void NewPage()
    {
        if (contents.Count >= MaxPages)
        {
            throw new LayoutLimitException($"Văn bản dài quá {MaxPages} trang, vượt giới hạn của chương trình.");
        }

        contents.Add(new StringBuilder());
        marks.Add(0);
        Y = Top;
        Bottom = PageHeight - WordFile.PointsOfMm(profile.BottomMm);
        if (contents.Count - before > 1)
        {
            PageNumber();
        }
    }

    /// <summary>A page that begins a paper of its own: it bears no number, and those after it are counted from it.</summary>
    public void NewSheet()
    {
        before = contents.Count;
        NewPage();
    }

    /// <summary>Keeps room at the foot of this page, for footnotes.</summary>
    public void Reserve(double height) => Bottom -= height;

    public bool Fits(double height) => height <= Room;

    /// <summary>Leaves a line open: a field of the file, as high as its words with their gaps. Answers the top of what follows.</summary>
    public double Open(string name, string title, string words, double x, double width, double top, double size, double height, TrueTypeFont font)
    {
        var deep = height * LineBreaking.Lines(words, size, width, font == TrueTypeFont.Bold, font == TrueTypeFont.Italic).Count;
        _ = Tag("Form", field: FieldsOfSigners + OpenLines.Count);
        OpenLines.Add(new(name, title, Page, x, PageHeight - top - deep, width, deep, font, size, height, words));
        return top + deep;
    }

    public Tagged Tag(string role, Tagged? parent = null, int? field = null)
    {
        if (parent == Tagged.Artifact)
        {
            return parent;
        }

        var tag = new Tagged(role) { Field = field };
        (parent ?? Document).Children.Add(tag);
        return tag;
    }

    /// <summary>Draws a line of pieces within a slot of exact height; justified when <paramref name="stretchTo"/> is given.</summary>
    public void Line(TextLine line, double x, double top, double height, Tagged tag, double? stretchTo = null)
    {
        var gaps = line.Pieces.Take(line.Pieces.Count - 1).Sum(piece => piece.Spaces);
        var extra = stretchTo is { } width && gaps > 0 ? Math.Max(0, width - line.Width) / gaps : 0;
        var content = contents[^1];
        if (tag == Tagged.Artifact)
        {
            content.Append("/Artifact << /Type /Pagination >> BDC\nBT\n");
        }
        else
        {
            content.Append('/').Append(tag.Role).Append(" << /MCID ").Append(marks[^1]).Append(" >> BDC\nBT\n");
            tag.Marks.Add((Page, marks[^1]++));
        }

        var baseline = PageHeight - top - (height * 0.76);
        var at = x;
        for (var i = 0; i < line.Pieces.Count; i++)
        {
            var piece = line.Pieces[i];
            // A line that goes on ends with its space, so that the words stay apart when they are copied or read aloud.
            var spaces = i + 1 < line.Pieces.Count || line.IsLast ? i + 1 < line.Pieces.Count ? piece.Spaces : 0 : Math.Min(1, piece.Spaces);
            content.Append('/').Append(PdfFonts.Resource(piece.Font)).Append(' ').Append(Num(piece.Size)).Append(" Tf 1 0 0 1 ").Append(Num(at)).Append(' ')
                .Append(Num(baseline + (piece.Raised ? height * 0.25 : 0))).Append(" Tm <").Append(Fonts.Encode(piece.Font, spaces > 0 ? piece.Text + new string(' ', spaces) : piece.Text)).Append("> Tj\n");
            at += piece.Width + (spaces > 0 ? piece.SpaceWidth + (extra * spaces) : 0);
        }

        content.Append("ET\nEMC\n");
    }

    /// <summary>Text of one style in a box, broken where needed, placed left, centred or right. Answers the top of what follows.</summary>
    public double Text(string text, double x, double width, double top, double size, double height, bool bold, bool italic, Tagged tag, double align = 0.5)
    {
        if (text.Length == 0)
        {
            return top;
        }

        foreach (var line in LineBreaking.Lines(text, size, width, bold, italic))
        {
            Line(line, x + ((width - line.Width) * align), top, height, tag);
            top += height;
        }

        return top;
    }

    public void Rule(double x, double y, double width, double thickness = 0.75) => contents[^1]
        .Append("/Artifact BMC\n").Append(Num(thickness)).Append(" w ").Append(Num(x)).Append(' ').Append(Num(PageHeight - y)).Append(" m ")
        .Append(Num(x + width)).Append(' ').Append(Num(PageHeight - y)).Append(" l S\nEMC\n");

    public void Box(double x, double y, double width, double height) => contents[^1]
        .Append("/Artifact BMC\n0.5 w ").Append(Num(x)).Append(' ').Append(Num(PageHeight - y - height)).Append(' ').Append(Num(width)).Append(' ').Append(Num(height)).Append(" re S\nEMC\n");

    public IEnumerable<byte[]> Contents => contents.Select(content => Encoding.ASCII.GetBytes(content.ToString()));

    public int MarksOn(int page) => marks[page];

    private void PageNumber()
    {
        var font = TrueTypeFont.Regular;
        var text = (contents.Count - before).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var width = font.Width(text, profile.PageNumberPt);
        contents[^1].Append("/Artifact << /Type /Pagination /Subtype /Header >> BDC\nBT\n/").Append(PdfFonts.Resource(font)).Append(' ').Append(Num(profile.PageNumberPt)).Append(" Tf 1 0 0 1 ")
            .Append(Num(Left + ((Width - width) / 2))).Append(' ').Append(Num(PageHeight - WordFile.PointsOfMm(profile.PageNumberTopMm) - (profile.PageNumberPt * 0.9)))
            .Append(" Tm <").Append(Fonts.Encode(font, text)).Append("> Tj\nET\nEMC\n");
    }
}
