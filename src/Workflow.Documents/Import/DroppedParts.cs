namespace Workflow.Documents.Import;

/// <summary>Names what a Word file carries besides its text: it is never opened. What stands at a place in the text is named there by <see cref="WordObjects"/>.</summary>
internal static class DroppedParts
{
    private const int MostNamed = 5;

    public static void Name(IReadOnlyList<string> names, IReadOnlyDictionary<string, WordLink> links, List<ImportNote> notes)
    {
        void Say(string code, string what, Func<string, bool> is_)
        {
            var found = names.Where(name => is_(name.ToLowerInvariant())).Select(Path.GetFileName).ToList();
            if (found.Count > 0)
            {
                notes.Add(new(code, "cả tệp", $"Tệp có {what} ({List(found)}); phần này đã bị loại bỏ, không được mở và không vào dự thảo."));
            }
        }

        Say("MACROS", "macro", name => name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.EndsWith("vbadata.xml", StringComparison.Ordinal));
        Say("OBJECTS", "đối tượng nhúng", name => name.StartsWith("word/embeddings/", StringComparison.Ordinal));
        Say("CONTROLS", "điều khiển ActiveX", name => name.StartsWith("word/activex/", StringComparison.Ordinal));
        Say("FONTS", "phông chữ nhúng", name => name.StartsWith("word/fonts/", StringComparison.Ordinal));
        var outside = links.Values.Where(link => link.IsExternal && link.Type is not "hyperlink").Select(link => link.Target).ToList();
        if (outside.Count > 0)
        {
            notes.Add(new("EXTERNAL", "cả tệp", $"Tệp trỏ tới {outside.Count} nội dung ở bên ngoài ({List(outside)}); phần mềm không truy cập và không lấy về."));
        }
    }

    private static string List(IReadOnlyList<string?> names) =>
        string.Join(", ", names.Take(MostNamed).Select(name => name is { Length: > 60 } ? name[..60] + "…" : name)) + (names.Count > MostNamed ? $" và {names.Count - MostNamed} phần khác" : "");
}
