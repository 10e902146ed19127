using System.Data.Common;
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
    public async Task Whoever_was_erased_after_the_backup_does_not_come_back()
    {
        var (stays, leaves) = (Ids.New(), Ids.New());
        await using var shelf = await Shelf.WithAsync();
        await Sql.RunAsync(shelf.House, $"INSERT INTO store_fact (name, value) VALUES ('{stays}', 'here'), ('{leaves}', 'here')");
        await shelf.BackUpAsync();
        await using var store = await TestStore.CreateAsync();
        using var database = new Database(store.Address);
        var put = new PutBack(database, new Migrator(database, shelf.House.Services.GetServices<SchemaOwner>()), [new FactEraser()]);
        var restored = await put.RunAsync(shelf.File, [new Erased(leaves, new DateOnly(2026, 11, 27)), new Erased(Ids.New(), new DateOnly(2026, 1, 1))], () => { }, default);
        Assert.Equal(1, restored.ErasedAgain);
        await using var connection = await database.OpenAsync();
        Assert.Equal([stays.ToString()], await connection.Command("SELECT name FROM store_fact WHERE value = 'here'").ListAsync(r => r.GetString(0), default));
    }

    [Fact]
    public async Task A_restoration_that_fails_at_its_last_step_leaves_nothing()
    {
        await using var shelf = await Shelf.WithAsync();
        await shelf.BackUpAsync();
        await using var store = await TestStore.CreateAsync();
        using var database = new Database(store.Address);
        var put = new PutBack(database, new Migrator(database, shelf.House.Services.GetServices<SchemaOwner>()), []);
        await Assert.ThrowsAsync<IOException>(() => put.RunAsync(shelf.File, [], () => throw new IOException("The key cannot be written."), default));
        await using var connection = await database.OpenAsync();
        Assert.Empty(await database.Dialect.ColumnsAsync(connection, default));
    }

    /// <summary>Takes facts for people.</summary>
    sealed class FactEraser : IErasedAgain
    {
        public Task<IReadOnlyList<Erased>> AllAsync(DbConnection connection, CancellationToken stop) => Task.FromResult<IReadOnlyList<Erased>>([]);

        public async Task<int> EraseAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Erased> erased, CancellationToken stop)
        {
            var stood = 0;
            foreach (var one in erased)
            {
                await using var command = connection.Command("DELETE FROM store_fact WHERE name = @id", transaction, ("id", one.Id.ToString()));
                stood += await command.ExecuteNonQueryAsync(stop);
            }
            return stood;
        }
    }
}
