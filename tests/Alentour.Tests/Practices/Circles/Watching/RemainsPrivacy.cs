using System.Net;
using System.Text;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Practices.Circles;
using Alentour.Tests.Cast;
using Alentour.Tests.Foundation.Canaries;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>
/// Nothing remains of a circle: names, words, a question and a proposal that stand nowhere else are looked for as a thief of the machine would,
/// in every table, in the bytes of the engine's files, in logs, in backups. The search finds them before the closing, and nowhere after.
/// </summary>
public sealed class RemainsPrivacy
{
    /// <summary>In a table that is kept: what the search would find of a circle, were it kept like any other.</summary>
    const string OfTheGroup = "canarifacon";

    /// <summary>Kept whatever becomes of the circle and of its group.</summary>
    const string OfAnotherGroup = "entendre-des-voix";

    static readonly string[] Canaries = [WatchedEvening.Rosalie, WatchedEvening.Question, "canariproposition", "canarimots", "canariaside", "canarifinal"];

    static readonly string[] Tables = ["circle", "circle_seat", "circle_arrival", "circle_word", "circle_sign", "circle_trace", "live_topic"];

    [Theory]
    [InlineData("is closed")]
    [InlineData("closes by itself")]
    [InlineData("is left by the last person")]
    [InlineData("ends with its group")]
    public async Task However_it_ends_nothing_of_it_remains(string how)
    {
        await using var store = await TestStore.CreateAsync();
        await using var evening = await LivedAsync(store);
        var secrets = await SecretsAsync(evening);
        await FoundAsync(evening, store, secrets);
        var backup = await BackupAsync(store, "during");
        await EndAsync(evening, how);
        await TraceGoneAsync(evening);
        foreach (var place in new[] { await Thief.DatabaseAsync(store.Address), Thief.Folder(store.Folder, store.Address), string.Join('\n', evening.House.Log.Lines), backup, await BackupAsync(store, "after") })
            FindNone(secrets, place);
        // And what is kept is found there.
        Assert.Contains(OfTheGroup, backup, StringComparison.Ordinal);
        Assert.Equal("", await Rows.OfAsync(evening.House, Tables));
        await FilesHoldNoneAsync(evening, store, secrets);
    }

