using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Workflow.Runtime.Storage;

/// <summary>
/// Rows as JSON and back, column by column as the model has them, in one order: equal rows give equal bytes. What is read is checked against the model; rows
/// of another model, or of no model at all, are refused with a <see cref="FormatException"/>.
/// </summary>
public static class RowText
{
    /// <summary>Columns of a table in the order in which they are written.</summary>
    public static IReadOnlyList<IProperty> Columns(WorkflowDbContext db, Type table) =>
        [.. (db.Model.FindEntityType(table) ?? throw new ArgumentException($"{table.Name} is no table", nameof(table))).GetProperties().OrderBy(column => column.Name, StringComparer.Ordinal)];

    /// <summary>A column of a row.</summary>
    public static object? Value(IProperty column, object row) => Member(column).GetValue(row);

    /// <summary>Writes rows, in the order of their keys as text.</summary>
    public static byte[] Write(WorkflowDbContext db, Type table, IEnumerable<object> rows)
    {
        var columns = Columns(db, table);
        var keys = db.Model.FindEntityType(table)!.FindPrimaryKey()!.Properties;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var row in rows.OrderBy(row => string.Join('/', keys.Select(key => Sortable(Value(key, row)))), StringComparer.Ordinal))
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    json.WritePropertyName(column.Name);
                    Write(json, Value(column, row));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    /// <summary>Reads rows of a table. Throws <see cref="FormatException"/> when they are not what the model has.</summary>
    public static IReadOnlyList<object> Read(WorkflowDbContext db, Type table, ReadOnlyMemory<byte> text)
    {
        var columns = Columns(db, table).ToDictionary(column => column.Name, StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(one => Row(table, columns, one))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or OverflowException or TargetInvocationException)
        {
            throw new FormatException($"{table.Name}: {error.Message}", error);
        }
    }

    private static object Row(Type table, Dictionary<string, IProperty> columns, JsonElement one)
    {
        var row = Activator.CreateInstance(table)!;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in one.EnumerateObject())
        {
            if (!columns.TryGetValue(cell.Name, out var column) || !seen.Add(cell.Name))
            {
                throw new FormatException($"{table.Name}: no column {cell.Name}, or twice");
            }

            var value = Read(column.ClrType, cell.Value);
            if ((value is null && !column.IsNullable) || (value is string { } words && column.GetMaxLength() is { } most && words.Length > most))
            {
                throw new FormatException($"{table.Name}: {cell.Name} is missing or too long");
            }

            Member(column).SetValue(row, value);
        }

        return seen.Count == columns.Count ? row : throw new FormatException($"{table.Name}: columns are missing");
    }

    private static PropertyInfo Member(IProperty column) => column.PropertyInfo ?? throw new InvalidOperationException($"{column.Name} has no property");

    private static string Sortable(object? key) => key switch
    {
        long number => number.ToString("D20", CultureInfo.InvariantCulture),
        int number => number.ToString("D20", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
    };

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case DateTimeOffset at:
                json.WriteStringValue(at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static object? Read(Type type, JsonElement cell)
    {
        if (cell.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(Guid) => cell.GetGuid(),
            _ when type == typeof(string) => cell.GetString(),
            _ when type == typeof(bool) => cell.GetBoolean(),
            _ when type == typeof(int) => cell.GetInt32(),
            _ when type == typeof(long) => cell.GetInt64(),
            _ when type == typeof(decimal) => cell.GetDecimal(),
            _ when type == typeof(byte[]) => cell.GetBytesFromBase64(),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(cell.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ when type == typeof(DateOnly) => DateOnly.Parse(cell.GetString() ?? "", CultureInfo.InvariantCulture),
            _ when type == typeof(TimeOnly) => TimeOnly.Parse(cell.GetString() ?? "", CultureInfo.InvariantCulture),
            _ when type.IsEnum => Enum.Parse(type, cell.GetString() ?? "") is var value && Enum.IsDefined(type, value) ? value : throw new FormatException($"no {type.Name} {value}"),
            _ => throw new FormatException($"no column of type {type.Name} travels"),
        };
    }
}
