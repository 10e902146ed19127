using Alentour.Foundation.Running;

namespace Alentour.Tests.Cast;

/// <summary>Stores that are filled once in a run and copied for each house that begins so: filling one anew takes longer than most tests.</summary>
static class Furnished
{
    static readonly Lazy<Task<TestStore>> Tables = new(MigrateAsync);
    static readonly Lazy<Task<TestStore>> LeRivage = new(() => LayAsync(Tables.Value));

    /// <summary>The tables, and nobody yet.</summary>
    public static Task<TestStore> TablesAsync() => Tables.Value;

    /// <summary>« Le Rivage » as it is laid on <see cref="MovableClock.ThursdayAfternoon"/>.</summary>
    public static Task<TestStore> LeRivageAsync() => LeRivage.Value;

    static async Task<TestStore> MigrateAsync()
    {
        var store = Kept(await TestStore.CreateAsync());
        var (code, said) = await RunningHouse.CommandAsync(store.Address, store.Folder, Mode.Live, "migrate");
        Assert.True(code == 0, said);
        return store;
    }

    static async Task<TestStore> LayAsync(Task<TestStore> tables)
    {
        var store = Kept(await TestStore.CreateAsync(await tables));
        await (await House.OpenAsync(database: store.Address, folder: store.Folder)).DisposeAsync();
        return store;
    }

    // Until the run ends: the cluster of PostgreSQL goes with it, the folder does not.
    static TestStore Kept(TestStore store)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(store.Folder, recursive: true);
        return store;
    }
}
