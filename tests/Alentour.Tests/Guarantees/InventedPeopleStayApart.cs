using System.Diagnostics;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 22: the invented people of the demonstration are never laid in a live house, and a demonstration is never opened as a live one.</summary>
public sealed class InventedPeopleStayApart
{
    const string Invented = "SELECT (SELECT count(*) FROM house) + (SELECT count(*) FROM mutual_aid_group)";

    [Fact]
    public async Task A_live_house_is_never_given_the_demonstration()
    {
        await using var store = await TestStore.CreateAsync();
        await using (var live = await House.OpenAsync(Mode.Live, database: store.Address))
            Assert.Equal(0, await Sql.NumberAsync(live, Invented));

        Assert.Contains("This database holds a live house and cannot be opened as a demonstration.", await RefusalAsync(store, Mode.Demo), StringComparison.Ordinal);

        await using var again = await House.OpenAsync(Mode.Live, database: store.Address);
        Assert.Equal(0, await Sql.NumberAsync(again, Invented));
    }

    [Fact]
    public async Task A_demonstration_is_never_opened_as_a_live_house()
    {
        await using var store = await TestStore.CreateAsync();
        await using (var demonstration = await House.OpenAsync(Mode.Demo, database: store.Address))
            Assert.True(await Sql.NumberAsync(demonstration, Invented) > 1);

        Assert.Contains("This database holds the demonstration and cannot be opened as a live house.", await RefusalAsync(store, Mode.Live), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_filled_by_an_import_opens_in_either_and_is_not_given_the_cast()
    {
        await using var store = await TestStore.CreateAsync();
        await using (var house = await House.OpenAsync(Mode.Live, database: store.Address))
        {
            await Sql.RunAsync(house, "DELETE FROM store_fact");
            await Sql.RunAsync(house, "INSERT INTO store_fact (name, value) VALUES ('imported', '2026-11-26')");
        }
        await using var demonstration = await House.OpenAsync(Mode.Demo, database: store.Address);
        Assert.Equal(0, await Sql.NumberAsync(demonstration, Invented));
    }

    [Fact]
    public async Task A_demonstration_opened_twice_is_laid_once()
    {
        await using var store = await TestStore.CreateAsync();
        long laid;
        await using (var first = await House.OpenAsync(Mode.Demo, database: store.Address))
            laid = await Sql.NumberAsync(first, Invented);
        await using var second = await House.OpenAsync(Mode.Demo, database: store.Address);
        Assert.Equal(laid, await Sql.NumberAsync(second, Invented));
    }

    [Theory]
    [InlineData(Mode.Demo)]
    [InlineData(Mode.Live)]
    public async Task The_mark_of_a_database_is_taken_once(Mode mode)
    {
        await using var house = await House.OpenAsync(mode);
        await ModeMark.TakeAsync(house.Database, mode, default);
        await Assert.ThrowsAsync<WrongModeException>(() => ModeMark.TakeAsync(house.Database, mode == Mode.Demo ? Mode.Live : Mode.Demo, default));
    }

    /// <summary>Starts a process of its own in that mode, and returns what it said before it ended by itself with exit code 1.</summary>
    static async Task<string> RefusalAsync(TestStore store, Mode mode)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = store.Folder,
            Environment = { ["Alentour__Mode"] = mode.ToString(), ["Alentour__Database"] = store.Address, ["Alentour__DataFolder"] = store.Folder },
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        Assert.Equal(1, process.ExitCode);
        return await said;
    }
}
