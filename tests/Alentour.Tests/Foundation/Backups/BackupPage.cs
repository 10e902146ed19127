using System.IO.Compression;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Backups;

public sealed class BackupPage(StandingHouses houses)
{
    [Fact]
    public async Task The_demonstration_comes_back_whole_with_its_search()
    {
        await using var shelf = await Shelf.WithAsync(Mode.Demo);
        await shelf.BackUpAsync();
        var before = await RowsAsync(shelf.House);
        var (code, said) = await shelf.RestoreAsync(Mode.Demo);
        Assert.True(code == 0, said);
        Assert.Contains("The house stands as it was on 2026-11-26 19:00 UTC", said, StringComparison.Ordinal);
        await using var back = await shelf.OpenNewAsync(Mode.Demo);
        Assert.Equal(before, await RowsAsync(back));
        using var visitor = back.Visitor();
        Assert.Contains("Cercle du jeudi", await visitor.GetStringAsync("/groupes?q=jeudi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_moves_from_SQLite_to_PostgreSQL_and_back()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "There is no PostgreSQL in this run.");
        await using var shelf = await Shelf.WithAsync(Mode.Demo, from: store => $"sqlite:{Path.Combine(store.Folder, "small.db")}");
        await shelf.BackUpAsync();
        var (code, said) = await shelf.RestoreAsync(Mode.Demo);
        Assert.True(code == 0, said);
        await using var back = await shelf.OpenNewAsync(Mode.Demo);
        Assert.Equal(Engine.Postgres, back.Database.Engine);
        Assert.Equal(await RowsAsync(shelf.House), await RowsAsync(back));
        await RunAsync(back, "backup", shelf.File + "2");
        // A rehearsal restores on SQLite.
        Assert.Contains("is whole", await RunAsync(back, "rehearse", shelf.File + "2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_taken_while_people_write_is_one_moment_of_the_house()
    {
        await using var shelf = await Shelf.WithAsync();
        using var enough = new CancellationTokenSource();
        var done = 0;
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await Sql.RunAsync(shelf.House, $"INSERT INTO store_fact (name, value) VALUES ('left {w} {i}', 'é\"\\\n'), ('right {w} {i}', '')");
                Interlocked.Increment(ref done);
            }
        })).ToList();
        while (Volatile.Read(ref done) < 100)
            await Task.Delay(5);
        var before = Volatile.Read(ref done);
        await shelf.BackUpAsync();
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var (code, said) = await shelf.RestoreAsync();
        Assert.True(code == 0, said);
        await using var back = await shelf.OpenNewAsync();
        var lefts = await Sql.TextsAsync(back, "SELECT substr(name, 6) FROM store_fact WHERE name LIKE 'left %' AND value = 'é\"\\\n' ORDER BY 1");
        Assert.Equal(lefts, await Sql.TextsAsync(back, "SELECT substr(name, 7) FROM store_fact WHERE name LIKE 'right %' ORDER BY 1"));
        Assert.InRange(lefts.Count, before, Volatile.Read(ref done));
    }

    [Fact]
    public async Task Only_the_account_of_the_house_reads_a_backup_and_it_never_takes_the_place_of_another()
    {
        await using var shelf = await Shelf.WithAsync();
        await shelf.BackUpAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(shelf.File).UnixFileMode);
        var first = await File.ReadAllBytesAsync(shelf.File);
        Assert.Contains("never writes over another", await RunAsync(shelf.House, "backup", shelf.File), StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllBytesAsync(shelf.File));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(shelf.File)!, "*.draft"));
    }

    [Fact]
    public async Task What_modules_keep_out_is_in_no_backup()
    {
        await using var shelf = await Shelf.WithAsync();
        await Sql.RunAsync(shelf.House, "INSERT INTO retried_act (key, led_to, kept_until) VALUES ('k', '/kept-out-of-backups', 1)");
        await Sql.RunAsync(shelf.House, "INSERT INTO store_fact (name, value) VALUES ('kept', 'in-every-backup')");
        await shelf.BackUpAsync();
        await using var file = File.OpenRead(shelf.File);
        while (file.ReadByte() != '\n') { }
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var text = await lines.ReadToEndAsync();
        Assert.Contains("in-every-backup", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kept-out-of-backups", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_that_is_kept_out_exists()
    {
        var house = await houses.LiveAsync();
        await using var connection = await house.Database.OpenAsync();
        var tables = (await house.Database.Dialect.ColumnsAsync(connection, default)).Select(c => c.Table).ToHashSet();
        Assert.DoesNotContain(house.Services.GetRequiredService<Migrator>().Owners.SelectMany(o => o.KeptOut), t => !tables.Contains(t));
    }

    static async Task<string> RunAsync(House house, string name, params string[] words)
    {
        using var scope = house.Services.CreateScope();
        using var said = new StringWriter();
        await scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == name).RunAsync(words, said, default);
        return said.ToString();
    }

    /// <summary>Every row of every table that a backup holds, but what a start and its clock change.</summary>
    static async Task<IReadOnlyList<string>> RowsAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        var left = house.Services.GetRequiredService<Migrator>().Owners.SelectMany(o => o.KeptOut).Append("public_version").ToHashSet();
        var rows = new List<string>();
        foreach (var table in (await house.Database.Dialect.ColumnsAsync(connection, default)).Where(c => !left.Contains(c.Table) && !c.Table.StartsWith("finder_", StringComparison.Ordinal)).GroupBy(c => c.Table, c => c.Column))
            rows.AddRange(await connection.Command($"SELECT {string.Join(", ", table)} FROM {table.Key} {(table.Key == "store_fact" ? "WHERE name <> 'finder_content'" : "")}")
                .ListAsync(r => $"{table.Key}: {string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => Convert.ToString(r.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)))}", default));
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
