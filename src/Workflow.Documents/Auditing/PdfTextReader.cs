using System.Text;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Auditing;

/// <summary>Letters that were shown together, in the page's own points.</summary>
internal readonly record struct ShownWord(string Text, double X, double Y, double EndX, double EndY, double SizePt, MeasuredFont Font);

/// <summary>Follows the content streams of one page: the state of text and graphics, words where they are shown, level lines that are drawn (ISO 32000-1, 8 and 9).</summary>
internal sealed class PdfTextReader(byte[] bytes, PdfStructure file, PdfReadLimits limits, Dictionary<string, PdfTextFont> fonts)
{
    private const int DeepestForm = 8;
    private const int DeepestState = 200;
    private readonly List<ShownWord> words = [];
    private readonly Stack<State> kept = [];
    private State state = new();
    private PdfMatrix text = PdfMatrix.Identity;
    private PdfMatrix line = PdfMatrix.Identity;
    private (double X, double Y) point;

    public IReadOnlyList<ShownWord> Words => words;

    public List<(double X, double EndX, double Y)> Rules { get; } = [];

    /// <summary>The content of a stream object; null when there is none. A stream of a kind that holds no text reads as empty.</summary>
    public byte[]? Stream(string? reference)
    {
        if (PdfSyntax.Reference(reference) is not { } number || file.Object(number) is not { IsStream: true, Entries: { } entries } found)
        {
            return null;
        }

        var length = entries.GetValueOrDefault("Length");
        length = PdfSyntax.Reference(length) is { } indirect && file.Object(indirect) is { } value ? Encoding.Latin1.GetString(value.Raw).Trim() : length;
        var content = PdfStreams.Unpack(bytes, found.End, PdfSyntax.Int(length), entries);
        limits.Unpack(content.Length);
        return content;
    }

    public void Run(byte[] content, IReadOnlyDictionary<string, string>? resources, PdfMatrix start, int depth)
    {
        var (outer, floor) = (state, kept.Count);
        state = state with { Matrix = start.Then(depth == 0 ? PdfMatrix.Identity : state.Matrix) };
        var tokens = new PdfTokens(content);
        var operands = new List<PdfToken>();
        while (tokens.Next(out var token))
        {
            limits.Token();
            if (token.Kind != PdfTokenKind.Operator)
            {
                if (operands.Count < 10_000)
                {
                    operands.Add(token);
                }

                continue;
            }

            Operate(token.Name, operands, resources, depth, floor);
            operands.Clear();
        }

        while (kept.Count > floor)
        {
            kept.Pop();
        }

        state = outer;
    }

    private void Operate(string name, List<PdfToken> operands, IReadOnlyDictionary<string, string>? resources, int depth, int floor)
    {
        double N(int index) => index < operands.Count ? operands[index].Number : 0;
        switch (name)
        {
            case "q" when kept.Count < DeepestState:
                kept.Push(state);
                break;
            case "Q" when kept.Count > floor:
                state = kept.Pop();
                break;
            case "cm" when operands.Count >= 6:
                state = state with { Matrix = Six(operands).Then(state.Matrix) };
                break;
            case "BT":
                text = line = PdfMatrix.Identity;
                break;
            case "Tf" when operands.Count >= 2:
                state = state with { Font = Font(operands[0].Name, resources), Size = N(1) };
                break;
            case "Tc":
                state = state with { LetterSpace = N(0) };
                break;
            case "Tw":
                state = state with { WordSpace = N(0) };
                break;
            case "Tz":
                state = state with { Stretch = N(0) / 100 };
                break;
            case "TL":
                state = state with { Leading = N(0) };
                break;
            case "Ts":
                state = state with { Rise = N(0) };
                break;
            case "Tr":
                state = state with { IsInvisible = N(0) is 3 or 7 };
                break;
            case "Td":
                Move(N(0), N(1));
                break;
            case "TD":
                state = state with { Leading = -N(1) };
                Move(N(0), N(1));
                break;
            case "Tm" when operands.Count >= 6:
                text = line = Six(operands);
                break;
            case "T*":
                Move(0, -state.Leading);
                break;
            case "Tj" or "TJ":
                Show(operands);
                break;
            case "'":
                Move(0, -state.Leading);
                Show(operands);
                break;
            case "\"":
                state = state with { WordSpace = N(0), LetterSpace = N(1) };
                Move(0, -state.Leading);
                Show(operands);
                break;
            case "m":
                point = state.Matrix.Apply(N(0), N(1));
                break;
            case "l":
                Rule(point, point = state.Matrix.Apply(N(0), N(1)));
                break;
            case "re" when Math.Abs(N(3)) <= 2.5:
                Rule(state.Matrix.Apply(N(0), N(1)), state.Matrix.Apply(N(0) + N(2), N(1)));
                break;
            case "Do" when operands.Count > 0 && depth < DeepestForm:
                Form(operands[0].Name, resources, depth);
                break;
            default:
                break;
        }
    }

