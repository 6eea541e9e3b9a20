using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>Reads <c>wf:field</c>, or Camunda's <c>formField</c> when there is none, and the outcomes with the words on their buttons.</summary>
internal static class FormReader
{
    private const int MostFields = 60;

    private static readonly HashSet<string> Attributes = ["name", "label", "type", "required", "readonly", "min", "max", "hint", "options"];

    private static readonly Dictionary<string, FieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["text"] = FieldKind.Text,
        ["long-text"] = FieldKind.LongText,
        ["number"] = FieldKind.Number,
        ["money"] = FieldKind.Money,
        ["date"] = FieldKind.Date,
        ["choice"] = FieldKind.Choice,
        ["yes-no"] = FieldKind.YesNo,
    };

    private static readonly Dictionary<string, string> CamundaKinds = new(StringComparer.Ordinal)
    {
        ["string"] = "text",
        ["long"] = "number",
        ["date"] = "date",
        ["boolean"] = "yes-no",
        ["enum"] = "choice",
    };

    /// <summary><c>agree=Đồng ý, refuse=Không đồng ý</c>: an answer and its button; the answer stands for itself when it has no words.</summary>
    public static IReadOnlyList<TaskOutcome> Pairs(string list) => [.. ActivityReader.Split(list).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).Select(pair => new TaskOutcome(pair[0], pair[^1].Length > 0 ? pair[^1] : pair[0]))];

    public static IReadOnlyList<FormField> Fields(ProcessContent content, XElement node, string id)
    {
        var own = node.Element(BpmnReader.Bpmn + "extensionElements")?.Elements().Where(one => one.Name.Namespace == BpmnReader.Wf).ToList() ?? [];
        foreach (var stranger in own.Where(one => one.Name.LocalName != "field"))
        {
            content.Report("bpmn.bad-field", id, $"Phần mở rộng “wf:{stranger.Name.LocalName}” của “{id}” không dùng được ở đây; chỉ có wf:field.");
        }

        own = own.FindAll(one => one.Name.LocalName == "field");
        var fields = (own.Count > 0 ? own.Select(one => Own(content, one, id)) : Vendor.FormFields(node).Select(one => Camunda(content, one, id))).OfType<FormField>().ToList();
        if (fields.Count > MostFields)
        {
            content.Report("bpmn.bad-field", id, $"“{id}” có quá {MostFields} ô nhập.");
        }

        foreach (var twin in fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            content.Report("bpmn.bad-field", id, $"“{id}” có hai ô nhập cùng tên “{twin.Key}”.");
        }

        return fields;
    }

    private static FormField? Own(ProcessContent content, XElement node, string id)
    {
        foreach (var stranger in node.Attributes().Where(one => !one.IsNamespaceDeclaration && !Attributes.Contains(one.Name.LocalName)))
        {
            content.Report("bpmn.bad-field", id, $"Ô nhập ở “{id}” có thuộc tính lạ “{stranger.Name.LocalName}”.");
        }

        string Of(string name) => ((string?)node.Attribute(name) ?? "").Trim();
        return Make(content, id, Of("name"), Of("label"), Of("type"), Of("options"), Of("min"), Of("max")) is { } field
            ? field with { IsRequired = UnsupportedContent.IsTrue(node.Attribute("required")), IsShown = UnsupportedContent.IsTrue(node.Attribute("readonly")), Hint = Of("hint") }
            : null;
    }

    private static FormField? Camunda(ProcessContent content, XElement node, string id)
    {
        string Of(string name) => ((string?)node.Attribute(name) ?? "").Trim();
        var constraints = node.Descendants().Where(one => one.Name.LocalName == "constraint").ToList();
        string Limit(string name) => constraints.Where(one => (string?)one.Attribute("name") == name).Select(one => ((string?)one.Attribute("config") ?? "").Trim()).FirstOrDefault() ?? "";
        var options = node.Elements().Where(one => one.Name.LocalName == "value").Select(one => $"{(string?)one.Attribute("id")}={(string?)one.Attribute("name")}");
        return Make(content, id, Of("id"), Of("label"), CamundaKinds.GetValueOrDefault(Of("type"), Of("type")), string.Join(',', options), Limit("min"), Limit("max")) is { } field
            ? field with { IsRequired = constraints.Exists(one => (string?)one.Attribute("name") == "required"), IsShown = constraints.Exists(one => (string?)one.Attribute("name") == "readonly") }
            : null;
    }

    private static FormField? Make(ProcessContent content, string id, string name, string label, string type, string options, string min, string max)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_') || !name.All(one => char.IsLetterOrDigit(one) || one == '_') || name.Length > 100)
        {
            content.Report("bpmn.bad-field", id, $"Ô nhập ở “{id}” cần có tên (name) gồm chữ, số, gạch dưới, bắt đầu bằng chữ; ở đây là “{name}”.");
            return null;
        }

        if (!Kinds.TryGetValue(type.Length == 0 ? "text" : type, out var kind))
        {
            content.Report("bpmn.bad-field", id, $"Ô nhập “{name}” ở “{id}” có kiểu lạ “{type}”. Các kiểu được dùng: {string.Join(", ", Kinds.Keys)}.");
            return null;
        }

        var choices = Pairs(options);
        if (kind == FieldKind.Choice != choices.Count > 0 || choices.Select(one => one.Key).Distinct(StringComparer.Ordinal).Count() != choices.Count)
        {
            content.Report("bpmn.bad-field", id, $"Ô nhập “{name}” ở “{id}”: kiểu choice cần danh sách options, mỗi giá trị một lần; các kiểu khác không có options.");
            return null;
        }

        if (!TryLimit(min, out var least) || !TryLimit(max, out var most) || least > most || ((least ?? most) is not null && kind is not (FieldKind.Number or FieldKind.Money)))
        {
            content.Report("bpmn.bad-field", id, $"Ô nhập “{name}” ở “{id}”: min, max phải là số, min không lớn hơn max, và chỉ dùng với number, money.");
            return null;
        }

        return new FormField(name, label.Length > 0 ? label : name, kind) { Min = least, Max = most, Options = choices };
    }

    private static bool TryLimit(string text, out decimal? limit)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        limit = isNumber ? number : null;
        return isNumber || text.Length == 0;
    }
}
