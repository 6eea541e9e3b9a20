using System.Xml;

namespace Workflow.Documents.Exchange;

/// <summary>The files of a package: each is named in the list and lies in the package, once each.</summary>
internal static class EdXmlFiles
{
    private const int LongestName = 200;

    public static IReadOnlyList<EdocFile> Read(EdXmlPart manifest, EdXmlPart? encoded)
    {
        var lying = encoded?.All("Attachment", EdXml.MostFiles) ?? [];
        var byId = new Dictionary<string, EdXmlPart>(StringComparer.Ordinal);
        foreach (var part in lying)
        {
            if (!byId.TryAdd(Id(part), part))
            {
                throw new EdXmlException("edxml.file-twice", part.Line, $"Hai tệp kèm cùng mã “{LineDocument.Short(Id(part))}”.");
            }
        }

        long room = EdXml.LargestFiles;
        List<EdocFile> files = [];
        foreach (var named in manifest.All("Reference", EdXml.MostFiles))
        {
            var id = Id(named);
            if (named.Element.GetAttribute("href", "http://www.w3.org/1999/xlink") is { Length: > 0 } link && Bare(link) != id)
            {
                throw new EdXmlException("edxml.file-link", named.Line, $"Liên kết của tệp “{LineDocument.Short(id)}” chỉ sang chỗ khác (“{LineDocument.Short(link)}”).");
            }

            if (!byId.Remove(id, out var part))
            {
                throw new EdXmlException("edxml.file-missing", named.Line, $"Danh mục nêu tệp “{LineDocument.Short(id)}” nhưng gói không có tệp ấy, hoặc nêu hai lần.");
            }

            files.Add(File(named, part, ref room));
        }

        return byId.Count == 0 ? files : throw new EdXmlException("edxml.file-extra", byId.Values.First().Line, $"Gói có tệp “{LineDocument.Short(byId.Keys.First())}” không nêu trong danh mục.");
    }

    private static EdocFile File(EdXmlPart named, EdXmlPart part, ref long room)
    {
        var name = named.MustWords("AttachmentName", LongestName);
        if (name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\n', '\r', '\t']) >= 0 || name is "." or ".." || name.Any(one => char.GetUnicodeCategory(one) is System.Globalization.UnicodeCategory.Format))
        {
            throw new EdXmlException("edxml.file-name", named.Line, $"Tên tệp “{LineDocument.Short(name)}” có ký tự không được phép.");
        }

        if (part.Words("AttachmentName", LongestName) is { Length: > 0 } other && other != name)
        {
            throw new EdXmlException("edxml.file-name", part.Line, $"Tệp “{LineDocument.Short(other)}” mang tên khác trong danh mục (“{LineDocument.Short(name)}”).");
        }

        var bytes = Bytes(part.Must("ContentTransferEncoded"), name, room);
        room -= bytes.Length;
        return new(name, named.Words("ContentType", 100), bytes, named.Words("Description", EdXml.LongestSubject));
    }

    private static byte[] Bytes(EdXmlPart part, string name, long room)
    {
        if (part.Element.ChildNodes.OfType<XmlElement>().Any())
        {
            throw new EdXmlException("edxml.base64", part.Line, $"Nội dung tệp “{LineDocument.Short(name)}” không phải base64.");
        }

        var text = part.Element.InnerText;
        if (text.Length / 4 * 3L > room + (text.Length / 50))
        {
            throw new EdXmlException("edxml.size", part.Line, $"Các tệp kèm lớn quá {EdXml.LargestFiles / 1_000_000} MB.");
        }

        try
        {
            var bytes = Convert.FromBase64String(text);
            return bytes.Length == 0 ? throw new EdXmlException("edxml.file-empty", part.Line, $"Tệp “{LineDocument.Short(name)}” rỗng.")
                : bytes.Length > room ? throw new EdXmlException("edxml.size", part.Line, $"Các tệp kèm lớn quá {EdXml.LargestFiles / 1_000_000} MB.") : bytes;
        }
        catch (FormatException)
        {
            throw new EdXmlException("edxml.base64", part.Line, $"Nội dung tệp “{LineDocument.Short(name)}” không phải base64.");
        }
    }

    private static string Id(EdXmlPart part) => Bare(part.MustWords("ContentId", 100));

    private static string Bare(string id) => id.StartsWith("cid:", StringComparison.Ordinal) ? id[4..] : id;
}
