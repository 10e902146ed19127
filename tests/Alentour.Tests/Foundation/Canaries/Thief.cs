using System.IO.Compression;
using System.Text;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Npgsql;

namespace Alentour.Tests.Foundation.Canaries;

/// <summary>All that somebody holds who took the machine: bytes, each as one sign, so that nothing is lost in reading them.</summary>
static class Thief
{
    /// <summary>On SQLite every byte of the file and of its WAL; on PostgreSQL every row of every table, written out.</summary>
    public static Task<string> DatabaseAsync(string address) => IsFile(address) ? Task.FromResult(Read(FilesOf(address))) : RowsAsync(address);

    /// <summary>
    /// On PostgreSQL every file of the database, once VACUUM FULL has written its tables anew: the cluster does not overwrite what it erases.
    /// Its own journal (pg_wal) is not looked at: it holds what was written until the cluster takes the place again, which no house can hurry.
    /// </summary>
    public static async Task<string> FilesAfterVacuumAsync(string address)
    {
        if (IsFile(address))
            return Read(FilesOf(address));
        await using var connection = new NpgsqlConnection(address["postgres:".Length..]);
        await connection.OpenAsync();
        await connection.Command("VACUUM FULL").RunAsync(default);
        await connection.Command("CHECKPOINT").RunAsync(default);
        var where = await connection.Command("SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = current_database()").ListAsync(r => r.GetString(0), default);
        return Read(Directory.GetFiles(where[0]));
    }

    /// <summary>What lies in the folder of the house besides its database.</summary>
    public static string Folder(string folder, string address) =>
        Read(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Except(IsFile(address) ? FilesOf(address) : []).Where(f => !f.EndsWith(".backup", StringComparison.Ordinal)));

    /// <summary>A backup, unpacked.</summary>
    public static async Task<string> BackupAsync(string path)
    {
        await using var file = File.OpenRead(path);
        while (file.ReadByte() != '\n') { }
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.Latin1);
        return await lines.ReadToEndAsync();
    }

    static bool IsFile(string address) => address.StartsWith("sqlite:", StringComparison.Ordinal);

    static IEnumerable<string> FilesOf(string address) => new[] { "", "-wal" }.Select(end => address["sqlite:".Length..] + end).Where(File.Exists);

    static string Read(IEnumerable<string> files)
    {
        var all = new StringBuilder();
        foreach (var path in files)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            all.Append(reader.ReadToEnd());
        }
        return all.ToString();
    }

    static async Task<string> RowsAsync(string address)
    {
        using var database = new Database(address);
        await using var connection = await database.OpenAsync();
        var all = new StringBuilder();
        foreach (var table in (await database.Dialect.ColumnsAsync(connection, default)).Select(c => c.Table).Distinct())
            foreach (var row in await connection.Command($"SELECT CAST(t AS text) FROM {table} t").ListAsync(r => r.GetString(0), default))
                all.AppendLine(row);
        return all.ToString();
    }
}
