using MediatR;
using Microsoft.AspNetCore.Identity;
using Workflow.Activities.Administration;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>Signing in and out; each stands in the log.</summary>
internal sealed class SignInHandler(SignInManager<Account> signIn, WorkflowDbContext db, CurrentOrganization organization, TimeProvider clock) : IRequestHandler<SignIn, SignInOutcome>, IRequestHandler<SignOut>
{
    public async Task<SignInOutcome> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var account = await signIn.UserManager.FindByNameAsync(request.UserName.Trim().ToLowerInvariant());
        if (account is null)
        {
            // Hash something all the same: the time of the answer must not tell which names exist.
            signIn.UserManager.PasswordHasher.HashPassword(new Account(), request.Password);
            return SignInOutcome.Wrong;
        }

        organization.Id = account.OrganizationId;
        var checkedPassword = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
        var outcome = checkedPassword.IsLockedOut ? SignInOutcome.LockedOut : !checkedPassword.Succeeded ? SignInOutcome.Wrong : await SecondStep(account, request.Code);
        if (outcome == SignInOutcome.Done)
        {
            await signIn.SignInAsync(account, isPersistent: false);
        }

        if (outcome != SignInOutcome.NeedsCode)
        {
            var text = outcome switch { SignInOutcome.Done => "Đăng nhập.", SignInOutcome.LockedOut => "Đăng nhập bị từ chối: tài khoản đang khóa.", _ => "Đăng nhập sai mật khẩu hoặc mã." };
            await CommitSave.Run(db, account.OrganizationId, new AuditNote(account.PersonId, account.UserName ?? "", nameof(SignIn), account.PersonId, text), clock.GetUtcNow(), _ => { }, cancellationToken);
        }

        return outcome;
    }

    public async Task<Unit> Handle(SignOut request, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync();
        return Unit.Value;
    }

    private async Task<SignInOutcome> SecondStep(Account account, string? code)
    {
        if (!await signIn.UserManager.GetTwoFactorEnabledAsync(account))
        {
            return SignInOutcome.Done;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return SignInOutcome.NeedsCode;
        }

        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (await signIn.UserManager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)
            || (await signIn.UserManager.RedeemTwoFactorRecoveryCodeAsync(account, digits)).Succeeded)
        {
            return SignInOutcome.Done;
        }

        await signIn.UserManager.AccessFailedAsync(account);
        return SignInOutcome.Wrong;
    }
}
