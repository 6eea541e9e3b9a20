using System.Text.RegularExpressions;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Auditing;

/// <summary>Which lines of a measured file are which component of an official paper (36-HD, Appendix 1); what is not found is null or empty.</summary>
internal sealed partial class Components
{
    private Components()
    {
    }

    public MeasuredLine? Party { get; private set; }

    public MeasuredLine? Superior { get; private set; }

    public MeasuredLine? Organization { get; private set; }

    public MeasuredLine? Star { get; private set; }

    public MeasuredLine? Number { get; private set; }

    public MeasuredLine? Place { get; private set; }

    public MeasuredLine? DraftNote { get; private set; }

    public MeasuredLine? Kind { get; private set; }

    public List<MeasuredLine> Subject { get; } = [];

    public List<MeasuredLine> Body { get; } = [];

    public MeasuredLine? RecipientHeading { get; private set; }

    public List<MeasuredLine> Recipients { get; } = [];

    public MeasuredLine? Authority { get; private set; }

    public MeasuredLine? Position { get; private set; }

    public MeasuredLine? Name { get; private set; }

    /// <summary>Where the lines of the text begin and end, millimetres from the left edge; null when too few lines share an edge.</summary>
    public double? LeftEdge { get; private set; }

    public double? RightEdge { get; private set; }

    /// <summary>Lines that end at the right edge: they go on in the next.</summary>
    public bool GoesOn(MeasuredLine line) => RightEdge is { } edge && Math.Abs(line.RightMm - edge) < 0.5;

    /// <summary>Numbers of pages, by page.</summary>
    public Dictionary<int, MeasuredLine> PageNumbers { get; } = [];

    public static Components Of(MeasuredFile file, LayoutProfile layout)
    {
        var found = new Components();
        var lines = new List<MeasuredLine>();
        foreach (var page in file.Pages)
        {
            foreach (var line in page.Lines)
            {
                // A page number stands alone in the top margin.
                if (line.Page > 0 && Digits().IsMatch(line.Text) && line.BaselineMm < layout.TopMm + 3 && line.Words.Count == 1)
                {
                    found.PageNumbers.TryAdd(page.Number, line);
                }
                else
                {
                    lines.Add(line);
                }
            }
        }

        var kind = lines.FindIndex(line => line.Columns().Count() == 1 && DocumentType.Named(line.Text) is not null && IsCapital(line.Text));
        found.Head(kind < 0 ? lines.Take(14) : lines.Take(kind), layout);
        var body = kind < 0 ? lines.FindLastIndex(Math.Min(13, lines.Count - 1), line => found.IsOfHead(line)) + 1 : found.Title(lines, kind);
        // The tail begins with the last "Nơi nhận", or beside it with the authority.
        var tail = lines.FindLastIndex(line => line.Columns().Any(part => RecipientsWord().IsMatch(part.Text)));
        var authority = lines.FindLastIndex(line => line.Columns().Any(part => AuthorityWord().IsMatch(part.Text) && part.Text.Length < 80));
        var end = new[] { tail, authority }.Where(one => one >= body).DefaultIfEmpty(lines.Count).Min();
        found.Body.AddRange(lines.Skip(body).Take(end - body));
        found.Tail(lines.Skip(end), file);
        found.RightEdge = Edge(found.Body.Where(line => line.RightMm - line.LeftMm > file.Pages[0].WidthMm * 0.45).Select(line => line.RightMm), false);
        found.LeftEdge = Edge(found.Body.Concat(found.RecipientHeading is { } heading ? [heading, .. found.Recipients] : []).Select(line => line.LeftMm), true);
        return found;
    }

    // The outermost edge that several lines share to a fraction of a millimetre: justified lines end at one place, wrapped ones begin at one.
    private static double? Edge(IEnumerable<double> edges, bool fromLeft)
    {
        var all = edges.Where(double.IsFinite).ToList();
        var enough = Math.Max(3, all.Count / 50);
        var shared = all.Order().ToList();
        if (!fromLeft)
        {
            shared.Reverse();
        }

        for (var at = 0; at + enough <= shared.Count; at++)
        {
            if (Math.Abs(shared[at] - shared[at + enough - 1]) < 0.3)
            {
                return shared[at + (enough / 2)];
            }
        }

        return null;
    }

    private bool IsOfHead(MeasuredLine line) => line.Columns().Any(part => Same(part, Party) || Same(part, Number) || Same(part, Place) || Same(part, Star) || Same(part, Organization) || Same(part, DraftNote));

