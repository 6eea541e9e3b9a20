using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>People's own accounts, and what the administrator may do with them.</summary>
internal sealed class AccountHandler(UserManager<Account> users, SignInManager<Account> signIn, WorkflowDbContext db, Actor actor) :
    IRequestHandler<ChangePassword, Refusal?>, IRequestHandler<ReadTotp, TotpSetup>, IRequestHandler<EnableTotp, (Refusal? Refusal, IReadOnlyList<string> RecoveryCodes)>,
    IRequestHandler<ReadAccounts, IReadOnlyList<AccountRow>>, IRequestHandler<ResetPassword, Answer>, IRequestHandler<UnlockAccount, Answer>
{
    public async Task<Refusal?> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        if (request.Current == request.Next)
        {
            return new("account.same-password", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }

        var result = await users.ChangePasswordAsync(account, request.Current, request.Next);
        if (!result.Succeeded)
        {
            return new("account.password", string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        account.MustChangePassword = false;
        await Log(account, nameof(ChangePassword), "Đổi mật khẩu.", cancellationToken);
        await signIn.RefreshSignInAsync(account);
        return null;
    }

    public async Task<TotpSetup> Handle(ReadTotp request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        var key = await users.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            key = await users.GetAuthenticatorKeyAsync(account);
        }

        var address = $"otpauth://totp/Workflow:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer=Workflow&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return new(key!, "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(5)), account.TwoFactorEnabled);
    }

    public async Task<(Refusal? Refusal, IReadOnlyList<string> RecoveryCodes)> Handle(EnableTotp request, CancellationToken cancellationToken)
    {
        var account = await Mine(cancellationToken);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, request.Code.Replace(" ", "", StringComparison.Ordinal)))
        {
            return (new("account.code", "Mã 6 số không đúng. Đồng chí xem lại giờ trên điện thoại rồi nhập mã mới."), []);
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        await Log(account, nameof(EnableTotp), "Bật xác thực hai lớp.", cancellationToken);
        await signIn.RefreshSignInAsync(account);
        return (null, [.. codes ?? []]);
    }

    public async Task<IReadOnlyList<AccountRow>> Handle(ReadAccounts request, CancellationToken cancellationToken)
    {
        var accounts = await db.Set<Account>().AsNoTracking().Where(account => account.OrganizationId == actor.OrganizationId)
            .Join(db.Set<Person>(), account => account.PersonId, person => person.Id, (account, person) => new { account, person.FullName }).OrderBy(row => row.account.UserName).ToListAsync(cancellationToken);
        var offices = (await db.Set<OfficeHeld>().AsNoTracking().Where(held => held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).ToListAsync(cancellationToken)).ToLookup(held => held.PersonId, held => OfficeNames.Of(held.Office));
        return [.. accounts.Select(row => new AccountRow(row.account.Id, row.account.UserName ?? "", row.FullName, string.Join(", ", offices[row.account.PersonId]), row.account.LockoutEnd > actor.Now, row.account.TwoFactorEnabled, row.account.MustChangePassword))];
    }

    public async Task<Answer> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(row => row.Id == request.AccountId && row.OrganizationId == actor.OrganizationId, cancellationToken);
        if (account is null)
        {
            return Answer.No("account.not-found", "Không thấy tài khoản này.");
        }

        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, request.OneTimePassword);
            if (!result.Succeeded)
            {
                return Answer.No("account.password", string.Join(' ', result.Errors.Select(error => error.Description)));
            }
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, request.OneTimePassword);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.MustChangePassword = true;
        account.LockoutEnd = null;
        return Answer.Done(account.Id, $"Đã đặt mật khẩu dùng một lần cho tài khoản {account.UserName}; người dùng phải đổi khi đăng nhập.");
    }

    public async Task<Answer> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(row => row.Id == request.AccountId && row.OrganizationId == actor.OrganizationId, cancellationToken);
        if (account is null)
        {
            return Answer.No("account.not-found", "Không thấy tài khoản này.");
        }

        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return Answer.Done(account.Id, $"Đã mở khóa tài khoản {account.UserName}.");
    }

    private Task<Account> Mine(CancellationToken ct) => db.Set<Account>().SingleAsync(row => row.PersonId == actor.PersonId, ct);

    private Task Log(Account account, string act, string text, CancellationToken ct) =>
        CommitSave.Run(db, account.OrganizationId, new AuditNote(account.PersonId, actor.Name, act, account.PersonId, text), actor.Now, _ => { }, ct);
}
