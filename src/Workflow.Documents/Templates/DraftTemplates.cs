using System.Reflection;
using System.Text;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Templates;

/// <summary>What an organization puts into a template.</summary>
/// <param name="Commune">"Thanh Sơn".</param>
/// <param name="Term">"khóa I, nhiệm kỳ 2025-2030"; empty where no term is known.</param>
/// <param name="Secretary">Full name of the Secretary of the day; empty while the office is vacant.</param>
public sealed record TemplateData(string Commune, string Term, string Secretary);

/// <summary>A text to begin from: the usual parts of one kind of document of one body.</summary>
/// <param name="Key">Stable key, the file's name.</param>
/// <param name="Name">"Nghị quyết của Ban Chấp hành".</param>
public sealed record DraftTemplate(string Key, string Name, string TypeKey, BodyKind Body, string Source);

/// <summary>
/// The templates that ship: plain texts, three lines about each and then a document as an office would write it, read by the reader of plain texts
/// like any other. In braces stands what the organization or the writer fills in.
/// </summary>
public static class DraftTemplates
{
    private const string Suffix = ".mau.txt";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<DraftTemplate> All { get; } = [.. typeof(DraftTemplates).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The text that a new draft begins with.</summary>
    /// <param name="subject">Trích yếu, one line.</param>
    public static DraftText Begin(DraftTemplate template, string subject, TemplateData data)
    {
        var filled = template.Source.Replace("{trích yếu}", Plain(subject), StringComparison.Ordinal).Replace("{xã}", Plain(data.Commune), StringComparison.Ordinal)
            .Replace("{nhiệm kỳ}", Plain(data.Term), StringComparison.Ordinal).Replace("{bí thư}", Plain(data.Secretary), StringComparison.Ordinal).Normalize();
        var read = DraftImporter.Read(template.Key + ".txt", Encoding.UTF8.GetBytes(filled), TrackedChanges.Accept, default);
        var text = read.Draft?.Text ?? throw new InvalidOperationException($"template {template.Key}: {read.Problem?.Code}");

        // What stands between the kind and the subject is known here; a reader has to guess where the subject begins.
        var tail = Plain(string.Join(' ', template.Source[..template.Source.IndexOf("{trích yếu}", StringComparison.Ordinal)].Split('\n').Skip(1)));
        return text with { TypeKey = template.TypeKey, IssuingBody = template.Body, TitleTail = tail, Subject = Plain(subject) };
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();

    private static DraftTemplate Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        string Field(string name) => reader.ReadLine() is { } line && line.StartsWith(name + ": ", StringComparison.Ordinal) ? line[(name.Length + 2)..].Trim() : throw new InvalidOperationException($"{resource}: no line “{name}”");
        return new(resource[..^Suffix.Length], Field("tên"), DocumentType.Of(Field("loại")).Key, Enum.Parse<BodyKind>(Field("cơ quan")), reader.ReadToEnd().TrimStart());
    }
}
