using Alentour.Community.People.Records;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Backups;

public sealed class RestorePage
{
    [Fact]
    public async Task A_backup_that_is_cut_or_changed_is_refused_and_nothing_changes()
    {
        await using var shelf = await Shelf.WithAsync();
        await shelf.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(shelf.File);
        foreach (var (bytes, sentence) in Damaged(whole))
        {
            var file = shelf.File + ".damaged";
            await File.WriteAllBytesAsync(file, bytes);
            var (code, said) = await shelf.RestoreAsync(words: file);
            Assert.Equal(1, code);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
        Assert.Empty(await shelf.NewTablesAsync());
    }

    static IEnumerable<(byte[] Bytes, string Sentence)> Damaged(byte[] whole)
    {
        yield return (whole[..(whole.Length / 2)], "is cut short or damaged");
        yield return ([.. whole, 0], "is cut short or damaged");
        yield return ([.. whole.Select((b, i) => i == whole.Length - 9 ? (byte)(b ^ 1) : b)], "is cut short or damaged");
        yield return ([.. whole.Select((b, i) => i == 16 ? (byte)'2' : b)], "by another version of Alentour");
        yield return ([], "is not a backup of Alentour");
        yield return ("PK, something else altogether"u8.ToArray(), "is not a backup of Alentour");
    }

    [Fact]
    public async Task A_backup_of_another_version_is_refused_and_nothing_changes()
    {
        await using var shelf = await Shelf.WithAsync();
        await Sql.RunAsync(shelf.House, "UPDATE schema_script SET hash = 'another' WHERE name LIKE '%groups%'");
        await shelf.BackUpAsync();
        var (code, said) = await shelf.RestoreAsync();
        Assert.Equal(1, code);
        Assert.Contains("made by another version of Alentour (Community.Groups.Schema.001-groups.sql differs)", said, StringComparison.Ordinal);
        Assert.Empty(await shelf.NewTablesAsync());
    }

    [Fact]
    public async Task A_database_that_was_opened_is_never_written_over()
    {
        await using var shelf = await Shelf.WithAsync();
        await shelf.BackUpAsync();
        await using var other = await shelf.OpenNewAsync();
        await Sql.RunAsync(other, "INSERT INTO store_fact (name, value) VALUES ('ours', 'stays')");
        var (code, said) = await shelf.RestoreAsync();
        Assert.Equal(1, code);
        Assert.Contains("is not empty, and nothing was changed", said, StringComparison.Ordinal);
        Assert.Equal(["stays"], await Sql.TextsAsync(other, "SELECT value FROM store_fact WHERE name = 'ours'"));
    }

    [Fact]
    public async Task A_demonstration_is_not_put_back_as_a_live_house()
    {
        await using var shelf = await Shelf.WithAsync(Mode.Demo);
        await shelf.BackUpAsync();
        var (code, said) = await shelf.RestoreAsync(Mode.Live);
        Assert.Equal(1, code);
        Assert.Contains("This backup holds a demo house", said, StringComparison.Ordinal);
        Assert.Empty(await shelf.NewTablesAsync());
    }

    [Fact]
    public async Task The_key_of_the_cards_travels_apart_and_comes_back()
    {
        await using var shelf = await Shelf.WithAsync();
        var (oldKey, newKey) = (Path.Combine(shelf.House.Folder, "card-key"), Path.Combine(shelf.NewFolder, "card-key"));
        await File.WriteAllTextAsync(oldKey, new string('7', 64));
        Assert.Contains("in another place than the backup", await shelf.BackUpAsync(), StringComparison.Ordinal);
        var beside = shelf.File + ".key";
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(beside).UnixFileMode);
        var elsewhere = Path.Combine(shelf.NewFolder, "from-the-drawer");
        File.Move(beside, elsewhere);
        Assert.Contains("The key of this backup is missing", (await shelf.RestoreAsync()).Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(beside, $"alentour keys 1\ncard-key {new string('8', 64)}\n");
        Assert.Contains("is the key of another house", (await shelf.RestoreAsync()).Said, StringComparison.Ordinal);
        Assert.Empty(await shelf.NewTablesAsync());
        var (code, said) = await shelf.RestoreAsync(words: [shelf.File, elsewhere]);
        Assert.True(code == 0, said);
        Assert.Equal(new string('7', 64), await File.ReadAllTextAsync(newKey));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(newKey).UnixFileMode);
    }

