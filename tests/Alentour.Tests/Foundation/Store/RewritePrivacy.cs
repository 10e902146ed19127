using System.Text;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Store;

/// <summary>What was erased is in no file: planted words are found there before, so that finding none afterwards means something.</summary>
public sealed class RewritePrivacy
{
    const string Make = "CREATE TABLE planted (id integer PRIMARY KEY, words text NOT NULL)";

    readonly string _words = $"Rose-Aimée passe {Guid.NewGuid():N}";

    [Fact]
    public async Task On_SQLite_it_is_neither_in_the_file_nor_in_its_journal()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "This is about the files of SQLite.");
        await using var house = await House.OpenAsync(Mode.Live);
        await PlantAsync(house, Make);
        Assert.NotEmpty(Holding(house.Folder));
        await Sql.RunAsync(house, "DELETE FROM planted WHERE id = 2");
        Assert.NotEmpty(Holding(house.Folder));
        await house.Database.RewriteAsync(["planted"]);
        Assert.Empty(Holding(house.Folder));
    }

    [Fact]
    public async Task On_SQLite_somebody_who_reads_an_older_moment_is_said_and_it_leaves_when_they_end()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "This is about the files of SQLite.");
        await using var house = await House.OpenAsync(Mode.Live);
        await PlantAsync(house, Make);
        await using (var reader = await house.Database.OpenAsync())
        {
            await using var moment = await ReadAsync(house, reader);
            await Sql.RunAsync(house, "DELETE FROM planted WHERE id = 2");
            await Assert.ThrowsAsync<StillReadException>(() => house.Database.RewriteAsync(["planted"]));
        }
        await house.Database.RewriteAsync(["planted"]);
        Assert.Empty(Holding(house.Folder));
    }

    [Theory]
    [InlineData("CREATE TABLE")]
    [InlineData("CREATE UNLOGGED TABLE")]
    public async Task On_PostgreSQL_it_is_in_no_file_of_the_database(string make)
    {
        Assert.SkipUnless(TestStore.IsPostgres, "This is about the files of PostgreSQL.");
        await using var house = await House.OpenAsync(Mode.Live);
        await PlantAsync(house, Make.Replace("CREATE TABLE", make, StringComparison.Ordinal));
        await Sql.RunAsync(house, "CREATE INDEX planted_words ON planted (words)");
        var files = await FilesAsync(house);
        var table = Path.Combine(files, Path.GetFileName((await Sql.TextsAsync(house, "SELECT pg_relation_filepath('planted')")).Single()));
        await Sql.RunAsync(house, "DELETE FROM planted WHERE id = 2");
        await FlushAsync(house);
        Assert.Contains(table, Holding(files));
        await house.Database.RewriteAsync(["planted"]);
        await FlushAsync(house);
        Assert.Empty(Holding(files));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM planted"));
    }

    /// <summary>PostgreSQL alone would rewrite the table with the erased row in it, for the one who may still see it.</summary>
    [Fact]
    public async Task On_PostgreSQL_somebody_who_reads_an_older_moment_is_said_and_it_leaves_when_they_end()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "This is about the files of PostgreSQL.");
        await using var house = await House.OpenAsync(Mode.Live);
        await PlantAsync(house, Make);
        await Sql.RunAsync(house, "CREATE TABLE elsewhere (id integer)");
        await using (var reader = await house.Database.OpenAsync())
        {
            await using var moment = await ReadAsync(house, reader, "elsewhere");
            await Sql.RunAsync(house, "DELETE FROM planted WHERE id = 2");
            await Assert.ThrowsAsync<StillReadException>(() => house.Database.RewriteAsync(["planted"]));
        }
        await house.Database.RewriteAsync(["planted"]);
        await FlushAsync(house);
        Assert.Empty(Holding(await FilesAsync(house)));
    }

    /// <summary>The one who may still see it need not be in this database: one transaction that writes anywhere in the cluster is enough.</summary>
    [Fact]
    public async Task On_PostgreSQL_somebody_who_writes_in_another_database_is_waited_for()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "This is about the files of PostgreSQL.");
        await using var house = await House.OpenAsync(Mode.Live);
        await using var elsewhere = await House.OpenAsync(Mode.Live);
        await PlantAsync(house, Make);
        Task rewriting;
        await using (var writer = await elsewhere.Database.OpenAsync())
        {
            await using var act = elsewhere.Database.Dialect.BeginWrite(writer);
            await Sql.RunAsync(writer, act, "UPDATE store_fact SET value = value");
            await Sql.RunAsync(house, "DELETE FROM planted WHERE id = 2");
            rewriting = house.Database.RewriteAsync(["planted"]);
            await Task.Delay(500);
            Assert.False(rewriting.IsCompleted);
        }
        await rewriting;
        await FlushAsync(house);
        Assert.Empty(Holding(await FilesAsync(house)));
    }

    [Fact]
    public async Task What_is_followed_live_is_in_no_journal_of_PostgreSQL_and_no_statistics()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "This is about PostgreSQL.");
        await using var house = await House.OpenAsync(Mode.Live);
        Assert.Equal(["u autovacuum_enabled=false"], await Sql.TextsAsync(house, "SELECT relpersistence::text || ' ' || array_to_string(reloptions, ',') FROM pg_class WHERE relname = 'live_topic'"));
    }

    async Task PlantAsync(House house, string make)
    {
        await Sql.RunAsync(house, make);
        foreach (var (id, words) in new[] { (1, "avant"), (2, _words), (3, "après") })
            await Sql.RunAsync(house, $"INSERT INTO planted (id, words) VALUES ({id}, '{words}')");
    }

    static async Task<System.Data.Common.DbTransaction> ReadAsync(House house, System.Data.Common.DbConnection reader, string table = "planted")
    {
        var moment = await house.Database.Dialect.BeginSnapshotAsync(reader, default);
        await reader.Command($"SELECT count(*) FROM {table}", moment).ListAsync(row => row.GetInt64(0), default);
        return moment;
    }

    /// <summary>Where the cluster keeps this database.</summary>
    static async Task<string> FilesAsync(House house) =>
        (await Sql.TextsAsync(house, "SELECT current_setting('data_directory') || '/base/' || oid::text FROM pg_database WHERE datname = current_database()")).Single();

    /// <summary>A plain CHECKPOINT leaves unlogged tables in memory; copying a database writes them out too.</summary>
    static async Task FlushAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        var name = $"flush_{Guid.NewGuid():N}";
        await Sql.RunAsync(connection, null, $"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy");
        await Sql.RunAsync(connection, null, $"DROP DATABASE {name}");
        await Sql.RunAsync(connection, null, "CHECKPOINT");
    }

    /// <summary>The files that hold the planted words.</summary>
    List<string> Holding(string folder)
    {
        var sought = Encoding.UTF8.GetBytes(_words);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Bytes(f).AsSpan().IndexOf(sought) >= 0)];
    }

    static byte[] Bytes(string file)
    {
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            // A table's old file, gone meanwhile.
            return [];
        }
    }
}
