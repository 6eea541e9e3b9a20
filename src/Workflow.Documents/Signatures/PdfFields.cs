using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>
/// Gives a PDF that has none an empty signature field, as a revision of its own. Do it before the first signature: later
/// revisions then only fill what was there, which the strictest verifiers accept (DOCUMENTS D4).
/// </summary>
public static class PdfFields
{
    /// <summary>Adds a field.</summary>
    /// <param name="pdf">Stays an untouched prefix of the answer.</param>
    /// <param name="field">Page from 0; rectangle in points from the bottom left.</param>
    /// <exception cref="SignatureException">The name is taken, there is no such page, or the file is no readable PDF.</exception>
    public static byte[] AddSignatureField(byte[] pdf, SignatureField field)
    {
        var structure = new PdfStructure(pdf);
        if (structure.SignatureFields().Any(one => one.Field.TryGetValue("T", out var title) && PdfSyntax.Text(title) == field.Name))
        {
            throw new SignatureException("signature.field-exists", $"Tệp PDF đã có ô chữ ký “{field.Name}”.");
        }

        var pages = structure.Pages();
        if (field.Page < 0 || field.Page >= pages.Count)
        {
            throw new SignatureException("signature.no-page", $"Tệp PDF không có trang {field.Page + 1}.");
        }

        var update = new PdfFile(PdfSyntax.Int(structure.Trailer.GetValueOrDefault("Size")));
        var page = pages[field.Page];
        var box = string.Join(' ', new[] { field.X, field.Y, field.X + field.Width, field.Y + field.Height }.Select(PdfFile.Num));
        var number = update.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T {PdfFile.Text(field.Name)} /F 132 /P {page} 0 R /Rect [{box}] >>");
        Append(structure, update, page, "Annots", number);
        var catalog = structure.CatalogNumber;
        var form = structure.Dictionary(catalog)!.GetValueOrDefault("AcroForm");
        if (PdfSyntax.Reference(form) is { } formNumber)
        {
            Append(structure, update, formNumber, "Fields", number, ("SigFlags", "3"));
        }
        else
        {
            var entries = form is null ? [] : PdfSyntax.Dictionary(form) ?? throw PdfSyntax.Bad("Biểu mẫu của tệp PDF bị hỏng.");
            entries["Fields"] = Longer(structure, entries.GetValueOrDefault("Fields"), number);
            entries["SigFlags"] = "3";
            var root = new Dictionary<string, string>(structure.Dictionary(catalog)!, StringComparer.Ordinal) { ["AcroForm"] = PdfSyntax.Write(entries) };
            update.Set(catalog, PdfSyntax.Write(root));
        }

        return PdfRevision.Append(pdf, structure, update);
    }

    private static void Append(PdfStructure structure, PdfFile update, int owner, string key, int number, params (string Key, string Value)[] also)
    {
        var entries = new Dictionary<string, string>(structure.Dictionary(owner) ?? throw PdfSyntax.Bad("Một trang của tệp PDF bị hỏng."), StringComparer.Ordinal);
        entries[key] = Longer(structure, entries.GetValueOrDefault(key), number);
        foreach (var (name, value) in also)
        {
            entries[name] = value;
        }

        update.Set(owner, PdfSyntax.Write(entries));
    }

    // An array kept elsewhere is written in place from now on: its owner changes anyway.
    private static string Longer(PdfStructure structure, string? array, int number) => $"[{string.Join(' ', [.. structure.ResolveItems(array), $"{number} 0 R"])}]";
}
