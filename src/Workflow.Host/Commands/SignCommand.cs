using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>sign FILE.pdf --module LIBRARY.so [--token LABEL] [--field NAME] [--out FILE]</c>: signs a pinned file on the signer's own machine, with the key on
/// their token. The PIN is asked for without showing it, or read from the first line of standard input; it is never an argument, where others could see it.
/// </summary>
internal static class SignCommand
{
    private static readonly string[] Options = ["--module", "--token", "--field", "--out"];

    public static int Run(string[] args, TextReader? pins = null)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var path = args.Where((arg, index) => !arg.StartsWith("--", StringComparison.Ordinal) && (index == 0 || !Options.Contains(args[index - 1]))).FirstOrDefault();
        if (path is null || Files.Read(path) is not { } pdf)
        {
            return Files.Missing(path);
        }

        if (Option("--module") is not { } module)
        {
            return Files.Bad(new("NO_MODULE", "Chưa nêu thư viện của thiết bị ký số (--module), ví dụ /usr/lib/softhsm/libsofthsm2.so."));
        }

        var field = Option("--field") ?? OfficialPdf.PersonalField;
        var target = Option("--out") ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path) + ".da-ky.pdf");
        var pin = pins?.ReadLine() is { } given ? Encoding.UTF8.GetBytes(given) : Console.IsInputRedirected ? Encoding.UTF8.GetBytes(Console.ReadLine() ?? "") : Typed();
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            using var signer = TokenSigner.Open(module, Option("--token") ?? "", pin, now);
            var isAgency = field == OfficialPdf.AgencyField;
            File.WriteAllBytes(target, PdfSigner.Sign(pdf, new(field, signer.Name, isAgency ? "Đóng dấu phát hành" : "Ký ban hành", "", now, isAgency), signer));
            Console.WriteLine($"{signer.Name} đã ký ô “{field}”. Tệp đã ký: {target}");
            return 0;
        }
        catch (SignatureException problem)
        {
            Console.Error.WriteLine($"{problem.Code}: {problem.Message}");
            return 1;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Files.Bad(new("NOT_WRITTEN", $"Không ghi được tệp “{target}”. Đồng chí chọn chỗ khác bằng --out."));
        }
        finally
        {
            Array.Clear(pin);
        }
    }

    private static byte[] Typed()
    {
        Console.Error.Write("Mã PIN: ");
        var typed = new List<byte>();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Count > 0)
            {
                typed.RemoveAt(typed.Count - 1);
            }
            else if (key.KeyChar is >= ' ' and <= '~')
            {
                typed.Add((byte)key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        byte[] pin = [.. typed];
        typed.Clear();
        return pin;
    }
}
