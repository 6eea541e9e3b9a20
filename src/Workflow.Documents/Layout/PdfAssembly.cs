using System.Security.Cryptography;
using System.Text;
using static Workflow.Documents.Layout.PdfFile;

namespace Workflow.Documents.Layout;

/// <summary>Puts pages, fonts, structure, bookmarks, metadata and empty signature fields together into a file.</summary>
internal static class PdfAssembly
{
    /// <summary>Writes the file; its identifier is made of <paramref name="seed"/>, so that the same paper gives the same bytes.</summary>
    public static byte[] Write(PdfPages pages, string title, string author, string seed, IReadOnlyList<SignatureField> fields)
    {
        (title, author) = (WordFile.Plain(title), WordFile.Plain(author));
        var file = new PdfFile();
        var catalog = file.Reserve();
        var tree = file.Reserve();
        var pageNumbers = Enumerable.Range(0, pages.Count).Select(_ => file.Reserve()).ToList();
        var resources = file.Add($"<< /Font << {pages.Fonts.Embed(file)} >> >>");
        var widgetPlaces = fields.Select(field => (field.Page, field.X, field.Y, field.Width, field.Height)).Concat(pages.OpenLines.Select(line => (line.Page, line.X, line.Y, line.Width, line.Height))).ToList();
        var fieldNumbers = widgetPlaces.ConvertAll(_ => file.Reserve());
        var contents = pages.Contents.ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var content = file.AddStream("", contents[page]);
            var widgets = widgetPlaces.Select((field, index) => (field, index)).Where(one => one.field.Page == page).Select(one => $"{fieldNumbers[one.index]} 0 R").ToList();
            var annotations = widgets.Count > 0 ? $" /Annots [{string.Join(' ', widgets)}]" : "";
            file.Set(pageNumbers[page], $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Num(pages.PageWidth)} {Num(pages.PageHeight)}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {page} /Tabs /S{annotations} >>");
        }

