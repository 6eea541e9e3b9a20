using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflow.Host.EmbeddedPostgres;

/// <summary>Where the private cluster listens and how one gets in; kept beside it in a file that only its owner reads.</summary>
internal sealed record ClusterSettings(int Port, string Password)
{
    public static ClusterSettings Fresh() => new(FreePort(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));

    public static ClusterSettings Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterSettings>(File.ReadAllText(file)) is { Port: > 0, Password.Length: > 0 } settings ? settings : throw new JsonException();
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            throw new PostgresException($"Không đọc được tệp {file}, trong đó có cổng và mật khẩu của cơ sở dữ liệu riêng. Dữ liệu vẫn còn nguyên: hãy lấy lại tệp này từ bản sao lưu rồi chạy lại.");
        }
    }

    /// <summary>Writes whole or not at all.</summary>
    public void Write(string file)
    {
        WritePrivate(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static void WritePrivate(string file, string text)
    {
        File.Delete(file);
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
