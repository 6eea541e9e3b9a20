using System.Net;
using System.Text.RegularExpressions;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Host.Seeding;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.People;

[Collection("cluster")]
public sealed class AccountTests(TestCluster cluster)
{
    private const string Next = "mat khau moi 2027";

    [Fact]
    public async Task A_password_must_be_ten_long_with_a_digit_and_the_old_one_must_be_known()
    {
        await using var site = await Site.Start(cluster);
        var visitor = await site.SignIn("vanphong");
        async Task Refused(string current, string next, string sentence)
        {
            var answer = await visitor.Post("/tai-khoan/doi-mat-khau", ("current", current), ("next", next));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, SignInTests.Problem(answer), StringComparison.Ordinal);
        }

        await Refused(DemoOrganization.Password, "ngan1", "ít nhất 10 ký tự");
        await Refused(DemoOrganization.Password, "khong co chu so", "ít nhất một chữ số");
        await Refused(DemoOrganization.Password, DemoOrganization.Password, "phải khác");
        await Refused("khong-phai-1", Next, "Mật khẩu hiện tại không đúng");
        var elsewhere = await site.SignIn("vanphong");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post("/tai-khoan/doi-mat-khau", ("current", DemoOrganization.Password), ("next", Next))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/")).StatusCode);
        SentToSignIn(await elsewhere.Get("/"));
        Assert.Equal(HttpStatusCode.OK, (await site.Stranger().TrySignIn("vanphong", DemoOrganization.Password)).StatusCode);
        await site.SignIn("vanphong", Next);
    }

    [Fact]
    public async Task Accounts_handed_out_with_a_known_password_must_change_it_first()
    {
        await using var site = await Site.Start(cluster, "firstlogin", builder => builder.UseSetting("Demo:KeepPasswords", "false"));
        var visitor = await site.SignIn("soanthao");
        foreach (var address in new[] { "/", "/du-thao", "/du-thao/moi", "/van-ban" })
        {
            Assert.Equal("/tai-khoan/doi-mat-khau", (await visitor.Get(address)).Headers.Location!.OriginalString);
        }

        var upload = await visitor.Upload("/du-thao/moi", "mau.txt", cluster.SampleBytes, ("commandId", Guid.CreateVersion7().ToString()), ("body", "Ủy ban nhân dân xã"), ("tracked", "Accept"));
        Assert.Equal("/tai-khoan/doi-mat-khau", upload.Headers.Location!.OriginalString);
        Assert.Equal(0, await site.Count<Draft>());
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/css/app.css")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post("/tai-khoan/doi-mat-khau", ("current", DemoOrganization.Password), ("next", Next))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/du-thao")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignIn("soanthao", Next)).Get("/du-thao")).StatusCode);
    }

    [Fact]
    public async Task A_password_given_by_the_administrator_ends_open_sessions_and_serves_once()
    {
        await using var site = await Site.Start(cluster);
        var (administrator, visitor) = (await site.SignIn("quantri"), await site.SignIn("vanthu"));
        var id = (await site.Look(db => SignInTests.Find(db, "vanthu"))).Id.ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act("/quan-tri/dat-lai", ("id", id), ("password", "ngan1"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/dat-lai", ("id", id), ("password", "dung mot lan 1"))).StatusCode);
        SentToSignIn(await visitor.Get("/"));
        SentToSignIn(await visitor.Get("/van-ban"));
        Assert.Equal(HttpStatusCode.OK, (await site.Stranger().TrySignIn("vanthu", DemoOrganization.Password)).StatusCode);
        var again = await site.SignIn("vanthu", "dung mot lan 1");
        Assert.Equal("/tai-khoan/doi-mat-khau", (await again.Get("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await again.Post("/tai-khoan/doi-mat-khau", ("current", "dung mot lan 1"), ("next", Next))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_ends_at_once_and_may_be_opened_again()
    {
        await using var site = await Site.Start(cluster);
        var (administrator, visitor) = (await site.SignIn("quantri"), await site.SignIn("uyvien03"));
        var id = (await site.Look(db => SignInTests.Find(db, "uyvien03"))).Id.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/dong", ("id", id))).StatusCode);
        SentToSignIn(await visitor.Get("/"));
        SentToSignIn(await visitor.Client.PostAsync("/du-thao/moi", new FormUrlEncodedContent([])));
        Assert.Contains("đã được đóng", SignInTests.Problem(await site.Stranger().TrySignIn("uyvien03", DemoOrganization.Password)), StringComparison.Ordinal);
        var own = (await site.Look(db => SignInTests.Find(db, "quantri"))).Id.ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act("/quan-tri/dong", ("id", own))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/mo-khoa", ("id", id))).StatusCode);
        await site.SignIn("uyvien03");
        Assert.Equal(1, await site.Count<AuditEntry>(entry => entry.Act == "CloseAccount"));
    }

    [Fact]
    public async Task The_administrator_makes_an_account_but_never_a_signer()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        (string, string)[] Form(string name, string office, string unit = "", string password = "dung mot lan 1") =>
            [("userName", name), ("fullName", "Lò Thị Mới"), ("position", "Chuyên viên"), ("office", office), ("unitId", unit), ("password", password)];
        var people = await site.Count<Person>();
        foreach (var (form, sentence) in new[]
        {
            (Form("moi.nguoi", "Secretary"), "chọn nhiệm vụ"), (Form("moi.nguoi", "Administrator"), "chọn nhiệm vụ"), (Form("moi.nguoi", "UnitReader"), "chọn thêm đơn vị"),
            (Form("bithu", "OfficeStaff"), "đã có người dùng"), (Form("Có Dấu", "OfficeStaff"), "chữ thường không dấu"), (Form("moi.nguoi", "OfficeStaff", password: "ngan1"), "ít nhất 10 ký tự"),
        })
        {
            var answer = await administrator.Act("/quan-tri/lap", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, SignInTests.Problem(answer), StringComparison.Ordinal);
        }

        Assert.Equal(people, await site.Count<Person>());
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/lap", Form("moi.nguoi", "OfficeStaff"))).StatusCode);
        var visitor = await site.SignIn("moi.nguoi", "dung mot lan 1");
        Assert.Equal("/tai-khoan/doi-mat-khau", (await visitor.Get("/du-thao")).Headers.Location!.OriginalString);
        await visitor.Post("/tai-khoan/doi-mat-khau", ("current", "dung mot lan 1"), ("next", Next));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/du-thao")).StatusCode);
    }

    [Fact]
    public async Task The_second_step_is_switched_on_with_a_true_code_used_and_switched_off_with_the_password()
    {
        await using var site = await Site.Start(cluster);
        var (visitor, elsewhere) = (await site.SignIn("bithu"), await site.SignIn("bithu"));
        var key = Regex.Match(await visitor.Page("/tai-khoan"), "<code>([A-Z2-7]{32})</code>").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/tai-khoan/hai-lop", ("code", Totp.Now(key) == "000000" ? "111111" : "000000"))).StatusCode);
        var on = await (await visitor.Post("/tai-khoan/hai-lop", ("code", Totp.Now(key)))).Content.ReadAsStringAsync();
        var recovery = Regex.Matches(on, "<li><code>([^<]+)</code>").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);
        SentToSignIn(await elsewhere.Get("/"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/")).StatusCode);
        Assert.DoesNotContain(key, await visitor.Page("/tai-khoan"), StringComparison.Ordinal);

        var asked = await site.Stranger().TrySignIn("bithu", DemoOrganization.Password);
        Assert.Contains("Mã xác thực 6 số", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("không đúng", SignInTests.Problem(await site.Stranger().TrySignIn("bithu", DemoOrganization.Password, "12345")), StringComparison.Ordinal);
        await site.SignIn("bithu", code: Totp.Now(key));
        await site.SignIn("bithu", code: recovery[0]);
        Assert.Contains("không đúng", SignInTests.Problem(await site.Stranger().TrySignIn("bithu", DemoOrganization.Password, recovery[0])), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/tai-khoan/tat-hai-lop", ("current", "khong-phai-1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post("/tai-khoan/tat-hai-lop", ("current", DemoOrganization.Password))).StatusCode);
        await site.SignIn("bithu");
        Assert.DoesNotContain(key, await visitor.Page("/tai-khoan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_lock_too_right_ones_clear_the_count_and_the_administrator_helps_who_lost_the_telephone()
    {
        await using var site = await Site.Start(cluster);
        var visitor = await site.SignIn("phobithu");
        var key = Regex.Match(await visitor.Page("/tai-khoan"), "<code>([A-Z2-7]{32})</code>").Groups[1].Value;
        await visitor.Post("/tai-khoan/hai-lop", ("code", Totp.Now(key)));
        var stranger = site.Stranger();
        for (var round = 0; round < 2; round++)
        {
            for (var wrong = 0; wrong < 4; wrong++)
            {
                Assert.Contains("không đúng", SignInTests.Problem(await stranger.TrySignIn("phobithu", DemoOrganization.Password, "12345")), StringComparison.Ordinal);
            }

            await site.SignIn("phobithu", code: Totp.Now(key));
        }

        for (var wrong = 0; wrong < 4; wrong++)
        {
            await stranger.TrySignIn("phobithu", DemoOrganization.Password, "12345");
        }

        Assert.Contains("tạm khóa đến", SignInTests.Problem(await stranger.TrySignIn("phobithu", DemoOrganization.Password, "12345")), StringComparison.Ordinal);
        var administrator = await site.SignIn("quantri");
        var id = (await site.Look(db => SignInTests.Find(db, "phobithu"))).Id.ToString();
        await administrator.Act("/quan-tri/mo-khoa", ("id", id));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/tat-hai-lop", ("id", id))).StatusCode);
        SentToSignIn(await visitor.Get("/"));
        await site.SignIn("phobithu");
    }

    private static void SentToSignIn(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/dang-nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
