using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>
/// Writes the lines of the database into aide.json of this node, at its start and whenever they changed: a draft beside it, onto the disk,
/// then in its place in one step, so that a process killed at any moment leaves the old file or the new one. /aide reads the file alone.
/// </summary>
public sealed partial class WriteLineFile(LineStore lines, CrisisLineFile file, Settings settings, ILogger<WriteLineFile> log) : IOpening
{
    readonly SemaphoreSlim _turn = new(1, 1);

    string Path => System.IO.Path.Combine(settings.DataFolder, CrisisLineFile.Name);

    public Task OpenAsync(CancellationToken stop) => WriteAsync(stop);

    /// <summary>Whether the file now says what the database says. A failure is logged and leaves the file as it was: it never stops the house.</summary>
    public async Task<bool> WriteAsync(CancellationToken stop)
    {
        if (await lines.ForEveryNodeAsync(stop) is not { } current)
            return true;
        await _turn.WaitAsync(stop);
        try
        {
            var bytes = CrisisLineJson.Write(current);
            // What /aide would not read is not written.
            using (var read = new MemoryStream(bytes))
                CrisisLineJson.Read(read);
            if (File.Exists(Path) && (await File.ReadAllBytesAsync(Path, stop)).AsSpan().SequenceEqual(bytes))
                return true;
            await ReplaceAsync(bytes, stop);
            file.LookAgain();
            return true;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException)
        {
            NotWritten(log, Path, wrong.Message);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task ReplaceAsync(byte[] bytes, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var draft = Path + ".draft";
        await using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await stream.WriteAsync(bytes, stop);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, Path, overwrite: true);
    }

    [LoggerMessage(LogLevel.Error, "{Path} could not be written ({Reason}); /aide shows the lines of before.")]
    static partial void NotWritten(ILogger log, string path, string reason);
}

/// <summary>Looks every second whether another node changed what is public, and writes the file of this node anew.</summary>
sealed class KeepLineFileFresh(WriteLineFile file, PublicVersion version, Readiness readiness, ILogger<KeepLineFileFresh> log) : Watch(readiness, log, TimeSpan.FromSeconds(1))
{
    long _written;

    protected override async Task LookAsync(CancellationToken stop)
    {
        await version.RefreshAsync(stop);
        var now = version.Number;
        if (now != _written && await file.WriteAsync(stop))
            _written = now;
    }
}