    [Fact]
    public async Task A_house_whose_key_is_lost_comes_back_without_it_and_takes_another()
    {
        await using var shelf = await Shelf.WithAsync();
        await File.WriteAllTextAsync(Path.Combine(shelf.House.Folder, "card-key"), new string('7', 64));
        await Sql.RunAsync(shelf.House, "UPDATE store_fact SET value = 'that of the old one' WHERE name = 'fingerprint of card-key'");
        await shelf.BackUpAsync("--no-key");
        var (code, said) = await shelf.RestoreAsync(words: [shelf.File, "--without-key"]);
        Assert.True(code == 0, said);
        await File.WriteAllTextAsync(Path.Combine(shelf.NewFolder, "card-key"), new string('8', 64));
        await (await shelf.OpenNewAsync()).DisposeAsync();
        Assert.DoesNotContain("card-key", (await shelf.CommandAsync("check")).Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(shelf.NewFolder, "card-key"), new string('9', 64));
        (code, said) = await shelf.CommandAsync("check");
        Assert.Equal(1, code);
        Assert.Contains("The card-key here is not the one that this house was opened with", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_erased_after_the_backup_does_not_come_back()
    {
        await using var shelf = await Shelf.WithAsync(Mode.Demo);
        await shelf.BackUpAsync();
        var before = await Sql.NumberAsync(shelf.House, "SELECT count(*) FROM person");
        using (var scope = shelf.House.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<OwnRecords>().EraseAsync(await SimoneAsync(shelf.House), default);
        File.Move(Path.Combine(shelf.House.Folder, "erasures.log"), Path.Combine(shelf.NewFolder, "erasures.log"));
        var (code, said) = await shelf.RestoreAsync(Mode.Demo);
        Assert.True(code == 0, said);
        Assert.Contains("People erased since then: 1.", said, StringComparison.Ordinal);
        await using var back = await shelf.OpenNewAsync(Mode.Demo);
        Assert.Equal(before - 1, await Sql.NumberAsync(back, "SELECT count(*) FROM person"));
        Assert.Equal(0, await Sql.NumberAsync(back, "SELECT count(*) FROM person WHERE chosen_name = 'Simone'"));
        Assert.Equal(1, await Sql.NumberAsync(back, "SELECT count(*) FROM erased_person"));
    }

    [Fact]
    public async Task A_start_writes_into_the_file_the_erasures_that_it_lacks()
    {
        await using var store = await TestStore.CreateAsync();
        var gone = Ids.New();
        await using (var house = await House.OpenAsync(Mode.Live, database: store.Address))
            await Sql.RunAsync(house, $"INSERT INTO erased_person (id, erased_on) VALUES ('{gone}', '2026-11-20')");
        await using var later = await House.OpenAsync(Mode.Live, database: store.Address);
        Assert.Equal([$"{gone} 2026-11-20"], await File.ReadAllLinesAsync(Path.Combine(later.Folder, "erasures.log")));
    }

    static async Task<Guid> SimoneAsync(House house) => Guid.Parse((await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Simone'")).Single());

    [Fact]
    public async Task A_restoration_that_fails_at_its_last_step_leaves_nothing()
    {
        await using var shelf = await Shelf.WithAsync();
        await shelf.BackUpAsync();
        await using var store = await TestStore.CreateAsync();
        using var database = new Database(store.Address);
        var put = new PutBack(database, new Migrator(database, shelf.House.Services.GetServices<SchemaOwner>()), []);
        await Assert.ThrowsAsync<IOException>(() => put.RunAsync(shelf.File, [], (_, _) => throw new IOException("The key cannot be written."), default));
        await using var connection = await database.OpenAsync();
        Assert.Empty(await database.Dialect.ColumnsAsync(connection, default));
    }
}
