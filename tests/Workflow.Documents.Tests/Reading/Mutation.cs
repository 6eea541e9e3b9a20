using System.IO.Compression;
using System.Text;

namespace Workflow.Documents.Tests.Reading;

/// <summary>Damages files at random, outside (bytes of the file) and inside (XML of a Word file, letters of a text).</summary>
internal static class Mutation
{
    private static readonly string[] Words =
    [
        "Nơi nhận:", "T/M ĐẢNG ỦY", "I. ", "1. ", "a) ", "(1) ", "- ", "PHỤ LỤC", "NGHỊ QUYẾT", "Số 99999-NQ/ĐU", "ngày 99/99/9999", "2147483648", "-1", "\0", "\uFFFF", "\t\t\t\t", "| a | b |", "**", "# ",
        "<w:p>", "</w:p>", "<w:tbl>", "<w:ins>", "<w:numId w:val=\"99999999999\"/>", "<w:ilvl w:val=\"-5\"/>", "<w:br/>", "<w:footnoteReference w:id=\"2\"/>", "<![CDATA[", "&#x0;", "&lt;", "%9%1%2",
    ];

    public static byte[] Of(byte[] file, Random random) => random.Next(3) == 0 ? Bytes(file, random)
        : file is [0x50, 0x4B, ..] ? Inside(file, random)
        : file is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Letters(Encoding.Unicode.GetString(file.AsSpan(2)), random))).ToArray()
        : Encoding.UTF8.GetBytes(Letters(Encoding.UTF8.GetString(file), random));

    // Words, lines and stretches of a text put in, doubled, moved and dropped.
    private static string Letters(string text, Random random)
    {
        for (var edits = random.Next(1, 15); edits > 0 && text.Length > 20; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 300), text.Length - at);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                2 => text.Insert(at, Words[random.Next(Words.Length - 12)]),
                3 => text.Insert(at, "\n"),
                4 => text.Insert(at, new string(" \t.-*|#\u00A0"[random.Next(8)], random.Next(1, 400))),
                _ => text.Remove(at, length).Insert(random.Next(text.Length - length), text.Substring(at, length)),
            };
        }

        return text;
    }

    private static byte[] Bytes(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var edits = random.Next(1, 20); edits > 0 && bytes.Count > 10; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
                    break;
                default:
                    bytes.RemoveRange(random.Next(bytes.Count / 2, bytes.Count), 0);
                    break;
            }
        }

        return random.Next(6) == 0 ? [.. bytes.Take(random.Next(bytes.Count))] : [.. bytes];
    }

    private static byte[] Inside(byte[] file, Random random)
    {
        using var changed = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
        using (var target = new ZipArchive(changed, ZipArchiveMode.Create, true))
        {
            foreach (var entry in source.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                using var writer = new StreamWriter(target.CreateEntry(entry.FullName).Open());
                writer.Write(entry.FullName.StartsWith("word/", StringComparison.Ordinal) ? Xml(text, random) : text);
            }
        }

        return changed.ToArray();
    }

    // Whole elements are moved, doubled, nested and dropped, so that most results are still well-formed.
    private static string Xml(string text, Random random)
    {
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var name = new[] { "w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:rPr", "w:t", "w:numPr", "w:lvl", "w:num", "w:style" }[random.Next(12)];
            var start = text.IndexOf($"<{name}>", random.Next(text.Length), StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf($"</{name}>", start, StringComparison.Ordinal);
            if (end < 0)
            {
                continue;
            }

            end += name.Length + 3;
            var element = text[start..end];
            text = random.Next(6) switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(end, element),
                2 => text.Insert(end, string.Concat(Enumerable.Repeat(element, random.Next(2, 300)))),
                3 => text.Insert(start + name.Length + 2, element),
                4 => text.Insert(random.Next(text.Length), Words[random.Next(Words.Length)]),
                _ => text.Insert(end, string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20)) + element + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20))),
            };
        }

        return text;
    }
}
