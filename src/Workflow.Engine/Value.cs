using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine;

/// <summary>What a variable holds: a closed list of kinds, written as JSON. Immutable; equal by content.</summary>
[JsonConverter(typeof(ValueJson))]
public abstract record Value
{
    /// <summary>A text.</summary>
    public sealed record Text(string Of) : Value
    {
        /// <inheritdoc/>
        public override string ToString() => Of;
    }

    /// <summary>An exact decimal number.</summary>
    public sealed record Number(decimal Of) : Value
    {
        /// <inheritdoc/>
        public override string ToString() => Of.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>True or false.</summary>
    public sealed record Truth(bool Of) : Value
    {
        /// <inheritdoc/>
        public override string ToString() => Of ? "true" : "false";
    }

    /// <summary>Known to be nothing; not the same as unknown.</summary>
    public sealed record Nothing : Value
    {
        /// <summary>The one nothing.</summary>
        public static Nothing Instance { get; } = new();

        /// <inheritdoc/>
        public override string ToString() => "";
    }

    /// <summary>A list.</summary>
    public sealed record Items(IReadOnlyList<Value> Of) : Value
    {
        /// <inheritdoc/>
        public bool Equals(Items? other) => other is not null && Of.SequenceEqual(other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => Of.Count;

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", Of);
    }

    /// <summary>Named members.</summary>
    public sealed record Fields(IReadOnlyDictionary<string, Value> Of) : Value
    {
        /// <inheritdoc/>
        public bool Equals(Fields? other) =>
            other is not null && Of.Count == other.Of.Count && Of.All(pair => other.Of.TryGetValue(pair.Key, out var value) && value == pair.Value);

        /// <inheritdoc/>
        public override int GetHashCode() => Of.Count;

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", Of.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    /// <summary>How deep lists and members stand in each other; 1 for a simple value.</summary>
    internal int Depth => 1 + (this switch
    {
        Items items => items.Of.Select(item => item.Depth).DefaultIfEmpty().Max(),
        Fields fields => fields.Of.Values.Select(one => one.Depth).DefaultIfEmpty().Max(),
        _ => 0,
    });

    /// <summary>A text, or nothing.</summary>
    public static Value From(string? text) => text is null ? Nothing.Instance : new Text(text);

    /// <summary>A set of variables that are all texts.</summary>
    public static IReadOnlyDictionary<string, Value>? From(IReadOnlyDictionary<string, string>? texts) => texts?.ToDictionary(pair => pair.Key, pair => From(pair.Value), StringComparer.Ordinal);

    /// <summary>A text.</summary>
    public static implicit operator Value(string text) => From(text);

    /// <summary>A number.</summary>
    public static implicit operator Value(decimal number) => new Number(number);

    /// <summary>A number.</summary>
    public static implicit operator Value(int number) => new Number(number);

    /// <summary>A truth.</summary>
    public static implicit operator Value(bool truth) => new Truth(truth);
}

/// <summary>Plain JSON: numbers stay exact, members are written in ordinal order so that equal values have equal text.</summary>
internal sealed class ValueJson : JsonConverter<Value>
{
    public override bool HandleNull => true;

    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new Value.Text(reader.GetString()!);
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? new Value.Number(number) : throw new JsonException("a number beyond 28 digits");
            case JsonTokenType.True or JsonTokenType.False:
                return new Value.Truth(reader.GetBoolean());
            case JsonTokenType.Null:
                return Value.Nothing.Instance;
            case JsonTokenType.StartArray:
                var items = new List<Value>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, typeToConvert, options));
                }

                return new Value.Items(items);
            case JsonTokenType.StartObject:
                var fields = new SortedDictionary<string, Value>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    fields[name] = Read(ref reader, typeToConvert, options);
                }

                return new Value.Fields(fields);
            default:
                throw new JsonException($"unexpected {reader.TokenType}");
        }
    }

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Value.Text text:
                writer.WriteStringValue(text.Of);
                break;
            case Value.Number number:
                writer.WriteNumberValue(number.Of);
                break;
            case Value.Truth truth:
                writer.WriteBooleanValue(truth.Of);
                break;
            case Value.Items items:
                writer.WriteStartArray();
                foreach (var item in items.Of)
                {
                    Write(writer, item, options);
                }

                writer.WriteEndArray();
                break;
            case Value.Fields fields:
                writer.WriteStartObject();
                foreach (var (name, field) in fields.Of.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, field, options);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
