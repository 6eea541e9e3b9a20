using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain;
using Workflow.Runtime;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Storage;

/// <summary>One model, two databases: what neither a compiler nor PostgreSQL alone would tell.</summary>
public sealed class ModelTests
{
    // SQL Server takes no longer keys: 900 bytes for the clustered (primary) one, 1700 for others.
    private const int LongestPrimaryKey = 900;
    private const int LongestIndex = 1_700;

    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_waits_for_its_migration(DatabaseProvider provider) => With(provider, db => Assert.False(db.Database.HasPendingModelChanges()));

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_script_that_makes_the_database_is_reviewed(DatabaseProvider provider) => With(provider, db =>
        Golden.Check($"Storage/create.{provider}.sql", db.Database.GenerateCreateScript().ReplaceLineEndings("\n")));

    [Theory]
    [MemberData(nameof(Providers))]
    public void Both_databases_went_through_the_same_migrations(DatabaseProvider provider) => With(provider, db =>
        With(DatabaseProvider.PostgreSql, other => Assert.Equal(Names(other), Names(db))));

    [Fact]
    public void Keys_and_indexes_fit_SQL_Server() => With(DatabaseProvider.SqlServer, db =>
    {
        foreach (var entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            Assert.All(entity.GetKeys(), key => Assert.True(Bytes(key.Properties) <= LongestPrimaryKey, $"{entity.ShortName()} key: {Bytes(key.Properties)} bytes"));
            Assert.All(entity.GetIndexes(), index => Assert.True(Bytes(index.Properties) <= LongestIndex, $"{entity.ShortName()} {index.Name}: {Bytes(index.Properties)} bytes"));
        }
    });

    [Fact]
    public void A_unique_index_over_an_optional_column_means_the_same_in_both() => With(DatabaseProvider.SqlServer, db =>
    {
        // SQL Server filters out what is empty only where EF adds a filter, which it does; ours have no optional column at all.
        var ours = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(entity => entity.ClrType.Namespace!.StartsWith("Workflow.", StringComparison.Ordinal) && entity.ClrType != typeof(Account));
        Assert.All(ours.SelectMany(entity => entity.GetIndexes()).Where(index => index.IsUnique), index => Assert.All(index.Properties, property => Assert.False(property.IsNullable, $"{index.DeclaringEntityType.ShortName()}.{property.Name}")));
    });

    [Fact]
    public void No_two_ways_lead_a_deletion_to_the_same_table() => With(DatabaseProvider.SqlServer, db =>
    {
        foreach (var entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            var reached = new Dictionary<IEntityType, int>();
            Cascade(entity, reached);
            Assert.All(reached, one => Assert.True(one.Value == 1, $"{entity.ShortName()} → {one.Key.ShortName()}"));
        }
    });

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_column_has_a_type_that_both_databases_know(DatabaseProvider provider) => With(provider, db =>
    {
        string[] known = provider == DatabaseProvider.SqlServer
            ? ["uniqueidentifier", "nvarchar", "datetimeoffset", "date", "time", "int", "bigint", "bit", "decimal", "varbinary"]
            : ["uuid", "character varying", "text", "timestamp with time zone", "date", "time without time zone", "integer", "bigint", "boolean", "numeric", "bytea"];
        foreach (var property in db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var name = $"{property.DeclaringType.ShortName()}.{property.Name}";
            var type = property.GetRelationalTypeMapping();
            Assert.True(known.Contains(type.StoreTypeNameBase), $"{name}: {type.StoreType}");
            // Identity's own columns have the lengths that it gives them.
            if (property.ClrType == typeof(string) && property.DeclaringType.ClrType.Namespace!.StartsWith("Workflow.", StringComparison.Ordinal) && property.DeclaringType.ClrType != typeof(Account))
            {
                Assert.True(property.GetMaxLength() is not null, $"{name} has no length");
            }

            Assert.False(property.ValueGenerated != ValueGenerated.Never && property.ClrType == typeof(Guid) && property.DeclaringType.ClrType.IsAssignableTo(typeof(IOfOrganization)), $"{name} is made by the database");
        }
    });

    private static void Cascade(IEntityType from, Dictionary<IEntityType, int> reached)
    {
        foreach (var key in from.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
        {
            reached[key.DeclaringEntityType] = reached.GetValueOrDefault(key.DeclaringEntityType) + 1;
            Cascade(key.DeclaringEntityType, reached);
        }
    }

    private static int Bytes(IEnumerable<IProperty> properties) => properties.Sum(property => property.GetRelationalTypeMapping().StoreTypeNameBase switch
    {
        // Two bytes a character, and no end means no limit.
        "nvarchar" => (property.GetRelationalTypeMapping().Size ?? 1_000_000) * 2,
        "uniqueidentifier" => 16,
        "varbinary" => property.GetMaxLength() ?? 1_000_000,
        _ => 10,
    });

    private static IEnumerable<string> Names(WorkflowDbContext db) => db.GetService<IMigrationsAssembly>().Migrations.Keys.Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    // No server is asked: model, migrations and scripts are known without one.
    private static void With(DatabaseProvider provider, Action<WorkflowDbContext> look)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRuntime(new DatabaseSettings(provider, provider == DatabaseProvider.SqlServer ? "Server=nowhere" : "Host=nowhere"));
        // As at run time, where Identity lays down the lengths of its keys.
        services.AddIdentityCore<Account>(Host.Identity.IdentityRules.Apply).AddRoles<Microsoft.AspNetCore.Identity.IdentityRole<Guid>>().AddEntityFrameworkStores<WorkflowDbContext>();
        using var provided = services.BuildServiceProvider();
        using var scope = provided.CreateScope();
        look(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }
}
