using System.Globalization;
using Npgsql;

namespace Workflow.Integration.Tests.Roles;

/// <summary>Every table with its number of rows and a hash of all their contents: a changed letter shows. That somebody has read something is no act.</summary>
internal static class Snapshot
{
    public static async Task<SortedDictionary<string, string>> Of(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using (var list = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('ReadingMark', 'MaterialOpening')", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables[reader.GetString(0)] = "";
            }
        }

        var all = string.Join(" UNION ALL ", tables.Keys.Select(table => $"SELECT '{table}', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text FROM \"{table}\" t"));
        await using var command = new NpgsqlCommand(all, connection);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            tables[rows.GetString(0)] = rows.GetInt64(1).ToString(CultureInfo.InvariantCulture) + " rows, " + rows.GetString(2);
        }

        return tables;
    }
}
