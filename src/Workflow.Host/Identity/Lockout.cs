using Workflow.Activities.Administration;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>Locked for a while by wrong passwords, or closed by the administrator.</summary>
internal static class Lockout
{
    public const int Attempts = 5;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    /// <summary>The end of the lock of a closed account: no one will see it.</summary>
    public static readonly DateTimeOffset Closed = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static AccountState StateOf(Account account, DateTimeOffset now) =>
        account.LockoutEnd >= Closed ? AccountState.Closed : account.LockoutEnd > now ? AccountState.LockedForAWhile : AccountState.Open;
}

/// <summary>
/// Counts wrong tries at names that nobody bears (or whose account is closed) by the same rule as at true ones: otherwise "locked"
/// would tell which names exist. Kept in memory; it protects nothing by itself.
/// </summary>
internal sealed class UnknownNames(TimeProvider clock)
{
    // Enough to remember names that people try; a flood of invented ones must not fill the memory.
    private const int Most = 10_000;

    private readonly Dictionary<string, (int Failures, DateTimeOffset Until)> names = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Notes a wrong try; answers until when the name is locked, or null.</summary>
    public DateTimeOffset? Failed(string name)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var (failures, until) = names.GetValueOrDefault(name);
            if (until > now)
            {
                return until;
            }

            if (names.Count >= Most && !names.ContainsKey(name))
            {
                names.Clear();
            }

            names[name] = ++failures < Lockout.Attempts ? (failures, default) : (0, now + Lockout.Span);
            return failures < Lockout.Attempts ? null : names[name].Until;
        }
    }
}