    private static PdfMatrix Six(List<PdfToken> operands) => new(operands[0].Number, operands[1].Number, operands[2].Number, operands[3].Number, operands[4].Number, operands[5].Number);

    private void Move(double x, double y) => text = line = new PdfMatrix(1, 0, 0, 1, x, y).Then(line);

    private void Rule((double X, double Y) from, (double X, double Y) to)
    {
        if (Math.Abs(from.Y - to.Y) < 0.5 && Math.Abs(from.X - to.X) > 10 && Rules.Count < 5_000)
        {
            Rules.Add((Math.Min(from.X, to.X), Math.Max(from.X, to.X), from.Y));
        }
    }

    private PdfTextFont? Font(string name, IReadOnlyDictionary<string, string>? resources)
    {
        if (file.Resolve(resources?.GetValueOrDefault("Font"))?.GetValueOrDefault(name) is not { } raw || file.Resolve(raw) is not { } entries)
        {
            return null;
        }

        if (!fonts.TryGetValue(raw, out var font))
        {
            fonts[raw] = font = new PdfTextFont(file, entries, Stream);
        }

        return font;
    }

    private void Form(string name, IReadOnlyDictionary<string, string>? resources, int depth)
    {
        if (file.Resolve(resources?.GetValueOrDefault("XObject"))?.GetValueOrDefault(name) is not { } raw || file.Resolve(raw) is not { } form || form.GetValueOrDefault("Subtype") != "/Form")
        {
            return;
        }

        limits.Form();
        var matrix = PdfSyntax.Items(form.GetValueOrDefault("Matrix")).ConvertAll(one => double.TryParse(one, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0);
        var (outerText, outerLine) = (text, line);
        Run(Stream(raw) ?? [], file.Resolve(form.GetValueOrDefault("Resources")) ?? resources, matrix is [var a, var b, var c, var d, var e, var f] ? new(a, b, c, d, e, f) : PdfMatrix.Identity, depth + 1);
        (text, line) = (outerText, outerLine);
    }

    private void Show(List<PdfToken> operands)
    {
        if (state.Font is not { } font)
        {
            return;
        }

        var word = new StringBuilder();
        (double X, double Y) start = default, end = default;
        var whole = text.Then(state.Matrix);
        // The height of a letter on the page, whatever turned or scaled it on the way.
        var size = Math.Abs(state.Size) * Math.Sqrt((whole.C * whole.C) + (whole.D * whole.D));
        void Finish()
        {
            if (word.Length > 0 && !state.IsInvisible && size is > 0.5 and < 500 && double.IsFinite(start.X + start.Y + end.X + end.Y))
            {
                words.Add(new(word.ToString(), start.X, start.Y, end.X, end.Y, size, font.Font));
            }

            word.Clear();
        }

        foreach (var operand in operands)
        {
            if (operand.Kind == PdfTokenKind.Number)
            {
                var shift = -operand.Number / 1000 * state.Size * state.Stretch;
                if (shift > 0.2 * Math.Abs(state.Size))
                {
                    Finish();
                }

                text = new PdfMatrix(1, 0, 0, 1, shift, 0).Then(text);
            }
            else if (operand.Kind == PdfTokenKind.Bytes)
            {
                foreach (var (letters, width, isSpace) in font.Read(operand.Bytes!))
                {
                    limits.Letters(Math.Max(1, letters.Length));
                    var at = text.Then(state.Matrix).Apply(0, state.Rise);
                    var glyph = width / 1000 * state.Size;
                    var advance = (glyph + state.LetterSpace + (isSpace ? state.WordSpace : 0)) * state.Stretch;
                    if (string.IsNullOrWhiteSpace(letters))
                    {
                        Finish();
                    }
                    else
                    {
                        start = word.Length == 0 ? at : start;
                        end = text.Then(state.Matrix).Apply(glyph * state.Stretch, state.Rise);
                        word.Append(letters);
                    }

                    text = new PdfMatrix(1, 0, 0, 1, advance, 0).Then(text);
                }
            }
        }

        Finish();
    }

    private sealed record State
    {
        public PdfMatrix Matrix { get; init; } = PdfMatrix.Identity;
        public PdfTextFont? Font { get; init; }
        public double Size { get; init; }
        public double LetterSpace { get; init; }
        public double WordSpace { get; init; }
        public double Stretch { get; init; } = 1;
        public double Leading { get; init; }
        public double Rise { get; init; }
        public bool IsInvisible { get; init; }
    }
}
