using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Import;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Host.Identity;
using Workflow.Host.Seeding;
using Workflow.Runtime;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>Serves the pages: on the database that the configuration names, or on a private one.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var data = Path.GetFullPath(builder.Configuration["Data:Directory"] ?? "data");
        Directory.CreateDirectory(data);
        var connection = builder.Configuration.GetConnectionString("Workflow");
        using var cluster = string.IsNullOrWhiteSpace(connection) && !EF.IsDesignTime ? PrivateCluster.Open(data) : null;
        var provider = cluster is not null ? DatabaseProvider.PostgreSql : builder.Configuration.GetValue("Database:Provider", DatabaseProvider.PostgreSql);
        var signing = SigningFiles.Read(builder.Configuration, data);
        builder.Services.AddSingleton(new LeaseSettings(
            builder.Configuration.GetValue("Leases:Messages", LeaseSettings.Usual.Messages), builder.Configuration.GetValue("Leases:Timers", LeaseSettings.Usual.Timers)));
        builder.Services.AddSingleton(new WritingSettings(TimeSpan.FromDays(Math.Max(1, builder.Configuration.GetValue("Writing:AbandonedDays", WritingSettings.Usual.Abandoned.TotalDays)))));
        builder.Services.AddSingleton(builder.Configuration.GetSection("Import:Office").Get<OfficeSettings>() ?? new OfficeSettings());
        builder.Services.AddSingleton(new Activities.Exchange.ExchangeSettings(builder.Configuration.GetValue("Exchange:PlainLoopback", builder.Environment.IsDevelopment()), TimeSpan.FromSeconds(Math.Clamp(builder.Configuration.GetValue("Exchange:TimeoutSeconds", 60), 1, 600))));
        builder.Services.AddSingleton(MailConfiguration.Read(builder.Configuration, data));
        builder.Services.AddWorkflow(new DatabaseSettings(provider, cluster?.ConnectionString("workflow") ?? connection ?? "Host=localhost"), signing);
        TestClock.Use(builder);
        builder.Services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        builder.AddPages(Path.Combine(data, "keys"));
        await using var app = builder.Build();
        app.UsePages();
        if (EF.IsDesignTime)
        {
            await app.RunAsync();
            return 0;
        }

        // A laptop waits for the package of a session, and is nobody's until then.
        var staysEmpty = builder.Configuration.GetValue("Session:Laptop", false);
        var seeded = await Prepare(app.Services, changeAtFirstLogin: !builder.Configuration.GetValue("Demo:KeepPasswords", true), staysEmpty);
        app.Lifetime.ApplicationStarted.Register(() => Welcome(app.Urls, seeded, staysEmpty));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Migrates, deploys the definitions, and fills an empty database with the demonstration organization, unless it is to stay empty.</summary>
    public static async Task<bool> Prepare(IServiceProvider services, bool changeAtFirstLogin, bool staysEmpty = false)
    {
        await using var scope = services.CreateAsyncScope();
        await using var lockScope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<WorkflowDbContext>();
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        await DatabaseStart.Run(
            db,
            lockScope.ServiceProvider.GetRequiredService<WorkflowDbContext>(),
            provider.GetRequiredService<DefinitionCatalog>(),
            now,
            async () =>
            {
                if (!staysEmpty && await DemoOrganization.IsNeeded(db))
                {
                    await DemoOrganization.Fill(db, provider.GetRequiredService<UserManager<Account>>(), changeAtFirstLogin, now);
                }
            },
            CancellationToken.None);
        return await db.Set<Account>().AnyAsync(account => account.UserName == "bithu");
    }

    private static void Welcome(ICollection<string> urls, bool demonstration, bool laptop)
    {
        Console.WriteLine();
        Console.WriteLine($"  Workflow đang chạy tại {string.Join(", ", urls)}   (Ctrl-C để dừng)");
        if (laptop)
        {
            Console.WriteLine("  Máy mang đi: mở /mang-di/nhap bằng trình duyệt trên chính máy này để nhập gói hội nghị; đã nhập rồi thì mở /vao.");
        }

        if (demonstration)
        {
            Console.WriteLine($"""
                  Tài khoản trình diễn, mật khẩu chung: {DemoOrganization.Password}
                    soanthao        cán bộ soạn thảo, Ủy ban nhân dân xã
                    vanphong        cán bộ Văn phòng Đảng ủy        chanhvanphong   Chánh Văn phòng, ủy viên Ban Thường vụ
                    uyvien03 … uyvien11   ủy viên Ban Thường vụ     uyvien12 … uyvien24   ủy viên Ban Chấp hành
                    bithu           Bí thư                          phobithu        Phó Bí thư Thường trực
                    vanthu          Văn thư                         donvi1 … donvi3 đơn vị nhận văn bản
                    quantri         quản trị hệ thống
                """);
        }

        Console.WriteLine();
    }
}