    [Fact]
    public async Task Whoever_erases_an_account_in_the_middle_leaves_nothing_in_the_circle_that_goes_on()
    {
        await using var store = await TestStore.CreateAsync();
        await using var evening = await LivedAsync(store);
        string[] own = ["canariaside", "canarimots", (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_seat WHERE name = 'Maude'")).Single()];
        var export = await (await evening.InAsync("Maude")).GetStringAsync("/mes-donnees/json");
        Assert.All(own[..2], word => Assert.Contains(word, export));
        Assert.Equal("/c-est-efface", (await (await evening.InAsync("Maude")).SendAsync("/mes-donnees/effacer", ("oui", "true"))).Headers.Location?.OriginalString);
        await TraceGoneAsync(evening);
        FindNone(own, await Thief.DatabaseAsync(store.Address));
        Assert.Contains(WatchedEvening.Rosalie, await evening.Simone.PageAsync(evening.Circle));
        Assert.DoesNotContain("Maude", await evening.ShownAsync());
        await FilesHoldNoneAsync(evening, store, own);
    }

    [Fact]
    public async Task A_circle_whose_rows_are_gone_has_ended_and_the_page_says_so()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await using var stream = await Cast.Listening.LiveBrowser.OpenAsync(evening.Simone, evening.Circle + "/flux");
        await stream.NextAsync();
        // What PostgreSQL does to tables that are not in its journal; it does so itself in CircleCrashRaces.
        foreach (var table in Tables.Reverse().Append("circle_unbroken"))
            await Sql.RunAsync(evening.House, $"DELETE FROM {table}");
        while ((await stream.NextAsync()).Kind != "fin")
            continue;
        Assert.Contains("une panne de la base de données", await evening.Simone.PageAsync(evening.Circle));
        Assert.Equal(HttpStatusCode.NotFound, (await evening.Simone.SendAsync(evening.Circle, ("geste", "passer"))).StatusCode);
        Assert.NotEqual(evening.Circle, await evening.Simone.OpenCircleAsync());
    }

    [Fact]
    public async Task On_PostgreSQL_no_table_of_an_open_circle_is_in_its_journal_or_its_statistics()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "This is about PostgreSQL.");
        await using var evening = await WatchedEvening.OpenAsync();
        var open = string.Join(", ", Tables.Select(t => $"'{t}'"));
        Assert.Equal(Tables.Length, await Sql.NumberAsync(evening.House, $"SELECT count(*) FROM pg_class WHERE relname IN ({open}) AND relpersistence = 'u'"));
        Assert.Equal(Tables.Length, await Sql.NumberAsync(evening.House, $"SELECT count(*) FROM pg_class WHERE relname IN ({open}) AND reloptions::text LIKE '%autovacuum_enabled=false%'"));
        Assert.Equal(0, await Sql.NumberAsync(evening.House, $"SELECT count(*) FROM pg_statistic s JOIN pg_class c ON c.oid = s.starelid WHERE c.relname IN ({open})"));
    }

    /// <summary>An evening with all that people can leave in it.</summary>
    static async Task<WatchedEvening> LivedAsync(TestStore store)
    {
        var evening = await WatchedEvening.ComesAsync(store, LivedHouse.Talkative);
        evening.House.Clock.MoveTo(ThursdayEvening);
        Assert.Equal(HttpStatusCode.SeeOther, (await evening.Simone.SendAsync(Group + "/cercle", ("geste", "facon"), ("vu", "0"), ("nom-Closing", OfTheGroup))).StatusCode);
        await evening.BeginAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        await evening.TabletAsync();
        await maude.PressAsync(evening.Circle, "soutien", ("valeur", "oui"));
        await luc.PressAsync(evening.Circle, "a-part");
        await maude.PressAsync(evening.Circle, "ecrire", ("place", await evening.SeatAsync("Luc")), ("texte", "canariaside"), ("cle", "a"));
        await maude.PressAsync(evening.Circle, "reprendre");
        await evening.Simone.PressAsync(evening.Circle, "proposer", ("texte", "canariproposition"));
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "parler");
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "ecrire", ("texte", "canarifinal"), ("cle", "b")));
        await maude.PressAsync(evening.Circle, "merci");
        await evening.Simone.PressAsync(evening.Circle, "ou", ("place", await evening.SeatAsync("Maude")));
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "ecrire", ("texte", "canarimots"), ("cle", "c")));
        await luc.PressAsync(evening.Circle, "entends");
        await evening.Simone.PressAsync(evening.Circle, "proposer", ("texte", "canariproposition"));
        return evening;
    }

    /// <summary>The canaries, the meeting's words and every id of a seat.</summary>
    static async Task<IReadOnlyList<string>> SecretsAsync(WatchedEvening evening) =>
        [.. Canaries, evening.Words, .. await Sql.TextsAsync(evening.House, "SELECT id FROM circle_seat"), .. await Sql.TextsAsync(evening.House, "SELECT device FROM circle_seat WHERE device IS NOT NULL")];

    static async Task FoundAsync(WatchedEvening evening, TestStore store, IReadOnlyList<string> secrets)
    {
        var there = await Thief.DatabaseAsync(store.Address);
        Assert.All(secrets, s => Assert.True(Stands(s, there), s));
        if (!TestStore.IsPostgres)
            return;
        // An ordinary checkpoint leaves such tables in memory; written anew, they are on the disk like any.
        await evening.House.Database.RewriteAsync(["circle", "circle_seat", "circle_word"]);
        var files = await ClusterFiles.OfAsync(evening.House);
        Assert.All(secrets, s => Assert.Contains(files, f => ClusterFiles.Hold(f, s)));
    }

    static async Task FilesHoldNoneAsync(WatchedEvening evening, TestStore store, IReadOnlyList<string> secrets)
    {
        if (!TestStore.IsPostgres)
        {
            // The bytes of the file and of its journal were looked at already: they are the database.
            Assert.Contains(OfAnotherGroup, await Thief.DatabaseAsync(store.Address));
            return;
        }
        var files = await ClusterFiles.OfAsync(evening.House);
        Assert.Contains(files, f => f.Contains("/base/", StringComparison.Ordinal) && ClusterFiles.Hold(f, OfAnotherGroup));
        Assert.Contains(files, f => f.Contains("/pg_wal/", StringComparison.Ordinal) && ClusterFiles.Hold(f, OfTheGroup));
        Assert.Empty(files.SelectMany(f => secrets.Where(s => ClusterFiles.Hold(f, s)).Select(s => $"{s} stands in {f}.")));
    }

    static async Task EndAsync(WatchedEvening evening, string how)
    {
        switch (how)
        {
            case "is closed":
                Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "fermer"));
                break;
            case "closes by itself":
                evening.House.Clock.MoveTo(ThursdayEvening.AddHours(3).AddMinutes(54));
                await evening.House.Services.GetRequiredService<CircleStore>().LookAsync(default);
                Assert.Contains(WatchedEvening.Rosalie, await evening.Simone.PageAsync(evening.Circle));
                evening.House.Clock.Advance(TimeSpan.FromMinutes(1));
                await evening.House.Services.GetRequiredService<CircleStore>().LookAsync(default);
                break;
            case "is left by the last person":
                foreach (var seat in await Sql.TextsAsync(evening.House, "SELECT id FROM circle_seat WHERE kind = 'ByHand'"))
                    Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "retirer", ("place", seat)));
                foreach (var name in new[] { "Maude", "Luc", "Simone" })
                    Assert.Equal(HttpStatusCode.SeeOther, await (await evening.InAsync(name)).PressAsync(evening.Circle, "sortir"));
                break;
            default:
                await StreamPrivacy.EndGroupAsync(evening);
                break;
        }
        Assert.Equal(HttpStatusCode.NotFound, (await evening.Simone.GetAsync(evening.Circle)).StatusCode);
    }

    /// <summary>What is owed to the files is done soon after the act, by whichever node looks.</summary>
    static async Task TraceGoneAsync(WatchedEvening evening)
    {
        for (var i = 0; i < 60 && await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_trace") > 0; i++)
            await Task.Delay(500);
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_trace"));
    }

    static async Task<string> BackupAsync(TestStore store, string name)
    {
        var path = Path.Combine(store.Folder, name + ".backup");
        var (status, said) = await RunningHouse.CommandAsync(store.Address, store.Folder, Mode.Demo, "backup", path, "--no-key");
        Assert.True(status == 0, said);
        return await Thief.BackupAsync(path);
    }

    static void FindNone(IEnumerable<string> secrets, string place) => Assert.DoesNotContain(secrets, s => Stands(s, place));

    /// <summary>As text, or as the bytes that <see cref="Thief"/> reads one by one.</summary>
    static bool Stands(string secret, string place) =>
        place.Contains(secret, StringComparison.OrdinalIgnoreCase) || place.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal);
}