    private static bool Same(MeasuredLine part, MeasuredLine? other) => other is not null && part.Page == other.Page && part.Number == other.Number && part.Text == other.Text;

    private void Head(IEnumerable<MeasuredLine> lines, LayoutProfile layout)
    {
        var left = new List<MeasuredLine>();
        foreach (var part in lines.SelectMany(line => line.Columns()))
        {
            if (Party is null && Tight(part.Text) == Tight(layout.PartyTitle))
            {
                Party = part;
            }
            else if (StarWord().IsMatch(part.Text))
            {
                Star ??= part;
            }
            else if (NumberWord().IsMatch(part.Text))
            {
                Number ??= part;
            }
            else if (PlaceWord().IsMatch(part.Text))
            {
                Place ??= part;
            }
            else if (part.Text.StartsWith("Dự thảo", StringComparison.OrdinalIgnoreCase))
            {
                DraftNote ??= part;
            }
            else if (Number is null && part.Text.Length > 3 && IsCapital(part.Text) && part.Text.Any(char.IsLetter))
            {
                left.Add(part);
            }
        }

        Organization = left.LastOrDefault();
        Superior = left.Count > 1 ? left[0] : null;
    }

    private int Title(List<MeasuredLine> lines, int kind)
    {
        Kind = lines[kind];
        var at = kind + 1;
        for (; at < lines.Count && at < kind + 12 && !RuleWord().IsMatch(lines[at].Text) && lines[at].Bold && !HeadingWord().IsMatch(lines[at].Text); at++)
        {
            Subject.Add(lines[at]);
        }

        return at < lines.Count && RuleWord().IsMatch(lines[at].Text) ? at + 1 : at;
    }

    private void Tail(IEnumerable<MeasuredLine> lines, MeasuredFile file)
    {
        var right = new List<MeasuredLine>();
        foreach (var part in lines.SelectMany(line => line.Columns()))
        {
            var isLeft = part.Page > 0 ? part.LeftMm < file.Pages[Math.Min(part.Page, file.Pages.Count) - 1].WidthMm / 2 - 5 && !AuthorityWord().IsMatch(part.Text) : part.Paragraph?.Cell is 1 || (part.Paragraph?.Cell == 0 && (RecipientsWord().IsMatch(part.Text) || part.Text.StartsWith('-')));
            if (RecipientHeading is null && RecipientsWord().IsMatch(part.Text))
            {
                RecipientHeading = part;
            }
            else if (isLeft && RecipientHeading is not null)
            {
                Recipients.Add(part);
            }
            else if (!isLeft)
            {
                right.Add(part);
            }
        }

        Authority = right.FirstOrDefault(part => AuthorityWord().IsMatch(part.Text));
        var below = right.SkipWhile(part => part != Authority).Skip(Authority is null ? 0 : 1).ToList();
        // A long authority line goes on in the next one, bold as it is; the position is not bold.
        Position = below.FirstOrDefault(part => IsCapital(part.Text) && PositionWord().IsMatch(part.Text));
        Name = below.LastOrDefault(part => part != Position && !IsCapital(part.Text) && part.Text.Split(' ').Length is >= 2 and <= 7);
    }

    private static bool IsCapital(string text) => !text.Any(char.IsLower);

    private static string Tight(string text) => string.Concat(text.Normalize().Where(char.IsLetter)).ToUpperInvariant();

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^Nơi\s+nhận", RegexOptions.IgnoreCase)]
    private static partial Regex RecipientsWord();

    [GeneratedRegex(@"^(?:T/M|K/T|T/L|TM\.?|KT\.?|TL\.?|Q\.)\s+\p{Lu}{2}")]
    private static partial Regex AuthorityWord();

    [GeneratedRegex(@"^(?:BÍ THƯ|PHÓ|CHÁNH|CHỦ|TRƯỞNG|KIÊM|ỦY VIÊN|UỶ VIÊN)")]
    private static partial Regex PositionWord();

    [GeneratedRegex(@"^[*⁎∗]$")]
    private static partial Regex StarWord();

    [GeneratedRegex(@"^Số(?:\s|:|$)")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"ngày\b.*tháng\b.*năm\b")]
    private static partial Regex PlaceWord();

    [GeneratedRegex(@"^[-–—_=]{3,}$")]
    private static partial Regex RuleWord();

    [GeneratedRegex(@"^(?:[IVX]+|\d+|[A-Z])[.)]\s|^(?:PHẦN|CHƯƠNG|Điều)\s")]
    private static partial Regex HeadingWord();
}
