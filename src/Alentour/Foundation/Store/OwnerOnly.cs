namespace Alentour.Foundation.Store;

/// <summary>Files that only the account of the house may read, written whole or not at all.</summary>
public static class OwnerOnly
{
    /// <summary>Writes a draft beside <paramref name="path"/>, waits for the disk, then gives it its name. A failure leaves nothing behind.</summary>
    /// <exception cref="IOException">Something already bears the name, or the disk is full.</exception>
    public static async Task WriteAsync(string path, Func<FileStream, Task> write)
    {
        var draft = $"{path}.{Environment.ProcessId}.draft";
        try
        {
            await using (var file = Open(draft, FileMode.Create))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens it, making its folder and itself when they are not there.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = mode, Access = mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
