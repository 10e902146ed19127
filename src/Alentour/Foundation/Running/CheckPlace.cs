using System.Data.Common;

namespace Alentour.Foundation.Running;

/// <summary>Whether the data folder can be written and has room.</summary>
sealed class CheckPlace(Settings settings) : ICheck
{
    const long Least = 200 * 1024 * 1024;

    public Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([.. Look()]);

    IEnumerable<string> Look()
    {
        var folder = Path.GetFullPath(settings.DataFolder);
        if (!CanWrite(folder))
            yield return $"The data folder {folder} cannot be written: keys and the help page's own lines have no place.";
        else if (new DriveInfo(folder).AvailableFreeSpace is < Least and var left)
            yield return $"Only {left / 1024 / 1024} MB are free where {folder} lies; below some MB nothing can be kept any more.";
    }

    static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, $"check.{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
