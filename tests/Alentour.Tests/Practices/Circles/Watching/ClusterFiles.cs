using System.Text;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>What PostgreSQL has on the disk.</summary>
static class ClusterFiles
{
    /// <summary>Every file of the database, once all is written, and of the cluster's journal.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        await connection.Command("CHECKPOINT").RunAsync(default);
        var where = (await connection.Command("SELECT current_setting('data_directory') || ' ' || oid FROM pg_database WHERE datname = current_database()").ListAsync(r => r.GetString(0), default))[0].Split(' ');
        return [.. Directory.GetFiles($"{where[0]}/base/{where[1]}"), .. Directory.GetFiles($"{where[0]}/pg_wal")];
    }

    public static bool Hold(string path, string secret)
    {
        try
        {
            return File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0;
        }
        catch (IOException)
        {
            // The journal went on meanwhile.
            return false;
        }
    }
}
