using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>The lines in the database, and how they get there: the first change of a coordinator lays those in force beside it.</summary>
public sealed class LineStore(Database database, CrisisLineFile file)
{
    const string Columns = "key, line, changed_on, withdrawn_on, version";

    /// <summary>Every line in the order of /aide, withdrawn ones too. While the database holds none: those in force.</summary>
    public async Task<IReadOnlyList<KeptLine>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await ReadAsync(connection, null, stop) is { Count: > 0 } kept ? kept : InForce();
    }

    /// <summary>What /aide shows on every node; null as long as nobody changed anything here.</summary>
    internal async Task<CrisisLines?> ForEveryNodeAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var kept = await ReadAsync(connection, null, stop);
        return kept.Count == 0 ? null : new CrisisLines(kept.Max(l => l.ChangedOn), [.. kept.Where(l => !l.IsWithdrawn).Select(l => l.Line)]);
    }

    /// <summary>The lines inside an act that changes one; laid into the database first when it holds none.</summary>
    internal async Task<IReadOnlyList<KeptLine>> ToChangeAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        if (await ReadAsync(connection, transaction, stop) is { Count: > 0 } kept)
            return kept;
        var laid = InForce();
        foreach (var line in laid)
            await KeepAsync(connection, transaction, line, stop);
        return laid;
    }

    internal static Task KeepAsync(DbConnection connection, DbTransaction transaction, KeptLine line, CancellationToken stop) =>
        connection.Command($"INSERT INTO crisis_line ({Columns}) VALUES (@key, @line, @changed, @withdrawn, @version) "
            + "ON CONFLICT (key) DO UPDATE SET line = excluded.line, changed_on = excluded.changed_on, withdrawn_on = excluded.withdrawn_on, version = excluded.version", transaction,
            ("key", line.Key), ("line", CrisisLineJson.Write(line.Line)), ("changed", Text(line.ChangedOn)), ("withdrawn", line.IsWithdrawn ? Text(line.ChangedOn) : null), ("version", line.Version)).RunAsync(stop);

    List<KeptLine> InForce() => file.Now is var now ? [.. KeptLine.WithKeys(now.All).Select(l => new KeptLine(l.Key, l.Line, now.StatedOn, false, 0))] : [];

    static async Task<List<KeptLine>> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        [.. (await connection.Command($"SELECT {Columns} FROM crisis_line", transaction).ListAsync(Read, stop)).OrderBy(l => l.Line.Order).ThenBy(l => l.Key, StringComparer.Ordinal)];

    static KeptLine Read(DbDataReader row) => new(
        row.GetString(0), CrisisLineJson.ReadLine(row.GetString(1)), DateOnly.ParseExact(row.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture), !row.IsDBNull(3), row.GetInt32(4));

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
