using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Workflow.Activities.Signing;

/// <summary>
/// Pictures of our own pages, drawn by poppler where it is installed, to lie beside the scans. Only bytes that we made are drawn; without the program
/// the page links to the print instead.
/// </summary>
public sealed class PagePictures : IDisposable
{
    private const int Dpi = 75;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim atOnce = new(2, 2);

    /// <summary>Whether the program is there.</summary>
    public bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftoppm")));

    /// <inheritdoc />
    public void Dispose() => atOnce.Dispose();

    /// <summary>PNG of a page, the first is 1; null when it cannot be drawn.</summary>
    public async Task<byte[]?> Of(byte[] pdf, int page, CancellationToken ct)
    {
        if (!IsThere)
        {
            return null;
        }

        await atOnce.WaitAsync(ct);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Longest);
        var number = page.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var drawing = Process.Start(new ProcessStartInfo("pdftoppm", ["-png", "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            try
            {
                using var picture = new MemoryStream();
                var reading = drawing.StandardOutput.BaseStream.CopyToAsync(picture, timeout.Token);
                await drawing.StandardInput.BaseStream.WriteAsync(pdf, timeout.Token);
                drawing.StandardInput.Close();
                await reading;
                await drawing.WaitForExitAsync(timeout.Token);
                return drawing.ExitCode == 0 && picture.Length > 0 ? picture.ToArray() : null;
            }
            finally
            {
                if (!drawing.HasExited)
                {
                    drawing.Kill(entireProcessTree: true);
                }
            }
        }
        catch (Exception error) when (error is Win32Exception or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            atOnce.Release();
        }
    }
}
