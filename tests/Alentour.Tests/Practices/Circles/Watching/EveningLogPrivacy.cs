using System.Net;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Foundation.Canaries;
using Alentour.Tests.Foundation.Faults;
using Alentour.Tests.Practices.Circles.Races;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>
/// An evening from its opening to its closing, in a house as talkative as any host can make it: every category at Trace, the pages of developers
/// on. Names, words, seats, the circle itself and what was pressed stand in nothing that the house wrote, nor in the log of PostgreSQL; also
/// where the house fails, and does write.
/// </summary>
public sealed class EveningLogPrivacy
{
    const string Canary = "canarisoir";

    /// <summary>Whoever the fields of a form name, and what they were pressed for.</summary>
    static readonly string[] Planted = [Canary, "Simone", "Maude", "Jean-Guy", "geste", "parler", "passer", "entends", "merci"];

    [Fact]
    public async Task Nothing_of_an_evening_stands_in_any_log()
    {
        await using var store = await TestStore.CreateAsync();
        await using var cluster = TestStore.IsPostgres && OwnCluster.IsHere ? await OwnCluster.StartAsync() : null;
        var address = cluster?.Address ?? store.Address;
        IReadOnlyList<string> secrets;
        string said;
        await using (var house = await RunningHouse.StartAsync(address, store.Folder, Mode.Demo, LivedHouse.Talkative))
        {
            await TenPeople.BeginMeetingAsync(address);
            secrets = await LiveAsync(house, address);
            await house.KillAsync();
            said = house.Said;
        }
        // Both logs are heard, each says what it has to say, and the words that are sought were written somewhere.
        Assert.Contains("System.Text.Json.JsonException", said);
        Assert.Contains("WatchCircles could not do its work", said);
        Assert.DoesNotContain(secrets, s => said.Contains(s, StringComparison.OrdinalIgnoreCase));
        if (cluster is null)
            return;
        Assert.Contains("canarilisible", cluster.Log);
        Assert.DoesNotContain(secrets, s => cluster.Log.Contains(s, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>What is sought.</returns>
    static async Task<IReadOnlyList<string>> LiveAsync(RunningHouse house, string address)
    {
        using var database = new Database(address);
        using var simone = await InAsync(house, "Simone");
        using var maude = await InAsync(house, "Maude");
        using var guy = await InAsync(house, "Jean-Guy");
        var circle = await simone.OpenCircleAsync($"{Canary} question");
        foreach (var member in new[] { maude, guy })
        {
            await member.SendAsync(Group + "/rejoindre");
            Assert.Equal(HttpStatusCode.SeeOther, (await member.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"))).StatusCode);
        }
        await SayAsync(circle, simone, maude, guy, await TextsAsync(database, "SELECT words FROM circle"));
        IReadOnlyList<string> secrets = [.. Planted, circle["/cercles/".Length..], .. await TextsAsync(database, "SELECT words FROM circle"), .. await TextsAsync(database, "SELECT id FROM circle_seat"), .. await TextsAsync(database, "SELECT device FROM circle_seat WHERE device IS NOT NULL")];
        Assert.Contains(await TextsAsync(database, "SELECT said FROM circle_word"), w => w.Contains(Canary, StringComparison.Ordinal));
        Assert.InRange(secrets.Count, Planted.Length + 7, 100);
        await FailAsync(house, database, circle, maude);
        Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "fermer"));
        return secrets;
    }

    static async Task SayAsync(string circle, HttpClient simone, HttpClient maude, HttpClient guy, IReadOnlyList<string> words)
    {
        async Task PressAsync(HttpClient who, string press, params (string, string)[] more) => Assert.Equal(HttpStatusCode.SeeOther, await who.PressAsync(circle, press, more));
        using var tablet = Browser(simone.BaseAddress!);
        Assert.Equal(circle, (await tablet.SendAsync($"/cercles/tablette?q={Canary}", ("mots", words[0]))).Headers.Location?.OriginalString);
        await PressAsync(simone, "asseoir", ("texte", $"Rosalie {Canary}"), ("valeur", "Room"), ("cle", Canary));
        await PressAsync(maude, "soutien", ("valeur", "oui"));
        await PressAsync(simone, "proposer", ("texte", $"{Canary} proposition"));
        await PressAsync(simone, "etape", ("valeur", "1"));
        await PressAsync(simone, "parler");
        await PressAsync(simone, "ecrire", ("texte", $"{Canary} mots"), ("cle", "k"));
        await PressAsync(maude, "merci");
        await PressAsync(guy, "entends");
        await PressAsync(simone, "fini");
        await PressAsync(guy, "passer");
        await PressAsync(guy, "reprendre");
        await PressAsync(maude, "depart", ("place", SeatOf(await maude.PageAsync(circle), "Jean-Guy")));
        // What no page of ours sends: refused, and no reason to write.
        foreach (var path in new[] { $"{circle}?q={Canary}", $"{circle}/{Canary}", $"/cercles/{Canary}" })
            await maude.SendAsync(path, ("geste", Canary), ("place", Canary), ("tour", Canary), ("texte", Canary + new string('é', 70_000)));
        await maude.PostAsync(circle, new StringContent(Canary, System.Text.Encoding.UTF8, $"application/{Canary}"));
        using var line = await simone.GetAsync($"{circle}/flux?q={Canary}", HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Pages and watches that break on a row of the circle write that they did; on PostgreSQL a question that fails is in its log.</summary>
    static async Task FailAsync(RunningHouse house, Database database, string circle, HttpClient maude)
    {
        var steps = (await TextsAsync(database, "SELECT steps FROM circle"))[0];
        await database.WriteAsync((connection, transaction) => connection.Command("UPDATE circle SET steps = @broken, turn_lapses_at = 1", transaction, ("broken", Canary)).RunAsync(default));
        Assert.Equal(HttpStatusCode.InternalServerError, (await maude.GetAsync($"{circle}?q={Canary}")).StatusCode);
        for (var i = 0; i < 100 && !house.Said.Contains("WatchCircles could not", StringComparison.Ordinal); i++)
            await Task.Delay(200);
        await database.WriteAsync((connection, transaction) => connection.Command("UPDATE circle SET steps = @steps, turn_lapses_at = NULL", transaction, ("steps", steps)).RunAsync(default));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.WriteAsync((connection, transaction) => connection.Command("SELECT nothing FROM canarilisible", transaction).RunAsync(default)));
    }

    static async Task<HttpClient> InAsync(RunningHouse house, string name)
    {
        var browser = Browser(house.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/demo/entrer", ("nom", name))).StatusCode);
        return browser;
    }

    static HttpClient Browser(Uri house)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    static async Task<IReadOnlyList<string>> TextsAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync();
        return await connection.Command(sql).ListAsync(r => r.GetString(0), default);
    }
}
