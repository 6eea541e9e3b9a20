using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Storage.PostgreSql;
using Workflow.Runtime.Storage.SqlServer;

return 0;

/// <summary>Makes a context for <c>dotnet ef</c>, with the same identity schema as at run time.</summary>
internal abstract class Factory
{
    protected static T With<T>(T options)
        where T : DbContextOptionsBuilder
    {
        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version2);
        options.UseApplicationServiceProvider(services.BuildServiceProvider());
        return options;
    }
}

internal sealed class PostgreSqlFactory : Factory, IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args)
    {
        var options = With(new DbContextOptionsBuilder<PostgreSqlContext>());
        options.UseNpgsql("Host=localhost");
        return new PostgreSqlContext(options.Options);
    }
}

internal sealed class SqlServerFactory : Factory, IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args)
    {
        var options = With(new DbContextOptionsBuilder<SqlServerContext>());
        options.UseSqlServer("Server=localhost");
        return new SqlServerContext(options.Options);
    }
}
