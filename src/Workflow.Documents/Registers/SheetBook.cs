using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Workflow.Documents.Registers;

/// <summary>An opened workbook: its first sheet that is shown, its texts and which of its styles are days.</summary>
internal sealed class SheetBook(ZipArchive zip, CancellationToken ct)
{
    private const int MostTexts = 400_000;
    private const int LongestCell = 4_000;
    private const long MostBytes = 64_000_000;

    private long unpacked;
    private List<string> texts = [];
    private List<bool> dates = [];
    private bool from1904;

    public Sheet Read()
    {
        if (First() is not { } first)
        {
            return Sheet.Refused("Tệp Excel không có trang tính nào. Đồng chí chọn đúng tệp sổ văn bản.");
        }

        texts = Texts();
        dates = DateStyles();
        return new(first.Name, Rows(first.Path), null);
    }

    // The sheet's part is named through the workbook's relationships.
    private (string Name, string Path)? First()
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in Elements("xl/_rels/workbook.xml.rels", "Relationship"))
        {
            links[link.GetAttribute("Id") ?? ""] = link.GetAttribute("Target") ?? "";
        }

        (string, string)? found = null;
        foreach (var one in Elements("xl/workbook.xml", "sheet", "workbookPr"))
        {
            if (one.LocalName == "workbookPr")
            {
                from1904 = one.GetAttribute("date1904") is "1" or "true";
            }
            else if (found is null && one.GetAttribute("state") is not ("hidden" or "veryHidden") && links.TryGetValue(one.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "", out var target))
            {
                found = (one.GetAttribute("name") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target);
            }
        }

        return found;
    }

    private List<string> Texts()
    {
        var all = new List<string>();
        foreach (var item in Elements("xl/sharedStrings.xml", "si"))
        {
            all.Add(Words(item));
            if (all.Count > MostTexts)
            {
                throw new SheetLimitException("Tệp Excel có quá nhiều ô chữ. Đồng chí tách sổ theo năm rồi nhập từng tệp.");
            }
        }

        return all;
    }

    // Which cell styles show a day: built-in formats 14-22 and those whose code has days or years outside quotes.
    private List<bool> DateStyles()
    {
        var custom = new Dictionary<string, bool>(StringComparer.Ordinal);
        var styles = new List<bool>();
        var inCells = false;
        foreach (var one in Elements("xl/styles.xml", "numFmt", "cellXfs", "cellStyleXfs", "xf"))
        {
            switch (one.LocalName)
            {
                case "numFmt":
                    var code = one.GetAttribute("formatCode") ?? "";
                    custom[one.GetAttribute("numFmtId") ?? ""] = Bare(code).AsSpan().IndexOfAny("dyDY") >= 0;
                    break;
                case "cellXfs" or "cellStyleXfs":
                    inCells = one.LocalName == "cellXfs";
                    break;
                case "xf" when inCells:
                    var id = one.GetAttribute("numFmtId") ?? "0";
                    styles.Add(custom.TryGetValue(id, out var isDate) ? isDate : int.TryParse(id, CultureInfo.InvariantCulture, out var number) && number is >= 14 and <= 22);
                    break;
            }
        }

        return styles;
    }

    // Without quoted words and colours: [Red]"ngày" dd/mm.
    private static string Bare(string code)
    {
        var bare = new System.Text.StringBuilder();
        var (quoted, bracket) = (false, false);
        foreach (var one in code)
        {
            (quoted, bracket) = one switch { '"' => (!quoted, bracket), '[' when !quoted => (quoted, true), ']' when !quoted => (quoted, false), _ => (quoted, bracket) };
            bare.Append(quoted || bracket || one is '"' or ']' ? ' ' : one);
        }

        return bare.ToString();
    }

    private List<SheetRow> Rows(string path)
    {
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (var row in Elements(path, "row"))
        {
            ct.ThrowIfCancellationRequested();
            number = int.TryParse(row.GetAttribute("r"), CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            var cells = Cells(row);
            if (cells.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            rows.Add(new(number, cells));
            if (rows.Count > SheetReader.MostRows)
            {
                throw new SheetLimitException("Trang tính có hơn 20.000 dòng. Đồng chí tách sổ theo năm rồi nhập từng tệp.");
            }
        }

        return rows;
    }

    private List<string> Cells(XmlReader row)
    {
        var cells = new List<string>();
        using var inside = row.ReadSubtree();
        while (inside.Read())
        {
            if (inside is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = Column(inside.GetAttribute("r")) ?? cells.Count;
            if (column >= SheetReader.MostColumns)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Value(inside);
        }

        return cells;
    }

    private string Value(XmlReader cell)
    {
        var (kind, style) = (cell.GetAttribute("t") ?? "n", cell.GetAttribute("s"));
        var (value, words) = ("", "");
        using (var inside = cell.ReadSubtree())
        {
            while (inside.Read())
            {
                if (inside is { NodeType: XmlNodeType.Element, LocalName: "v" })
                {
                    value = Text(inside);
                }
                else if (inside is { NodeType: XmlNodeType.Element, LocalName: "is" })
                {
                    words = Words(inside);
                }
            }
        }

        return Tidy(kind switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < texts.Count ? texts[index] : "",
            "inlineStr" => words,
            "n" or "" when value.Length > 0 => Number(value, style),
            "e" => "",
            _ => value,
        });
    }

    // Day 1 is 1 January 1900; spreadsheets count a 29 February 1900 that never was.
    private string Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        var isDate = int.TryParse(style, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < dates.Count && dates[index];
        return isDate && number is >= 61 and < 200_000
            ? new DateOnly(from1904 ? 1904 : 1899, from1904 ? 1 : 12, from1904 ? 1 : 30).AddDays((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Math.Abs(number) < 1e15 && Math.Floor(number) == number ? ((long)number).ToString(CultureInfo.InvariantCulture) : value;
    }

    private static int? Column(string? place)
    {
        var column = 0;
        foreach (var one in place ?? "")
        {
            if (one is < 'A' or > 'Z' || column > SheetReader.MostColumns)
            {
                break;
            }

            column = (column * 26) + one - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    // Rich text is in pieces; how a word is spoken (rPh) is no part of it.
    private static string Words(XmlReader item)
    {
        var words = new System.Text.StringBuilder();
        using var inside = item.ReadSubtree();
        while (inside.Read())
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                inside.Skip();
            }

            if (inside is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                words.Append(Text(inside));
            }
        }

        return words.ToString();
    }

    private static string Text(XmlReader reader)
    {
        using var inside = reader.ReadSubtree();
        var text = new System.Text.StringBuilder();
        while (inside.Read())
        {
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(inside.Value);
            }
        }

        return text.ToString();
    }

    private static string Tidy(string text)
    {
        var tidy = string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return tidy.Length > LongestCell ? throw new SheetLimitException("Có ô dài hơn 4.000 chữ, không phải là sổ văn bản bình thường. Đồng chí chọn đúng tệp.") : tidy;
    }

    // Elements of these names in order; the caller may read into one before it asks for the next.
    private IEnumerable<XmlReader> Elements(string path, params string[] names)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            yield break;
        }

        using var counted = new CountedStream(entry.Open(), read =>
        {
            unpacked += read;
            return unpacked > MostBytes ? throw new SheetLimitException("Tệp Excel giải nén vượt 64 MB. Đồng chí lưu lại tệp chỉ gồm sổ văn bản rồi tải lên.") : read;
        });
        using var reader = XmlReader.Create(counted, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName))
            {
                yield return reader;
            }
        }
    }
}
