using System.Data.Common;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>
/// What a module keeps of a person. Every module that owns a table with a person_id implements it (a test says so):
/// /mes-donnees shows, hands over and erases through it.
/// </summary>
public interface IHoldsPersonalData
{
    /// <summary>What is kept, each kind once whether or not this person has any: for the list of /mes-donnees.</summary>
    IReadOnlyList<KeptKind> Kinds { get; }

    /// <summary>All of it for this person, by kind, in the order of <see cref="Kinds"/>; a kind without rows may be left out.</summary>
    Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop);

    /// <summary>What ends for everybody when this person is erased, by name: groups of which they are the last.</summary>
    Task<IReadOnlyList<string>> EndsWithAsync(DbConnection connection, Guid person, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Erases it, in the transaction of the erasure. Texts handed to a group stay there without the person (domain.md, Act 25).</summary>
    Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop);
}

/// <summary>One kind of thing kept.</summary>
/// <param name="Key">Names it in the export.</param>
/// <param name="What">The text key of what it is.</param>
/// <param name="Until">The text key of until when it is kept.</param>
public sealed record KeptKind(string Key, string What, string Until)
{
    /// <summary>The text key that says each column, on the page that people read; every column has one (a test says so).</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>For columns whose values are words of the code: the text key that says a value. Days say themselves.</summary>
    public IReadOnlyDictionary<string, Func<string, string>> Values { get; init; } = new Dictionary<string, Func<string, string>>();
}

/// <summary>The rows of one kind, each a list of names and values as text.</summary>
public sealed record KeptRows(string Key, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows)
{
    /// <summary>The columns, also where there is no row.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The rows of a query over @person, named as its columns.</summary>
    public static async Task<KeptRows> ReadAsync(DbConnection connection, string key, string sql, Guid person, CancellationToken stop)
    {
        await using var command = connection.Command(sql, null, ("person", person.ToString()));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        while (await reader.ReadAsync(stop))
            rows.Add(Row(reader));
        return new KeptRows(key, rows) { Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)] };
    }

    static Dictionary<string, string?> Row(DbDataReader row) =>
        Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.IsDBNull(i) ? null : Convert.ToString(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
}
