using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>Appends objects as one revision; its cross-reference section is of the kind that the file's last one is, table or stream.</summary>
internal static class PdfRevision
{
    private static readonly string[] KeptInTrailer = ["Root", "Info", "ID"];

    public static byte[] Append(byte[] before, PdfStructure structure, PdfFile update)
    {
        var newest = structure.Sections[0];
        var size = PdfSyntax.Int(structure.Trailer.GetValueOrDefault("Size"));
        var kept = string.Join(' ', KeptInTrailer.Where(structure.Trailer.ContainsKey).Select(key => $"/{key} {structure.Trailer[key]}"));
        var appended = update.Append(before, kept, newest.Offset, size);
        return newest.IsStream ? WithStream(appended, kept, newest.Offset) : appended;
    }

    // The table that was just written gives way to a stream with the same entries and one for itself.
    private static byte[] WithStream(byte[] appended, string kept, long previous)
    {
        var position = appended.AsSpan().LastIndexOf("startxref"u8) + 9;
        var at = PdfSyntax.Number(appended, ref position);
        var budget = int.MaxValue;
        var section = XrefSection.Read(appended, at, ref budget);
        var own = PdfSyntax.Int(section.Trailer["Size"]);
        var entries = section.Objects.ToDictionary(pair => pair.Key, pair => pair.Value.Offset);
        entries[own] = at;
        var content = new byte[entries.Count * 7];
        var index = new StringBuilder();
        foreach (var (row, (number, offset)) in entries.OrderBy(pair => pair.Key).Index())
        {
            content[row * 7] = 1;
            BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan((row * 7) + 1), (uint)offset);
            index.Append(CultureInfo.InvariantCulture, $"{number} 1 ");
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"{own} 0 obj\n<< /Type /XRef /Size {own + 1} /W [1 4 2] /Index [{index.ToString().TrimEnd()}] {kept} /Prev {previous} /Length {content.Length} >>\nstream\n");
        return [.. appended.AsSpan(0, (int)at), .. Encoding.Latin1.GetBytes(head), .. content, .. Encoding.ASCII.GetBytes($"\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n")];
    }
}
