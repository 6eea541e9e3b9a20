using System.Globalization;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>
/// What was done to a document after a signature. Allowed: an empty signature field is filled, or added; number and date, left open for
/// it, are filled in what the next signature covers; validation data (DSS) is added. Anything else is named, even where the signature itself still holds: a page that a later revision replaces
/// leaves every byte range intact.
/// </summary>
/// <param name="later">The documents that later signatures cover, in their order, each with the field of its signature.</param>
internal sealed class LaterChanges(PdfStructure signed, PdfStructure now, IReadOnlyList<(string Field, PdfStructure Document)>? later = null)
{

    /// <summary>Vietnamese sentences, in the order of the objects.</summary>
    public IEnumerable<string> Find()
    {
        var later = now.Sections.Count - signed.Sections.Count;
        if (later < 0 || !now.Sections.Skip(later).Select(section => section.Offset).SequenceEqual(signed.Sections.Select(section => section.Offset)))
        {
            return ["Bản hiện tại của tệp không nối tiếp bản đã ký."];
        }

        var findings = new List<string>();
        foreach (var key in new[] { "Root", "Info" })
        {
            if (now.Trailer.GetValueOrDefault(key) != signed.Trailer.GetValueOrDefault(key))
            {
                findings.Add(key == "Root" ? "Gốc của tệp bị thay sau khi ký." : "Thông tin mô tả của tệp bị thay sau khi ký.");
            }
        }

        var touched = now.Sections.Take(later).SelectMany(section => section.Objects.Keys).ToHashSet();
        var awaited = touched.Any(number => !signed.Contains(number)) ? Awaited() : [];
        foreach (var number in touched.Order())
        {
            if (signed.Contains(number) ? !MayChange(number) : awaited.Contains(number) && now.Contains(number))
            {
                findings.Add(Sentence(number));
            }
        }

        return findings;
    }

    // Numbers that the signed document refers to without having them: giving them an object later changes what was signed.
    private HashSet<int> Awaited()
    {
        var found = new HashSet<int>();
        foreach (var number in signed.ObjectNumbers)
        {
            PdfSyntax.References(signed.Object(number)!.Raw, found);
        }

        found.RemoveWhere(signed.Contains);
        return found;
    }

    private bool MayChange(int number)
    {
        if (signed.Object(number) is not { } before || now.Object(number) is not { } after || before.IsStream || after.IsStream)
        {
            return false;
        }

        return before.Raw.SequenceEqual(after.Raw)
            || (before.Entries is { } old && after.Entries is { } entries ? MayChange(number, old, entries) : IsLongerList(number));
    }

    private bool MayChange(int number, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> entries)
    {
        if (IsFilled(number, old, entries))
        {
            return true;
        }

        var changed = old.Keys.Union(entries.Keys).Where(key => old.GetValueOrDefault(key) != entries.GetValueOrDefault(key)).ToList();
        return old.GetValueOrDefault("Type") switch
        {
            "/Page" => changed.TrueForAll(key => key == "Annots" && OnlyNewFields(old.GetValueOrDefault(key), entries.GetValueOrDefault(key))),
            _ when number == now.CatalogNumber => changed.TrueForAll(key =>
                (key is "DSS" or "Extensions" && !old.ContainsKey(key)) || (key == "AcroForm" && IsLongerForm(signed.Resolve(old.GetValueOrDefault(key)), now.Resolve(entries.GetValueOrDefault(key))))),
            _ when number == PdfSyntax.Reference(signed.Dictionary(now.CatalogNumber)?.GetValueOrDefault("AcroForm")) => IsLongerForm(old, entries),
            _ => false,
        };
    }

    private bool IsFilled(int number, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> entries) =>
        (old.GetValueOrDefault("FT") == "/Sig" || (old.GetValueOrDefault("FT") == "/Tx" && IsOpenLine(number, old, entries))) && !old.ContainsKey("V") && entries.ContainsKey("V")
        && entries.Where(pair => pair.Key is not ("V" or "AP")).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SequenceEqual(old.Where(pair => pair.Key is not "AP").OrderBy(pair => pair.Key, StringComparer.Ordinal));

    // The line of number or date, empty when the person signed, filled once and before the next signature, which another than the person gave; its
    // look stays inside its own box.
    private bool IsOpenLine(int number, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> entries)
    {
        var filling = later?.FirstOrDefault(one => one.Document.Dictionary(number)?.ContainsKey("V") == true) ?? default;
        return old.TryGetValue("T", out var title) && OpenLines.IsName(PdfSyntax.Text(title)) && filling.Document is { } covered && filling.Field != OfficialPdf.PersonalField
            && covered.Object(number)!.Raw.SequenceEqual(now.Object(number)!.Raw) && StaysInside(entries);
    }

    private bool StaysInside(IReadOnlyDictionary<string, string> field)
    {
        if (!field.TryGetValue("AP", out var looks))
        {
            return true;
        }

        var sides = now.ResolveItems(field.GetValueOrDefault("Rect")).ConvertAll(Number);
        return now.Resolve(looks) is { Count: 1 } look && now.Resolve(look.GetValueOrDefault("N")) is { } form && !form.ContainsKey("Matrix") && now.ResolveItems(form.GetValueOrDefault("BBox")).ConvertAll(Number) is [0, 0, var width, var height]
            && sides is [var left, var bottom, var right, var top] && Math.Abs(right - left - width) < 0.01 && Math.Abs(top - bottom - height) < 0.01;
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private bool IsLongerForm(IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string>? form) =>
        form is not null && (old?.Keys ?? []).Union(form.Keys).All(key => old?.GetValueOrDefault(key) == form.GetValueOrDefault(key)
            || (key == "SigFlags" && form.ContainsKey(key)) || (key == "Fields" && OnlyNewFields(old?.GetValueOrDefault(key), form.GetValueOrDefault(key))));

    // A page's list of annotations and the form's list of fields may be objects of their own.
    private bool IsLongerList(int number)
    {
        var own = $"{number} 0 R";
        var lists = signed.Pages().Select(page => signed.Dictionary(page)?.GetValueOrDefault("Annots"))
            .Append(signed.Resolve(signed.Dictionary(signed.CatalogNumber)?.GetValueOrDefault("AcroForm"))?.GetValueOrDefault("Fields"));
        return lists.Contains(own) && OnlyNewFields(own, own);
    }

    private bool OnlyNewFields(string? before, string? after)
    {
        var (old, items) = (signed.ResolveItems(before), now.ResolveItems(after));
        return items.Count >= old.Count && items.Take(old.Count).SequenceEqual(old) && items.Skip(old.Count).All(IsNewField);
    }

    // A field that is not signed must draw nothing: it could lie over the text.
    private bool IsNewField(string item) => PdfSyntax.Reference(item) is { } number && !signed.Contains(number)
        && now.Dictionary(number) is { } field && field.GetValueOrDefault("FT") == "/Sig" && !field.ContainsKey("Kids") && !field.ContainsKey("A") && !field.ContainsKey("AA")
        && (field.ContainsKey("V") || !(field.ContainsKey("AP") || field.ContainsKey("MK")));

    private string Sentence(int number)
    {
        var pages = signed.Pages();
        var own = $"{number} 0 R";
        var page = pages.FindIndex(one => one == number || (signed.Dictionary(one) is { } entries && (entries.GetValueOrDefault("Contents") == own || signed.ResolveItems(entries.GetValueOrDefault("Contents")).Contains(own))));
        return $"Đối tượng {number} của tệp{(page >= 0 ? $" (trang {page + 1})" : "")} bị thay đổi sau khi ký.";
    }
}
