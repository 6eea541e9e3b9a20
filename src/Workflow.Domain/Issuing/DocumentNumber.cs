using System.Globalization;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>Number and symbol of a document: "07-NQ/ĐU" (36-HD: number, hyphen, kind, slash, organization; numbers under 10 padded).</summary>
public static class DocumentNumber
{
    /// <summary>"NQ/ĐU".</summary>
    public static string Symbol(DocumentType type, string organizationSymbol) => $"{type.Abbreviation}/{organizationSymbol}";

    /// <summary>"…-NQ/ĐU": the number is given when the agency signs.</summary>
    public static string Open(DocumentType type, string organizationSymbol) => $"…-{Symbol(type, organizationSymbol)}";

    /// <summary>"07-NQ/ĐU".</summary>
    public static string Format(int number, DocumentType type, string organizationSymbol, int padding) =>
        $"{number.ToString(new string('0', padding), CultureInfo.InvariantCulture)}-{Symbol(type, organizationSymbol)}";
}
