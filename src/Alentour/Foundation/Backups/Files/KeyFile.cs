using System.Text;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups.Files;

/// <summary>The second file, to be kept in another place: one line for each key that is kept apart.</summary>
static class KeyFile
{
    const string Kind = "alentour keys 1";

    /// <summary>Where a backup looks for its keys when no other place is given.</summary>
    public static string Beside(string backup) => backup + ".key";

    public static Task WriteAsync(string path, IReadOnlyDictionary<string, byte[]> keys) =>
        OwnerOnly.WriteAsync(path, async file => await file.WriteAsync(Encoding.ASCII.GetBytes(
            Kind + "\n" + string.Concat(keys.Select(k => $"{k.Key} {Convert.ToHexStringLower(k.Value)}\n")))));

    /// <exception cref="BackupRefused">It is no key file.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new BackupRefused($"There is no file {path}.");
        var lines = await File.ReadAllLinesAsync(path, stop);
        try
        {
            if (lines is [Kind, .. var keys])
                return keys.Select(k => k.Split(' ')).ToDictionary(k => k[0], k => Convert.FromHexString(k[1]), StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException)
        {
            // Said below.
        }
        throw new BackupRefused($"{path} is not a key file of Alentour, or it is damaged.");
    }
}
