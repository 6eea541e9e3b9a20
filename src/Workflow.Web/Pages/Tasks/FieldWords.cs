using System.Globalization;
using Workflow.Domain.Forms;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Tasks;

/// <summary>A field with what stands in it and what is wrong with that.</summary>
public sealed record FieldLine(Field Field, string Value, string Problem);

/// <summary>Values of fields, as people read and as inputs hold them.</summary>
public static class FieldWords
{
    /// <summary>As people read it; "chưa ghi" when the case does not know it.</summary>
    public static string Of(Field one, object? value) => value switch
    {
        null or "" => "chưa ghi",
        bool truth => truth ? "Có" : "Không",
        decimal number => Vn.Number(number) + (one.Kind == FieldKind.Money ? " đồng" : ""),
        string day when one.Kind == FieldKind.Date && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) => Vn.Day(read),
        string text => one.Options.FirstOrDefault(option => option.Value == text)?.Label ?? text,
        _ => value.ToString() ?? "",
    };

    /// <summary>As an input holds it.</summary>
    public static string Input(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        decimal number => Vn.Number(number),
        _ => value.ToString() ?? "",
    };
}
