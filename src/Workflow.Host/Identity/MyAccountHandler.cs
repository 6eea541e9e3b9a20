using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>
/// People's own accounts. Each act is one transaction with its log entry; it changes the security stamp, so that every other session
/// of the account ends, and renews the session that asked.
/// </summary>
internal sealed class MyAccountHandler(UserManager<Account> users, SignInManager<Account> signIn, IUserStore<Account> store, WorkflowDbContext db, Actor actor) :
    IRequestHandler<ChangePassword, Refusal?>, IRequestHandler<ReadTotp, TotpSetup>, IRequestHandler<EnableTotp, (Refusal? Refusal, IReadOnlyList<string> RecoveryCodes)>,
    IRequestHandler<DisableTotp, Refusal?>
{
    private const int RecoveryCodes = 10;

    public async Task<Refusal?> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        if (request.Current == request.Next)
        {
            return new("account.same-password", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await users.ChangePasswordAsync(account, request.Current, request.Next);
        if (!result.Succeeded)
        {
            return new("account.password", string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        account.MustChangePassword = false;
        await Commit(account, nameof(ChangePassword), "Đổi mật khẩu.", cancellationToken);
        return null;
    }

    public async Task<TotpSetup> Handle(ReadTotp request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        var key = await users.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            // Not by ResetAuthenticatorKey: it would end the session of someone who only looks at the page.
            key = users.GenerateNewAuthenticatorKey();
            await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, cancellationToken);
            await users.UpdateAsync(account);
        }

        var address = $"otpauth://totp/Workflow:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer=Workflow&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return new(key, "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(5)), account.TwoFactorEnabled);
    }

    public async Task<(Refusal? Refusal, IReadOnlyList<string> RecoveryCodes)> Handle(EnableTotp request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, request.Code.Replace(" ", "", StringComparison.Ordinal)))
        {
            return (new("account.code", "Mã 6 số không đúng. Đồng chí xem lại giờ trên điện thoại rồi nhập mã mới."), []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await Commit(account, nameof(EnableTotp), "Bật xác thực hai lớp.", cancellationToken);
        return (null, [.. codes ?? []]);
    }

    public async Task<Refusal?> Handle(DisableTotp request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        if (!await users.CheckPasswordAsync(account, request.Password))
        {
            return new("account.password", "Mật khẩu hiện tại không đúng nên xác thực hai lớp vẫn bật.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TotpKeys.Forget(db, account, cancellationToken);
        await users.UpdateSecurityStampAsync(account);
        await Commit(account, nameof(DisableTotp), "Tắt xác thực hai lớp.", cancellationToken);
        return null;
    }

    private Task<Account> Mine(CancellationToken ct) => db.Set<Account>().SingleAsync(row => row.PersonId == actor.PersonId, ct);

    private async Task Commit(Account account, string act, string text, CancellationToken ct)
    {
        await CommitSave.Run(db, account.OrganizationId, new AuditNote(account.PersonId, actor.Name, act, account.PersonId, text), actor.Now, ct);
        await signIn.RefreshSignInAsync(account);
    }
}

/// <summary>Keys of the second step.</summary>
internal static class TotpKeys
{
    /// <summary>Switches the second step off and throws key and recovery codes away; saved by the caller.</summary>
    public static async Task Forget(WorkflowDbContext db, Account account, CancellationToken ct)
    {
        account.TwoFactorEnabled = false;
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == account.Id).ToListAsync(ct));
    }
}
