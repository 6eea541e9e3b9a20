using System.Runtime.InteropServices;
using System.Text;

namespace Workflow.Activities.Conferences;

/// <summary>
/// What keeping keys needs of a disk, in steps that a power cut may part: the bytes of a file, its name, and that the folder remembers the name. A test
/// puts a disk in this place that forgets what was not flushed.
/// </summary>
public class KeyDisk
{
    private const int Exists = 17, NotSupported = 22, Interrupted = 4;

    /// <summary>A new file with these bytes, which are on the disk when this returns; its name need not be.</summary>
    public virtual void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Gives a file its name, unless that name is taken; whether it was given. Of two who try at once one succeeds.</summary>
    public virtual bool Name(string draft, string path)
    {
        // File.Move looks first and renames then: whoever came in between would be written over. A link is given or refused in one step.
        if (!OperatingSystem.IsWindows())
        {
            if (Link(Encoding.UTF8.GetBytes(draft + '\0'), Encoding.UTF8.GetBytes(path + '\0')) == 0)
            {
                File.Delete(draft);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == Exists)
            {
                return false;
            }
        }

        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    public virtual bool Has(string path) => File.Exists(path);

    public virtual byte[] Read(string path) => File.ReadAllBytes(path);

    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>The folder; made when it is missing.</summary>
    public virtual void Folder(string path) => Directory.CreateDirectory(path);

    /// <summary>The names in a folder are on the disk when this returns. Windows writes them with the file; a file system that cannot flush a folder needs no help.</summary>
    public virtual void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            while (FSync(handle) != 0)
            {
                var error = Marshal.GetLastPInvokeError();
                if (error == NotSupported)
                {
                    return;
                }

                if (error != Interrupted)
                {
                    throw new IOException($"The folder {folder} cannot be flushed (error {error}).");
                }
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
