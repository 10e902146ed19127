namespace Alentour.Foundation.Store;

/// <summary>tsvector with GIN, point with GiST.</summary>
sealed partial class PostgresDialect
{
    // A cast and not to_tsquery: the parser would cut words differently from SearchWords.
    public override string WordsQuery(string table) => $"SELECT id FROM {table} WHERE words @@ CAST(@words AS tsquery)";

    public override string WordsValue(IEnumerable<string> beginnings) => string.Join(" & ", beginnings.Select(b => $"'{b}':*"));

    public override string InsertWords(string table) => $"INSERT INTO {table} (id, words) VALUES (@id, array_to_tsvector(@words))";

    public override object KeptWords(IEnumerable<string> words) => words.ToArray();

    public override string BoxQuery(string table) => $"SELECT id FROM {table} WHERE place <@ box(point(@west, @south), point(@east, @north))";

    public override string InsertPlace(string table) => $"INSERT INTO {table} (id, place) VALUES (@id, point(@lon, @lat))";

    public override string ClearWords(string table) => $"DELETE FROM {table}";
}
