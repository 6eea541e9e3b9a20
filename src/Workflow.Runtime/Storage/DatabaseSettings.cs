namespace Workflow.Runtime.Storage;

/// <summary>The databases that carry the model.</summary>
public enum DatabaseProvider
{
    PostgreSql, SqlServer,
}

/// <summary>Where the data lives.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString);
