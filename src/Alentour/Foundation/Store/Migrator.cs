using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Alentour.Foundation.Store;

/// <summary>
/// Brings the tables to the state that the numbered scripts of the modules describe, in one transaction, and remembers the hash of each.
/// </summary>
public sealed class Migrator(Database database, IEnumerable<SchemaOwner> owners)
{
    static readonly Assembly Home = typeof(Migrator).Assembly;

    static readonly SchemaOwner Own = SchemaOwner.Of<Migrator>() with { KeptOut = ["schema_script", "retried_act", "protection_key"] };

    /// <summary>Every module with tables, in the order in which their scripts run.</summary>
    public IEnumerable<SchemaOwner> Owners => owners.Prepend(Own);

    /// <summary>Applies what is missing and returns the names of what it applied.</summary>
    /// <exception cref="SchemaChangedException">A script was changed after this database had applied it.</exception>
    public Task<IReadOnlyList<string>> ApplyAsync(CancellationToken stop = default) =>
        database.WriteAsync((connection, transaction) => ApplyAsync(connection, transaction, stop), stop);

    /// <summary>The same, as part of a greater act.</summary>
    public async Task<IReadOnlyList<string>> ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        if (database.Dialect.SchemaLock is { } schemaLock)
            await RunAsync(connection, transaction, schemaLock, stop);
        await RunAsync(connection, transaction, "CREATE TABLE IF NOT EXISTS schema_script (name text PRIMARY KEY, hash text NOT NULL)", stop);
        var known = await KnownAsync(connection, transaction, stop);
        var applied = new List<string>();
        foreach (var (name, sql, hash) in Scripts())
        {
            if (known.TryGetValue(name, out var old))
            {
                if (old != hash)
                    throw new SchemaChangedException(name);
                continue;
            }
            await RunAsync(connection, transaction, sql, stop);
            await RunAsync(connection, transaction, $"INSERT INTO schema_script (name, hash) VALUES ('{name}', '{hash}')", stop);
            applied.Add(name);
        }
        return applied;
    }

    /// <summary>The hash of every script that this program would run on this engine.</summary>
    public IReadOnlyDictionary<string, string> Hashes() => Scripts().ToDictionary(s => s.Name, s => s.Hash);

    /// <summary>A sentence for each script that is missing or differs; none when the tables are up to date.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        var known = await KnownAsync(connection, null, stop);
        return [.. Scripts().Select(s => !known.TryGetValue(s.Name, out var old) ? $"{s.Name} has not been applied yet." : old != s.Hash ? $"{s.Name} differs from what was applied." : null).OfType<string>()];
    }

    IEnumerable<(string Name, string Sql, string Hash)> Scripts()
    {
        var names = Home.GetManifestResourceNames();
        foreach (var owner in Owners)
        {
            var folder = owner.Module + ".Schema.";
            foreach (var name in names.Where(n => n.StartsWith(folder, StringComparison.Ordinal) && IsForThisEngine(n)).Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(Home.GetManifestResourceStream(name)!);
                var sql = reader.ReadToEnd();
                yield return (name["Alentour.".Length..], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
            }
        }
    }

    bool IsForThisEngine(string name) =>
        name.EndsWith($".{database.Dialect.Name}.sql", StringComparison.Ordinal)
        || !(name.EndsWith(".sqlite.sql", StringComparison.Ordinal) || name.EndsWith(".postgres.sql", StringComparison.Ordinal));

    static async Task<Dictionary<string, string>> KnownAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT name, hash FROM schema_script";
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            known[reader.GetString(0)] = reader.GetString(1);
        return known;
    }

    static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}

public sealed class SchemaChangedException(string script)
    : Exception($"{script} was changed after this database had applied it. Use the version of Alentour that made the database, or a new script.");
