using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workflow.Runtime.Storage;

/// <summary>Rules that make one model fit two databases: enums as text, a length on every string, plain foreign keys.</summary>
internal static class Conventions
{
    private const int DefaultLength = 500;

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(type))!);
                    property.SetMaxLength(40);
                }
                else if (type == typeof(string) && property.GetMaxLength() is null && property.GetColumnType() is null && !IsIdentity(entity))
                {
                    property.SetMaxLength(DefaultLength);
                }
                else if (type == typeof(decimal))
                {
                    property.SetPrecision(24);
                    property.SetScale(6);
                }
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.DeleteBehavior = IsIdentity(entity) ? key.DeleteBehavior : DeleteBehavior.Restrict;
            }
        }
    }

    private static bool IsIdentity(IMutableEntityType entity) =>
        entity.ClrType.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;
}
