using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Store;

public sealed class DatabasePage(StandingHouses houses)
{
    [Fact]
    public async Task An_act_is_kept_whole_or_not_at_all()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Database.WriteAsync(async (connection, transaction) =>
        {
            await Sql.RunAsync(connection, transaction, "INSERT INTO store_fact (name, value) VALUES ('half', 'done')");
            throw new InvalidOperationException("The second half fails.");
        }));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM store_fact WHERE name = 'half'"));
        await Sql.RunAsync(house, "INSERT INTO store_fact (name, value) VALUES ('whole', 'done')");
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM store_fact WHERE name = 'whole'"));
    }

    [Fact]
    public async Task A_connection_left_in_the_middle_of_an_act_hands_nothing_of_it_to_the_next()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        const string Asked = "SELECT value FROM store_fact WHERE name = @name";
        for (var i = 0; i < 3; i++)
        {
            await using (var left = await house.Database.OpenAsync())
                await left.Command("INSERT INTO store_fact (name, value) VALUES (@name, 'half')", await left.BeginTransactionAsync(), ("name", "left")).RunAsync(default);
            await using var next = await house.Database.OpenAsync();
            Assert.Empty(await next.Command(Asked, null, ("name", "left")).ListAsync(r => r.GetString(0), default));
            // The same words with another value: an answer of their own.
            Assert.Equal(["live"], await next.Command(Asked, null, ("name", "mode")).ListAsync(r => r.GetString(0), default));
        }
        await Sql.RunAsync(house, "INSERT INTO store_fact (name, value) VALUES ('left', 'whole')");
    }

    [Fact]
    public async Task Acts_that_arrive_together_all_happen()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await Sql.RunAsync(house, "INSERT INTO store_fact (name, value) VALUES ('sum', '0')");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Sql.RunAsync(house, $"INSERT INTO store_fact (name, value) VALUES ('act {i}', 'done')")));
        Assert.Equal(20, await Sql.NumberAsync(house, "SELECT count(*) FROM store_fact WHERE name LIKE 'act %'"));
    }

    /// <summary>What a power cut or a thief of the disk may take depends on these five (security.md part 4).</summary>
    [Theory]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("journal_mode", "wal")]
    public async Task Every_connection_to_SQLite_keeps_what_it_says(string setting, string value)
    {
        Assert.SkipWhen(TestStore.IsPostgres, "These are settings of SQLite.");
        var house = await houses.LiveAsync();
        await using var first = await house.Database.OpenAsync();
        await using var second = await house.Database.OpenAsync();
        using var scope = house.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Database.OpenConnectionAsync();
        foreach (var connection in new[] { first, second, db.Database.GetDbConnection() })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {setting}";
            Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(), null));
        }
    }

    [Fact]
    public async Task The_file_of_the_house_is_read_by_no_other_account_of_the_machine()
    {
        Assert.SkipWhen(TestStore.IsPostgres || OperatingSystem.IsWindows(), "PostgreSQL keeps its own files, and Windows its own rights.");
        await using var house = await House.OpenAsync(Mode.Live);
        var files = Directory.GetFiles(house.Folder, "house.db*");
        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(f)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("house.db")]
    [InlineData("mysql:Host=x")]
    public void An_address_that_is_neither_engine_is_refused_with_a_sentence(string address) =>
        Assert.Contains("sqlite:PATH or postgres:CONNECTION STRING", Assert.Throws<FormatException>(() => new Database(address)).Message, StringComparison.Ordinal);
}
