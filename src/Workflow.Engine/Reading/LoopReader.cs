using System.Globalization;
using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Reads the markers that say an activity is done several times.</summary>
internal sealed class LoopReader(ProcessContent content)
{
    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    public Loop? Read(XElement marker, string id) => marker.Name.LocalName == "standardLoopCharacteristics" ? Standard(marker, id) : Multi(marker, id);

    private StandardLoop? Standard(XElement marker, string id)
    {
        var condition = Part(marker, "loopCondition", id, isCondition: true);
        var most = (string?)marker.Attribute("loopMaximum");
        if (most is not null && !int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            content.Report("bpmn.bad-loop", id, $"Số lần lặp tối đa “{most}” ở “{id}” không phải là số.");
            return null;
        }

        if (condition is null && most is null)
        {
            content.Report("bpmn.bad-loop", id, $"Vòng lặp ở “{id}” không có điều kiện (loopCondition) cũng không có số lần tối đa (loopMaximum).");
            return null;
        }

        return new StandardLoop(UnsupportedContent.IsTrue(marker.Attribute("testBefore")), condition, most is null ? null : int.Parse(most, CultureInfo.InvariantCulture));
    }

    private MultiInstance? Multi(XElement marker, string id)
    {
        var cardinality = Part(marker, "loopCardinality", id);
        var collection = Collection(marker, id);
        if (cardinality is null == collection is null)
        {
            content.Report("bpmn.bad-loop", id, $"“{id}” phải có hoặc số lượt (loopCardinality) hoặc danh sách (wf:collection), và chỉ một trong hai.");
            return null;
        }

        if (cardinality is { IsConstant: true } && (!int.TryParse(cardinality.Source, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > StepBuilder.MaxTokens))
        {
            content.Report("bpmn.bad-loop", id, $"Số lượt “{cardinality.Source}” ở “{id}” phải là số nguyên từ 0 đến {StepBuilder.MaxTokens}.");
            return null;
        }

        var element = Vendor.Read(marker, "element", "elementVariable") ?? Item(marker, "inputDataItem") ?? Vendor.Zeebes(marker, "loopCharacteristics", "inputElement");
        var results = Vendor.Read(marker, "results") ?? Reference(marker, "loopDataOutputRef") ?? Vendor.Zeebes(marker, "loopCharacteristics", "outputCollection");
        var result = Vendor.Read(marker, "result") ?? Item(marker, "outputDataItem") ?? Vendor.Zeebes(marker, "loopCharacteristics", "outputElement");
        if (results is null != result is null)
        {
            content.Report("bpmn.bad-loop", id, $"Kết quả của “{id}” cần cả tên danh sách (wf:results) và phần tử (wf:result).");
            return null;
        }

        var plain = result is not null && IsName(result.TrimStart('=').Trim()) ? result.TrimStart('=').Trim() : null;
        return new MultiInstance(UnsupportedContent.IsTrue(marker.Attribute("isSequential")), cardinality is { IsConstant: true } ? Template.Constant(int.Parse(cardinality.Source, CultureInfo.InvariantCulture)) : cardinality, collection, element)
        {
            Until = Part(marker, "completionCondition", id, isCondition: true),
            Results = results,
            Result = result is null ? null : plain is null ? content.ReadTemplate(result, id) : Template.Expression(plain),
            ResultName = plain,
        };
    }

    // A name of a variable, or an expression that gives a list.
    private Template? Collection(XElement marker, string id) =>
        (Vendor.Read(marker, "collection", "collection") ?? Reference(marker, "loopDataInputRef") ?? Vendor.Zeebes(marker, "loopCharacteristics", "inputCollection")) is { } text
            ? IsName(text.Trim()) ? Template.Expression(text) : content.ReadTemplate(text, id, isWhole: true)
            : null;

    private static string? Reference(XElement marker, string name) => marker.Element(Bpmn + name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Item(XElement marker, string name) =>
        marker.Element(Bpmn + name) is { } item ? (string?)item.Attribute("name") is { Length: > 0 } named ? named : (string?)item.Attribute("id") : null;

    private Template? Part(XElement marker, string name, string id, bool isCondition = false)
    {
        if (marker.Element(Bpmn + name) is not { } part || !content.SpeaksOurLanguage(part, id))
        {
            return null;
        }

        var text = part.Value.Trim();
        return isCondition && text is "true" or "false" ? Template.Constant(text == "true") : content.ReadTemplate(text, id, isWhole: isCondition);
    }

    private static bool IsName(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(one => char.IsLetterOrDigit(one) || one == '_');
}