        for (var index = 0; index < widgetPlaces.Count; index++)
        {
            var (page, x, y, width, height) = widgetPlaces[index];
            var line = index < fields.Count ? null : pages.OpenLines[index - fields.Count];
            var said = line?.Title ?? fields[index].Title;
            // Even what shows nothing yet needs a look of its own (ISO 19005-2, 6.3.3).
            var look = line?.AddLook(file, line.Words) ?? file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {Num(width)} {Num(height)}] /Resources << >>", [], compress: false);
            file.Set(fieldNumbers[index], $"<< /Type /Annot /Subtype /Widget {line?.Entries ?? $"/FT /Sig /T {Text(fields[index].Name)}"} /TU {Text(said)} /Contents {Text(said)} /F 132 /AP << /N {look} 0 R >> /StructParent {pages.Count + index} /P {pageNumbers[page]} 0 R /Rect [{Num(x)} {Num(y)} {Num(x + width)} {Num(y + height)}] >>");
        }

        file.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pageNumbers.Select(number => $"{number} 0 R"))}] >>");
        var structure = Structure(file, pages, pageNumbers, [.. widgetPlaces.Select((field, index) => (fieldNumbers[index], pageNumbers[field.Page]))]);
        var outlines = Outlines(file, pages, pageNumbers);
        var metadata = file.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp(title, author)), compress: false);
        var fonts = pages.OpenLines.Count == 0 ? "" : $" /DR {resources} 0 R";
        var form = fields.Count == 0 ? "" : $" /AcroForm << /SigFlags 3{fonts} /Fields [{string.Join(' ', fieldNumbers.Select(one => $"{one} 0 R"))}] >>";
        var profile = file.AddStream("/N 3", SrgbProfile.Bytes);
        file.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Outlines {outlines} 0 R /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> /Metadata {metadata} 0 R /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>]{form} >>");
        var info = file.Add($"<< /Title {Text(title)} /Author {Text(author)} /Producer (Workflow) >>");
        var id = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..32];
        return file.Write(catalog, info, id);
    }

    private static int Structure(PdfFile file, PdfPages pages, List<int> pageNumbers, List<(int Number, int Page)> fields)
    {
        var root = file.Reserve();
        var notes = 0;
        var holders = new int[fields.Count];
        var parents = Enumerable.Range(0, pages.Count).Select(page => new int[pages.MarksOn(page)]).ToList();
        int Element(Tagged tag, int parent)
        {
            var number = file.Reserve();
            foreach (var (page, mark) in tag.Marks)
            {
                parents[page][mark] = number;
            }

            var own = tag.Marks.Select(mark => $"<< /Type /MCR /Pg {pageNumbers[mark.Page]} 0 R /MCID {mark.Mark} >>");
            // A paper that is signed by hand has the room of a field and no field.
            var children = tag.Children.Where(child => child.Field is not { } place || place < fields.Count).Select(child => $"{Element(child, number)} 0 R").ToList();
            if (tag.Field is { } field)
            {
                children.Add($"<< /Type /OBJR /Obj {fields[field].Number} 0 R /Pg {fields[field].Page} 0 R >>");
                holders[field] = number;
            }

            var more = tag.Role switch { "TH" => " /A << /O /Table /Scope /Column >>", "Note" => $" /ID (note{++notes})", _ => "" };
            file.Set(number, $"<< /Type /StructElem /S /{tag.Role} /P {parent} 0 R{more} /K [{string.Join(' ', own.Concat(children))}] >>");
            return number;
        }

        var document = Element(pages.Document, root);
        var map = string.Join(' ', parents.Select((marks, page) => $"{page} [{string.Join(' ', marks.Select(number => number == 0 ? "null" : $"{number} 0 R"))}]"));
        var held = string.Concat(holders.Select((holder, index) => $" {pages.Count + index} {holder} 0 R"));
        var parentTree = file.Add($"<< /Nums [{map}{held}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree {parentTree} 0 R /ParentTreeNextKey {pages.Count + fields.Count} >>");
        return root;
    }

    private static int Outlines(PdfFile file, PdfPages pages, List<int> pageNumbers)
    {
        var root = file.Reserve();
        var entries = pages.Bookmarks;
        var numbers = entries.Select(_ => file.Reserve()).ToList();
        var parents = entries.Select((entry, index) => Enumerable.Range(0, index).Reverse().FirstOrDefault(before => entries[before].Level < entry.Level, -1)).ToList();
        List<int> ChildrenOf(int parent) => [.. Enumerable.Range(0, entries.Count).Where(index => parents[index] == parent)];
        string Family(List<int> children) => children.Count == 0 ? "" : $" /First {numbers[children[0]]} 0 R /Last {numbers[children[^1]]} 0 R /Count {children.Count}";
        for (var index = 0; index < entries.Count; index++)
        {
            var siblings = ChildrenOf(parents[index]);
            var place = siblings.IndexOf(index);
            var before = place > 0 ? $" /Prev {numbers[siblings[place - 1]]} 0 R" : "";
            var after = place + 1 < siblings.Count ? $" /Next {numbers[siblings[place + 1]]} 0 R" : "";
            var parent = parents[index] < 0 ? root : numbers[parents[index]];
            file.Set(numbers[index], $"<< /Title {Text(entries[index].Title)} /Parent {parent} 0 R{before}{after}{Family(ChildrenOf(index))} /Dest [{pageNumbers[entries[index].Page]} 0 R /XYZ null {Num(pages.PageHeight - entries[index].Top)} null] >>");
        }

        file.Set(root, $"<< /Type /Outlines{Family(ChildrenOf(-1))} >>");
        return root;
    }

    // What stands here must say the same as the information dictionary (ISO 19005-2, 6.6.3). Level U: every letter can be read back; the
    // structure is there too, but whether its headings mean what they should is not for a program to certify.
    private static string Xmp(string title, string author) =>
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{System.Security.SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{System.Security.SecurityElement.Escape(author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language><pdf:Producer>Workflow</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;
}
