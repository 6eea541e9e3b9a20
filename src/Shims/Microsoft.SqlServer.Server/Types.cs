namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialised.</summary>
public enum Format
{
    Unknown = 0, Native = 1, UserDefined = 2,
}

/// <summary>A type that writes itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a user-defined type; SqlClient looks for it on parameters.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public int MaxByteSize { get; set; }

    public bool IsByteOrdered { get; set; }

    public bool IsFixedLength { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}

/// <summary>Facets of a returned value.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue, Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    public bool IsFixedLength { get; set; }

    public int MaxSize { get; set; }

    public int Precision { get; set; }

    public int Scale { get; set; }

    public bool IsNullable { get; set; }
}

/// <summary>Marks a method of a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SqlMethodAttribute : Attribute
{
    public bool OnNullCall { get; set; }

    public bool IsMutator { get; set; }

    public bool InvokeIfReceiverIsNull { get; set; }
}
