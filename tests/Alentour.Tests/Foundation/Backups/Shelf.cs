using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Backups;

/// <summary>A house with a few rows, its backup on a shelf, and an empty place to put it back.</summary>
sealed class Shelf : IAsyncDisposable
{
    readonly TestStore _from;
    readonly TestStore _to;

    Shelf(TestStore from, TestStore to, House house) => (_from, _to, House) = (from, to, house);

    public House House { get; }

    /// <summary>Where backups of this test lie.</summary>
    public string File => Path.Combine(_from.Folder, "house.backup");

    public string NewFolder => _to.Folder;

    /// <param name="from">The database of the house, or a fresh one on the engine of this run.</param>
    public static async Task<Shelf> WithAsync(Mode mode = Mode.Live, Func<TestStore, string>? from = null)
    {
        var (first, second) = (await TestStore.CreateAsync(), await TestStore.CreateAsync());
        return new Shelf(first, second, await House.OpenAsync(mode, database: from?.Invoke(first) ?? first.Address));
    }

    /// <summary>Takes a backup of the open house with the command itself.</summary>
    public async Task<string> BackUpAsync(params string[] more)
    {
        using var scope = House.Services.CreateScope();
        using var said = new StringWriter();
        var code = await scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "backup").RunAsync([File, .. more], said, default);
        Assert.True(code == 0, said.ToString());
        return said.ToString();
    }

    /// <summary>Puts a backup back into the empty place, in a process of its own.</summary>
    public Task<(int Code, string Said)> RestoreAsync(Mode mode = Mode.Live, params string[] words) =>
        RunningHouse.CommandAsync(_to.Address, _to.Folder, mode, ["restore", .. words.DefaultIfEmpty(File)]);

    /// <summary>Runs another command in the new place.</summary>
    public Task<(int Code, string Said)> CommandAsync(params string[] words) => RunningHouse.CommandAsync(_to.Address, _to.Folder, Mode.Live, words);

    /// <summary>Opens the new place, with its folder.</summary>
    public Task<House> OpenNewAsync(Mode mode = Mode.Live) => House.OpenAsync(mode, database: _to.Address, folder: _to.Folder);

    /// <summary>The tables of the new place, before anything opened it.</summary>
    public async Task<IReadOnlyList<string>> NewTablesAsync()
    {
        using var database = new Database(_to.Address);
        await using var connection = await database.OpenAsync();
        return [.. (await database.Dialect.ColumnsAsync(connection, default)).Select(c => c.Table).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await _to.DisposeAsync();
        await _from.DisposeAsync();
    }
}
