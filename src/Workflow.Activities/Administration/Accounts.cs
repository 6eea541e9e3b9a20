using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Administration;

/// <summary>Claims that a session carries.</summary>
public static class Claims
{
    public const string Organization = "org";
    public const string Person = "person";
    public const string FullName = "full-name";
}

/// <summary>How signing in ended.</summary>
public enum SignInOutcome
{
    Done, Wrong, LockedOut, NeedsCode, Closed,
}

/// <summary>How signing in ended, and until when the name is locked.</summary>
public sealed record SignInAnswer(SignInOutcome Outcome, DateTimeOffset? LockedUntil = null);

/// <summary>Someone signs in; handled where identities live. <paramref name="Code"/> is the second step, when it is on.</summary>
public sealed record SignIn(string UserName, string Password, string? Code) : IRequest<SignInAnswer>;

/// <summary>The session ends.</summary>
public sealed record SignOut : IRequest;

/// <summary>Someone changes their own password.</summary>
public sealed record ChangePassword(string Current, string Next) : IRequest<Refusal?>;

/// <summary>Key for an authenticator application, not yet switched on.</summary>
public sealed record ReadTotp : IRequest<TotpSetup>;

/// <summary>Shared key, QR code as SVG-free PNG data address, and whether the second step is on.</summary>
public sealed record TotpSetup(string Key, string QrDataUri, bool IsOn);

/// <summary>Switches the second step on with a code that proves the application works; answers recovery codes.</summary>
public sealed record EnableTotp(string Code) : IRequest<(Refusal? Refusal, IReadOnlyList<string> RecoveryCodes)>;

/// <summary>Switches the second step off; the password shows that it is the person who asks, not a device left open.</summary>
public sealed record DisableTotp(string Password) : IRequest<Refusal?>;

/// <summary>Whether an account may be used.</summary>
public enum AccountState
{
    Open, LockedForAWhile, Closed,
}

/// <summary>An account as the administrator sees it.</summary>
public sealed record AccountRow(Guid Id, string UserName, string FullName, string Offices, AccountState State, DateTimeOffset? LockedUntil, bool HasTotp, bool MustChange);

/// <summary>Accounts of the organization.</summary>
[Allow(Office.Administrator)]
public sealed record ReadAccounts : IQuery<IReadOnlyList<AccountRow>>;

/// <summary>The administrator gives a one-time password; the person must change it at the next sign-in.</summary>
[Allow(Office.Administrator)]
public sealed record ResetPassword(Guid CommandId, Guid AccountId, string OneTimePassword) : ICommand;

/// <summary>
/// The administrator makes an account for someone new, with a one-time password. Offices of the leadership are not given this way:
/// who looks after the machine must not be able to make a signer.
/// </summary>
[Allow(Office.Administrator)]
public sealed record OpenAccount(Guid CommandId, string UserName, string FullName, string Position, Office Office, Guid? UnitId, string OneTimePassword) : ICommand
{
    /// <summary>Offices that an account may be made for.</summary>
    public static IReadOnlyList<Office> MayBeGiven { get; } = [Office.DeputyChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Office.Drafter, Office.UnitReader];
}

/// <summary>The administrator closes an account; sessions that are open end at their next step.</summary>
[Allow(Office.Administrator)]
public sealed record CloseAccount(Guid CommandId, Guid AccountId) : ICommand;

/// <summary>The administrator switches the second step off for someone who lost both telephone and recovery codes.</summary>
[Allow(Office.Administrator)]
public sealed record ResetTotp(Guid CommandId, Guid AccountId) : ICommand;

/// <summary>The administrator unlocks an account, or opens a closed one again.</summary>
[Allow(Office.Administrator)]
public sealed record UnlockAccount(Guid CommandId, Guid AccountId) : ICommand;
