namespace Alentour.Foundation.Store;

/// <summary>FTS5 and R*Tree.</summary>
sealed partial class SqliteDialect
{
    public override string WordsQuery(string table) => $"SELECT rowid AS id FROM {table} WHERE {table} MATCH @words";

    public override string WordsValue(IEnumerable<string> beginnings) => string.Join(" AND ", beginnings.Select(b => $"\"{b}\"*"));

    public override string InsertWords(string table) => $"INSERT INTO {table} (rowid, words) VALUES (@id, @words)";

    public override object KeptWords(IEnumerable<string> words) => string.Join(' ', words);

    public override string BoxQuery(string table) => $"SELECT id FROM {table} WHERE south <= @north AND north >= @south AND west <= @east AND east >= @west";

    public override string InsertPlace(string table) => $"INSERT INTO {table} (id, south, north, west, east) VALUES (@id, @lat, @lat, @lon, @lon)";

    public override string ClearWords(string table) => $"INSERT INTO {table} ({table}) VALUES ('delete-all')";
}
