using Workflow.Activities.Trips;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>session import FILE --fingerprint KEY [--address URL] [--out SHEET.html]</c> fills an empty data folder with the package of a session and writes the sheet
/// of codes; <c>session fingerprint</c> says the key of this installation. Exit 0, or 2 when the package is refused or cannot be read.
/// </summary>
internal static class SessionCommand
{
    private const int DefaultPort = 5080;

    public static async Task<int> Run(string[] args)
    {
        switch (args)
        {
            case ["import", var file, .. var rest]:
                return await Import(file, rest);
            case ["fingerprint", .. var rest]:
                using (var installed = InstalledDatabase.Open(rest))
                {
                    if (installed is null)
                    {
                        return InstalledDatabase.Missing(rest);
                    }

                    Console.WriteLine(InstallationKey.Grouped(installed.Services.GetRequiredService<InstallationKey>().Fingerprint));
                    return 0;
                }

            default:
                return Files.Bad(new("NO_FILE", "Cách dùng: ./run session import TỆP.hoinghi --fingerprint DẤU-KHÓA [--address http://…] [--out TỜ-MÃ.html], hoặc ./run session fingerprint."));
        }
    }

    private static async Task<int> Import(string file, string[] args)
    {
        if (!File.Exists(file) || new FileInfo(file).Length > SessionPackage.LargestFile)
        {
            return Files.Bad(new("NO_FILE", $"Không đọc được tệp “{file}”: tệp không có, hoặc lớn quá {SessionPackage.LargestFile / 1_000_000} MB nên không phải gói hội nghị."));
        }

        if (Option(args, "--fingerprint") is not { } fingerprint)
        {
            return Files.Bad(new("NO_FINGERPRINT", "Thiếu --fingerprint: dấu khóa của hệ thống chính, ở trang “Mang hội nghị đi”. Không có dấu khóa thì không biết gói có đúng của Văn phòng không."));
        }

        // Looked through before anything is made: a package that is none leaves no data folder behind.
        var bytes = await File.ReadAllBytesAsync(file);
        if (SessionPackage.Open(bytes, PackageKind.Out, fingerprint).Refusal is { } bad)
        {
            return Files.Bad(new(bad.Code, bad.Text));
        }

        using var installed = InstalledDatabase.Open([], make: true)!;
        await ServeCommand.Prepare(installed.Services, changeAtFirstLogin: false, staysEmpty: true);
        await using var scope = installed.Services.CreateAsyncScope();
        var (session, refusal) = await scope.ServiceProvider.GetRequiredService<SessionImport>().Run(bytes, fingerprint, CancellationToken.None);
        if (session is null)
        {
            return Files.Bad(new(refusal!.Code, refusal.Text));
        }

        Console.WriteLine(session.Text);
        if (session.Tickets.Count > 0)
        {
            var configuration = installed.Services.GetRequiredService<IConfiguration>();
            var address = Option(args, "--address") ?? configuration["Session:Address"] ?? $"http://{LanAddresses.OfMachine().FirstOrDefault() ?? "127.0.0.1"}:{DefaultPort}";
            var sheet = Path.GetFullPath(Option(args, "--out") ?? Path.Combine(configuration["Data:Directory"] ?? "data", "to-ma-vao-hoi-nghi.html"));
            await EntrySheet.Write(sheet, session, address.TrimEnd('/'));
            Console.WriteLine($"Tờ mã vào hội nghị: {sheet} (mở bằng trình duyệt, in, rồi xóa tệp). Địa chỉ trên tờ mã: {address}");
        }

        Console.WriteLine($"Dấu khóa của máy này: {InstallationKey.Grouped(installed.Services.GetRequiredService<InstallationKey>().Fingerprint)}");
        Console.WriteLine("Chạy máy chủ cho phòng họp: ./run --lan, với đúng --data của thư mục này.");
        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
