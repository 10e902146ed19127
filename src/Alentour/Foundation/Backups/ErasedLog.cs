using System.Globalization;
using System.Text;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

/// <summary>
/// The file erasures.log of the data folder: one line for each erasure, a random id and a day. It stands outside the database so that
/// <c>restore</c> knows of the erasures that came after a backup.
/// </summary>
public sealed class ErasedLog(Settings settings)
{
    readonly Lock _turn = new();

    string Path => System.IO.Path.Combine(settings.DataFolder, "erasures.log");

    /// <summary>Adds those that are not there yet and waits for the disk. To be called once the erasure is kept: what a crash lets slip here is added at the next start.</summary>
    public void Add(IEnumerable<Erased> erased)
    {
        lock (_turn)
        {
            var known = Read().Select(e => e.Id).ToHashSet();
            var lines = string.Concat(erased.Where(e => known.Add(e.Id)).Select(e => $"{e.Id} {e.On.ToString("O", CultureInfo.InvariantCulture)}\n"));
            if (lines.Length == 0)
                return;
            using var file = OwnerOnly.Open(Path, FileMode.Append);
            // A line that a crash cut short stays alone and is read by nobody.
            file.Write(Encoding.ASCII.GetBytes(EndsWhole() ? lines : "\n" + lines));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Every whole line.</summary>
    public IReadOnlyList<Erased> Read() => File.Exists(Path) ? [.. File.ReadLines(Path).Select(Understand).OfType<Erased>()] : [];

    bool EndsWhole()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0)
            return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    static Erased? Understand(string line) =>
        line.Split(' ') is [var id, var day] && Guid.TryParseExact(id, "D", out var erased) && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new Erased(erased, on) : null;
}
