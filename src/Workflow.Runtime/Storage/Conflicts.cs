using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Runtime.Storage.PostgreSql;

namespace Workflow.Runtime.Storage;

/// <summary>Tells two people acting at once, and a text too long, from a bug, in both databases.</summary>
public static class Conflicts
{
    /// <summary>True for a stale version, a unique violation, a deadlock or a serialization failure: run the act again.</summary>
    public static bool IsConflict(Exception error) => error is DbUpdateConcurrencyException
        || error is PostgresException { SqlState: "23505" or "40001" or "40P01" }
        || error is SqlException { Number: 2601 or 2627 or 1205 }
        || (error.InnerException is { } inner && IsConflict(inner));

    /// <summary>True when the act may be done or not: an act that bears a key is run again, and looked up first.</summary>
    public static bool MayBeDone(Exception error) => error is FlushLostException;

    /// <summary>True when a text is longer than its column: the sender must shorten it.</summary>
    public static bool IsTooLong(Exception error) => error is PostgresException { SqlState: "22001" }
        || error is SqlException { Number: 2628 or 8152 }
        || (error.InnerException is { } inner && IsTooLong(inner));
}
