using Alentour.Foundation.Running;
using Npgsql;

namespace Alentour.Tests.Cast;

/// <summary>
/// A fresh database on the engine of this run: SQLite, or PostgreSQL when ALENTOUR_TEST_POSTGRES holds the address of a throwaway cluster (bin/test sets it).
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    static readonly string? Cluster = Environment.GetEnvironmentVariable("ALENTOUR_TEST_POSTGRES");

    readonly string _folder = Directory.CreateTempSubdirectory("alentour-").FullName;
    readonly string _name = "t" + Guid.CreateVersion7().ToString("N");

    public static bool IsPostgres => !string.IsNullOrEmpty(Cluster);

    /// <summary>A folder of this test's own, erased with the store.</summary>
    public string Folder => _folder;

    /// <summary>As Alentour__Database takes it.</summary>
    public string Address => IsPostgres ? $"postgres:{Cluster};Database={_name};Pooling=true;Maximum Pool Size=8" : $"sqlite:{Path.Combine(_folder, "house.db")}";

    /// <param name="copied">A store that nobody uses any more, whose rows and files this one begins with.</param>
    public static async Task<TestStore> CreateAsync(TestStore? copied = null)
    {
        var store = new TestStore();
        if (IsPostgres)
            await OnClusterAsync($"CREATE DATABASE {store._name}{(copied is null ? "" : $" TEMPLATE {copied._name} STRATEGY FILE_COPY")}");
        foreach (var file in copied is null ? [] : new DirectoryInfo(copied._folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var here = Path.Combine(store._folder, Path.GetRelativePath(copied!._folder, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(here)!);
            file.CopyTo(here);
        }
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            await OnClusterAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        Directory.Delete(_folder, recursive: true);
    }

    static async Task OnClusterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Cluster};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
