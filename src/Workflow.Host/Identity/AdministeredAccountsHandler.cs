using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Identity;

/// <summary>What the administrator may do with accounts.</summary>
internal sealed class AdministeredAccountsHandler(UserManager<Account> users, WorkflowDbContext db, Actor actor) :
    IRequestHandler<ReadAccounts, IReadOnlyList<AccountRow>>, IRequestHandler<OpenAccount, Answer>, IRequestHandler<ResetPassword, Answer>, IRequestHandler<UnlockAccount, Answer>,
    IRequestHandler<CloseAccount, Answer>, IRequestHandler<ResetTotp, Answer>
{
    private static readonly Refusal Unknown = new("account.not-found", "Không thấy tài khoản này.");

    public async Task<IReadOnlyList<AccountRow>> Handle(ReadAccounts request, CancellationToken cancellationToken)
    {
        var accounts = await db.Set<Account>().AsNoTracking().Where(account => account.OrganizationId == actor.OrganizationId)
            .Join(db.Set<Person>(), account => account.PersonId, person => person.Id, (account, person) => new { account, person.FullName }).OrderBy(row => row.account.UserName).ToListAsync(cancellationToken);
        var offices = (await db.Set<OfficeHeld>().AsNoTracking().Where(held => held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).ToListAsync(cancellationToken)).ToLookup(held => held.PersonId, held => OfficeNames.Of(held.Office));
        return [.. accounts.Select(row => new AccountRow(
            row.account.Id, row.account.UserName ?? "", row.FullName, string.Join(", ", offices[row.account.PersonId]), Lockout.StateOf(row.account, actor.Now), row.account.LockoutEnd, row.account.TwoFactorEnabled, row.account.MustChangePassword))];
    }

    public async Task<Answer> Handle(OpenAccount request, CancellationToken cancellationToken)
    {
        var fullName = request.FullName.Trim().Normalize();
        var position = request.Position.Trim().Normalize();
        if (fullName.Length is 0 or > 200 || position.Length > 200)
        {
            return Answer.No("account.name", "Đồng chí ghi họ tên (bắt buộc) và chức danh, mỗi mục không quá 200 chữ.");
        }

        var isUnit = request.Office == Office.UnitReader;
        if (!OpenAccount.MayBeGiven.Contains(request.Office) || isUnit != (request.UnitId is not null && await db.Set<Domain.Organizations.Unit>().AnyAsync(unit => unit.Id == request.UnitId, cancellationToken)))
        {
            return Answer.No("account.office", "Đồng chí chọn nhiệm vụ; tài khoản của đơn vị nhận văn bản thì chọn thêm đơn vị, các tài khoản khác thì không.");
        }

        var person = new Person { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, FullName = fullName, Position = position, UnitId = request.UnitId };
        var account = new Account { Id = Guid.CreateVersion7(actor.Now), UserName = request.UserName.Trim(), OrganizationId = actor.OrganizationId, PersonId = person.Id, LockoutEnabled = true };
        account.NormalizedUserName = users.NormalizeName(account.UserName);
        account.SecurityStamp = Stamp();
        foreach (var validator in users.UserValidators)
        {
            var result = await validator.ValidateAsync(users, account);
            if (!result.Succeeded)
            {
                return Answer.No("account.user-name", Sentences(result));
            }
        }

        if (await SetOneTimePassword(account, request.OneTimePassword) is { } refusal)
        {
            return Answer.No(refusal);
        }

        // The deputy head works at the same desk as the staff.
        Office[] offices = request.Office == Office.DeputyChiefOfOffice ? [request.Office, Office.OfficeStaff] : [request.Office];
        db.AddRange(person, account);
        db.AddRange(offices.Select(office => new OfficeHeld { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, PersonId = person.Id, Office = office, From = actor.Today }));
        return Answer.Done(account.Id, $"Đã lập tài khoản {account.UserName} cho đồng chí {fullName} ({OfficeNames.Of(request.Office)}); người dùng phải đổi mật khẩu khi đăng nhập.");
    }

    public async Task<Answer> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        if (await Find(request.AccountId, cancellationToken) is not { } account)
        {
            return Answer.No(Unknown);
        }

        if (await SetOneTimePassword(account, request.OneTimePassword) is { } refusal)
        {
            return Answer.No(refusal);
        }

        EndSessions(account);
        Reopen(account);
        return Answer.Done(account.Id, $"Đã đặt mật khẩu dùng một lần cho tài khoản {account.UserName}; người dùng phải đổi khi đăng nhập.");
    }

    public async Task<Answer> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        if (await Find(request.AccountId, cancellationToken) is not { } account)
        {
            return Answer.No(Unknown);
        }

        Reopen(account);
        return Answer.Done(account.Id, $"Đã mở khóa tài khoản {account.UserName}.");
    }

    public async Task<Answer> Handle(CloseAccount request, CancellationToken cancellationToken)
    {
        if (await Find(request.AccountId, cancellationToken) is not { } account)
        {
            return Answer.No(Unknown);
        }

        if (account.PersonId == actor.PersonId)
        {
            return Answer.No("account.own", "Đồng chí không tự đóng tài khoản của mình được; hãy nhờ người quản trị khác.");
        }

        account.LockoutEnabled = true;
        account.LockoutEnd = Lockout.Closed;
        EndSessions(account);
        return Answer.Done(account.Id, $"Đã đóng tài khoản {account.UserName}; các phiên đang mở dừng ngay.");
    }

    public async Task<Answer> Handle(ResetTotp request, CancellationToken cancellationToken)
    {
        if (await Find(request.AccountId, cancellationToken) is not { } account)
        {
            return Answer.No(Unknown);
        }

        await TotpKeys.Forget(db, account, cancellationToken);
        EndSessions(account);
        return Answer.Done(account.Id, $"Đã tắt xác thực hai lớp của tài khoản {account.UserName}; người dùng nên bật lại với điện thoại mới.");
    }

    private static string Stamp() => Guid.NewGuid().ToString("N");

    private static string Sentences(IdentityResult result) => string.Join(' ', result.Errors.Select(error => error.Description));

    private static void Reopen(Account account)
    {
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        account.ConcurrencyStamp = Stamp();
    }

    // A sign-in that is under way at this moment must not write its own lock over ours: hence the concurrency stamp.
    private static void EndSessions(Account account) => (account.SecurityStamp, account.ConcurrencyStamp) = (Stamp(), Stamp());

    private async Task<Refusal?> SetOneTimePassword(Account account, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded)
            {
                return new("account.password", Sentences(result));
            }
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = true;
        return null;
    }

    private Task<Account?> Find(Guid id, CancellationToken ct) => db.Set<Account>().SingleOrDefaultAsync(row => row.Id == id && row.OrganizationId == actor.OrganizationId, ct);
}
