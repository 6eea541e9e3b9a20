using MediatR;
using Microsoft.AspNetCore.Identity;
using Workflow.Activities.Administration;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>Signing in and out; each stands in the log.</summary>
internal sealed class SignInHandler(SignInManager<Account> signIn, UnknownNames unknown, WorkflowDbContext db, CurrentOrganization organization, TimeProvider clock) : IRequestHandler<SignIn, SignInAnswer>, IRequestHandler<SignOut>
{
    private readonly UserManager<Account> users = signIn.UserManager;

    public async Task<SignInAnswer> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var name = request.UserName.Trim().ToLowerInvariant();
        var account = await users.FindByNameAsync(name);
        if (account is null)
        {
            // Hash something all the same: the time of the answer must not tell which names exist.
            users.PasswordHasher.HashPassword(new Account(), request.Password);
            return Missed(name);
        }

        organization.Id = account.OrganizationId;
        var answer = Lockout.StateOf(account, clock.GetUtcNow()) == AccountState.Closed
            ? await users.CheckPasswordAsync(account, request.Password) ? new(SignInOutcome.Closed) : Missed(name)
            : await Try(account, request);
        if (answer.Outcome != SignInOutcome.NeedsCode)
        {
            var text = answer.Outcome switch
            {
                SignInOutcome.Done => "Đăng nhập.",
                SignInOutcome.LockedOut => "Đăng nhập bị từ chối: tài khoản đang khóa.",
                SignInOutcome.Closed => "Đăng nhập bị từ chối: tài khoản đã đóng.",
                _ => "Đăng nhập sai mật khẩu hoặc mã.",
            };
            await CommitSave.Run(db, account.OrganizationId, new AuditNote(account.PersonId, account.UserName ?? "", nameof(SignIn), account.PersonId, text), clock.GetUtcNow(), cancellationToken);
        }

        if (answer.Outcome == SignInOutcome.Done)
        {
            await signIn.SignInAsync(account, isPersistent: false);
        }

        return answer;
    }

    public async Task<Unit> Handle(SignOut request, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync();
        return Unit.Value;
    }

    private async Task<SignInAnswer> Try(Account account, SignIn request)
    {
        var checkedPassword = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
        return checkedPassword.IsLockedOut ? new(SignInOutcome.LockedOut, account.LockoutEnd)
            : !checkedPassword.Succeeded ? new(SignInOutcome.Wrong)
            : await SecondStep(account, request.Code);
    }

    private SignInAnswer Missed(string name) => unknown.Failed(name) is { } until ? new(SignInOutcome.LockedOut, until) : new(SignInOutcome.Wrong);

    private async Task<SignInAnswer> SecondStep(Account account, string? code)
    {
        if (!await users.GetTwoFactorEnabledAsync(account))
        {
            return new(SignInOutcome.Done);
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return new(SignInOutcome.NeedsCode);
        }

        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)
            || (await users.RedeemTwoFactorRecoveryCodeAsync(account, digits)).Succeeded)
        {
            // With the second step on, a right password alone does not clear the count.
            await users.ResetAccessFailedCountAsync(account);
            return new(SignInOutcome.Done);
        }

        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? new(SignInOutcome.LockedOut, account.LockoutEnd) : new(SignInOutcome.Wrong);
    }
}
