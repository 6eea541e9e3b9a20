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
    public const string MustChange = "must-change";
}

/// <summary>How signing in ended.</summary>
public enum SignInOutcome
{
    Done, Wrong, LockedOut, NeedsCode,
}

/// <summary>Someone signs in; handled where identities live. <paramref name="Code"/> is the second step, when it is on.</summary>
public sealed record SignIn(string UserName, string Password, string? Code) : IRequest<SignInOutcome>;

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

/// <summary>An account as the administrator sees it.</summary>
public sealed record AccountRow(Guid Id, string UserName, string FullName, string Offices, bool IsLocked, bool HasTotp, bool MustChange);

/// <summary>Accounts of the organization.</summary>
[Allow(Office.Administrator)]
public sealed record ReadAccounts : IQuery<IReadOnlyList<AccountRow>>;

/// <summary>The administrator gives a one-time password; the person must change it at the next sign-in.</summary>
[Allow(Office.Administrator)]
public sealed record ResetPassword(Guid CommandId, Guid AccountId, string OneTimePassword) : ICommand;

/// <summary>The administrator unlocks an account.</summary>
[Allow(Office.Administrator)]
public sealed record UnlockAccount(Guid CommandId, Guid AccountId) : ICommand;
